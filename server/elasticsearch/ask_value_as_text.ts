import { parseIp, parseNetwork } from '../../common/predicate/ip_address';
import { numberKey } from '../../common/predicate/text_condition';
import type { PathCondition, PathContext } from './path_condition';
import { anyQ, atLeast, exactly, NONE } from './bounds';
import type { Bounds } from './bounds';
import { wholeNumbers } from './whole_numbers';
import { ipv4Patterns, ipv6Patterns } from './ip_patterns';
import type { EsQuery } from './search_client';

const MAX_INT = 2_147_483_647;
const regexp = (path: string, value: string, flags: string): EsQuery => ({
  regexp: { [path]: { value, flags } },
});
const exists = (path: string): EsQuery => ({ exists: { field: path } });

/** A whole number kept as text: any number of leading zeros. */
export function askNumberText({ path, condition }: PathCondition, context: PathContext): Bounds {
  if (condition.kind === 'compare') return compareText(path, condition, context);
  const value = condition.kind === 'equals' ? condition.value : '';
  const key = numberKey(value);
  const plain: EsQuery = { term: { [path]: { value, case_insensitive: true } } };
  if (key === undefined) return exactly(plain);
  const lower: EsQuery = { terms: { [path]: [...new Set([key, value])] } };
  if (!context.patterns) return atLeast(exists(path), context.patternsReason, lower);
  return exactly(
    regexp(
      path,
      key.replace(/^-?/, (sign) => `${sign}0*`),
      'NONE',
    ),
  );
}

/** Lucene's <a-b> knows whole numbers from 0 to the largest int; longer ones are asked by their length. */
function compareText(
  path: string,
  condition: { op: 'lt' | 'le' | 'gt' | 'ge'; value: number },
  context: PathContext,
): Bounds {
  if (!context.patterns) return atLeast(exists(path), context.patternsReason);
  const { from, to } = wholeNumbers(condition);
  const [low, high] = [Math.max(from, 0), Math.min(to, MAX_INT)];
  const within = low <= high ? regexp(path, `<${low}-${high}>`, 'INTERVAL') : NONE;
  const beyond = [
    to > MAX_INT ? regexp(path, '[0-9]{10,}', 'NONE') : NONE,
    from < 0 ? regexp(path, '-[0-9]+', 'NONE') : NONE,
  ];
  return atLeast(anyQ([within, ...beyond]), 'numbers kept as text', within);
}

/** An address kept as text may be spelt in many ways: patterns find all of them, the usual spellings are sure. */
export function askIpText({ path, condition, test }: PathCondition, context: PathContext): Bounds {
  if (condition.kind === 'cidr') return networkText(path, condition.value, context);
  const value = condition.kind === 'equals' ? condition.value : '';
  const address = parseIp(value);
  if (!address) return exactly({ term: { [path]: { value, case_insensitive: true } } });
  const { usual, patterns } =
    address.kind() === 'ipv4' ? ipv4Patterns(address.toByteArray()) : ipv6Patterns(address.toByteArray());
  const sure = usual
    .filter(test)
    .map((text): EsQuery => ({ term: { [path]: { value: text, case_insensitive: true } } }));
  const lower = anyQ(sure);
  if (!context.patterns) return atLeast(exists(path), context.patternsReason, lower);
  const upper = anyQ(patterns.map((pattern) => regexp(path, pattern, 'NONE')));
  return atLeast(upper, 'addresses kept as text', lower);
}

/** Whole octets of the network narrow it; IPv6 networks are left to memory. */
function networkText(path: string, value: string, context: PathContext): Bounds {
  const network = parseNetwork(value);
  if (!network) return exactly(NONE);
  if (network.address.kind() !== 'ipv4' || !context.patterns || network.bits < 8)
    return atLeast(exists(path), 'a network over addresses kept as text');
  const octets = network.address.toByteArray().slice(0, network.bits >> 3);
  const dots = '\\.[0-9]+'.repeat(4 - octets.length);
  const dotted = `(.*:)?${octets.join('\\.')}${dots}(%.*)?`;
  const hexadecimal = '.*:[fF]{4}:[0-9a-fA-F]+:[0-9a-fA-F]+(%.*)?';
  return atLeast(
    anyQ([regexp(path, dotted, 'NONE'), regexp(path, hexadecimal, 'NONE')]),
    'a network over addresses kept as text',
  );
}
