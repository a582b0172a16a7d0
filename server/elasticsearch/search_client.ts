/** A piece of Elasticsearch's query language. */
export type EsQuery = Readonly<Record<string, unknown>>;

export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Record<string, string>;
  /** Milliseconds. */
  readonly requestTimeout?: number;
  readonly maxRetries?: number;
}

/**
 * The part of @elastic/elasticsearch that is used, as plain functions of flat parameters: the clients of Kibana 8.12
 * (8.9 canary) and later and of versions 8 and 9 all have it. Answers come from outside, so they are read with care.
 */
export interface SearchClient {
  msearch(params: object, options?: RequestOptions): Promise<unknown>;
  search(params: object, options?: RequestOptions): Promise<unknown>;
  fieldCaps(params: object, options?: RequestOptions): Promise<unknown>;
  openPointInTime(params: object, options?: RequestOptions): Promise<unknown>;
  closePointInTime(params: object, options?: RequestOptions): Promise<unknown>;
}

export interface SearchHit {
  readonly _index: string;
  readonly _id: string;
  readonly _source?: unknown;
  readonly fields?: unknown;
  readonly sort?: readonly unknown[];
}

export interface ShardFailures {
  readonly total: number;
  readonly failed: number;
  readonly failures?: readonly { readonly index?: string; readonly reason?: EsError }[];
}

export interface EsError {
  readonly type?: string;
  readonly reason?: string | null;
  readonly index?: string;
  readonly root_cause?: readonly EsError[];
  readonly caused_by?: EsError;
  readonly failed_shards?: readonly { readonly index?: string; readonly reason?: EsError }[];
}

export interface SearchAnswer {
  readonly status?: number;
  readonly error?: EsError;
  readonly timed_out?: boolean;
  readonly _shards?: ShardFailures;
  readonly hits?: {
    readonly total?: { readonly value: number; readonly relation: string };
    readonly hits: readonly SearchHit[];
  };
  readonly aggregations?: Readonly<Record<string, Aggregation>>;
  readonly pit_id?: string;
}

export interface Bucket {
  readonly key: string | number;
  readonly key_as_string?: string;
  readonly doc_count: number;
  readonly [aggregation: string]: unknown;
}

export interface Aggregation {
  readonly doc_count?: number;
  readonly value?: number | null;
  readonly values?: Readonly<Record<string, number | null>>;
  readonly sum_other_doc_count?: number;
  readonly buckets?: readonly Bucket[];
}
