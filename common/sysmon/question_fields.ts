import { COMMON_FIELDS, EVENT_KINDS } from './event_kinds';
import { HASH_FIELDS, HEADER_FIELDS, type QuestionField } from './fields';

/** Every name that a question may use. */
export const QUESTION_FIELDS: ReadonlySet<string> = new Set<string>([
  ...COMMON_FIELDS,
  ...EVENT_KINDS.flatMap((kind) => kind.fields),
  ...HEADER_FIELDS,
  ...HASH_FIELDS,
]);

export const isQuestionField = (name: string): name is QuestionField => QUESTION_FIELDS.has(name);
