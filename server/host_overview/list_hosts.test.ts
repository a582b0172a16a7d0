import { BASE, made, started, startOf } from '../../test/lineage/made_events';
import { memoryEventStore } from '../memory/memory_event_store';
import { listHosts } from './list_hosts';

const busy = [
  started(1, { host: 'BUSY' }),
  started(2, { host: 'BUSY' }),
  made({ id: 3, at: startOf(9), actor: 1, host: 'BUSY' }),
];
const quiet = ['B', 'A'].map((host) => made({ id: 4, at: BASE, host }));
const store = memoryEventStore([...quiet, ...busy]);

it('names the busiest hosts with exact numbers, equal ones by name', async () => {
  expect(await listHosts(store, { limit: 10 })).toEqual({
    kind: 'found',
    hosts: [
      { host: 'BUSY', events: 3, processes: 2, first: startOf(1), last: startOf(9) },
      { host: 'A', events: 1, processes: 0, first: BASE, last: BASE },
      { host: 'B', events: 1, processes: 0, first: BASE, last: BASE },
    ],
    total_hosts: { value: 3, exact: true },
    events: { value: 5, exact: true },
    newest: startOf(9),
    patterns: ['*'],
    remarks: [],
  });
});

it('shows as many as asked for, and counts them all', async () => {
  const { hosts, total_hosts, events } = await listHosts(store, { limit: 1 });
  expect(hosts.map(({ host }) => host)).toEqual(['BUSY']);
  expect([total_hosts.value, events.value]).toEqual([3, 5]);
});

it('tells the newest event of all also where the range has none', async () => {
  expect(await listHosts(store, { limit: 10, from: startOf(1000) })).toMatchObject({
    hosts: [],
    newest: startOf(9),
  });
  const nothing = await listHosts(memoryEventStore([]), { limit: 10 });
  expect(nothing).toMatchObject({ hosts: [], newest: undefined });
});
