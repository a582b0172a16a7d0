import { SysmonTrailPlugin } from './kibana/plugin';

/** What Kibana's browser side calls. Everything heavy is loaded when the app is opened. */
export const plugin = (): SysmonTrailPlugin => new SysmonTrailPlugin();
