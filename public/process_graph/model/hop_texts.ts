import type { FileHop, FileHopsNote, HopEvidence } from '../../../common/api/file_hops';
import type { MessageId } from '../../messages/english';
import type { Translate } from '../../messages/translate';
import { fileName } from '../../text/middle_cut';
import { visibleText } from '../../text/visible_text';

/** How a hop is known, in words. A new evidence is a row here. */
export const EVIDENCE: Readonly<Record<HopEvidence, MessageId>> = {
  hash: 'sysmonTrail.graph.hopHash',
  image_path: 'sysmonTrail.graph.hopImagePath',
  loaded_path: 'sysmonTrail.graph.hopLoadedPath',
  command_line: 'sysmonTrail.graph.hopCommandLine',
  archive_folder: 'sysmonTrail.graph.hopArchive',
};

/** What the two ends tell of the content. */
export const contentText = ({ content, hash }: FileHop, t: Translate): string =>
  content === 'same'
    ? t('sysmonTrail.graph.hopSame', { hash: visibleText(hash ?? '—') })
    : t(content === 'differs' ? 'sysmonTrail.graph.hopDiffers' : 'sysmonTrail.graph.hopUnknown');

/** The name of the written file; of several files the first, and how many more. */
export function filesText(hops: readonly FileHop[], t: Translate): string {
  const names = [...new Set(hops.map(({ written }) => fileName(written.path)))];
  const name = visibleText(names[0] ?? '');
  return names.length < 2 ? name : t('sysmonTrail.graph.hopFiles', { name, count: names.length - 1 });
}

type Sentences = {
  readonly [K in FileHopsNote['kind']]: (note: Extract<FileHopsNote, { kind: K }>, t: Translate) => string;
};

const NOTES: Sentences = {
  truncated: ({ shown, total }, t) => t('sysmonTrail.graph.hopsTruncated', { shown, total }),
  more_hops_back: ({ steps, hops }, t) => t('sysmonTrail.graph.hopsFurther', { steps, hops }),
  writer_unknown: ({ files }, t) => t('sysmonTrail.graph.hopsWriterUnknown', { files }),
  ancestors_not_followed: ({ nodes }, t) => t('sysmonTrail.graph.hopsAncestorsOpen', { count: nodes.length }),
  not_looked_before: ({ paths }, t) => t('sysmonTrail.graph.hopsNotBefore', { paths }),
};

/** The table holds one sentence per kind, so the note always fits its own row. */
export const hopNoteSentence = (note: FileHopsNote, t: Translate): string =>
  (NOTES[note.kind] as (note: FileHopsNote, t: Translate) => string)(note, t);
