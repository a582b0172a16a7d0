import type { RequestOptions, SearchClient } from '../elasticsearch/search_client';

/** Kibana's client writes its own id into X-Opaque-Id unless this option, which it has besides ours, says another. */
type NamedOptions = RequestOptions & { readonly opaqueId: string };

/** The same client, with every request carrying the operation's name to Elasticsearch's slow log and task list. */
export function namedClient(client: SearchClient, operation: string): SearchClient {
  const named =
    (method: keyof SearchClient) =>
    (params: object, options?: RequestOptions): Promise<unknown> => {
      const all: NamedOptions = { ...options, opaqueId: operation };
      return client[method](params, all);
    };
  return {
    msearch: named('msearch'),
    search: named('search'),
    fieldCaps: named('fieldCaps'),
    openPointInTime: named('openPointInTime'),
    closePointInTime: named('closePointInTime'),
  };
}
