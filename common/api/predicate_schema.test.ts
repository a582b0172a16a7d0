import { MAX_DEPTH as CHECKED_DEPTH } from '../predicate/check_predicate';
import { MAX_DEPTH, predicateSchema } from './predicate_schema';

const sentences = (value: unknown): string[] => {
  const read = predicateSchema.safeParse(value);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const nested = (levels: number): unknown => {
  let predicate: unknown = { kind: 'all' };
  for (let i = 1; i < levels; i += 1) {
    predicate = i % 2 === 0 ? { kind: 'not', of: predicate } : { kind: 'and', of: [predicate] };
  }
  return predicate;
};

it.each<[unknown]>([
  [{ kind: 'all' }],
  [{ kind: 'or', of: [] }],
  [
    {
      kind: 'and',
      of: [
        { kind: 'event_id', ids: [1, 255] },
        { kind: 'not', of: { kind: 'none' } },
      ],
    },
  ],
  [{ kind: 'equals', field: 'Image', value: 'C:\\a.exe', cased: true }],
  [{ kind: 'in', field: 'SHA256', values: ['00'] }],
  [{ kind: 'cidr', field: 'DestinationIp', value: '10.0.0.0/8' }],
  [{ kind: 'compare', field: 'DestinationPort', op: 'gt', value: 1024 }],
  [{ kind: 'exists', field: 'User' }],
  [{ kind: 'field_ref', field: 'Image', how: 'equals', other: 'ParentImage' }],
  [{ kind: 'keyword', value: 'mimikatz' }],
  [nested(50)],
])('%j is taken as it is', (value) => {
  expect(predicateSchema.parse(value)).toEqual(value);
});

it.each<[unknown, string]>([
  [undefined, ': Required'],
  ['Image', ': Expected object'],
  [{ kind: 'maybe' }, 'kind: Invalid discriminator value'],
  [{ kind: 'and', of: [{ kind: 'equals', field: 'NoSuch', value: '' }] }, 'of.0.field: is no Sysmon field'],
  [{ kind: 'all', more: 1 }, ': Unrecognized key'],
])('a broken one is refused with the place (%#)', (value, sentence) => {
  expect(sentences(value)).toEqual([expect.stringContaining(sentence)]);
});

it.each([51, 1000, 100_000])('%i levels are refused, whatever the stack can hold', (levels) => {
  expect(sentences(nested(levels))).toEqual([': is nested more than 50 levels deep']);
  expect(MAX_DEPTH).toBe(CHECKED_DEPTH);
});

it('10,000 conditions side by side are read, more are refused', () => {
  const of = Array.from({ length: 10_000 }, () => ({ kind: 'event_id', ids: [1] }));
  expect(sentences({ kind: 'or', of })).toEqual([]);
  expect(sentences({ kind: 'or', of: [...of, ...of] })).toEqual([
    'of: Array must contain at most 10000 element(s)',
  ]);
});
