import { renderDocument, SHAPE_NAMES } from '../../test/worlds/render_document';
import { MAIL_TO_TEMPNCF88, mailToTempncf88 } from '../../test/worlds/mail_to_tempncf88';
import { prepareDocument } from './prepare_document';

const { events } = mailToTempncf88();
const prepare = (
  value: Record<string, unknown>,
  { host, position = 1 }: { host?: string; position?: number } = {},
) =>
  prepareDocument(
    { value, text: JSON.stringify(value), position, file: 'f.json' },
    { host, known: new Map() },
  );

const FLAT = {
  EventID: 1,
  UtcTime: '2019-01-08 02:21:52.282',
  ProcessGuid: '{6d1f0b27-0b20-5c34-0000-001000000001}',
  Image: 'C:\\a.exe',
};

test('@timestamp becomes UtcTime, the former one is kept', () => {
  const { document, identity } = prepare({
    ...FLAT,
    Hostname: 'PC',
    '@timestamp': '2019-01-07T18:21:52.282Z',
  });
  expect(document).toMatchObject({
    '@timestamp': '2019-01-08T02:21:52.282Z',
    trail_import: { original_timestamp: '2019-01-07T18:21:52.282Z', file: 'f.json', position: 1 },
  });
  expect(identity.sysmon).toEqual({ eventId: 1, host: 'PC', utc_ms: Date.parse('2019-01-08T02:21:52.282Z') });
});

test.each([[{ '@timestamp': '2019-01-08T02:21:52.282Z' }], [{}]])(
  'nothing is kept where nothing changed: %j',
  (more) => {
    expect(prepare({ ...FLAT, ...more }).document.trail_import).toEqual({ file: 'f.json', position: 1 });
  },
);

test('other channels keep their time', () => {
  const { document, identity } = prepare({
    Channel: 'Security',
    SourceName: 'Microsoft-Windows-Security-Auditing',
    EventID: 4688,
    '@timestamp': '2020-01-01T00:00:00Z',
    Hostname: 'PC',
  });
  expect(document['@timestamp']).toBe('2020-01-01T00:00:00Z');
  expect(identity.sysmon).toBeUndefined();
});

test('a given host goes where the shape keeps it, and only where there is none', () => {
  expect(prepare(FLAT, { host: 'PC-9' })).toMatchObject({
    document: { Hostname: 'PC-9' },
    identity: { sysmon: { host: 'PC-9' } },
  });
  expect(prepare({ ...FLAT, Hostname: 'PC-1' }, { host: 'PC-9' }).document).toMatchObject({
    Hostname: 'PC-1',
  });
});

test("with a record id the id is the event's, wherever it stands", () => {
  const event = { ...FLAT, Hostname: 'PC', Channel: 'Microsoft-Windows-Sysmon/Operational', RecordNumber: 7 };
  expect(prepare({ ...event, extra: 1 }, { position: 9 }).id).toBe(prepare(event).id);
  for (const other of [
    { Hostname: 'PC2' },
    { RecordNumber: 8 },
    { UtcTime: '2019-01-08 02:21:52.283' },
    { Channel: 'ForwardedEvents' },
  ])
    expect(prepare({ ...event, ...other }).id).not.toBe(prepare(event).id);
});

test('without a record id, equal lines are different events, and the same line is the same event', () => {
  expect(prepare(FLAT, { position: 2 }).id).not.toBe(prepare(FLAT, { position: 1 }).id);
  expect(prepare(FLAT, { position: 2 }).id).toBe(prepare(FLAT, { position: 2 }).id);
  expect(prepare(FLAT, { host: 'PC-1' }).id).not.toBe(prepare(FLAT, { host: 'PC-2' }).id);
});

test('the hit of a search is unwrapped', () => {
  expect(prepare({ _index: 'winlogbeat-6', _id: 'x', _source: FLAT }).document).toMatchObject({
    Image: 'C:\\a.exe',
  });
});

test.each(SHAPE_NAMES)('%s: an event is recognised, and @timestamp is its own time', (shape) => {
  const [event] = events;
  if (!event) throw new Error('the world is empty');
  const host = shape === 'eqllib' ? MAIL_TO_TEMPNCF88.hosts[0] : undefined; // names none
  const { identity, document } = prepare(renderDocument(event, shape), { host });
  expect(identity.sysmon).toMatchObject({ eventId: event.eventId, host: event.host });
  expect(Date.parse(String(document['@timestamp']))).toBe(event.utc);
});
