import type { LineageNote } from '../../../common/api/lineage';
import type { Translate } from '../../messages/translate';
import { visibleText } from '../../text/visible_text';
import { formatDuration } from '../../time/format_time';

type Sentences = {
  readonly [K in LineageNote['kind']]: (note: Extract<LineageNote, { kind: K }>, t: Translate) => string;
};

/** What an answer says about itself, one sentence a kind. A new kind is a row here. */
const SENTENCES: Sentences = {
  inferred: ({ nodes }, t) => t('sysmonTrail.graph.noteInferred', { count: nodes.length }),
  orphan_roots: ({ nodes }, t) => t('sysmonTrail.graph.noteOrphans', { count: nodes.length }),
  loop: ({ nodes }, t) => t('sysmonTrail.graph.noteLoop', { count: nodes.length }),
  self_parent: ({ nodes }, t) => t('sysmonTrail.graph.noteSelfParent', { count: nodes.length }),
  no_parent_guid: ({ nodes }, t) => t('sysmonTrail.graph.noteNoParent', { count: nodes.length }),
  pid_reused: ({ processId, nodes }, t) =>
    t('sysmonTrail.graph.notePidReused', { pid: visibleText(processId), count: nodes.length }),
  duplicate_events: ({ count }, t) => t('sysmonTrail.graph.noteDuplicates', { count }),
  clock_differs: ({ max_ms }, t) => t('sysmonTrail.graph.noteClock', { time: formatDuration(max_ms) }),
  ancestors_outside_range: ({ nodes }, t) => t('sysmonTrail.graph.noteOutside', { count: nodes.length }),
  truncated: ({ shown, total }, t) => t('sysmonTrail.graph.noteTruncated', { shown, total }),
};

/** The table holds one sentence per kind, so the note always fits its own row. */
export const noteSentence = (note: LineageNote, t: Translate): string =>
  (SENTENCES[note.kind] as (note: LineageNote, t: Translate) => string)(note, t);

/** All notes in words. Reused PIDs are many on a busy host, and one sentence says as much as fifty. */
export function noteSentences(notes: readonly LineageNote[], t: Translate): readonly string[] {
  const reused = notes.filter(({ kind }) => kind === 'pid_reused');
  if (reused.length < 2) return notes.map((note) => noteSentence(note, t));
  const others = notes.filter(({ kind }) => kind !== 'pid_reused').map((note) => noteSentence(note, t));
  return [...others, t('sysmonTrail.graph.notePidsReused', { count: reused.length })];
}

/** Something may be missing or wrong in the picture; the other notes explain it. */
const WARNINGS: ReadonlySet<LineageNote['kind']> = new Set(['truncated', 'loop', 'self_parent']);

export const isWarning = ({ kind }: LineageNote): boolean => WARNINGS.has(kind);
