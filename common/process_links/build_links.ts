import type { LinkedProcess, ProcessLink, TamperingMark, UnlinkedEvents } from '../api/process_links';
import type { GroupCount } from '../event_questions/count_groups';
import { processKey, type ProcessKey } from '../sysmon/process_guid';
import type { LinkGroup } from './link_groups';
import { LinkTally } from './link_tally';
import { pipeLinks } from './pipe_links';
import { addSpans, spanOf } from './span';
import { processAccesses, remoteThreads } from './two_process_links';

export type GroupsOfLinks = Readonly<Record<LinkGroup, readonly GroupCount[]>>;

export interface BuiltLinks {
  readonly links: readonly ProcessLink[];
  readonly tampered: readonly TamperingMark[];
  readonly processes: readonly LinkedProcess[];
  readonly unlinked: UnlinkedEvents;
}

/**
 * Counted groups of one host -> links between processes. Every event 8, 10, 18 and 25 is in exactly one link, mark or number of
 * `unlinked`. With `of`, only what touches these processes is shown; the numbers stay those of the host.
 */
export function buildLinks(groups: GroupsOfLinks, of?: ReadonlySet<ProcessKey>): BuiltLinks {
  const tally = new LinkTally();
  const is_wanted = (...keys: readonly ProcessKey[]) => !of || keys.some((key) => of.has(key));
  const all: ProcessLink[] = [
    ...remoteThreads(groups.remote_thread, tally).sort(byCount),
    ...processAccesses(groups.process_access, tally).sort(byCount),
    ...pipeLinks({ created: groups.pipe_created, connected: groups.pipe_connected }, tally).sort(byCount),
  ];
  const links = all.filter(({ source, target }) => is_wanted(source, target));
  const tampered = marksOf(groups.tampering, tally).filter(({ process }) => is_wanted(process));
  const ends = [
    ...links.flatMap(({ source, target }) => [source, target]),
    ...tampered.map((mark) => mark.process),
  ];
  const creators = links.flatMap((link) => (link.kind === 'pipe' ? link.also_created_by : []));
  return { links, tampered, processes: tally.named([...ends, ...creators]), unlinked: tally.unlinked };
}

const byCount = (a: ProcessLink, b: ProcessLink): number =>
  b.count - a.count || (idOf(a) < idOf(b) ? -1 : Number(idOf(a) > idOf(b)));

function idOf(link: ProcessLink): string {
  const what = link.kind === 'process_access' ? link.mask : link.kind === 'pipe' ? link.pipe : '';
  return [link.source, link.target, what].join('>');
}

function marksOf(groups: readonly GroupCount[], tally: LinkTally): TamperingMark[] {
  const marks = new Map<string, TamperingMark>();
  for (const group of groups) {
    const [guid, image, type] = group.values;
    const process = processKey(guid);
    tally.name(process, image);
    if (process === undefined) {
      tally.unlinked.no_process += group.total;
      continue;
    }
    const id = `${process}>${type ?? ''}`;
    const before = marks.get(id);
    const span = before ? addSpans(before, spanOf(group)) : spanOf(group);
    marks.set(id, { process, ...(type !== undefined && { type }), ...span });
  }
  return [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}
