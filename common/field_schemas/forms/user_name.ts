import { allOf, anyOf, asked, isMissing, onPath, supersetOf } from '../field_forms';
import type { AskedPaths, FieldForm, FormCondition, PathQuestion } from '../field_forms';
import { textOf } from '../values';

interface Plain {
  readonly kind: 'equals' | 'contains' | 'starts' | 'ends';
  readonly value: string;
  readonly cased?: boolean;
}
type How = Plain['kind'];

/** Paths: domain, name. Text: DOMAIN\name, as Sysmon writes a user. The module splits it where it has exactly two parts. */
export const USER_NAME: FieldForm = {
  name: 'user_name',
  read: ([domain, name]) => {
    const user = textOf(name);
    const of = textOf(domain);
    return user === undefined || of === undefined ? user : `${of}\\${user}`;
  },
  write: (text) => {
    const parts = text.split('\\');
    return parts.length === 2 ? parts : [undefined, undefined];
  },
  ask: ({ condition, paths: [domain = '', name = ''] }) => {
    if (condition.kind === 'exists') return asked({ kind: 'exists', path: name }, true);
    return isPlain(condition) ? askParts(condition, domain, name) : supersetOf([name]);
  },
};

const isPlain = (condition: FormCondition): condition is Plain =>
  ['equals', 'contains', 'starts', 'ends'].includes(condition.kind);

function askParts(condition: Plain, domain: string, name: string): AskedPaths {
  const parts = condition.value.split('\\');
  const on = (path: string, kind: How, value: string): PathQuestion =>
    value === '' && kind !== 'equals'
      ? { kind: 'exists', path }
      : onPath(path, { ...condition, kind, value });
  const [first = '', second = ''] = parts;
  if (parts.length === 1) return asked(withoutBackslash(condition, { domain, name, on }), true);
  if (parts.length > 2) return asked({ kind: 'nothing' }, true);
  const whole = condition.kind === 'equals';
  const domainHow = whole || condition.kind === 'starts' ? 'equals' : 'ends';
  const nameHow = whole || condition.kind === 'ends' ? 'equals' : 'starts';
  return asked(allOf(on(domain, domainHow, first), on(name, nameHow, second)), true);
}

interface Parts {
  readonly domain: string;
  readonly name: string;
  readonly on: (path: string, kind: How, value: string) => PathQuestion;
}

function withoutBackslash({ kind, value }: Plain, { domain, name, on }: Parts): PathQuestion {
  switch (kind) {
    case 'equals':
      return allOf(on(name, kind, value), isMissing(domain));
    case 'contains':
      return anyOf(on(name, kind, value), allOf(on(domain, kind, value), { kind: 'exists', path: name }));
    case 'starts':
      return anyOf(
        allOf(on(domain, kind, value), { kind: 'exists', path: name }),
        allOf(isMissing(domain), on(name, kind, value)),
      );
    case 'ends':
      return on(name, kind, value);
  }
}
