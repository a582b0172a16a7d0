import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readEvent } from '../../common/field_schemas/read_event';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { renderDocument } from '../worlds/render_document';
import type { WorldEvent } from '../worlds/world';
import { describeOnSharedData, sharedFile } from './shared_data';

const FOLDER = ['data', '09_ecs_winlogbeat8_golden'] as const;

/** Documents that cannot be compared, and why. Key: file, position. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'sysmon-no-evtx 0':
    "anonymised by its publisher: without @timestamp, which is the event's only time in ECS",
};

interface Pair {
  readonly name: string;
  readonly raw: Record<string, unknown>;
  readonly ecs: Record<string, unknown>;
}

const parse = (...path: string[]) =>
  JSON.parse(readFileSync(sharedFile(...FOLDER, ...path), 'utf8')) as Record<string, unknown>[];

function pairs(): readonly Pair[] {
  return readdirSync(sharedFile(...FOLDER, 'ingest')).flatMap((file) => {
    const ecs = parse('ingest', file);
    return parse('collection', file.replace('.golden', '.evtx.golden')).map((raw, at) => ({
      name: `${file.replace('.golden.json', '')} ${at}`,
      raw,
      ecs: ecs[at] ?? {},
    }));
  });
}

function read(source: Record<string, unknown>): SysmonEvent {
  const found = readEvent({ _index: 'i', _id: '1', _source: source });
  if (found.kind !== 'event') throw new Error(found.reason);
  return found.event;
}

/** What Windows logged, out of the document as Winlogbeat collected it. */
const toWorld = ({ eventId, host, time, recordId, fields }: SysmonEvent): WorldEvent => ({
  eventId,
  host,
  fields,
  utc: time.ms,
  logged: time.timestamp ?? time.ms,
  recordId: Number(recordId),
});

const said = ({ eventId, host, time, recordId, fields, inferred }: SysmonEvent) => ({
  eventId,
  host,
  ms: time.ms,
  recordId,
  fields,
  inferred,
});

describeOnSharedData("the module's own test documents", () => {
  const all = existsSync(sharedFile(...FOLDER)) ? pairs() : [];

  it('has 203 pairs', () => expect(all).toHaveLength(203));

  it.each(all.filter(({ name }) => !(name in EXCEPTIONS)))(
    '$name: our ECS reads as theirs',
    ({ raw, ecs }) => {
      expect(said(read(renderDocument(toWorld(read(raw)), 'ecs_8')))).toEqual(said(read(ecs)));
    },
  );

  it.each(all.filter(({ name }) => name in EXCEPTIONS))('$name: stays an exception', ({ ecs }) => {
    expect(readEvent({ _index: 'i', _id: '1', _source: ecs }).kind).toBe('unreadable');
  });
});
