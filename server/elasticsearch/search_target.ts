import type { Remark } from '../../common/remark';
import type { RequestOptions, SearchClient } from './search_client';

/** Where and how the searches of one question go. */
export interface SearchTarget {
  readonly client: SearchClient;
  /** Patterns or indices, joined by commas. */
  readonly index: string;
  readonly options: RequestOptions;
  readonly timeout_ms: number;
  readonly addRemark: (remark: Remark) => void;
}
