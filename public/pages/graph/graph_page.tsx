import React, { useEffect, useMemo } from 'react';
import { useApp } from '../../app_context';
import { PageTitle } from '../../components/page_title';
import { RequestState } from '../../components/request_state';
import { graphData, type GraphAnswer } from '../../process_graph/model/graph_data';
import { HostsTable } from '../../busiest_hosts/hosts_table';
import { useBusiestHosts } from '../../busiest_hosts/use_busiest_hosts';
import { GraphView } from './graph_view';
import { OtherOutcome } from './other_outcome';
import { useFileHops } from './use_file_hops';
import { useGraphAnswer } from './use_graph_answer';

/** The whole story of one process, or of all processes of a host. */
export function GraphPage(): JSX.Element {
  const graph = useGraphAnswer();
  const { answer, request } = graph;
  useShownRange(answer?.kind === 'found' ? answer : undefined);
  if (graph.subject === 'nothing') return <ChooseSubject />;
  if (answer?.kind === 'found') {
    return (
      <>
        <RequestState request={request} />
        <Found answer={answer} loadRest={graph.loadRest} />
      </>
    );
  }
  return (
    <>
      <UntitledYet />
      <RequestState request={request} />
      {answer && <OtherOutcome answer={answer} />}
    </>
  );
}

function Found({
  answer,
  loadRest,
}: {
  readonly answer: GraphAnswer;
  readonly loadRest: ((after: string) => void) | undefined;
}): JSX.Element {
  const hops = useFileHops(answer);
  const found = hops.data?.kind === 'found' ? hops.data : undefined;
  const data = useMemo(() => graphData(answer, found), [answer, found]);
  return <GraphView data={data} hops={hops} loadRest={loadRest} />;
}

function UntitledYet(): JSX.Element {
  const { t } = useApp();
  return <PageTitle title={t('sysmonTrail.graph.titleEmpty')} />;
}

/** Without a range in the URL the answer chooses one; the range picker shows it. */
function useShownRange(answer: GraphAnswer | undefined): void {
  const { showRange } = useApp();
  const { from, to } = answer?.range ?? {};
  useEffect(() => {
    showRange(
      from === undefined || to === undefined
        ? undefined
        : { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    );
    return () => showRange(undefined);
  }, [showRange, from, to]);
}

/** Nothing was chosen: the find box above, and the busiest hosts here. */
function ChooseSubject(): JSX.Element {
  const { t } = useApp();
  const { request } = useBusiestHosts();
  return (
    <>
      <PageTitle title={t('sysmonTrail.graph.choose')} />
      <p>{t('sysmonTrail.graph.chooseBody')}</p>
      <RequestState request={request} />
      {request.data && request.data.hosts.length > 0 && (
        <HostsTable hosts={request.data.hosts} more={undefined} />
      )}
    </>
  );
}
