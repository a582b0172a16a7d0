import { DNS_RECORD_TYPES } from '../dns_record_types';
import { anyOf, asked, hasValue, onPath, supersetOf } from '../field_forms';
import type { AskedPaths, FieldForm, FormCondition } from '../field_forms';
import { isRecord, ownValue, textOf, textsOf } from '../values';

/**
 * QueryResults, "type:  5 alias.example.com;::ffff:192.0.2.7;": an address stands bare, an IPv4 one usually as mapped IPv6;
 * any other record as "type:", two spaces, its number, one space, its data if Windows knows how to print it.
 */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [...DNS_RECORD_TYPES].map(([number, name]) => [name, number]),
);
const IP4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IP6 = /^[0-9a-f]{0,4}:[0-9a-f:]*:[0-9a-f.:]*$/i;
const MAPPED = /^::ffff:(?=\d{1,3}(?:\.\d{1,3}){3}$)/i;

interface Answer {
  readonly type?: string;
  readonly data?: string;
}

const PATHS = { answers: 0, resolved: 1, grouped: 2, types: 3, data: 4 } as const;

/** Paths: dns.answers, dns.resolved_ip, dns.grouped.ip, dns.answers.type, dns.answers.data. The order among records and addresses is lost. */
export const DNS_ANSWERS: FieldForm = {
  name: 'dns_answers',
  inferred: true,
  read: (values) => {
    const answers = answersOf(values);
    const known = new Set(answers.map((answer) => answer.data));
    const ips = [...textsOf(values[PATHS.resolved]), ...textsOf(values[PATHS.grouped])];
    const more = [...new Set(ips)].filter((ip) => !known.has(ip)).map((data) => ({ data }));
    return joinTokens([...answers, ...more].flatMap(tokenOf));
  },
  write: writeAnswers,
  ask: ({ condition, paths }) =>
    askText(condition, [paths[PATHS.data], paths[PATHS.resolved], paths[PATHS.grouped]], paths),
};

function answersOf(values: readonly unknown[]): readonly Answer[] {
  const answers = values[PATHS.answers];
  const list: readonly unknown[] = Array.isArray(answers) ? answers : [answers];
  const records = list.filter(isRecord);
  if (records.length > 0)
    return records.map((one) => ({
      type: textOf(ownValue(one, 'type')),
      data: textOf(ownValue(one, 'data')),
    }));
  // Answered field by field: types and data go together only when none is missing.
  const types = textsOf(values[PATHS.types]);
  const data = textsOf(values[PATHS.data]);
  return data.map((text, at) => ({ data: text, type: types.length === data.length ? types[at] : undefined }));
}

function tokenOf({ type, data }: Answer): readonly string[] {
  const number = type === undefined ? undefined : NUMBERS.get(type.toUpperCase());
  const isAddress = number === undefined || number === 1 || number === 28;
  if (isAddress) return data === undefined ? [] : [IP4.test(data) ? `::ffff:${data}` : data];
  return [`type:  ${number} ${data ?? ''}`];
}

const joinTokens = (tokens: readonly string[]): string | undefined =>
  tokens.length === 0 ? undefined : `${tokens.join(';')};`;

function writeAnswers(text: string): readonly unknown[] {
  const tokens = text.split(';').filter((token) => token !== '' && token !== '-');
  const records = tokens.flatMap((token) => recordOf(token) ?? []);
  // The module drops what is no address, as the "192.5" of a text that Sysmon cut at its limit.
  const ips = tokens
    .map((token) => token.replace(MAPPED, ''))
    .filter((token) => IP4.test(token) || IP6.test(token));
  const addresses = ips.map((data) => ({ data, type: data.includes(':') ? 'AAAA' : 'A' }));
  const answers = [...records, ...addresses];
  return [answers.length === 0 ? undefined : answers, ips.length === 0 ? undefined : ips];
}

function recordOf(token: string): Answer | undefined {
  const found = /^type:\s*(\d+)\s*(.*)$/.exec(token);
  if (!found) return undefined;
  const type = DNS_RECORD_TYPES.get(Number(found[1])) ?? null;
  return { ...(type === null ? {} : { type }), ...(found[2] ? { data: found[2] } : {}) };
}

/** QueryResults as text, or as the array that an ingest pipeline of Winlogbeat 6 days split it into ("type:5 name", "192.0.2.7"). */
export const DNS_RESULTS_LIST: FieldForm = {
  name: 'dns_results_list',
  read: ([value]) => (Array.isArray(value) ? readList(value) : textOf(value)),
  write: (text) => [
    text
      .split(';')
      .filter((token) => token !== '')
      .map((token) => token.replace(/:\s\s/, ':').replace(MAPPED, '')),
  ],
  ask: ({ condition, paths }) => askText(condition, paths, paths),
};

function readList(values: readonly unknown[]): string | undefined {
  const texts = textsOf(values);
  // Answered as a field, a text arrives as an array of one.
  if (texts.length <= 1 && (texts[0] === '-' || texts[0]?.includes(';'))) return texts[0];
  return joinTokens(texts.map((token) => token.replace(/^type:(?=\d)/, 'type:  ').replace(IP4, '::ffff:$&')));
}

/** The stored pieces hold at least the longest stretch without separators, once the prefixes that a pipeline strips are gone. */
function askText(
  condition: FormCondition,
  asking: readonly (string | undefined)[],
  all: readonly string[],
): AskedPaths {
  const paths = asking.filter((path) => path !== undefined);
  if (condition.kind === 'exists') return asked(anyOf(...all.map(hasValue)), true);
  const piece = longestPiece(condition);
  if (piece === undefined) return supersetOf(all);
  return asked(anyOf(...paths.map((path) => onPath(path, { kind: 'contains', value: piece }))), false);
}

function longestPiece(condition: FormCondition): string | undefined {
  if (
    condition.kind === 'glob' ||
    condition.kind === 'regex' ||
    condition.kind === 'cidr' ||
    !('value' in condition)
  )
    return undefined;
  const pieces = String(condition.value)
    .split(';')
    .map((token) => token.replace(/^.*\s/, '').replace(/^:*(?:f{0,4}:)?(?=\d+\.)/i, ''));
  const longest = pieces.reduce((a, b) => (b.length > a.length ? b : a), '');
  // "5", "type:" or "::ffff" may stand in the stripped prefix alone.
  return longest.length < 4 || /^(?:type)?[:f\d]*$/i.test(longest) || 'type:'.includes(longest.toLowerCase())
    ? undefined
    : longest;
}
