import type { LineageNode, LineageNote } from '../api/lineage';
import type { TimeRange } from '../remark';
import { startOfGuid, type ProcessKey } from '../sysmon/process_guid';
import type { GatheredFacts } from './gather_facts';
import type { ParentLinks } from './link_parents';

/** Readers stamp an event some milliseconds after Sysmon did; only more than this is worth a word. */
const CLOCK_TOLERANCE_MS = 1000;

export interface NoteParts {
  readonly nodes: readonly LineageNode[];
  readonly links: ParentLinks;
  readonly gathered: GatheredFacts;
  /** Absent = everything is inside. */
  readonly range?: TimeRange;
  /** The processes whose start may lie outside the range. */
  readonly ancestors: ReadonlySet<ProcessKey>;
}

/** What a reader must know about the nodes shown; a note without a process is left out. */
export function lineageNotes(parts: NoteParts): LineageNote[] {
  const { nodes, links, gathered } = parts;
  const shown = new Set(nodes.map(({ id }) => id));
  const listed = (kind: ListNote['kind'], keys: Iterable<ProcessKey>): ListNote => ({
    kind,
    nodes: [...keys].filter((key) => shown.has(key)),
  });
  const lists = [
    listed('inferred', idsOf(nodes.filter(({ known }) => known === 'inferred'))),
    listed('orphan_roots', idsOf(orphans(nodes, gathered))),
    listed('loop', links.loops),
    listed('self_parent', links.self_parents),
    listed('no_parent_guid', [...links.no_parent_guid].sort()),
    listed('ancestors_outside_range', idsOf(outsideRange(parts))),
  ];
  return [...lists.filter((note) => note.nodes.length > 0), ...reusedPids(nodes), ...dataNotes(gathered)];
}

type ListNote = Extract<LineageNote, { nodes: readonly ProcessKey[]; processId?: never }>;

const idsOf = (nodes: readonly LineageNode[]): ProcessKey[] => nodes.map(({ id }) => id);

function orphans(nodes: readonly LineageNode[], { facts }: GatheredFacts): LineageNode[] {
  const traces = new Map(nodes.map((node) => [node.id, hasTrace(node, facts)]));
  return nodes.filter(
    ({ known, parentId }) => known === 'recorded' && parentId !== undefined && traces.get(parentId) === false,
  );
}

function hasTrace({ id, known, counts }: LineageNode, facts: GatheredFacts['facts']): boolean {
  const { ended, activity } = facts.get(id) ?? {};
  return (
    known === 'recorded' || Object.keys(counts).length > 0 || ended !== undefined || activity !== undefined
  );
}

function outsideRange({ nodes, range, ancestors }: NoteParts): LineageNode[] {
  if (!range) return [];
  const outside = (ms: number | undefined) => ms !== undefined && (ms < range.from || ms >= range.to);
  return nodes.filter(({ id, start }) => ancestors.has(id) && outside(start?.ms ?? startOfGuid(id)));
}

function reusedPids(nodes: readonly LineageNode[]): LineageNote[] {
  const by_pid = new Map<string, ProcessKey[]>();
  for (const { id, processId } of nodes) {
    if (processId !== undefined && !by_pid.get(processId)?.push(id)) by_pid.set(processId, [id]);
  }
  return [...by_pid]
    .filter(([, keys]) => keys.length > 1)
    .map(([processId, keys]) => ({ kind: 'pid_reused', processId, nodes: keys }));
}

function dataNotes({ duplicates, max_clock_difference_ms }: GatheredFacts): LineageNote[] {
  const notes: LineageNote[] = [];
  if (duplicates > 0) notes.push({ kind: 'duplicate_events', count: duplicates });
  if (max_clock_difference_ms > CLOCK_TOLERANCE_MS) {
    notes.push({ kind: 'clock_differs', max_ms: max_clock_difference_ms });
  }
  return notes;
}
