import { SysmonTrailPlugin } from './kibana/plugin';
import type { PluginContext } from './kibana/kibana_types';

export { config } from './kibana/config';

/** What Kibana's server calls. The program itself begins in `app.ts`. */
export const plugin = (context: PluginContext): SysmonTrailPlugin => new SysmonTrailPlugin(context);
