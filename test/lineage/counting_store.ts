import type { EventStore, Question } from '../../server/ports';

export interface CountingStore extends EventStore {
  /** Requests so far, one after the other: each `ask` and each `get` is one. */
  readonly asked: readonly ('get' | readonly Question[])[];
}

/** The same store, keeping what was asked. */
export function countingStore(store: EventStore): CountingStore {
  const asked: ('get' | readonly Question[])[] = [];
  return {
    asked,
    patterns: store.patterns,
    scan: (query) => store.scan(query),
    ask: (questions) => {
      asked.push(questions);
      return store.ask(questions);
    },
    get: (refs) => {
      asked.push('get');
      return store.get(refs);
    },
  };
}
