import { APP_ID, APP_TITLE } from './app_identity';
import type { AppMountParameters, CoreSetup } from './kibana_types';

/** Registers the app. Keep what is imported here small: every Kibana page loads it. */
export class SysmonTrailPlugin {
  setup({ application, getStartServices }: CoreSetup): void {
    application.register({
      id: APP_ID,
      title: APP_TITLE,
      category: { id: 'securitySolution', label: 'Security', order: 4000 },
      euiIconType: 'graphApp',
      order: 9000,
      mount: async (params) => {
        const [core, plugins] = await getStartServices();
        try {
          const { mountApp } = await import('./mount');
          return await mountApp({ core, plugins, params });
        } catch (error) {
          console.error(error);
          return showFailure(params);
        }
      },
    });
  }

  start(): void {}
  stop(): void {}
}

/** Without the app's own code there is no message function either; Kibana 8.12 would show an empty page. */
function showFailure({ element }: AppMountParameters): () => void {
  element.textContent = `${APP_TITLE} could not be loaded. Reload the page.`;
  return () => element.replaceChildren();
}
