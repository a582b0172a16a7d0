import type { StartPlugins } from './kibana_types';

/** Kibana's own id of Discover's locator. */
const DISCOVER = 'DISCOVER_APP_LOCATOR';

/** Any time: the address of a document does not say when it was. */
const ALL_TIME = { from: '1970-01-01T00:00:00.000Z', to: 'now' };

/**
 * A link that opens one document in Discover, without a data view for its index. Discover 8.12 follows it only where the
 * space has some data view; without any it asks to create the first.
 */
export function discoverUrl(
  { share }: StartPlugins,
  { index, id }: { readonly index: string; readonly id: string },
): string | undefined {
  return share?.url.locators.get(DISCOVER)?.getRedirectUrl({
    dataViewSpec: { title: index, timeFieldName: '@timestamp' },
    query: { language: 'kuery', query: `_id : ${JSON.stringify(id)}` },
    timeRange: ALL_TIME,
  });
}
