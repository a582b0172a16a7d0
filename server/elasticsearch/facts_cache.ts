import type { IndexFacts } from './index_facts';
import type { Remark } from '../../common/remark';

export interface LoadedFacts {
  readonly facts: IndexFacts;
  /** Patterns that could be asked; the others are in the remarks. */
  readonly patterns: readonly string[];
  readonly remarks: readonly Remark[];
}

interface Entry {
  readonly loaded: Promise<LoadedFacts>;
  readonly at: number;
  refreshing?: boolean;
}

export interface FactsCache {
  /** Fresh facts at once; older ones at once, too, while they are loaded anew behind the answer; else loads them. */
  get(key: string, load: () => Promise<LoadedFacts>): Promise<LoadedFacts>;
  forget(key: string): void;
}

interface Keeping {
  readonly now: () => number;
  /** Younger facts are used as they are. */
  readonly fresh_ms?: number;
  /** Older facts are not used. */
  readonly stale_ms?: number;
  readonly max_entries?: number;
}

/** What is known of indices, kept between requests. The key must name the user where field rights differ. */
export function factsCache({
  now,
  fresh_ms = 60_000,
  stale_ms = 900_000,
  max_entries = 500,
}: Keeping): FactsCache {
  const entries = new Map<string, Entry>();
  const load = (key: string, make: () => Promise<LoadedFacts>): Promise<LoadedFacts> => {
    const loaded = make();
    const entry = { loaded, at: now() };
    entries.delete(key);
    entries.set(key, entry);
    loaded.catch(() => entries.get(key) === entry && entries.delete(key));
    const [oldest] = entries.keys();
    if (entries.size > max_entries && oldest !== undefined) entries.delete(oldest);
    return loaded;
  };
  return {
    get(key, make) {
      const entry = entries.get(key);
      const age = entry ? now() - entry.at : Infinity;
      if (!entry || age > stale_ms) return load(key, make);
      if (age > fresh_ms && !entry.refreshing) {
        entry.refreshing = true;
        make().then(
          (renewed) => entries.set(key, { loaded: Promise.resolve(renewed), at: now() }),
          () => (entry.refreshing = false),
        );
      }
      return entry.loaded;
    },
    forget: (key) => void entries.delete(key),
  };
}
