import fc from 'fast-check';
import { SAMPLE_EVENTS } from '../../test/contracts/sample_events';
import { renderDocument, SHAPE_NAMES } from '../../test/worlds/render_document';
import type { ShapeName } from '../../test/worlds/render_document';
import { globRegex } from '../predicate/glob';
import { fieldValue } from '../predicate/field_value';
import { testOf } from '../predicate/text_condition';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { ALL_FIELDS, fieldsOfEvent } from '../sysmon/all_fields';
import { HASH_FIELDS, HEADER_FIELDS } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { WorldEvent } from '../../test/worlds/world';
import { documentPath, documentValues, valueAt } from './document_values';
import type { DocumentValues } from './document_values';
import type { FieldPlace, FieldSchema } from './field_schema';
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

interface Prepared {
  readonly shape: ShapeName;
  readonly event: SysmonEvent;
  readonly values: DocumentValues;
  readonly schemas: readonly FieldSchema[];
}

/** A rendered document, its event, and the schemas that an index with such documents has. */
function prepare(event: WorldEvent, shape: ShapeName): Prepared {
  const source = renderDocument(event, shape);
  const read = readEvent({ _index: 'i', _id: '1', _source: source });
  const values = documentValues(source, undefined);
  if (read.kind !== 'event' || values === undefined) throw new Error(read.kind);
  return { shape, event: read.event, values, schemas: schemasOf(new Set(pathsOf(source))) };
}

const DOCUMENTS = events.flatMap((event) => SHAPE_NAMES.map((shape) => prepare(event, shape)));

const placesIn = ({ schemas, event }: Prepared, field: QuestionField): readonly FieldPlace[] =>
  schemas.flatMap((schema) => placesOf(schema, field, [event.eventId]));

/** As a store asks it: any place of any schema. */
function ask(document: Prepared, field: QuestionField, condition: FormCondition): AskedPaths {
  const parts = placesIn(document, field).map(({ paths, form }): AskedPaths => {
    if (form) return form.ask({ condition, paths, test: testOf(field, condition) });
    return {
      exact: true,
      question: { kind: 'or', of: paths.map((path) => ({ kind: 'on', path, condition })) },
    };
  });
  return {
    question: { kind: 'or', of: parts.map((part) => part.question) },
    exact: parts.every((part) => part.exact),
  };
}

const ownFields = ({ event }: Prepared): readonly QuestionField[] => [
  ...fieldsOfEvent(event.eventId),
  ...HEADER_FIELDS,
  ...HASH_FIELDS,
];

/** Holds the promise of AskedPaths against one document. */
function judge(
  document: Prepared,
  field: QuestionField,
  condition: FormCondition,
): 'hit' | 'excluded' | 'superset' {
  const text = fieldValue(document.event, field);
  const truth = text !== undefined && testOf(field, condition)(text);
  const { question, exact } = ask(document, field, condition);
  const found = answers(question, field, document.values);
  const said = () => JSON.stringify({ shape: document.shape, field, text, condition, question });
  if (truth && !found) throw new Error(`missed: ${said()}`);
  if (exact && found && !truth) throw new Error(`not exact: ${said()}`);
  return truth ? 'hit' : exact ? 'excluded' : 'superset';
}

const TEXT_KINDS = ['equals', 'contains', 'starts', 'ends', 'glob', 'regex'] as const;

function conditionOf(kind: (typeof TEXT_KINDS)[number] | 'exists' | 'compare', value: string): FormCondition {
  if (kind === 'exists') return { kind };
  if (kind === 'compare') return { kind, op: 'ge', value: Number(value) || 0 };
  return { kind, value: kind === 'regex' ? globRegex(value) : value };
}

function pieceOf(text: string, kind: string, from: number, to: number): string {
  const [a, b] = [Math.floor(from * text.length), Math.ceil(to * text.length)];
  if (kind === 'starts') return text.slice(0, b);
  if (kind === 'ends') return text.slice(a);
  return kind === 'contains' ? text.slice(a, b) : text;
}

/** 0 to 1 and more, evenly; a double would be close to 0 nearly always. */
const share = (max: number) => fc.integer({ min: 0, max }).map((thousandth) => thousandth / 1000);

/** A condition made from a piece of the very value, so that it often holds. */
const cases = fc
  .record({
    document: fc.constantFrom(...DOCUMENTS),
    anyField: fc.constantFrom(...FIELDS),
    pick: share(1200),
    kind: fc.constantFrom(...TEXT_KINDS, 'exists' as const, 'compare' as const),
    from: share(1000),
    to: share(1000),
    other: fc.option(fc.constantFrom(...EXTRA_TEXTS), { freq: 4 }),
    upper: fc.boolean(),
  })
  .map(({ document, anyField, pick, kind, from, to, other, upper }) => {
    const own = ownFields(document);
    const field = own[Math.floor(pick * own.length)] ?? anyField;
    const text = fieldValue(document.event, field) ?? 'x';
    const piece = other ?? pieceOf(text, kind, Math.min(from, to), Math.max(from, to));
    return { document, field, condition: conditionOf(kind, upper ? piece.toUpperCase() : piece) };
  });

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 10_000);

describe('questions about paths find every event whose text satisfies the condition, and where exact no other', () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? 20_240_305);

  it(`for random pieces of values (seed ${seed})`, () => {
    const outcomes = { hit: 0, excluded: 0, superset: 0 };
    fc.assert(
      fc.property(cases, ({ document, field, condition }) => {
        outcomes[judge(document, field, condition)]++;
      }),
      { seed, numRuns: RUNS },
    );
    expect(outcomes.hit).toBeGreaterThan(RUNS / 10);
    expect(outcomes.excluded).toBeGreaterThan(RUNS / 10);
  });

  it.each(SHAPE_NAMES)('for every field that %s takes apart', (shape) => {
    let hits = 0;
    const seen = new Set<string>();
    for (const document of DOCUMENTS.filter((one) => one.shape === shape)) {
      for (const field of ownFields(document)) {
        const forms = placesIn(document, field).flatMap(({ form }) => form?.name ?? []);
        const key = [field, fieldValue(document.event, field), ...forms].join('|');
        if (forms.length === 0 || seen.has(key)) continue;
        seen.add(key);
        hits += judgeAll(document, field);
      }
    }
    expect(hits).toBeGreaterThan(30);
  });
});

/** All conditions on the whole, both halves and the last part of the value, and on texts of neighbours. Returns the hits. */
function judgeAll(document: Prepared, field: QuestionField): number {
  const text = fieldValue(document.event, field) ?? '';
  const half = text.length >> 1;
  const last = text.slice(text.search(/[\\;,. ][^\\;,. ]*$/) + 1);
  const pieces = [
    text,
    text.slice(0, half),
    text.slice(half),
    text.slice(half >> 1, half + 2),
    last,
    ...EXTRA_TEXTS,
  ];
  const plain = (['equals', 'contains', 'starts', 'ends'] as const).flatMap((kind) =>
    pieces.map((piece) => conditionOf(kind, piece)),
  );
  // Patterns are slow to compile, and forms translate them all alike.
  const others = (['glob', 'regex', 'exists', 'compare'] as const).map((kind) => conditionOf(kind, text));
  return [...plain, ...others].filter((condition) => judge(document, field, condition) === 'hit').length;
}
