import type { Translate } from '../../messages/translate';

/** What the texts of a card depend on besides its process. */
export interface CardContext {
  readonly t: Translate;
  readonly originId?: string;
  /** UTC ms. */
  readonly originStart?: number;
  readonly time: (ms: number | undefined) => string;
}
