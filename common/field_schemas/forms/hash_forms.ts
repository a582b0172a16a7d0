import { HASH_FIELDS } from '../../sysmon/fields';
import type { HashField } from '../../sysmon/fields';
import { allOf, anyOf, asked, hasValue, onPath, supersetOf } from '../field_forms';
import type { AskedPaths, FieldForm, FormCondition, FormQuestion } from '../field_forms';
import { textOf, textsOf } from '../values';

/** The order in which Sysmon prints them, and hex digits of each. */
export const HASH_ORDER = ['SHA1', 'MD5', 'SHA256', 'IMPHASH'] as const satisfies readonly HashField[];
const DIGITS: Readonly<Record<HashField, number>> = { SHA1: 40, MD5: 32, SHA256: 64, IMPHASH: 32 };
const HEX = /^[0-9a-f]+$/i;
const PART = /^([a-z0-9]+)=([0-9a-f]*)$/i;

const isHashField = (name: string): name is HashField => (HASH_FIELDS as readonly string[]).includes(name);

/** "SHA1=AB,MD5=CD" -> its parts. What is no ALGORITHM=hex is left out. */
export function hashParts(text: string): ReadonlyMap<HashField, string> {
  const parts = new Map<HashField, string>();
  for (const part of text.split(',', 16)) {
    const found = PART.exec(part.trim());
    const name = found?.[1]?.toUpperCase() ?? '';
    if (isHashField(name) && found?.[2]) parts.set(name, found[2]);
  }
  return parts;
}

/** One algorithm a path, in HASH_ORDER, lower case -> Sysmon's text. Winlogbeat's module leaves hashes of zeros out. */
export const HASHES: FieldForm = {
  name: 'hashes',
  read: (values) => {
    const parts = HASH_ORDER.flatMap((name, at) => {
      const hash = textOf(values[at]);
      return hash === undefined ? [] : `${name}=${hash.toUpperCase()}`;
    });
    return parts.length === 0 ? undefined : parts.join(',');
  },
  write: (text) => {
    const parts = hashParts(text);
    return HASH_ORDER.map((name) => {
      const hash = parts.get(name)?.toLowerCase();
      return hash === undefined || /^0*$/.test(hash) ? undefined : hash;
    });
  },
  ask: askHashes,
};

function askHashes({ condition, paths }: FormQuestion): AskedPaths {
  if (condition.kind === 'exists') return asked(anyOf(...paths.map(hasValue)), true);
  if (
    !('value' in condition) ||
    condition.kind === 'regex' ||
    condition.kind === 'glob' ||
    condition.kind === 'cidr'
  )
    return supersetOf(paths);
  if (typeof condition.value !== 'string') return supersetOf(paths);
  const parts = condition.value.split(',');
  if (condition.kind === 'contains' && parts.length === 1) return askOnePart(condition.value, paths);
  const known = parts.flatMap((part) => askPart(part, paths) ?? []);
  return known.length === 0 ? supersetOf(paths) : asked(allOf(...known), false);
}

/** The most frequent question: Hashes contains "MD5=..." or contains bare hex digits. */
function askOnePart(value: string, paths: readonly string[]): AskedPaths {
  const part = askPart(value, paths);
  if (part) return asked(part, true);
  // Shorter digits may be a piece of a name: SHA256 has A256.
  if (!HEX.test(value) || value.length < 5) return supersetOf(paths);
  return asked(anyOf(...paths.map((path) => onPath(path, { kind: 'contains', value }))), true);
}

function askPart(part: string, paths: readonly string[]) {
  const found = PART.exec(part);
  const name = found?.[1]?.toUpperCase() ?? '';
  const value = found?.[2] ?? '';
  const path = isHashField(name) ? paths[HASH_ORDER.indexOf(name)] : undefined;
  if (path === undefined || !isHashField(name)) return undefined;
  if (value === '') return hasValue(path);
  return onPath(path, { kind: value.length >= DIGITS[name] ? 'equals' : 'starts', value });
}

/** One algorithm at a path of its own; documents have it in lower case, Sysmon in upper. */
export const HASH_AT_PATH: FieldForm = {
  name: 'hash_at_path',
  read: ([value]) => textOf(value)?.toUpperCase(),
  write: (text) => [text.toLowerCase()],
  ask: ({ condition, paths }) => {
    const cased = 'cased' in condition && condition.cased === true;
    const uncased: FormCondition = cased ? { ...condition, cased: false } : condition;
    return asked(anyOf(...paths.map((path) => onPath(path, uncased))), !cased);
  },
};

/** One algorithm out of a text with all of them. */
export function hashInText(algorithm: HashField): FieldForm {
  const label = `${algorithm}=`;
  return {
    name: `hash_in_text_${algorithm}`,
    read: ([value]) => hashParts(textOf(value) ?? '').get(algorithm),
    write: (text) => [`${label}${text}`],
    ask: ({ condition, paths }) => {
      const search = (value: string, exact: boolean): AskedPaths =>
        asked(anyOf(...paths.map((path) => onPath(path, { kind: 'contains', value }))), exact);
      const cased = 'cased' in condition && condition.cased === true;
      if (condition.kind === 'exists') return search(label, false);
      if (condition.kind === 'starts')
        return search(label + condition.value, !cased && HEX.test(condition.value));
      if (condition.kind === 'equals')
        return search(
          label + condition.value,
          !cased && HEX.test(condition.value) && condition.value.length === DIGITS[algorithm],
        );
      return search(label, false);
    },
  };
}

/**
 * related.hash: values without their algorithm. Winlogbeat's module keeps the hashes of events 27 and 28 nowhere else.
 * 40 digits are SHA1, 64 SHA256; 32 may be MD5 or IMPHASH, so they are left out.
 */
export const RELATED_HASHES: FieldForm = {
  name: 'related_hashes',
  inferred: true,
  read: ([value]) => {
    const hashes = textsOf(value).filter((hash) => HEX.test(hash));
    const ofLength = (name: HashField) => {
      const found = hashes.find((hash) => hash.length === DIGITS[name]);
      return found === undefined ? [] : [`${name}=${found.toUpperCase()}`];
    };
    const parts = [...ofLength('SHA1'), ...ofLength('SHA256')];
    return parts.length === 0 ? undefined : parts.join(',');
  },
  write: (text) => [[...hashParts(text).values()].map((hash) => hash.toLowerCase())],
  ask: ({ paths }) => supersetOf(paths),
};

/** One algorithm out of related.hash, told by its length. */
export function hashInRelated(algorithm: 'SHA1' | 'SHA256'): FieldForm {
  return {
    name: `related_${algorithm}`,
    inferred: true,
    read: (values) => hashParts(RELATED_HASHES.read(values) ?? '').get(algorithm),
    write: (text) => [text.toLowerCase()],
    ask: ({ condition, paths }) => {
      const uncased: FormCondition = 'cased' in condition ? { ...condition, cased: false } : condition;
      return asked(anyOf(...paths.map((path) => onPath(path, uncased))), false);
    },
  };
}
