import { eventKind } from '../sysmon/event_kinds';
import type { QuestionField } from '../sysmon/fields';
import { COMMON_FIELDS } from '../sysmon/event_kinds';
import { HASH_FIELDS, HEADER_FIELDS } from '../sysmon/fields';
import { isQuestionField, QUESTION_FIELDS } from '../sysmon/question_fields';

/**
 * Names in Sigma rules for what Sysmon calls otherwise: header names of other tools, and the hash fields of Sigma's taxonomy.
 * Every other name is Sysmon's own. A new name is a row.
 */
const NAMES: ReadonlyMap<string, QuestionField> = new Map<string, QuestionField>([
  ['EventId', 'EventID'],
  ['EventRecordID', 'RecordID'],
  ['ComputerName', 'Computer'],
  ['md5', 'MD5'],
  ['sha1', 'SHA1'],
  ['sha256', 'SHA256'],
  ['Imphash', 'IMPHASH'],
  ['imphash', 'IMPHASH'],
]);

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(
  [...QUESTION_FIELDS].map((name) => [name.toLowerCase(), name]),
);
const EVERYWHERE: ReadonlySet<string> = new Set<string>([...COMMON_FIELDS, ...HEADER_FIELDS]);
const HASHES: ReadonlySet<string> = new Set<string>(HASH_FIELDS);

/** A field's name in a rule -> the field; undefined when Sysmon has none of that name (names have case in Sigma). */
export function sysmonField(name: string): QuestionField | undefined {
  return isQuestionField(name) ? name : NAMES.get(name);
}

/** Names whose value is the same in all Sysmon events, so that the answer is known before any event is. */
const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['Provider_Name', 'Microsoft-Windows-Sysmon'],
  ['ProviderName', 'Microsoft-Windows-Sysmon'],
]);

export const constantValue = (name: string): string | undefined => CONSTANTS.get(name);

/** The name that somebody probably meant. */
export const similarField = (name: string): string | undefined => BY_LOWER_CASE.get(name.toLowerCase());

/** Every field that events of these kinds can carry, to look for a keyword in all of them. */
export const fieldsOf = (eventIds: readonly number[]): readonly QuestionField[] =>
  [...QUESTION_FIELDS]
    .filter(isQuestionField)
    .filter((field) => !HASHES.has(field) && eventIds.some((id) => carries(id, field)));

/** Whether an event of this kind can carry a field, by Sysmon's manifest. */
export function carries(eventId: number, field: QuestionField): boolean {
  if (EVERYWHERE.has(field)) return true;
  const fields: readonly string[] = eventKind(eventId)?.fields ?? [];
  return HASHES.has(field) ? fields.includes('Hashes') || fields.includes('Hash') : fields.includes(field);
}
