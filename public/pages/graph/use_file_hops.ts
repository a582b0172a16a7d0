import type { FileHopsAnswer } from '../../../common/api/file_hops';
import { useApp } from '../../app_context';
import { originOf, type GraphAnswer } from '../../process_graph/model/graph_data';
import { useRequest, type Request } from '../../use_request';

/** File hops around the origin of a lineage, asked for when the tree is there. A forest has no origin, and asks nothing. */
export function useFileHops(answer: GraphAnswer): Request<FileHopsAnswer> {
  const { api, refreshes } = useApp();
  const guid = originOf(answer);
  const query = { host: answer.host, from: answer.range.from, to: answer.range.to };
  const key = guid === undefined ? undefined : JSON.stringify({ guid, ...query });
  return useRequest<FileHopsAnswer>({ key, round: refreshes }, (signal) =>
    api.fileHops({ guid: guid ?? '', ...query }, signal),
  );
}
