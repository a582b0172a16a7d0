import { API_PRIVILEGES } from './api_privileges';
import type { FeaturePrivilege, KibanaFeature, SetupPlugins } from './kibana_types';

const APP = 'sysmonTrail';

const privilege = (api: readonly string[], ui: readonly string[]): FeaturePrivilege => ({
  app: [APP],
  catalogue: [],
  api,
  savedObject: { all: [], read: [] },
  ui,
});

/** Shown under "Security" where an administrator makes roles. Keys are limited to those that 8.12 and 9.x both accept. */
const FEATURE: KibanaFeature = {
  id: APP,
  name: 'Sysmon Trail',
  category: { id: 'securitySolution', label: 'Security', order: 4000, euiIconType: 'logoSecurity' },
  app: [APP],
  catalogue: [],
  privileges: {
    all: privilege([API_PRIVILEGES.read, API_PRIVILEGES.all], ['show', 'save']),
    read: privilege([API_PRIVILEGES.read], ['show']),
  },
};

/** Makes the privileges "Sysmon Trail: All" and "Sysmon Trail: Read"; without either the app is not listed. */
export function registerFeature(features: SetupPlugins['features']): void {
  features.registerKibanaFeature(FEATURE);
}
