import { fieldValue } from '../predicate/field_value';
import type { Total } from '../remark';
import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { countedValue } from './count_events';

/** Events that agree in all values. A field that an event does not have is undefined. */
export interface GroupCount {
  /** In the order of the fields asked. */
  readonly values: readonly (string | undefined)[];
  readonly total: number;
  /** Event time of the first and last one, ms; absent where the store cannot tell. */
  readonly first?: number;
  readonly last?: number;
}

export interface Groups {
  readonly groups: readonly GroupCount[];
  readonly total: Total;
  readonly complete: boolean;
}

export interface GroupQuestion {
  readonly fields: readonly QuestionField[];
  readonly max: number;
}

/** The meaning of counting groups, over events at hand. Biggest first, ties by values. */
export function countGroups(events: readonly SysmonEvent[], { fields, max }: GroupQuestion): Groups {
  const groups = new GroupTally();
  for (const event of events) {
    const values = fields.map((field) => countedValue(fieldValue(event, field), field));
    groups.add({ values, total: 1, first: event.time.ms, last: event.time.ms });
  }
  return groups.upTo(max, events.length);
}

/** Puts counts of equal values together. */
export class GroupTally {
  private readonly groups = new Map<string, GroupCount>();

  add(group: GroupCount): void {
    const key = keyOf(group);
    const known = this.groups.get(key);
    this.groups.set(key, known ? merge(known, group) : group);
  }

  upTo(max: number, events: number): Groups {
    const groups = [...this.groups].sort(
      ([key_a, a], [key_b, b]) => b.total - a.total || (key_a < key_b ? -1 : 1),
    );
    return {
      groups: groups.slice(0, max).map(([, group]) => group),
      total: { value: events, exact: true },
      complete: groups.length <= max,
    };
  }
}

const keyOf = ({ values }: GroupCount): string => JSON.stringify(values.map((value) => value ?? null));

/** Where the times of a part are not known, those of the whole are not. */
function merge(a: GroupCount, b: GroupCount): GroupCount {
  const total = a.total + b.total;
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined) {
    return { values: a.values, total };
  }
  return {
    values: a.values,
    total,
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  };
}
