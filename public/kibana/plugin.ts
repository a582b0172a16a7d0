import { APP_ID, APP_TITLE } from './app_identity';
import { DEEP_LINKS } from './deep_links';
import { addDiscoverTab } from './discover_tab_adapters';
import type {
  AppMountParameters,
  CoreSetup,
  DocViewerProps,
  PluginContext,
  SetupPlugins,
} from './kibana_types';
import { lazyTab } from './lazy_tab';
import { LOCATOR } from './locator';

/** Registers the app, its links and its tab. Keep what is imported here small: every Kibana page loads it. */
export class SysmonTrailPlugin {
  constructor(private readonly context: PluginContext = {}) {}

  setup(core: CoreSetup, { share, unifiedDocViewer }: SetupPlugins = {}): void {
    registerApp(core);
    if (share) attempt('links', () => void share.url.locators.create(LOCATOR));
    if (unifiedDocViewer)
      attempt('the tab in Discover', () =>
        addDiscoverTab(unifiedDocViewer, {
          title: APP_TITLE,
          component: discoverTab(core),
          version: this.context.env?.packageInfo?.version,
        }),
      );
  }

  start(): void {}
  stop(): void {}
}

function registerApp({ application, getStartServices }: CoreSetup): void {
  application.register({
    id: APP_ID,
    title: APP_TITLE,
    category: { id: 'securitySolution', label: 'Security', order: 4000 },
    euiIconType: 'graphApp',
    order: 9000,
    deepLinks: DEEP_LINKS,
    mount: async (params) => {
      const [core, plugins] = await getStartServices();
      try {
        const { mountApp } = await import('./app_bundle');
        return await mountApp({ core, plugins, params });
      } catch (error) {
        console.error(error);
        return showFailure(params);
      }
    },
  });
}

const discoverTab = ({ getStartServices }: CoreSetup) =>
  lazyTab<DocViewerProps>(async () => {
    const [core, plugins] = await getStartServices();
    const { makeDiscoverTab } = await import('./app_bundle');
    return makeDiscoverTab({ core, plugins });
  });

/** Other plugins change with Kibana's versions: what one of them refuses is missing then, and all of Kibana still opens. */
function attempt(what: string, register: () => void): void {
  try {
    register();
  } catch (error) {
    console.warn(`${APP_TITLE}: this Kibana did not take ${what}.`, error);
  }
}

/** Without the app's own code there is no message function either; Kibana 8.12 would show an empty page. */
function showFailure({ element }: AppMountParameters): () => void {
  element.textContent = `${APP_TITLE} could not be loaded. Reload the page.`;
  return () => element.replaceChildren();
}
