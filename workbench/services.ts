import type { Client } from '@elastic/elasticsearch';
import { esEventStore, warmFacts } from '../server/elasticsearch/es_event_store';
import { factsCache } from '../server/elasticsearch/facts_cache';
import { gatedEventStore } from '../server/elasticsearch/gated_event_store';
import { userGate } from '../server/elasticsearch/user_gate';
import type { Clock, Logger, RequestServices } from '../server/ports';

/** The plugin's default (`sysmonTrail.index_patterns`). */
const PATTERNS = ['winlogbeat-*', 'logs-windows.sysmon_operational-*'];
const CLOCK: Clock = { now: () => Date.now() };

export interface RequestHere {
  readonly operation: string;
  readonly signal: AbortSignal;
}

export type ServicesHere = (request: RequestHere) => RequestServices;

/** What a request may use: everybody here is the one user of the workbench. */
export async function servicesOn(client: Client, log: Logger): Promise<ServicesHere> {
  const shared = { client, patterns: PATTERNS, cache: factsCache(CLOCK) };
  // Without any data yet there is nothing to know, and each page says so.
  await warmFacts({ ...shared, operation: 'start' }).catch(() => undefined);
  const gate = userGate();
  return (request) => ({
    events: gatedEventStore(esEventStore({ ...shared, ...request }), {
      gate,
      user: 'workbench',
      signal: request.signal,
    }),
    clock: CLOCK,
    log,
    signal: request.signal,
  });
}
