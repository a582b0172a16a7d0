import type { SysmonField } from '../../common/sysmon/event_kinds';
import { ECS_7_6_SHAPE, ECS_8_SHAPE, ELASTIC_AGENT_SHAPE } from './render/ecs_shapes';
import {
  EQLLIB_SHAPE,
  EVTX_DUMP_SHAPE,
  FLAT_SHAPE,
  NXLOG_SHAPE,
  SPLUNK_SHAPE,
  WINLOGBEAT_6_PIPELINE_SHAPE,
  WINLOGBEAT_6_SHAPE,
  WINLOGBEAT_RAW_SHAPE,
} from './render/event_data_shapes';
import { nest } from './render/shape';
import type { Shape } from './render/shape';
import type { WorldEvent } from './world';

/** Every shape of documents that a world can be rendered in, by name; names are fit for index names. */
export const SHAPES = {
  winlogbeat_6: WINLOGBEAT_6_SHAPE,
  winlogbeat_6_pipeline: WINLOGBEAT_6_PIPELINE_SHAPE,
  winlogbeat_raw: WINLOGBEAT_RAW_SHAPE,
  ecs_7_6: ECS_7_6_SHAPE,
  ecs_8: ECS_8_SHAPE,
  elastic_agent: ELASTIC_AGENT_SHAPE,
  nxlog: NXLOG_SHAPE,
  flat: FLAT_SHAPE,
  eqllib: EQLLIB_SHAPE,
  splunk: SPLUNK_SHAPE,
  evtx_dump: EVTX_DUMP_SHAPE,
} as const satisfies Readonly<Record<string, Shape>>;

export type ShapeName = keyof typeof SHAPES;
export const SHAPE_NAMES = Object.keys(SHAPES) as readonly ShapeName[];

/** An event of a world -> the document (_source) that this shipper writes of it, with what it loses lost. */
export function renderDocument(event: WorldEvent, shape: ShapeName): Record<string, unknown> {
  const { head, field }: Shape = SHAPES[shape];
  const values = new Map<string, unknown>(Object.entries(head(event)));
  for (const [name, text] of Object.entries(event.fields) as [SysmonField, string][])
    for (const [path, value] of field(event, name, text)) values.set(path, value);
  return nest(new Map([...values].filter(([, value]) => value !== undefined)));
}
