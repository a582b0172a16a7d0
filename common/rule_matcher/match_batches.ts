import type { SysmonEvent } from '../sysmon/sysmon_event';
import type { RuleMatcher } from './rule_matcher';

/** An event and the rules it satisfies, by their numbers in the matcher. */
export interface EventHits {
  readonly event: SysmonEvent;
  readonly rules: readonly number[];
}

export interface MatchedBatch {
  readonly events: number;
  readonly hits: readonly EventHits[];
}

interface MatchBatches {
  readonly matcher: RuleMatcher;
  readonly batches: AsyncIterable<readonly SysmonEvent[]> | Iterable<readonly SysmonEvent[]>;
  /** Checked after every few hundred events; when it is aborted, no further batch comes. */
  readonly signal: AbortSignal;
  /** Lets others have their turn; called after every few hundred events (a worker needs it to hear of an abort). */
  readonly pause: () => Promise<void>;
}

/** About two milliseconds on event 1, the dearest. */
const EVENTS_A_TURN = 200;

/** One pass over the events, all rules at once. One answer for every batch, in their order; a batch cut short by an abort has none. */
export async function* matchBatches({
  matcher,
  batches,
  signal,
  pause,
}: MatchBatches): AsyncGenerator<MatchedBatch> {
  for await (const events of batches) {
    const hits: EventHits[] = [];
    for (let from = 0; from < events.length; from += EVENTS_A_TURN) {
      if (signal.aborted) return;
      for (const event of events.slice(from, from + EVENTS_A_TURN)) {
        const rules = matcher.match(event);
        if (rules.length > 0) hits.push({ event, rules });
      }
      await pause();
    }
    if (signal.aborted) return;
    yield { events: events.length, hits };
  }
}
