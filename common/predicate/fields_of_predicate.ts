import type { QuestionField } from '../sysmon/fields';
import type { Predicate } from './predicate';

/** The fields that deciding a predicate in memory needs; a keyword needs all of them. */
export function fieldsOfPredicate(predicate: Predicate): readonly QuestionField[] | 'all' {
  switch (predicate.kind) {
    case 'all':
    case 'none':
    case 'event_id':
      return [];
    case 'keyword':
      return 'all';
    case 'and':
    case 'or':
      return joined(predicate.of.map(fieldsOfPredicate));
    case 'not':
      return fieldsOfPredicate(predicate.of);
    case 'field_ref':
      return [predicate.field, predicate.other];
    default:
      return [predicate.field];
  }
}

function joined(parts: readonly (readonly QuestionField[] | 'all')[]): readonly QuestionField[] | 'all' {
  const known = parts.filter((part) => part !== 'all');
  return known.length < parts.length ? 'all' : [...new Set(known.flat())];
}
