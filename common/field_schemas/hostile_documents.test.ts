import fc from 'fast-check';
import { SHAPE_NAMES, renderDocument } from '../../test/worlds/render_document';
import { SAMPLE_EVENTS } from '../../test/contracts/sample_events';
import { fieldSchemas, pathsToRead } from './field_schemas';
import { readEvent } from './read_event';

const ALL_PATHS = pathsToRead(fieldSchemas, [
  'Hashes',
  'CommandLine',
  'QueryResults',
  'Details',
  'User',
  'Destination',
  'ProcessId',
  'EventType',
]);
const HEAD_PATHS = new Set([
  '@timestamp',
  ...fieldSchemas.flatMap(({ signature, header }) => [...signature, ...Object.values(header).flat()]),
]);
/** Places of fields, free for values: the head of a document lies elsewhere. */
const FREE_PATHS = ALL_PATHS.filter((path) => !HEAD_PATHS.has(path));
const hit = (source: unknown, fields?: unknown) => ({ _index: 'i', _id: '1', _source: source, fields });

const hostileText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    '-',
    '\u0000',
    '\ud800',
    '{00000000-0000-0000-0000-000000000000}',
    'Microsoft-Windows-Sysmon',
    '1',
    '22',
    '2020-10-27 20:00:14.320',
    '99999999999',
  ),
  fc.constantFrom('\nProcessId: 1\r\nUser: x\n', 'type:  5 ;;;type:', '__proto__'),
);
const hostileValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    hostileText,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('__proto__', 'constructor', 'toString', 'type', 'data', '#text'),
        fc.string({ maxLength: 8 }),
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

/** Random values at the very paths that reading looks at, dotted or nested. */
const hostileDocument = fc
  .array(fc.tuple(fc.constantFrom(...ALL_PATHS), hostileValue, fc.boolean()), { maxLength: 25 })
  .map((entries) => {
    const lines = entries.map(([path, value, nested]) => {
      const json = JSON.stringify(value) ?? 'null';
      return nested
        ? path.split('.').reduceRight((inner, key) => `{${JSON.stringify(key)}:${inner}}`, json)
        : `{${JSON.stringify(path)}:${json}}`;
    });
    // Parsed like a search answer: "__proto__" becomes an own property.
    return lines.map((line) => JSON.parse(line) as object).reduce(merge, {});
  });

function merge(a: object, b: object): object {
  return JSON.parse(
    `{${[a, b].flatMap((one) => (JSON.stringify(one) === '{}' ? [] : JSON.stringify(one).slice(1, -1))).join(',')}}`,
  ) as object;
}

describe('hostile documents', () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? 20_240_305);

  it(`never throw, never pollute, always answer (seed ${seed})`, () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const read = readEvent(hit(document, document));
        expect(['event', 'not_sysmon', 'unreadable']).toContain(read.kind);
        if (read.kind === 'event') {
          expect(Number.isInteger(read.event.time.ms)).toBe(true);
          for (const text of Object.values(read.event.fields)) expect(typeof text).toBe('string');
          expect(Object.values(read.event.fields)).not.toContain('');
        }
        expect(({} as Record<string, unknown>)['Image']).toBeUndefined();
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it(`stay events when one value turns hostile (seed ${seed})`, () => {
    const rendered = fc
      .tuple(fc.constantFrom(...SAMPLE_EVENTS), fc.constantFrom(...SHAPE_NAMES))
      .map(([event, shape]) => renderDocument(event, shape));
    fc.assert(
      fc.property(rendered, fc.constantFrom(...ALL_PATHS), hostileValue, (document, path, value) => {
        expect(() => readEvent(hit({ ...document, [path]: value }))).not.toThrow();
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('are no documents at all', () => {
    for (const source of [undefined, null, 1, 'text', [], true])
      expect(readEvent(hit(source)).kind).toBe('unreadable');
    expect(readEvent(hit({})).kind).toBe('not_sysmon');
  });

  it('inherit nothing: a polluted prototype is not read', () => {
    const document = Object.create({
      EventID: 1,
      UtcTime: '2020-10-27 20:00:14.320',
      ProcessGuid: 'x',
    }) as object;
    expect(readEvent(hit(document)).kind).toBe('not_sysmon');
  });

  it.each([
    ['backslashes', '\\'.repeat(1_000_000)],
    ['backslashes and a blank', `${'\\'.repeat(1_000_000)} x`],
    ['line ends', '\r\n'.repeat(500_000)],
    ['names of fields', 'ProcessId: \n'.repeat(80_000)],
    ['commas', ','.repeat(1_000_000)],
    ['separators', ';type:  5 '.repeat(100_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['colons', ':'.repeat(1_000_000)],
    ['null bytes', '\u0000'.repeat(1_000_000)],
  ])('a megabyte of %s in every field is read at once', (_name, megabyte) => {
    for (const shape of SHAPE_NAMES) {
      for (const event of SAMPLE_EVENTS.filter(({ eventId }) => [1, 3, 13, 20, 22].includes(eventId))) {
        const head = renderDocument({ ...event, fields: {} }, shape);
        const start = performance.now();
        const read = readEvent(
          hit(head, Object.fromEntries(FREE_PATHS.map((path) => [path, [megabyte, megabyte]]))),
        );
        expect(performance.now() - start).toBeLessThan(1000);
        if (shape !== 'eqllib')
          expect(read).toMatchObject({ kind: 'event', event: { eventId: event.eventId } });
      }
    }
  });
});
