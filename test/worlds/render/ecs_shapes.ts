import { ECS_SYSMON_MODULE, ECS_SYSMON_MODULE_7 } from '../../../common/field_schemas/ecs_sysmon_module';
import { placesOf } from '../../../common/field_schemas/field_schemas';
import type { FieldPlace, FieldSchema } from '../../../common/field_schemas/field_schema';
import { COMMAND_LINE_ARGS, splitCommandLine } from '../../../common/field_schemas/forms/command_line_args';
import type { SysmonField } from '../../../common/sysmon/event_kinds';
import { guidKey } from '../../../common/sysmon/process_guid';
import type { WorldEvent } from '../world';
import { CHANNEL, PROVIDER, PROVIDER_GUID, SYSTEM } from './event_data_shapes';
import { iso } from './shape';
import type { Shape } from './shape';

/** What differs between the versions of the module. Source: the pipeline and scripts of elastic/beats and elastic/integrations. */
interface ModuleVersion {
  readonly schema: FieldSchema;
  /** Where the hashes of an event go: the place whose first path starts so. None = only related.hash has them. */
  readonly hashRoot: (eventId: number) => 'process.hash' | 'file.hash' | 'hash' | 'related.hash';
  /** Moved by later versions only. */
  readonly stays: readonly SysmonField[];
  readonly direction: Readonly<Record<string, string>>;
  readonly argsOnly: boolean;
  readonly head: (event: WorldEvent) => Readonly<Record<string, unknown>>;
}

const moduleHash = (eventId: number) =>
  [1, 23, 24, 25, 26].includes(eventId)
    ? 'process.hash'
    : [6, 7, 15, 29].includes(eventId)
      ? 'file.hash'
      : 'related.hash';

const commonHead = (event: WorldEvent) => ({
  '@timestamp': iso(event.utc),
  'winlog.channel': CHANNEL,
  'winlog.provider_name': PROVIDER,
  'winlog.provider_guid': PROVIDER_GUID,
  'winlog.computer_name': event.host,
  'winlog.process.pid': 2800,
  'winlog.user': SYSTEM,
  'event.kind': 'event',
  'event.module': 'sysmon',
  'event.provider': PROVIDER,
  'event.created': iso(event.logged + 1200),
  'network.protocol': event.eventId === 22 ? 'dns' : undefined,
});

const numbersAsText = (event: WorldEvent) => ({
  'event.code': String(event.eventId),
  'winlog.event_id': String(event.eventId),
  'winlog.record_id': String(event.recordId),
  'winlog.opcode': 'Info',
  'log.level': 'information',
});

/** 7.6, as in 2020: arguments without a command line, hash.*, registry left in event_data, Japanese level. */
const VERSION_7_6: ModuleVersion = {
  schema: ECS_SYSMON_MODULE_7,
  hashRoot: () => 'hash',
  stays: ['TargetObject', 'Details', 'OriginalFileName', 'Archived', 'IsExecutable', 'Type', 'ID'],
  direction: { true: 'outbound', false: 'inbound' },
  argsOnly: true,
  head: (event) => ({
    ...commonHead(event),
    'event.code': event.eventId,
    'winlog.event_id': event.eventId,
    'winlog.record_id': event.recordId,
    'winlog.opcode': '情報',
    'log.level': '情報',
    'ecs.version': '1.4.0',
    'host.name': event.host,
    'agent.type': 'winlogbeat',
    'agent.version': '7.6.0',
  }),
};

const VERSION_8: ModuleVersion = {
  schema: ECS_SYSMON_MODULE,
  hashRoot: moduleHash,
  stays: [],
  direction: { true: 'egress', false: 'ingress' },
  argsOnly: false,
  head: (event) => ({
    ...commonHead(event),
    ...numbersAsText(event),
    'user.id': SYSTEM.identifier,
    'ecs.version': '8.0.0',
    'host.name': event.host,
    'agent.type': 'winlogbeat',
    'agent.version': '8.12.2',
  }),
};

const AGENT: ModuleVersion = {
  ...VERSION_8,
  hashRoot: (eventId) => (eventId === 26 ? 'file.hash' : moduleHash(eventId)),
  head: (event) => ({
    ...commonHead(event),
    ...numbersAsText(event),
    'event.module': undefined,
    'event.dataset': 'windows.sysmon_operational',
    'data_stream.type': 'logs',
    'data_stream.dataset': 'windows.sysmon_operational',
    'data_stream.namespace': 'default',
    'host.name': event.host.toLowerCase(),
    'agent.type': 'filebeat',
    'ecs.version': '8.11.0',
  }),
};

/** The module copies these, so they also stay. */
const COPIED = ['Company', 'Description', 'FileVersion', 'Product', 'Signed', 'Signature', 'SignatureStatus'];
const LOST = ['DestinationIsIpv6', 'UtcTime'];
const isEmpty = (text: string): boolean =>
  text === '' || text === '-' || guidKey(text) === '00000000-0000-0000-0000-000000000000';

function moduleShape(version: ModuleVersion): Shape {
  return {
    schema: version.schema,
    head: version.head,
    field: (event, field, text) => {
      if (isEmpty(text) || LOST.includes(field)) return [];
      const kept: readonly [string, unknown] = [
        `winlog.event_data.${field === 'TargetProcessGuid' ? 'TargetProcessGUID' : field}`,
        text,
      ];
      if (version.stays.includes(field)) return [kept];
      if (field === 'Initiated') return [['network.direction', version.direction[text]]];
      if (field === 'SourcePortName')
        return event.fields.DestinationPortName ? [] : [['network.protocol', text]];
      const moved = movedTo(version, event.eventId, field);
      if (!moved) return [kept];
      const values = (moved.form ? moved.form.write(text) : [typed(moved.paths[0] ?? '', text)]).map(
        (value, at): readonly [string, unknown] => [moved.paths[at] ?? '', value],
      );
      return [...(COPIED.includes(field) ? [kept] : []), ...values, ...alsoFrom(version, moved, text)];
    },
  };
}

function movedTo(
  { schema, hashRoot, argsOnly }: ModuleVersion,
  eventId: number,
  field: SysmonField,
): FieldPlace | undefined {
  const places = placesOf(schema, field, [eventId]).filter(
    ({ paths, form }) =>
      !paths[0]?.startsWith('winlog.event_data.') &&
      !form?.name.startsWith('message_') &&
      (form !== COMMAND_LINE_ARGS || argsOnly),
  );
  if (field === 'Hashes' || field === 'Hash')
    return places.find(({ paths }) => paths[0]?.startsWith(hashRoot(eventId)));
  return argsOnly ? (places.find(({ form }) => form === COMMAND_LINE_ARGS) ?? places[0]) : places[0];
}

/** What the module makes besides: arguments of a command line, names out of paths. */
function alsoFrom(
  { argsOnly }: ModuleVersion,
  { paths: [path = ''] }: FieldPlace,
  text: string,
): readonly (readonly [string, unknown])[] {
  if (path.endsWith('command_line') && !argsOnly)
    return [[path.replace('command_line', 'args'), splitCommandLine(text)]];
  if (path.endsWith('executable'))
    return [[path.replace('executable', 'name'), text.slice(text.lastIndexOf('\\') + 1)]];
  if (path === 'file.path') return [['file.name', text.slice(text.lastIndexOf('\\') + 1)]];
  return [];
}

/** Ports and pids are numbers, flags are booleans. */
function typed(path: string, text: string): unknown {
  if (/\.(?:pid|port)$|thread\.id$/.test(path)) return Number(text);
  return path.startsWith('sysmon.file.') ? text === 'true' : text;
}

export const ECS_7_6_SHAPE = moduleShape(VERSION_7_6);
export const ECS_8_SHAPE = moduleShape(VERSION_8);
export const ELASTIC_AGENT_SHAPE = moduleShape(AGENT);
