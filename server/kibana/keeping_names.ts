import type { RequestOptions, SearchClient } from '../elasticsearch/search_client';

type KibanaOptions = RequestOptions & { readonly opaqueId: string | undefined };

/**
 * The same client, through which the name of an operation reaches Elasticsearch's slow log and task list. Kibana 8.12
 * writes its own id over the header X-Opaque-Id, unless the option `opaqueId` of its client says another.
 */
export function keepingNames(client: SearchClient): SearchClient {
  const keeping =
    (method: keyof SearchClient) =>
    (params: object, options?: RequestOptions): Promise<unknown> => {
      const kept: KibanaOptions = { ...options, opaqueId: options?.headers?.['x-opaque-id'] };
      return client[method](params, kept);
    };
  return {
    msearch: keeping('msearch'),
    search: keeping('search'),
    fieldCaps: keeping('fieldCaps'),
    openPointInTime: keeping('openPointInTime'),
    closePointInTime: keeping('closePointInTime'),
  };
}
