import React from 'react';
import { EuiText } from '@elastic/eui';
import type { FileHopsAnswer } from '../../../common/api/file_hops';
import type { Remark } from '../../../common/remark';
import { useApp } from '../../app_context';
import { remarkSentence, Remarks } from '../../components/remarks';
import { RequestState } from '../../components/request_state';
import { hopNoteSentence } from '../../process_graph/model/hop_texts';
import { visibleText } from '../../text/visible_text';
import type { Request } from '../../use_request';

interface Props {
  readonly request: Request<FileHopsAnswer>;
  /** What the tree has already said about the same indices. */
  readonly said: readonly Remark[];
}

/** What became of the search for file hops, in one line; the tree is there all the time. */
export function FileHopsLine({ request, said }: Props): JSX.Element | null {
  const { t } = useApp();
  const { status, data } = request;
  if (status === 'idle') return null;
  const known = new Set(said.map((remark) => remarkSentence(remark, t)));
  const remarks =
    data?.kind === 'found' ? data.remarks.filter((remark) => !known.has(remarkSentence(remark, t))) : [];
  return (
    <div className="sysmonTrailNotes">
      <EuiText size="xs" role="status">
        {status === 'loading' && !data ? t('sysmonTrail.graph.hopsLoading') : data && <Said answer={data} />}
      </EuiText>
      <Remarks remarks={remarks} />
      {(status === 'failed' || status === 'cancelled') && <RequestState request={request} />}
    </div>
  );
}

function Said({ answer }: { readonly answer: FileHopsAnswer }): JSX.Element {
  const { t } = useApp();
  if (answer.kind === 'not_found') return <>{t('sysmonTrail.graph.hopsMissing')}</>;
  if (answer.kind === 'invalid')
    return (
      <>{t('sysmonTrail.shared.problemInvalid', { problems: visibleText(answer.problems.join('; ')) })}</>
    );
  const { hops, notes } = answer;
  const found = t('sysmonTrail.graph.hopsFound', { count: hops.length });
  return <>{[found, ...notes.map((note) => hopNoteSentence(note, t))].join(' ')}</>;
}
