import type { PluginContext } from './kibana/kibana_types';
import { SysmonTrailPlugin } from './kibana/plugin';

/** What Kibana's browser side calls. Everything heavy is loaded when the app or its tab is opened. */
export const plugin = (context?: PluginContext): SysmonTrailPlugin => new SysmonTrailPlugin(context);
