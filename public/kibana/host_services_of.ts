import type { HostServices } from '../host_services';
import { APP_ID, APP_TITLE } from './app_identity';
import { discoverUrl } from './discover_url';
import { kibanaHistoryPort } from './history_port';
import { kibanaHttpPort } from './http_port';
import type { AppMountParameters, CoreStart, StartPlugins } from './kibana_types';

const FALLBACK_RANGE = { from: 'now-24h', to: 'now' };

export interface MountedIn {
  readonly core: CoreStart;
  readonly plugins: StartPlugins;
  readonly params: Pick<AppMountParameters, 'history'>;
}

/** What the app may use of Kibana. */
export function hostServicesOf({ core, plugins, params }: MountedIn): HostServices {
  const history = kibanaHistoryPort(params.history);
  const may = core.application.capabilities[APP_ID];
  const zone = core.uiSettings.get('dateFormat:tz');
  return {
    http: kibanaHttpPort((path, options) => core.http.fetch(path, options)),
    history,
    locale: document.documentElement.lang.startsWith('ja') ? 'ja' : 'en', // Kibana writes its locale there
    dateFormatTz: typeof zone === 'string' ? zone : 'Browser',
    setTitle: (parts) => setTitle({ core, parts, home: history.createHref({ pathname: '/' }) }),
    rights: { read: may?.show === true, write: may?.save === true },
    defaultRange: rangeOf(core.uiSettings.get('timepicker:timeDefaults')),
    discoverUrl: (ref) => discoverUrl(plugins, ref),
  };
}

function setTitle({ core, parts, home }: { core: CoreStart; parts: readonly string[]; home: string }): void {
  core.chrome.setBreadcrumbs([{ text: APP_TITLE, href: home }, ...parts.map((text) => ({ text }))]);
  core.chrome.docTitle.change([...parts].reverse().concat(APP_TITLE));
}

/** Kibana keeps this setting as an object, in some versions as its JSON text. */
function rangeOf(setting: unknown): HostServices['defaultRange'] {
  const value: unknown = typeof setting === 'string' ? parsed(setting) : setting;
  if (typeof value !== 'object' || value === null) return FALLBACK_RANGE;
  const { from, to } = value as { from?: unknown; to?: unknown };
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : FALLBACK_RANGE;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
