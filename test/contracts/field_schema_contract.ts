import { readEvent } from '../../common/field_schemas/read_event';
import type { SysmonField } from '../../common/sysmon/event_kinds';
import { fieldType } from '../../common/sysmon/fields';
import { guidKey } from '../../common/sysmon/process_guid';
import type { SysmonFields } from '../../common/sysmon/sysmon_event';
import type { WorldEvent } from '../worlds/world';
import { SAMPLE_EVENTS } from './sample_events';

/** What a shape cannot give back. `reads`: what stands there instead; absent = nothing. */
export interface Exception {
  readonly field: SysmonField;
  readonly events?: readonly number[];
  readonly reads?: string;
  readonly because: string;
}

export interface SchemaUnderTest {
  readonly name: string;
  readonly schema: (eventId: number) => string;
  readonly render: (event: WorldEvent) => Record<string, unknown>;
  readonly host?: string;
  readonly recordId?: false;
  readonly exceptions: readonly Exception[];
}

/** An event of every id, rendered in the shape and read back, is the same event but for the listed exceptions, which all are real. */
export function fieldSchemaContract(shape: SchemaUnderTest): void {
  describe(`field schema of ${shape.name}`, () => {
    it.each(SAMPLE_EVENTS.map((event) => [event.eventId, event] as const))(
      'gives event %i back',
      (id, event) => {
        const read = readEvent({ _index: 'winlogbeat-test', _id: '1', _source: shape.render(event) });
        if (read.kind !== 'event') throw new Error(`${read.kind}: ${read.reason}`);
        expect(read.event).toMatchObject({
          eventId: id,
          host: shape.host ?? event.host,
          schema: shape.schema(id),
          time: { ms: event.utc },
        });
        expect(read.event.recordId).toBe(shape.recordId === false ? undefined : String(event.recordId));
        expect(comparable(read.event.fields)).toEqual(comparable(expected(event, shape.exceptions)));
      },
    );

    it('lists no exception that is none', () => {
      for (const { field, events, reads } of shape.exceptions) {
        const meant = SAMPLE_EVENTS.filter(
          ({ eventId, fields }) => field in fields && (events?.includes(eventId) ?? true),
        );
        expect(meant.length).toBeGreaterThan(0);
        expect(meant.every(({ fields }) => fields[field] !== reads)).toBe(true);
      }
    });
  });
}

function expected({ eventId, fields }: WorldEvent, exceptions: readonly Exception[]): SysmonFields {
  const exceptionOf = (name: string) =>
    exceptions.find(({ field, events }) => field === name && events?.includes(eventId) !== false);
  const kept = Object.entries(fields).map(([name, text]) => {
    const exception = exceptionOf(name);
    return [name, exception ? exception.reads : text] as const;
  });
  return Object.fromEntries(kept.filter(([, text]) => text !== undefined));
}

/** Shippers differ in braces and case of a GUID, which means nothing. */
const comparable = (fields: SysmonFields): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [
      field,
      fieldType(field as SysmonField) === 'guid' ? guidKey(text) : text,
    ]),
  );
