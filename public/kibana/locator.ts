import { PAGE_LIST, type PageId } from '../pages/page_list';
import type { UrlKey } from '../url_state';
import { APP_ID } from './app_identity';
import type { LocatorDefinition } from './kibana_types';

export const LOCATOR_ID = 'SYSMON_TRAIL';

/** A place in the app, for other plugins and for links that outlive changes of its addresses. Times: ISO or date math. */
export interface LocatorParams {
  /** Absent: what the other parameters are for. */
  readonly page?: PageId;
  readonly guid?: string;
  readonly host?: string;
  /** A document, as `_index` and `_id`. */
  readonly index?: string;
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  /** What to find. */
  readonly q?: string;
}

type Parameter = Exclude<keyof LocatorParams, 'page'>;

/** Parameter -> key of the app's URL. The app checks the values when it opens, as those of any link. */
const KEYS: Readonly<Record<Parameter, UrlKey>> = {
  from: 'from',
  to: 'to',
  host: 'host',
  guid: 'guid',
  index: 'ix',
  id: 'id',
  q: 'q',
};

/** Path and query string within the app. What is unknown is left out. */
export function locatorPath(params: LocatorParams): string {
  const query = new URLSearchParams();
  for (const [name, key] of Object.entries(KEYS)) {
    const value: unknown = params[name as Parameter];
    if (typeof value === 'string' && value !== '') query.set(key, value);
  }
  const text = query.toString();
  return pagePath(params) + (text && `?${text}`);
}

function pagePath({ page, guid, index, id, q }: LocatorParams): string {
  const meant = guid || (index && id) ? 'graph' : q ? 'find' : 'hosts';
  const { path } =
    PAGE_LIST.find((one) => one.id === page) ?? PAGE_LIST.find((one) => one.id === meant) ?? PAGE_LIST[0];
  return path;
}

export const LOCATOR: LocatorDefinition<LocatorParams> = {
  id: LOCATOR_ID,
  getLocation: async (params) => ({ app: APP_ID, path: locatorPath(params), state: {} }),
};
