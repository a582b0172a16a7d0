import type { ActivityCounts } from '../../common/api/lineage';
import { eventKind } from '../../common/sysmon/event_kinds';
import type { Translate } from '../messages/translate';
import { BADGES } from '../process_graph/model/badge_table';
import { sumOf } from '../process_graph/model/process_tree';

/** What says most comes first, as on the graph's cards; then start and end; then what Sysmon may add later. */
const ORDER: ReadonlyMap<number, number> = new Map(
  [...BADGES.flatMap(({ ids }) => ids), 1, 5].map((id, place) => [id, place]),
);

/** `41 events: 3 Network connection, 2 DNS query ...`; the parts add up to the whole. */
export function activityWords(counts: ActivityCounts, t: Translate): string {
  const count = sumOf(counts);
  if (count === 0) return t('sysmonTrail.tab.noActivity');
  const kinds = Object.keys(counts)
    .map(Number)
    .sort((a, b) => (ORDER.get(a) ?? ORDER.size + a) - (ORDER.get(b) ?? ORDER.size + b))
    .map((id) =>
      t('sysmonTrail.tab.kind', { count: counts[id] ?? 0, name: eventKind(id)?.name ?? String(id) }),
    );
  return t('sysmonTrail.tab.activity', { count, kinds: kinds.join(', ') });
}
