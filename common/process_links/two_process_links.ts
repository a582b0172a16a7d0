import type { ProcessLink } from '../api/process_links';
import type { GroupCount } from '../event_questions/count_groups';
import { processKey, type ProcessKey } from '../sysmon/process_guid';
import { flagsOf, rightsOf } from './access_rights';
import { addSpans, spanOf, type Span } from './span';
import type { LinkTally } from './link_tally';

type RemoteThread = Extract<ProcessLink, { kind: 'remote_thread' }>;
type ProcessAccess = Extract<ProcessLink, { kind: 'process_access' }>;

interface Pair {
  readonly source: ProcessKey;
  readonly target: ProcessKey;
}

/** Undefined, and counted as such, where an end has no GUID or both are one process. */
function pairOf(group: GroupCount, tally: LinkTally): Pair | undefined {
  const [source, target] = [processKey(group.values[0]), processKey(group.values[1])];
  tally.name(source, group.values[2]);
  tally.name(target, group.values[3]);
  if (source === undefined || target === undefined) tally.unlinked.no_process += group.total;
  else if (source === target) tally.unlinked.self += group.total;
  else return { source, target };
  return undefined;
}

/** Groups of events 8 -> one link for each source and target. */
export function remoteThreads(groups: readonly GroupCount[], tally: LinkTally): RemoteThread[] {
  const links = new Map<string, Pair & Span & { starts: RemoteThread['starts'] }>();
  for (const group of groups) {
    const pair = pairOf(group, tally);
    if (!pair) continue;
    const [, , , , module, start] = group.values;
    const begun = { ...known('module', module), ...known('function', start), count: group.total };
    const id = `${pair.source}>${pair.target}`;
    const before = links.get(id);
    links.set(id, {
      ...pair,
      ...(before ? addSpans(before, spanOf(group)) : spanOf(group)),
      starts: [...(before?.starts ?? []), begun],
    });
  }
  return [...links.values()].map((link) => ({ kind: 'remote_thread', ...link, starts: sorted(link.starts) }));
}

const sorted = (starts: RemoteThread['starts']): RemoteThread['starts'] =>
  [...starts].sort((a, b) => b.count - a.count || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Sysmon writes "-" where it could not tell. */
const known = (name: 'module' | 'function', value: string | undefined) =>
  value === undefined || value === '-' ? {} : { [name]: value };

/** Groups of events 10 -> one link for each source, target and mask. */
export function processAccesses(groups: readonly GroupCount[], tally: LinkTally): ProcessAccess[] {
  const links = new Map<string, ProcessAccess>();
  for (const group of groups) {
    const pair = pairOf(group, tally);
    if (!pair) continue;
    const [, , , target, mask = ''] = group.values;
    const id = `${pair.source}>${pair.target}>${mask.toLowerCase()}`;
    const before = links.get(id);
    const flags = new Set([...(before?.flags ?? []), ...flagsOf({ mask, target })]);
    links.set(id, {
      kind: 'process_access',
      ...pair,
      ...(before ? addSpans(before, spanOf(group)) : spanOf(group)),
      mask: before?.mask ?? mask,
      rights: rightsOf(mask),
      flags: [...flags],
    });
  }
  return [...links.values()];
}
