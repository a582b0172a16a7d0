import type { MessageId } from '../../messages/english';
import type { MessageValues } from '../../messages/translate';
import { eventKind } from '../../../common/sysmon/event_kinds';
import { cardOf, programName } from './card';
import type { CardContext } from './card_context';
import type { TreeNode } from './process_tree';
import { visibleText } from '../../text/visible_text';

/** The whole card in words, for those who do not see the canvas. */
export function nodeLabel(node: TreeNode, context: CardContext): string {
  const { t, time } = context;
  const { process } = node;
  const card = cardOf(node, context);
  const says: (readonly [MessageId, MessageValues] | undefined)[] = [
    ['sysmonTrail.graph.nodeName', { name: card.name }],
    card.pid === undefined ? undefined : ['sysmonTrail.graph.nodePid', { pid: card.pid }],
    startOf(node, time),
    card.user === undefined ? undefined : ['sysmonTrail.graph.nodeUser', { user: card.user }],
    ['sysmonTrail.graph.nodeLevel', { level: node.depth + 1 }],
    ['sysmonTrail.graph.nodeChildren', { count: node.children.length }],
    ['sysmonTrail.graph.nodeEvents', { count: node.events }],
    ...card.badges.map(
      ({ ids, count, code }) =>
        ['sysmonTrail.graph.nodeBadge', { count, name: eventKind(ids[0] ?? 0)?.name ?? code }] as const,
    ),
    card.lifetime
      ? ['sysmonTrail.graph.nodeEnded', { time: card.lifetime }]
      : process.end
        ? undefined
        : ['sysmonTrail.graph.nodeNoEnd', {}],
  ];
  return [...card.tags, ...says.flatMap((one) => (one ? [t(...one)] : []))].join(', ');
}

function startOf(
  { process, parent }: TreeNode,
  time: CardContext['time'],
): readonly [MessageId, MessageValues] {
  if (!process.start) return ['sysmonTrail.graph.nodeNoStart', {}];
  const by = parent && programName(parent.process);
  const at = time(process.start.ms);
  return by
    ? ['sysmonTrail.graph.nodeStartedBy', { time: at, parent: visibleText(by) }]
    : ['sysmonTrail.graph.nodeStarted', { time: at }];
}
