/**
 * What an answer must say about itself so that nothing is cut or guessed silently. The UI has one sentence per kind
 * (ui.md, shared states); `detail` is for the technical part only.
 */
export type Remark =
  | {
      readonly kind: 'shards_failed';
      readonly failed: number;
      readonly total: number;
      readonly indices: readonly string[];
    }
  | { readonly kind: 'timed_out'; readonly seconds: number }
  | { readonly kind: 'no_index'; readonly pattern: string }
  | { readonly kind: 'forbidden'; readonly pattern: string }
  | { readonly kind: 'index_closed'; readonly pattern: string }
  | { readonly kind: 'text_field'; readonly field: string; readonly indices: readonly string[] }
  | { readonly kind: 'expensive_queries_off'; readonly detail: string }
  | { readonly kind: 'checked_in_memory'; readonly reasons: readonly string[] }
  | { readonly kind: 'time_not_rangeable'; readonly index: string }
  | { readonly kind: 'unreadable'; readonly count: number; readonly reason: string }
  | { readonly kind: 'cut'; readonly what: string; readonly shown: number; readonly total: number };

/** A total that is either exact or a lower bound, never silently the latter. */
export interface Total {
  readonly value: number;
  readonly exact: boolean;
}

/** UTC milliseconds; from inclusive, to exclusive. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
