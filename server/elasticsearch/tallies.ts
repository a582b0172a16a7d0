import { addTo, byFrequency, countedValue } from '../../common/event_questions/count_events';
import type { CountByField, FieldCount } from '../ports';
import type { CountedValue } from './count_values';

type PerEventId = Readonly<Record<number, number>>;

interface Tally {
  total: number;
  events: Record<number, number>;
  first?: number;
  last?: number;
}

/** Values counted in several ways put together: one GUID may be spelt in four. */
export class Tallies {
  private readonly tallies: Map<string, Tally>;
  /** Documents with a value, and all documents, that Elasticsearch counted per event id. */
  private readonly valued: Record<number, number> = {};
  private readonly documents: Record<number, number>;

  constructor(counted_in_memory: readonly FieldCount[], documents: PerEventId) {
    this.tallies = new Map(
      counted_in_memory.map(({ value, ...counts }) => [value, { ...counts, events: { ...counts.events } }]),
    );
    this.documents = { ...documents };
  }

  add({ id, count, first, last, ...one }: CountedValue, field: CountByField['field']): void {
    const value = countedValue(one.value, field);
    if (value === undefined) return;
    const tally = this.tallies.get(value) ?? { total: 0, events: {} };
    tally.total += count;
    addTo(tally.events, id, count);
    addTo(this.valued, id, count);
    if (first !== undefined) tally.first = Math.min(tally.first ?? Infinity, first);
    if (last !== undefined) tally.last = Math.max(tally.last ?? -Infinity, last);
    this.tallies.set(value, tally);
  }

  /** Returns how many were added. */
  addDocuments(id: number, count = 0): number {
    addTo(this.documents, id, count);
    return count;
  }

  counts(): FieldCount[] {
    return [...this.tallies].map(([value, counted]): FieldCount => ({ value, ...counted })).sort(byFrequency);
  }

  without(in_memory: PerEventId): PerEventId {
    const without: Record<number, number> = { ...in_memory };
    for (const [id, count] of Object.entries(this.documents)) {
      const missing = count - (this.valued[Number(id)] ?? 0);
      if (missing > 0) addTo(without, Number(id), missing);
    }
    return without;
  }
}
