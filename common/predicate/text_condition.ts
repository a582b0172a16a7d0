import { fieldType } from '../sysmon/fields';
import type { FieldType, QuestionField } from '../sysmon/fields';
import { guidKey } from '../sysmon/process_guid';
import type { FormCondition } from '../field_schemas/field_forms';
import { foldCase } from './fold_case';
import { globRegex } from './glob';
import { ipKey, isInNetwork, parseNetwork } from './ip_address';
import type { TextCondition } from './predicate';
import { compileRegex } from './regex';

export type TextTest = (text: string) => boolean;

/** Whole numbers as Sysmon writes them; leading zeros do not count. */
export const numberKey = (text: string): string | undefined =>
  /^(-?)0*(\d+)$/.test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : undefined;

const KEYS: Partial<Record<FieldType, (text: string) => string | undefined>> = {
  guid: guidKey,
  ip: ipKey,
  number: numberKey,
};

/** One text per value: two texts of a field are equal when their keys are. */
export const equalityKey = (field: QuestionField, text: string): string =>
  KEYS[fieldType(field)]?.(text) ?? foldCase(text);

/** What a condition means for the text of a field. A pattern that cannot be read fits nothing: checkPredicate names it first. */
export function testOf(field: QuestionField, condition: FormCondition): TextTest {
  switch (condition.kind) {
    case 'exists':
      return () => true;
    case 'cidr':
      return networkTest(condition.value);
    case 'compare':
      return compareTest(condition.op, condition.value);
    default:
      return textTest(field, condition);
  }
}

function networkTest(value: string): TextTest {
  const network = parseNetwork(value);
  return (text) => network !== undefined && isInNetwork(text, network);
}

const COMPARE: Record<'lt' | 'le' | 'gt' | 'ge', (a: number, b: number) => boolean> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

function compareTest(op: keyof typeof COMPARE, value: number): TextTest {
  return (text) => numberKey(text) !== undefined && COMPARE[op](Number(text), value);
}

type WithoutField = Omit<TextCondition, 'field'>;

function textTest(field: QuestionField, condition: WithoutField): TextTest {
  const is_guid = fieldType(field) === 'guid';
  const cased = condition.cased === true && !is_guid;
  if (condition.kind === 'equals' && !cased) {
    const key = equalityKey(field, condition.value);
    return (text) => equalityKey(field, text) === key;
  }
  const form = cased ? same : is_guid ? bareGuid : foldCase;
  const test = patternTest({ ...condition, cased }, form);
  return (text) => test(form(text));
}

const same = (text: string): string => text;
/** Pieces of a GUID are looked for in its text without braces. */
const bareGuid = (text: string): string => foldCase(text.replace(/^\{|\}$/g, ''));

function patternTest({ kind, value, cased }: WithoutField, form: (text: string) => string): TextTest {
  const wanted = form(value);
  switch (kind) {
    case 'equals':
      return (text) => text === wanted;
    case 'contains':
      return (text) => text.includes(wanted);
    case 'starts':
      return (text) => text.startsWith(wanted);
    case 'ends':
      return (text) => text.endsWith(wanted);
    case 'glob':
      return regexTest(globRegex(wanted), true);
    case 'regex':
      return regexTest(value, cased);
  }
}

function regexTest(pattern: string, cased = false): TextTest {
  const test = compileRegex(pattern, cased);
  return typeof test === 'function' ? test : () => false;
}
