import React from 'react';
import type { HostsAnswer } from '../../../common/api/events';
import { useApp } from '../../app_context';
import { PageTitle } from '../../components/page_title';
import { Remarks } from '../../components/remarks';
import { RequestState } from '../../components/request_state';
import { totalText } from '../../components/total_text';
import { NoHosts } from './no_hosts';
import { HostsTable } from '../../busiest_hosts/hosts_table';
import { useBusiestHosts } from '../../busiest_hosts/use_busiest_hosts';

/** Where to look first: the hosts with most events in the range. */
export function StartPage(): JSX.Element {
  const { t } = useApp();
  const busiest = useBusiestHosts();
  const { data } = busiest.request;
  return (
    <>
      <PageTitle title={t('sysmonTrail.start.title')} />
      <RequestState request={busiest.request} />
      {data && <Answer answer={data} onAll={busiest.showAll} />}
    </>
  );
}

function Answer({
  answer,
  onAll,
}: {
  readonly answer: HostsAnswer;
  readonly onAll: () => void;
}): JSX.Element {
  const { t, url } = useApp();
  const hosts = url.host ? answer.hosts.filter(({ host }) => url.host?.includes(host)) : answer.hosts;
  const summary = t('sysmonTrail.start.summary', {
    shown: hosts.length,
    total: totalText(answer.total_hosts, t),
    events: totalText(answer.events, t),
  });
  return (
    <>
      <Remarks remarks={answer.remarks} />
      {hosts.length === 0 ? (
        <NoHosts answer={answer} />
      ) : (
        <>
          <p role="status">{summary}</p>
          <HostsTable
            hosts={hosts}
            more={
              answer.total_hosts.value > answer.hosts.length
                ? { total: answer.total_hosts.value, onAll }
                : undefined
            }
          />
        </>
      )}
    </>
  );
}
