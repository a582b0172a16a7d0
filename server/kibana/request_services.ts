import { esEventStore } from '../elasticsearch/es_event_store';
import { factsCache } from '../elasticsearch/facts_cache';
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
  return (request) => ({
    events: esEventStore({ ...request, patterns, cache }),
    clock,
    log,
    signal: request.signal,
  });
}
