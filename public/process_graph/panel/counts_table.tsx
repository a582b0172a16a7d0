import React from 'react';
import { EuiLink } from '@elastic/eui';
import { useApp } from '../../app_context';
import { eventName } from '../../components/event_name';
import { formatCount } from '../../text/format_number';
import type { TreeNode } from '../model/process_tree';

/** Events by type: of the process itself, and with all its descendants. A number opens exactly the events it counts. */
export function CountsTable({ node }: { readonly node: TreeNode }): JSX.Element {
  const { t, services, change } = useApp();
  const count = (value: number): string => formatCount(value, services.locale);
  const all = countsWithDescendants(node);
  const ids = Object.keys(all)
    .map(Number)
    .sort((a, b) => a - b);
  return (
    <table className="sysmonTrailCounts">
      <caption>{t('sysmonTrail.graph.countsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sysmonTrail.graph.countsType')}</th>
          <th scope="col">{t('sysmonTrail.graph.countsOwn')}</th>
          <th scope="col">{t('sysmonTrail.graph.countsWith')}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          const own = node.process.counts[id] ?? 0;
          return (
            <tr key={id}>
              <th scope="row">{eventName(id, t)}</th>
              <td>
                {own === 0 ? (
                  0
                ) : (
                  <EuiLink
                    onClick={() => change({ tab: 'activity', types: [String(id)] }, 'push')}
                    aria-label={t('sysmonTrail.graph.showEvents', { count: own, name: eventName(id, t) })}
                  >
                    {count(own)}
                  </EuiLink>
                )}
              </td>
              <td>{count(all[id] ?? 0)}</td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">{t('sysmonTrail.graph.countsAll')}</th>
          <td>{count(node.events)}</td>
          <td>{count(node.eventsWithDescendants)}</td>
        </tr>
      </tbody>
    </table>
  );
}

export function countsWithDescendants(node: TreeNode): Readonly<Record<number, number>> {
  const sums: Record<number, number> = {};
  const waiting = [node];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    for (const [id, count] of Object.entries(one.process.counts))
      sums[Number(id)] = (sums[Number(id)] ?? 0) + count;
    for (const child of one.children) waiting.push(child);
  }
  return sums;
}
