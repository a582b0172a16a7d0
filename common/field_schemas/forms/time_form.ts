import { anyOf, asked, onPath, supersetOf } from '../field_forms';
import type { FieldForm } from '../field_forms';
import { formatUtcTime, parseUtcTime } from '../utc_time';
import { textOf } from '../values';

/** A time in any form -> `yyyy-MM-dd HH:mm:ss.SSS`. Text that is no time stays what it is. */
export const TIME: FieldForm = {
  name: 'time',
  read: ([value]) => {
    const one: unknown = Array.isArray(value) ? value[0] : value;
    const ms = parseUtcTime(one);
    return ms === undefined ? textOf(one) : formatUtcTime(ms);
  },
  write: (text) => {
    const ms = parseUtcTime(text);
    return [ms === undefined ? text : new Date(ms).toISOString()];
  },
  ask: ({ condition, paths }) => {
    const ms = condition.kind === 'equals' ? parseUtcTime(condition.value) : undefined;
    if (ms === undefined) return supersetOf(paths);
    const values = [formatUtcTime(ms), new Date(ms).toISOString()];
    return asked(
      anyOf(...paths.flatMap((path) => values.map((value) => onPath(path, { kind: 'equals', value })))),
      false,
    );
  },
};
