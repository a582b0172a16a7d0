import type { KibanaFeature } from './kibana_types';
import { registerFeature } from './register_feature';

/** Keys of 8.12's feature schema that 9.x accepts too. `alerting`, `cases` and `scope` changed meanwhile. */
const FEATURE_KEYS = ['id', 'name', 'category', 'app', 'catalogue', 'privileges'];
const PRIVILEGE_KEYS = ['app', 'catalogue', 'api', 'savedObject', 'ui'];

function registered(): KibanaFeature {
  const features: KibanaFeature[] = [];
  registerFeature({ registerKibanaFeature: (feature) => void features.push(feature) });
  expect(features).toHaveLength(1);
  return features[0] as KibanaFeature;
}

test('it uses only keys that every version accepts', () => {
  const feature = registered();
  expect(Object.keys(feature)).toEqual(FEATURE_KEYS);
  for (const privilege of Object.values(feature.privileges))
    expect(Object.keys(privilege)).toEqual(PRIVILEGE_KEYS);
});

test('every app that it names is granted by its privileges, as Kibana demands', () => {
  const { app, privileges } = registered();
  expect(app).toEqual(['sysmonTrail']);
  expect(privileges.read.app).toEqual(app);
  expect(privileges.all.app).toEqual(app);
});

test('read may look, all may also change; all includes read', () => {
  const { read, all } = registered().privileges;
  expect(read).toMatchObject({ api: ['sysmonTrail_read'], ui: ['show'] });
  expect(all).toMatchObject({ api: ['sysmonTrail_read', 'sysmonTrail_all'], ui: ['show', 'save'] });
});
