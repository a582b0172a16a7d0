import type { Json } from './engine_request';

/** What the bare engine does not say of itself and Kibana asks for at start. */
export const INFO: Json = {
  name: 'engine',
  cluster_name: 'local',
  cluster_uuid: 'local',
  version: {
    number: '8.12.2',
    build_flavor: 'default',
    build_type: 'docker',
    lucene_version: '9.9.2',
    minimum_wire_compatibility_version: '7.17.0',
    minimum_index_compatibility_version: '7.0.0',
  },
  tagline: 'You Know, for Search',
};

export const LICENSE: Json = {
  license: { uid: 'local', type: 'basic', mode: 'basic', status: 'active' },
  features: { security: { available: true, enabled: false }, ml: { available: false, enabled: false } },
};

const PRIVILEGES = { username: 'none', has_all_requested: true, cluster: {}, index: {}, application: {} };
const DEPRECATIONS = { cluster_settings: [], node_settings: [], index_settings: {}, ml_settings: [] };

/** Endpoints of x-pack and modules for which an empty answer is the truth. Writes to them are acknowledged, and do nothing. */
export const EMPTY: readonly (readonly [RegExp, Json])[] = [
  [/^\/_data_stream(\/|$)/, { data_streams: [] }],
  [/^\/_rollup\/data/, {}],
  [/^\/_ilm\/policy/, {}],
  [/^\/_ingest\/pipeline/, {}],
  [/^\/_security\/user\/_has_privileges/, PRIVILEGES],
  [/^\/_enrich\/policy/, { policies: [] }],
  [/^\/_transform/, { count: 0, transforms: [] }],
  [/^\/_migration\/deprecations/, DEPRECATIONS],
  [/^\/_async_search\//, { acknowledged: true }],
];

/** Asked by POST, answered like a read. */
export const READ_BY_POST = /_has_privileges|_async_search/;
