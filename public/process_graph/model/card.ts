import type { LineageNode } from '../../../common/api/lineage';
import { fileName } from '../../text/middle_cut';
import { visibleText } from '../../text/visible_text';
import { formatDuration, formatOffset } from '../../time/format_time';
import { badgesOf, type Badge } from './badge_table';
import type { CardContext } from './card_context';
import { nodeTags } from './node_states';
import type { TreeNode } from './process_tree';

/** Everything that a card says, ready to be drawn: hostile characters are already visible. */
export interface Card {
  readonly name: string;
  /** Neither image nor command line is known. */
  readonly unknown: boolean;
  readonly pid?: string;
  readonly commandLine?: string;
  readonly user?: string;
  /** Distance to the origin's start, or the time itself where there is no origin. */
  readonly when?: string;
  readonly lifetime?: string;
  readonly ended: boolean;
  readonly inferred: boolean;
  readonly elevation: string;
  readonly tags: readonly string[];
  readonly badges: readonly Badge[];
  readonly events: number;
}

const ELEVATION: Readonly<Record<string, string>> = {
  system: '^^',
  high: '^',
  low: 'v',
  appcontainer: 'v',
  untrusted: 'v',
};

export function cardOf(node: TreeNode, context: CardContext): Card {
  const { process } = node;
  const name = programName(process);
  const when = whenOf(process.start?.ms, context);
  const lifetime =
    process.start && process.end ? formatDuration(Math.max(0, process.end.ms - process.start.ms)) : undefined;
  return {
    name: name === undefined ? context.t('sysmonTrail.graph.unknownProcess') : visibleText(name),
    unknown: name === undefined,
    ...(process.processId !== undefined && { pid: visibleText(process.processId) }),
    ...(process.commandLine !== undefined && { commandLine: visibleText(process.commandLine) }),
    ...(process.user !== undefined && { user: visibleText(process.user) }),
    ...(when !== undefined && { when }),
    ...(lifetime !== undefined && { lifetime }),
    ended: process.end !== undefined,
    inferred: process.known === 'inferred',
    elevation: ELEVATION[process.integrityLevel?.toLowerCase() ?? ''] ?? '',
    tags: nodeTags(process, context),
    badges: badgesOf(process.counts),
    events: node.events,
  };
}

const SERVICE_GROUP = /\s-k\s+("?)([\w-]+)\1/i;

/** File name of the image; svchost carries the group of services that it runs, since there are dozens of it. */
export function programName({ image, commandLine }: LineageNode): string | undefined {
  if (!image || image === '-' || image === '<unknown process>') return undefined;
  const name = fileName(image);
  const group = name.toLowerCase() === 'svchost.exe' ? SERVICE_GROUP.exec(commandLine ?? '')?.[2] : undefined;
  return group ? `${name} -k ${group}` : name;
}

function whenOf(start: number | undefined, { originStart, time }: CardContext): string | undefined {
  if (start === undefined) return undefined;
  return originStart === undefined ? time(start).slice(11) : formatOffset(start - originStart);
}
