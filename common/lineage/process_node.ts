import type { LineageNode } from '../api/lineage';
import type { SysmonField } from '../sysmon/event_kinds';
import type { ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import type { ProcessFacts } from './gather_facts';
import type { ProcessActivity } from './tally_activity';

type Described = 'processId' | 'image' | 'commandLine' | 'user';

/** Which field of which sort of event describes a process that has no event 1 of its own; the first sort that knows wins. */
const SOURCES: readonly {
  readonly sort: keyof ProcessFacts;
  readonly fields: Readonly<Record<Described, readonly SysmonField[]>>;
}[] = [
  {
    sort: 'child',
    fields: {
      processId: ['ParentProcessId'],
      image: ['ParentImage'],
      commandLine: ['ParentCommandLine'],
      user: ['ParentUser'],
    },
  },
  ...(['ended', 'activity'] as const).map((sort) => ({
    sort,
    fields: {
      processId: ['ProcessId', 'SourceProcessId'],
      image: ['Image', 'SourceImage'],
      commandLine: [],
      user: ['User', 'SourceUser'],
    } as const,
  })),
  {
    sort: 'target',
    fields: { processId: ['TargetProcessId'], image: ['TargetImage'], commandLine: [], user: ['TargetUser'] },
  },
];

export interface NodeParts {
  readonly id: ProcessKey;
  readonly parentId: ProcessKey | undefined;
  readonly facts: ProcessFacts;
  readonly activity: ProcessActivity | undefined;
}

/** What is known about a process -> the node that is shown. Unknown properties are left out. */
export function processNode({ id, parentId, facts, activity }: NodeParts): LineageNode {
  return withoutUndefined({
    id,
    parentId,
    ...(facts.created ? recorded(facts.created) : inferred(facts)),
    end: facts.ended?.time,
    counts: activity?.counts ?? {},
    firstActivity: activity?.first,
    lastActivity: activity?.last,
  });
}

const recorded = ({ fields, time, ref }: SysmonEvent) => ({
  known: 'recorded' as const,
  processId: fields.ProcessId,
  image: fields.Image,
  commandLine: fields.CommandLine,
  currentDirectory: fields.CurrentDirectory,
  originalFileName: fields.OriginalFileName,
  user: fields.User,
  logonId: fields.LogonId,
  integrityLevel: fields.IntegrityLevel,
  hashes: fields.Hashes,
  ruleName: fields.RuleName,
  start: time,
  document: ref,
});

const inferred = (facts: ProcessFacts) => ({
  known: 'inferred' as const,
  inferredFrom: facts.child ? ('child' as const) : ('activity' as const),
  processId: describe(facts, 'processId'),
  image: describe(facts, 'image'),
  commandLine: describe(facts, 'commandLine'),
  user: describe(facts, 'user'),
});

function describe(facts: ProcessFacts, what: Described): string | undefined {
  for (const { sort, fields } of SOURCES) {
    const value = fields[what].map((field) => facts[sort]?.fields[field]).find(isKnown);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Sysmon writes "-" or "?" about a parent that it could not open any more. */
const isKnown = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== '-' && value !== '?';

function withoutUndefined(node: { [key in keyof LineageNode]: LineageNode[key] | undefined }): LineageNode {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== undefined),
  ) as unknown as LineageNode;
}
