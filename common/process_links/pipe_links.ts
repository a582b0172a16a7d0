import type { ProcessLink } from '../api/process_links';
import type { GroupCount } from '../event_questions/count_groups';
import { CLOCK_TOLERANCE_MS } from '../lineage/clock_tolerance';
import { foldCase } from '../predicate/fold_case';
import { processKey, type ProcessKey } from '../sysmon/process_guid';
import type { LinkTally } from './link_tally';
import { addSpans, spanOf, type Span } from './span';

type PipeLink = Extract<ProcessLink, { kind: 'pipe' }>;

interface PipeEnd extends Span {
  readonly process: ProcessKey;
  readonly pipe: string;
}

/** All pipes without a name carry this one. */
const isAnonymous = (pipe: string): boolean => /anonymous pipe/i.test(pipe);

/** Names (as recorded) that somebody connected to and nobody is known to have created. */
export function pipesWithoutCreator(
  created: readonly GroupCount[],
  connected: readonly GroupCount[],
): string[] {
  const known = new Set(created.map(({ values }) => foldCase(values[2] ?? '')));
  const names = connected.flatMap(({ values }) => values[2] ?? []);
  return [...new Set(names)].filter((name) => !isAnonymous(name) && !known.has(foldCase(name)));
}

/** Creators (17) and connectors (18) of one name on one host. */
export function pipeLinks(
  { created, connected }: { created: readonly GroupCount[]; connected: readonly GroupCount[] },
  tally: LinkTally,
): PipeLink[] {
  const creators = endsOf(created, tally);
  const connectors = endsOf(withNames(connected, tally), tally);
  tally.unlinked.no_process += sumOf(connected) - tally.unlinked.anonymous_pipe - sumOfEnds(connectors);
  return [...connectors.values()].flat().flatMap((connector) => {
    const able = (creators.get(foldCase(connector.pipe)) ?? []).filter((creator) =>
      isBefore(creator, connector),
    );
    return linkOf(connector, { able, tally });
  });
}

function withNames(groups: readonly GroupCount[], tally: LinkTally): GroupCount[] {
  const anonymous = groups.filter(({ values }) => isAnonymous(values[2] ?? ''));
  tally.unlinked.anonymous_pipe += sumOf(anonymous);
  return groups.filter((group) => !anonymous.includes(group));
}

/** By folded name; one end for each process. Groups without a GUID or name are left out. */
function endsOf(groups: readonly GroupCount[], tally: LinkTally): Map<string, PipeEnd[]> {
  const ends = new Map<string, Map<ProcessKey, PipeEnd>>();
  for (const group of groups) {
    const process = processKey(group.values[0]);
    const pipe = group.values[2];
    tally.name(process, group.values[1]);
    if (process === undefined || pipe === undefined) continue;
    const of_name = ends.get(foldCase(pipe)) ?? new Map<ProcessKey, PipeEnd>();
    const before = of_name.get(process);
    const span = before ? addSpans(before, spanOf(group)) : spanOf(group);
    of_name.set(process, { process, pipe: before?.pipe ?? pipe, ...span });
    ends.set(foldCase(pipe), of_name);
  }
  return new Map([...ends].map(([name, of_name]) => [name, [...of_name.values()]]));
}

/** Times that the store cannot tell exclude nobody. */
const isBefore = (creator: PipeEnd, { last }: PipeEnd): boolean =>
  creator.first === undefined || last === undefined || creator.first <= last + CLOCK_TOLERANCE_MS;

function linkOf(
  connector: PipeEnd,
  { able, tally }: { able: readonly PipeEnd[]; tally: LinkTally },
): PipeLink[] {
  const others = able.filter(({ process }) => process !== connector.process);
  const creator = lastBefore(connector, others);
  if (!creator) {
    tally.unlinked[able.length > 0 ? 'self' : 'no_creator'] += connector.count;
    return [];
  }
  const { process: target, pipe, ...span } = connector;
  const also_created_by = others.map(({ process }) => process).filter((key) => key !== creator.process);
  const { process: source, count: created } = creator;
  return [{ kind: 'pipe', source, target, pipe, ...span, created, also_created_by }];
}

/** The last that had created it when it was first connected to; if there is none, the first that did so later. */
function lastBefore({ first = Infinity }: PipeEnd, creators: readonly PipeEnd[]): PipeEnd | undefined {
  const ordered = [...creators].sort(
    (a, b) => (a.first ?? 0) - (b.first ?? 0) || (a.process < b.process ? -1 : 1),
  );
  const before = ordered.filter((creator) => (creator.first ?? 0) <= first + CLOCK_TOLERANCE_MS);
  return before.at(-1) ?? ordered[0];
}

const sumOf = (groups: readonly GroupCount[]): number => groups.reduce((sum, { total }) => sum + total, 0);
const sumOfEnds = (ends: ReadonlyMap<string, readonly PipeEnd[]>): number =>
  [...ends.values()].flat().reduce((sum, { count }) => sum + count, 0);
