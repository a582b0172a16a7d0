import { readEvent } from '../../common/field_schemas/read_event';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { renderDocument, type ShapeName } from './render_document';
import type { World } from './world';

/** The documents of a world as a shipper writes them, with ids that follow the log. */
export const documentsOf = ({ name, events }: World, shape: ShapeName) =>
  events.map((event, at) => ({ _id: `${name}-${at}`, _source: renderDocument(event, shape) }));

/** The same, read back. @throws Error when one of them cannot be read */
export function eventsOfWorld(world: World, shape: ShapeName): SysmonEvent[] {
  return documentsOf(world, shape).map((document) => {
    const read = readEvent({ _index: 'world', ...document });
    if (read.kind !== 'event') throw new Error(`${document._id}: ${read.reason}`);
    return read.event;
  });
}
