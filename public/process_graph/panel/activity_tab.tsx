import React from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiLink, EuiSpacer } from '@elastic/eui';
import type { SysmonEvent } from '../../../common/sysmon/sysmon_event';
import { useApp } from '../../app_context';
import { eventName } from '../../components/event_name';
import { EventTimeText, useTimeHeader, useTimeText } from '../../components/event_time';
import { LoadMore } from '../../components/load_more';
import { Remarks } from '../../components/remarks';
import { RequestState } from '../../components/request_state';
import { ValueText } from '../../components/value_text';
import { whatHappened } from '../../components/what_happened';
import { middleCut } from '../../text/middle_cut';
import { useEventPages } from '../../use_event_pages';
import type { TreeNode } from '../model/process_tree';
import type { TabProps } from './tab_props';

const PAGE_ROWS = 100;
const LONGEST_LINE = 240;

/** Every event of the process in the range, filtered by type, page by page. */
export function ActivityTab({ node, model }: TabProps): JSX.Element {
  const { t, api, url, refreshes } = useApp();
  const { host, range } = model.data.answer;
  const ids = (url.types ?? []).map(Number);
  const query = { guid: node.id, host, from: range.from, to: range.to, ids, limit: PAGE_ROWS };
  const pages = useEventPages({ key: JSON.stringify(query), round: refreshes }, (after, signal) =>
    api.processEvents({ ...query, ...(after !== undefined && { after }) }, signal),
  );
  const { events, total, loadMore } = pages;
  return (
    <>
      <TypeChips node={node} chosen={ids} />
      <EuiSpacer size="s" />
      <Remarks remarks={pages.remarks} />
      {total?.value === 0 && <p>{t('sysmonTrail.graph.noEvents')}</p>}
      {events.length > 0 && <EventRows events={events} />}
      <RequestState request={pages.request} />
      {events.length > 0 && total && (
        <LoadMore shown={events.length} total={total} step={PAGE_ROWS} onMore={loadMore} />
      )}
    </>
  );
}

/** One chip a type with its exact count; several may be chosen, none means all. */
function TypeChips({
  node,
  chosen,
}: {
  readonly node: TreeNode;
  readonly chosen: readonly number[];
}): JSX.Element {
  const { t, change } = useApp();
  const counts = Object.entries(node.process.counts).map(([id, count]) => ({ id: Number(id), count }));
  const toggled = (id: number): readonly string[] =>
    (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).map(String);
  const chip = (
    text: string,
    { on, run }: { readonly on: boolean; readonly run: () => void },
  ): JSX.Element => (
    <EuiFlexItem grow={false} key={text}>
      <EuiButton
        size="s"
        color={on ? 'primary' : 'text'}
        fill={on}
        aria-pressed={on}
        onClick={run}
        minWidth={false}
        className="sysmonTrailChip"
      >
        {text}
      </EuiButton>
    </EuiFlexItem>
  );
  return (
    <EuiFlexGroup
      gutterSize="xs"
      wrap
      responsive={false}
      role="group"
      aria-label={t('sysmonTrail.graph.typeChips')}
    >
      {chip(t('sysmonTrail.graph.chipAll', { count: node.events }), {
        on: chosen.length === 0,
        run: () => change({ types: undefined }, 'push'),
      })}
      {counts.map(({ id, count }) =>
        chip(t('sysmonTrail.graph.chip', { name: eventName(id, t), count }), {
          on: chosen.includes(id),
          run: () => change({ types: toggled(id) }, 'push'),
        }),
      )}
    </EuiFlexGroup>
  );
}

function EventRows({ events }: { readonly events: readonly SysmonEvent[] }): JSX.Element {
  const { t, change } = useApp();
  const zone = useTimeHeader();
  const time = useTimeText();
  return (
    <table className="sysmonTrailEvents">
      <caption>{t('sysmonTrail.graph.activityCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{zone}</th>
          <th scope="col">{t('sysmonTrail.shared.columnEvent')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.ref.index} ${event.ref.id}`}>
            <td>
              <EventTimeText time={event.time} />
            </td>
            <td>
              <EuiLink
                onClick={() => change({ ev: event.ref, tab: 'raw' }, 'push')}
                aria-label={t('sysmonTrail.shared.openEvent', {
                  event: eventName(event.eventId, t),
                  time: time(event.time.ms),
                })}
              >
                {eventName(event.eventId, t)}
              </EuiLink>
              <div className="sysmonTrailWrap">
                <ValueText mono value={cutWhat(event)} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cutWhat(event: SysmonEvent): string | undefined {
  const what = whatHappened(event);
  return what === undefined ? undefined : middleCut(what, LONGEST_LINE);
}
