import type { EventStore, Question } from '../ports';
import type { UserGate } from './user_gate';

export interface Gated {
  readonly gate: UserGate;
  readonly user: string;
  readonly signal?: AbortSignal;
}

/** The same store, asked through the gate of its user: whoever opens ten pages at once does not slow Elasticsearch for the others. */
export function gatedEventStore(store: EventStore, { gate, user, signal }: Gated): EventStore {
  return {
    patterns: store.patterns,
    ask: <const Qs extends readonly Question[]>(questions: Qs) =>
      gate.run(user, () => store.ask(questions), signal),
    get: (refs) => store.get(refs),
    scan: (query) => store.scan(query),
  };
}
