import { buildLineage } from '../../common/lineage/build_lineage';
import { gatherFacts } from '../../common/lineage/gather_facts';
import { missingStartsOfLineage } from '../../common/lineage/missing_starts';
import { tallyActivity } from '../../common/lineage/tally_activity';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { Remark, TimeRange } from '../../common/remark';
import type { EventStore } from '../ports';
import { searchAncestors } from '../shared_queries/lineage/ancestor_search';
import { newReading, takeStep } from '../shared_queries/lineage/reading';
import { readWindow } from '../shared_queries/lineage/read_window';
import type { AskedRange } from '../shared_queries/lineage/choose_range';

export interface TreeOfLinks {
  readonly range: TimeRange;
  /** The rest of the reading; until then only the range is known. */
  ids(): Promise<{ readonly ids: ReadonlySet<ProcessKey>; readonly remarks: readonly Remark[] }>;
}

/**
 * The processes of a tree: one request for the window, one more for ancestors and what the window left open. Ancestors further
 * away are not looked for: what happens in the range touches few of them, and the links of a host show the others.
 */
export async function readTree(
  store: EventStore,
  { key, host, asked }: { key: ProcessKey; host: string; asked: AskedRange },
): Promise<TreeOfLinks> {
  const reading = newReading();
  const window = await readWindow(store, { key, host, asked, origin_is_read: false, reading });
  return {
    range: window.range,
    async ids() {
      const active = window.counts ? [...tallyActivity(window.counts).processes.keys()] : [];
      const missing = missingStartsOfLineage(key, { active, events: reading.events });
      const find = [
        ...(window.rest.find ?? []),
        ...searchAncestors({ host, covered: window.covered }).next(missing),
      ];
      const [rest] = await takeStep(store, { ...window.rest, find, reading });
      const counts = window.counts ?? rest;
      const activity = counts ? tallyActivity(counts).processes : new Map();
      const { facts } = gatherFacts(reading.events);
      if (!facts.has(key)) return { ids: new Set(), remarks: reading.remarks };
      const { nodes } = buildLineage({ events: reading.events, activity, origin: key });
      return { ids: new Set(nodes.map(({ id }) => id)), remarks: reading.remarks };
    },
  };
}
