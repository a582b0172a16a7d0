import { allOf, anyOf, asked, hasValue, isMissing, onPath } from '../field_forms';
import type { FieldForm } from '../field_forms';
import { textOf } from '../values';

/** Several paths for one text: the first that has a value counts, and a later one is asked only where the earlier are missing. */
export const FIRST_PATH: FieldForm = {
  name: 'first_path',
  read: (values) => {
    for (const value of values) {
      const text = textOf(value);
      if (text !== undefined) return text;
    }
    return undefined;
  },
  write: (text) => [text],
  ask: ({ condition, paths }) => {
    if (condition.kind === 'exists') return asked(anyOf(...paths.map(hasValue)), true);
    const alone = (path: string, at: number) =>
      allOf(onPath(path, condition), ...paths.slice(0, at).map(isMissing));
    return asked(anyOf(...paths.map(alone)), true);
  },
};
