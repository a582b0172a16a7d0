import type { LineageAnswer, lineageRequest } from '../../common/api/lineage';
import { actorOf, targetOf } from '../../common/lineage/named_processes';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { z } from 'zod';
import type { EventStore } from '../ports';

export type AskedLineage = z.output<typeof lineageRequest>;

/** The process whose lineage is asked for; host and event are known when it was asked for by document. */
export interface Start {
  readonly kind: 'process';
  readonly key: ProcessKey;
  readonly host?: string;
  readonly event?: SysmonEvent;
}

type NoStart = Exclude<LineageAnswer, { kind: 'found' | 'ambiguous' }>;

/** What the caller sent -> the process it means. Reads the document when it was asked for by address. */
export async function findStart(store: EventStore, asked: AskedLineage): Promise<Start | NoStart> {
  const problems = problemsOf(asked);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const key = processKey(asked.guid);
  if (key !== undefined) return { kind: 'process', key, host: asked.host };
  return startOfDocument(store, asked);
}

function problemsOf({ guid, index, id, from, to }: AskedLineage): string[] {
  const problems: string[] = [];
  if (guid === undefined && (index === undefined || id === undefined)) {
    problems.push('Give guid, or index and id of an event.');
  }
  if (guid !== undefined && (index !== undefined || id !== undefined)) {
    problems.push('Give either guid, or index and id, not both.');
  }
  if (guid !== undefined && processKey(guid) === undefined) {
    problems.push(`guid: ${JSON.stringify(guid)} names no process.`);
  }
  if (from !== undefined && to !== undefined && from >= to) problems.push('from must be before to.');
  return problems;
}

async function startOfDocument(
  store: EventStore,
  { index = '', id = '', host, role }: AskedLineage,
): Promise<Start | NoStart> {
  const [document] = await store.get([{ index, id }]);
  if (!document) return { kind: 'not_found', what: 'document', looked_in: [index] };
  const { event, reason } = document;
  if (!event) return { kind: 'not_sysmon', reason: reason ?? 'This document is no Sysmon event.' };
  const key = role === 'target' ? targetOf(event) : actorOf(event);
  if (key === undefined) return { kind: 'no_process', event };
  return { kind: 'process', key, host: host ?? event.host, event };
}
