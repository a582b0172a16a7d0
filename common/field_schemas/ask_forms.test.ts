import fc from 'fast-check';
import { SAMPLE_EVENTS } from '../../test/contracts/sample_events';
import { renderDocument, SHAPE_NAMES } from '../../test/worlds/render_document';
import type { ShapeName } from '../../test/worlds/render_document';
import { globRegex } from '../predicate/glob';
import { fieldValue } from '../predicate/field_value';
import { testOf } from '../predicate/text_condition';
import { ALL_FIELDS, fieldsOfEvent } from '../sysmon/all_fields';
import { HASH_FIELDS, HEADER_FIELDS } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { WorldEvent } from '../../test/worlds/world';
import { documentPath, documentValues, valueAt } from './document_values';
import type { DocumentValues } from './document_values';
import type { AskedPaths, FormCondition, PathQuestion } from './field_forms';
import { placesOf, schemasOf } from './field_schemas';
import { readEvent } from './read_event';
import { textsOf } from './values';

/** What a question about paths means for a document, told without any form: each path's texts, each compared on its own. */
function answers(question: PathQuestion, field: QuestionField, values: DocumentValues): boolean {
  const texts = (path: string) => textsOf(valueAt(values, documentPath(path)));
  switch (question.kind) {
    case 'everything':
      return true;
    case 'nothing':
      return false;
    case 'and':
      return question.of.every((one) => answers(one, field, values));
    case 'or':
      return question.of.some((one) => answers(one, field, values));
    case 'exists':
      return valueAt(values, documentPath(question.path)) !== undefined;
    case 'missing':
      return texts(question.path).length === 0;
    case 'on':
      return texts(question.path).some(testOf(field, question.condition));
  }
}

/** Over all schemas that an index with these documents would have, as a store asks it. */
function ask(
  field: QuestionField,
  condition: FormCondition,
  eventId: number,
  values: DocumentValues,
  paths: ReadonlySet<string>,
): AskedPaths {
  const places = schemasOf(paths).flatMap((schema) => placesOf(schema, field, [eventId]));
  const parts = places.map(({ paths, form }) =>
    form
      ? form.ask({ condition, paths, test: testOf(field, condition) })
      : {
          exact: true,
          question: {
            kind: 'or',
            of: paths.map((path) => ({ kind: 'on', path, condition }) as const),
          } as const,
        },
  );
  return {
    question: { kind: 'or', of: parts.map((part) => part.question) },
    exact: parts.every((part) => part.exact),
  };
}

function pathsOf(document: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(document))
    return [prefix, ...document.flatMap((one) => (typeof one === 'object' ? pathsOf(one, prefix) : []))];
  if (typeof document !== 'object' || document === null) return [prefix];
  return [
    prefix,
    ...Object.entries(document).flatMap(([key, value]) =>
      pathsOf(value, prefix === '' ? key : `${prefix}.${key}`),
    ),
  ];
}

/** Values that shippers take apart, beside those of the sample events. */
const MORE: readonly (readonly [number, Partial<WorldEvent['fields']>])[] = [
  [
    1,
    {
      User: 'NT AUTHORITY\\SYSTEM',
      Hashes:
        'MD5=0E61079D3283687D2E279272966AE99D,SHA256=A92056D772260B39A876D01552496B2F8B4610A0B1E084952FE1176784E2CE77',
    },
  ],
  [1, { CommandLine: 'net.exe user "two words" C:\\dir\\ /add' }],
  [
    3,
    {
      Initiated: 'false',
      SourceIsIpv6: 'true',
      DestinationIp: 'fe80:0:0:0:44af:1:2:3',
      DestinationHostname: '-',
    },
  ],
  [13, { Details: 'QWORD (0x00000000-0x0000000a)' }],
  [13, { Details: 'C:\\Users\\Public\\updater.exe /s' }],
  [13, { Details: 'Binary Data' }],
  [22, { QueryStatus: '0', QueryResults: '::ffff:203.0.113.77;' }],
  [22, { QueryStatus: '87', QueryResults: '-' }],
  [22, { QueryStatus: '9501', QueryResults: 'type:  6 ;' }],
];

const events: readonly WorldEvent[] = [
  ...SAMPLE_EVENTS,
  ...MORE.flatMap(([id, fields]) =>
    SAMPLE_EVENTS.filter(({ eventId }) => eventId === id).map((event) => ({
      ...event,
      fields: { ...event.fields, ...fields },
    })),
  ),
];

const FIELDS: readonly QuestionField[] = [...ALL_FIELDS, ...HEADER_FIELDS, ...HASH_FIELDS];
const EXTRA_TEXTS = [
  'a',
  '1',
  '00',
  'type',
  '  5',
  'DWORD',
  '\\',
  'md5=',
  'A256',
  'true',
  'SUCCESS',
  'dns',
  ';',
  '::ffff:',
  '',
  '-',
  'SYSTEM',
  'nothing of this',
];

interface Case {
  readonly event: WorldEvent;
  readonly shape: ShapeName;
  readonly field: QuestionField;
  readonly condition: FormCondition;
}

/** 0 to 1 and more, evenly; a double would be close to 0 nearly always. */
const share = (max: number) => fc.integer({ min: 0, max }).map((thousandth) => thousandth / 1000);

/** A condition made from a piece of the very value, so that it often holds. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    event: fc.constantFrom(...events),
    shape: fc.constantFrom(...SHAPE_NAMES),
    anyField: fc.constantFrom(...FIELDS),
    pick: share(1200),
    kind: fc.constantFrom('equals', 'contains', 'starts', 'ends', 'glob', 'regex', 'exists', 'compare'),
    from: share(1000),
    to: share(1000),
    other: fc.option(fc.constantFrom(...EXTRA_TEXTS), { freq: 4 }),
    upper: fc.boolean(),
  })
  .map(({ event, shape, anyField, pick, kind, from, to, other, upper }) => {
    const own = [...fieldsOfEvent(event.eventId), ...HEADER_FIELDS, ...HASH_FIELDS];
    const field = own[Math.floor(pick * own.length)] ?? anyField;
    const read = readEvent({ _index: 'i', _id: '1', _source: renderDocument(event, shape) });
    const text = read.kind === 'event' ? (fieldValue(read.event, field) ?? 'x') : 'x';
    const piece = other ?? pieceOf(text, kind, Math.min(from, to), Math.max(from, to));
    return { event, shape, field, condition: conditionOf(kind, upper ? piece.toUpperCase() : piece) };
  });

function pieceOf(text: string, kind: string, from: number, to: number): string {
  const [a, b] = [Math.floor(from * text.length), Math.ceil(to * text.length)];
  if (kind === 'starts') return text.slice(0, b);
  if (kind === 'ends') return text.slice(a);
  return kind === 'contains' ? text.slice(a, b) : text;
}

function conditionOf(kind: string, value: string): FormCondition {
  if (kind === 'exists') return { kind };
  if (kind === 'compare') return { kind, op: 'ge', value: Number(value) || 0 };
  if (kind === 'regex') return { kind, value: globRegex(value) };
  return { kind: kind as 'equals', value };
}

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 6000);

describe('questions about paths', () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? 20_240_305);

  it(`find every event whose text satisfies the condition, and where exact no other (seed ${seed})`, () => {
    let hits = 0;
    let exact_misses = 0;
    fc.assert(
      fc.property(cases, ({ event, shape, field, condition }) => {
        const source = renderDocument(event, shape);
        const values = documentValues(source, undefined);
        const read = readEvent({ _index: 'i', _id: '1', _source: source });
        if (read.kind !== 'event' || values === undefined) throw new Error(read.kind);
        const text = fieldValue(read.event, field);
        const truth = text !== undefined && testOf(field, condition)(text);
        const { question, exact } = ask(field, condition, event.eventId, values, new Set(pathsOf(source)));
        const found = answers(question, field, values);
        if (truth) hits++;
        else if (exact) exact_misses++;
        if (truth && !answers(question, field, values))
          throw new Error(`missed: ${JSON.stringify({ shape, field, text, question })}`);
        if (exact && !truth && found)
          throw new Error(`not exact: ${JSON.stringify({ shape, field, text, question })}`);
      }),
      { seed, numRuns: RUNS },
    );
    expect(hits).toBeGreaterThan(RUNS / 10);
    expect(exact_misses).toBeGreaterThan(RUNS / 10);
  });
});
