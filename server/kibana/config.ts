import { schema } from '@kbn/config-schema';
import type { TypeOf } from '@kbn/config-schema';

/** Winlogbeat's indices and the data stream of Elastic Agent's Windows integration. */
const DEFAULT_PATTERNS = ['winlogbeat-*', 'logs-windows.sysmon_operational-*'];

/** `sysmonTrail.*` in kibana.yml. Kibana refuses to start on an unknown key, also on `enabled` if it were not named here. */
export const configSchema = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
  /** Index patterns, aliases, data streams or `cluster:index` names that hold Sysmon events. */
  index_patterns: schema.arrayOf(schema.string({ minLength: 1 }), {
    defaultValue: DEFAULT_PATTERNS,
    minSize: 1,
  }),
});

export type SysmonTrailConfig = TypeOf<typeof configSchema>;

export const config = { schema: configSchema };
