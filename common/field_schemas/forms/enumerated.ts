import { anyOf, asked, onPath, supersetOf } from '../field_forms';
import type { AskedPaths, FieldForm, FormQuestion, PathQuestion } from '../field_forms';
import { textOf } from '../values';

/** Stored word (lower case) and Sysmon's text for it. Of several words for one text the first is written. */
export type Words = readonly (readonly [stored: string, text: string])[];

/** A field with few values, each stored under another word. Other words than these hold no value. */
export function enumerated(name: string, words: Words): FieldForm {
  const texts = new Map(words);
  return {
    name,
    read: ([value]) => texts.get(textOf(value)?.toLowerCase() ?? ''),
    write: (text) => [words.find((word) => word[1] === text)?.[0]],
    ask: (question) => askWords(words, question),
  };
}

function askWords(words: Words, { paths, test, condition }: FormQuestion): AskedPaths {
  const hits = condition.kind === 'exists' ? words : words.filter(([, text]) => test(text));
  return asked(anyOf(...hits.flatMap(([stored]) => paths.map((path) => equalTo(path, stored)))), true);
}

const equalTo = (path: string, value: string): PathQuestion => onPath(path, { kind: 'equals', value });

/** network.direction: 7.6 says inbound and outbound, 7.11 and later ingress and egress. */
export const INITIATED = enumerated('direction', [
  ['egress', 'true'],
  ['outbound', 'true'],
  ['ingress', 'false'],
  ['inbound', 'false'],
]);

/** network.type, which the module derives from SourceIsIpv6. */
export const IS_IPV6 = enumerated('network_type', [
  ['ipv6', 'true'],
  ['ipv4', 'false'],
]);

/** The address tells its family; a superset on asking, since an ip field cannot be asked for its form. */
export const FAMILY_OF_IP: FieldForm = {
  name: 'family_of_ip',
  inferred: true,
  read: ([value]) => {
    const ip = textOf(value);
    return ip === undefined ? undefined : ip.includes(':') ? 'true' : 'false';
  },
  write: () => [undefined],
  ask: ({ paths }) => supersetOf(paths),
};
