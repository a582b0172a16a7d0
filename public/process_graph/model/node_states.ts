import type { LineageNode } from '../../../common/api/lineage';
import type { MessageId } from '../../messages/english';
import type { CardContext } from './card_context';

interface TagRow {
  readonly tag: MessageId;
  readonly applies: (process: LineageNode, context: CardContext) => boolean;
}

/** States of a process that a tag names, so that no state is told by colour or line alone. A new state is a row here. */
const TAGS: readonly TagRow[] = [
  { tag: 'sysmonTrail.graph.tagOrigin', applies: ({ id }, { originId }) => id === originId },
  { tag: 'sysmonTrail.graph.tagInferred', applies: ({ known }) => known === 'inferred' },
  { tag: 'sysmonTrail.graph.tagTampered', applies: ({ counts }) => (counts[25] ?? 0) > 0 },
];

export const nodeTags = (process: LineageNode, context: CardContext): readonly string[] =>
  TAGS.filter(({ applies }) => applies(process, context)).map(({ tag }) => context.t(tag));
