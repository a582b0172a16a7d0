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
    const onPaths = (path: string): PathQuestion[] => [
      ...named.map((value) => onPath(path, { kind: 'equals', value })),
      onPath(path, condition),
    ];
    // The condition itself finds numbers; asked for letters it would find names, which are no Sysmon text.
    const digits =
      'value' in condition && /^\d{2,}$/.test(String(condition.value)) && condition.kind !== 'compare';
    return asked(anyOf(...paths.flatMap(onPaths)), digits || condition.kind === 'equals');
  },
};
