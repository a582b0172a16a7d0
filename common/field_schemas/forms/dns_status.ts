import { DNS_STATUSES } from '../dns_statuses';
import { anyOf, asked, onPath, supersetOf } from '../field_forms';
import type { FieldForm, PathQuestion } from '../field_forms';
import { textOf } from '../values';

const CODES: ReadonlyMap<string, string> = new Map(
  [...DNS_STATUSES].map(([code, name]) => [name, String(code)]),
);

/** sysmon.dns.status -> the number that Sysmon writes. A status that the module has no name for stays its number. */
export const DNS_STATUS: FieldForm = {
  name: 'dns_status',
  read: ([value]) => {
    const text = textOf(value);
    return text === undefined ? undefined : (CODES.get(text.toUpperCase()) ?? text);
  },
  write: (text) => [DNS_STATUSES.get(Number(text)) ?? text],
  ask: ({ condition, paths, test }) => {
    if (condition.kind === 'exists') return { ...supersetOf(paths), exact: true };
    const named = [...CODES].filter(([, code]) => test(code)).map(([name]) => name);
    const value = 'value' in condition ? String(condition.value) : '';
    // Asked as it is, the condition finds codes without a name; but it may find names, which are no text of Sysmon.
    const findsNames = condition.kind === 'equals' ? CODES.has(value.toUpperCase()) : !/^\d{2,}$/.test(value);
    const asStored = condition.kind === 'equals' && findsNames ? [] : [condition];
    const questions = (path: string): PathQuestion[] => [
      ...named.map((name) => onPath(path, { kind: 'equals', value: name })),
      ...asStored.map((one) => onPath(path, one)),
    ];
    return asked(
      anyOf(...paths.flatMap(questions)),
      condition.kind === 'equals' || (!findsNames && condition.kind !== 'compare'),
    );
  },
};
