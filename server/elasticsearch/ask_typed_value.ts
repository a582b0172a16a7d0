import { parseNetwork, parseIp } from '../../common/predicate/ip_address';
import { numberKey } from '../../common/predicate/text_condition';
import type { PathCondition } from './path_condition';
import { anyQ, atLeast, exactly, NONE } from './bounds';
import type { Bounds } from './bounds';
import type { EsQuery } from './search_client';
import { wholeNumbers } from './whole_numbers';

const exists = (path: string): EsQuery => ({ exists: { field: path } });

/** Largest absolute value that a query on the type may name; Elasticsearch refuses a question beyond it. */
const LIMITS: Readonly<Record<string, number>> = {
  byte: 127,
  short: 32_767,
  integer: 2_147_483_647,
  long: Number.MAX_SAFE_INTEGER,
  unsigned_long: Number.MAX_SAFE_INTEGER,
  double: Number.MAX_SAFE_INTEGER,
};

export function askNumber({ path, condition, fieldType }: PathCondition, type: string): Bounds {
  const limit = LIMITS[type] ?? 0;
  if (condition.kind === 'compare') {
    const { from, to } = wholeNumbers(condition);
    if (from > limit || to < -limit) return atLeast(exists(path), 'numbers beyond the mapping');
    const gte = from < -limit ? undefined : from;
    const lte = to > limit ? undefined : to;
    return exactly({
      range: { [path]: { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) } },
    });
  }
  if (condition.kind !== 'equals' || condition.cased) return atLeast(exists(path), `${path} is a number`);
  const key = numberKey(condition.value);
  if (key === undefined || (fieldType !== 'number' && key !== condition.value)) return exactly(NONE);
  const too_large = Math.abs(Number(key)) > limit;
  return too_large
    ? atLeast(exists(path), 'numbers beyond the mapping')
    : exactly({ term: { [path]: Number(key) } });
}

/** IPv4 addresses are stored as mapped IPv6, so an IPv6 network must not take them in. */
export function askIp({ path, condition }: PathCondition): Bounds {
  if (condition.kind === 'cidr') {
    const network = parseNetwork(condition.value);
    if (!network) return exactly(NONE);
    const within: EsQuery = { term: { [path]: `${network.address.toString()}/${network.bits}` } };
    if (network.address.kind() === 'ipv4') return exactly(within);
    return exactly({ bool: { filter: [within], must_not: [{ term: { [path]: '0.0.0.0/0' } }] } });
  }
  if (condition.kind !== 'equals' || condition.cased) return atLeast(exists(path), `${path} is an address`);
  const address = parseIp(condition.value);
  return exactly(address ? { term: { [path]: address.toString() } } : NONE);
}

export function askBoolean({ path, test }: PathCondition): Bounds {
  return exactly(
    anyQ(
      [true, false]
        .filter((value) => test(String(value)))
        .map((value): EsQuery => ({ term: { [path]: value } })),
    ),
  );
}

/** The text of a date depends on its document, so it is left to memory. */
export const askDate = ({ path }: PathCondition): Bounds => atLeast(exists(path), `${path} is a date`);
