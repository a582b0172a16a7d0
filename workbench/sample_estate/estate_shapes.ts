import { BACKGROUND_HOURS } from '../../test/worlds/background';
import type { ShapeName } from '../../test/worlds/render_document';
import type { WorldEvent } from '../../test/worlds/world';

/** What collected a host's log on the first and on the second of the two days: nearly every shape occurs. */
const SHAPES_BY_HOST: Readonly<Record<string, readonly [ShapeName, ShapeName]>> = {
  Win7_64JP_01: ['winlogbeat_6_pipeline', 'winlogbeat_6'],
  Win10_64JP_04: ['nxlog', 'winlogbeat_raw'],
  'DESKTOP-XXXXXXXX': ['flat', 'ecs_7_6'],
  'WIN-V6BHBTO1QK6': ['evtx_dump', 'splunk'],
  'PC-SALES-07': ['elastic_agent', 'ecs_8'],
};

/** The shape of an event's document, by host and day. */
export function shapeOf({ host, utc }: WorldEvent, now: number): ShapeName {
  const [first, second] = SHAPES_BY_HOST[host] ?? ['winlogbeat_raw', 'winlogbeat_raw'];
  return utc < now - (BACKGROUND_HOURS / 2) * 3_600_000 ? first : second;
}
