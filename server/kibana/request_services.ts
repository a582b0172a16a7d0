import { esEventStore } from '../elasticsearch/es_event_store';
import { factsCache } from '../elasticsearch/facts_cache';
import { gatedEventStore } from '../elasticsearch/gated_event_store';
import { userGate } from '../elasticsearch/user_gate';
import type { Clock, Logger, RequestServices } from '../ports';
import type { BoundRequest } from './register_routes';

export interface ServicesOptions {
  readonly patterns: readonly string[];
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Services for one request each; what is known of the indices is kept between them. */
export function requestServices({
  patterns,
  log,
  clock = { now: () => Date.now() },
}: ServicesOptions): (request: BoundRequest) => RequestServices {
  const cache = factsCache({ now: clock.now });
  const gate = userGate();
  return (request) => ({
    events: gatedEventStore(esEventStore({ ...request, patterns, cache }), {
      gate,
      user: request.user ?? '',
      signal: request.signal,
    }),
    clock,
    log,
    signal: request.signal,
  });
}
