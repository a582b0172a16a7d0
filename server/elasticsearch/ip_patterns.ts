/** `usual`: the spellings that Windows and shippers write. `patterns`: regular expressions of Lucene that together fit every spelling. */
export interface IpPatterns {
  readonly usual: readonly string[];
  readonly patterns: readonly string[];
}

const ZONE = '(%.*)?';
const hexGroup = (high: number, low: number): number => high * 256 + low;
/** `0a0B` -> `0{0,3}[aA]0[bB]`, whatever zeros lead. */
const groupPattern = (group: number): string =>
  `0{0,3}${group.toString(16).replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)}`;

/** Four decimal parts, or mapped into IPv6 with a dotted or hexadecimal end. */
export function ipv4Patterns(bytes: readonly number[]): IpPatterns {
  const dotted = bytes.join('.');
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const hexadecimal = `.*:[fF]{4}:${groupPattern(hexGroup(a, b))}:${groupPattern(hexGroup(c, d))}${ZONE}`;
  return {
    usual: [dotted, `::ffff:${dotted}`, `0:0:0:0:0:ffff:${dotted}`],
    patterns: [`(.*:)?${dotted.replaceAll('.', '\\.')}${ZONE}`, hexadecimal],
  };
}

/** Groups of zeros may be left out, once, so any run of zeros and colons fits between the others. */
export function ipv6Patterns(bytes: readonly number[]): IpPatterns {
  const groups = Array.from({ length: 8 }, (_, at) => hexGroup(bytes[at * 2] ?? 0, bytes[at * 2 + 1] ?? 0));
  const full = groups.map((group) => group.toString(16));
  const dotted_end = bytes.slice(12).join('\\.');
  const spelt = (parts: readonly number[]) =>
    parts
      .filter((group) => group !== 0)
      .map(groupPattern)
      .join('[0:]*:[0:]*');
  return {
    usual: [full.join(':'), compressed(full), full.map((group) => group.padStart(4, '0')).join(':')],
    patterns: [
      `[0:]*${spelt(groups)}[0:]*${ZONE}`,
      `[0:]*${spelt(groups.slice(0, 6))}[0:]*${dotted_end}${ZONE}`,
    ],
  };
}

/** The longest run of zero groups, of two at least, as `::` (RFC 5952). */
function compressed(groups: readonly string[]): string {
  const runs = [...groups.join(':').matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map((run) =>
    run[0].replace(/^:/, ''),
  );
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest === '') return groups.join(':');
  const text = groups.join(':');
  const at = text.search(new RegExp(`(?:^|:)${longest}(?:$|:)`));
  const start = text[at] === ':' ? at + 1 : at;
  return `${text.slice(0, start).replace(/:$/, '')}::${text.slice(start + longest.length).replace(/^:/, '')}`;
}
