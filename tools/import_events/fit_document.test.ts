import { fitDocument, type KnownFields } from './fit_document';

const fit = (source: object, known: KnownFields = new Map()) =>
  fitDocument(source as Record<string, unknown>, known);

test('an ordinary document stays as it is', () => {
  const source = {
    '@timestamp': '2020-01-01',
    winlog: { event_data: { Image: 'a' }, ids: [1, 2] },
    empty: null,
    list: [{ a: 1 }, { a: 2 }],
  };
  expect(fit(source)).toEqual({ document: source, misfits: [] });
});

test.each([
  ['an empty name', { '': 1 }, '', 'name'],
  ['an empty part', { 'a..b': 1 }, 'a..b', 'name'],
  ['dots only', { '.': 1 }, '.', 'name'],
  ['a very long name', { ['x'.repeat(300)]: 1 }, 'x'.repeat(300), 'name'],
  ['objects and values in one list', { list: [1, { a: 1 }] }, 'list', 'object_and_value'],
])('%s goes out', (_, source, path, why) => {
  const { document, misfits } = fit({ ...source, kept: true });
  expect(document).toEqual({ kept: true });
  expect(misfits).toEqual([{ path, why, value: Object.values(source)[0] }]);
});

test('too deep nesting goes out, what is above stays', () => {
  const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ d: inner }), { end: 1 });
  const { document, misfits } = fit({ deep, kept: 1 });
  expect(misfits).toHaveLength(1);
  expect(misfits[0]?.why).toBe('depth');
  expect(JSON.stringify(document).match(/"d"/g)?.length).toBeLessThan(20);
});

test('a name that is an object elsewhere and a value here goes out, in both orders', () => {
  const known: KnownFields = new Map();
  expect(fit({ host: 'collector' }, known).misfits).toEqual([]);
  expect(fit({ host: { name: 'PC' }, n: 1 }, known)).toEqual({
    document: { n: 1 },
    misfits: [{ path: 'host', why: 'object_and_value', value: { name: 'PC' } }],
  });
  expect(fit({ 'a.b': 1 }, known).misfits).toEqual([]);
  expect(fit({ a: 2 }, known).misfits.map(({ path }) => path)).toEqual(['a']);
});

test('what the known shapes have as an object is never taken for a value, whoever comes first', () => {
  const known: KnownFields = new Map();
  expect(fit({ winlog: 'text' }, known).misfits.map(({ path }) => path)).toEqual(['winlog']);
  const event = { winlog: { event_data: { Image: 'a' } } };
  expect(fit(event, known)).toEqual({ document: event, misfits: [] });
});

test('ten thousand invented names are bounded, and no value is lost', () => {
  const known: KnownFields = new Map();
  const source = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field_${i}`, i]));
  const { document, misfits } = fit(source, known);
  expect(known.size).toBeLessThanOrEqual(2200);
  expect(Object.keys(document).length + misfits.length).toBe(10_000);
  expect(fit({ field_1: 'again' }, known).misfits).toEqual([]);
  const sysmon = { winlog: { event_data: { TargetFilename: 'a' } }, QueryName: 'b' };
  expect(fit(sysmon, known)).toEqual({ document: sysmon, misfits: [] });
});

test('names of JavaScript are names', () => {
  const source = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}') as object;
  expect(Object.keys(fit(source).document)).toEqual(['__proto__', 'constructor']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
