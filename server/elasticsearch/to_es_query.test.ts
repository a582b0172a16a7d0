import { WINLOGBEAT_RAW } from '../../common/field_schemas/winlogbeat_raw';
import type { Predicate } from '../../common/predicate/predicate';
import { not, or } from '../../common/predicate/predicate';
import { pathTypes } from './path_types';
import { toEsQuery } from './to_es_query';

const target = (type: string) => ({
  schemas: [WINLOGBEAT_RAW],
  types: pathTypes({
    'winlog.event_id': { long: {} },
    'winlog.channel': { keyword: {} },
    'winlog.event_data.Image': { [type]: {} },
    'winlog.event_data.CommandLine': { [type]: {} },
  }),
});
const contains = (value: string): Predicate => ({ kind: 'contains', field: 'CommandLine', value });
const reasonsOf = (predicate: Predicate, type = 'keyword') => {
  const asked = toEsQuery(predicate, target(type));
  return asked.exact ? [] : asked.reasons;
};

test('event ids are exact', () => {
  expect(toEsQuery({ kind: 'event_id', ids: [1, 5] }, target('keyword')).exact).toBe(true);
});

test('a path that is mapped nowhere finds nothing, exactly', () => {
  expect(toEsQuery({ kind: 'exists', field: 'QueryName' }, target('keyword'))).toMatchObject({
    query: { match_none: {} },
    exact: true,
  });
});

test.each<[string, Predicate, string, string]>([
  [
    'two fields',
    { kind: 'field_ref', field: 'Image', how: 'equals', other: 'CommandLine' },
    'keyword',
    'two fields compared',
  ],
  ['any field', { kind: 'keyword', value: 'x' }, 'keyword', 'a text in any field'],
  [
    'a word boundary',
    { kind: 'regex', field: 'Image', value: '\\bx' },
    'keyword',
    'a regular expression that Elasticsearch lacks',
  ],
  ['text', contains('x'), 'text', 'winlog.event_data.CommandLine is mapped as text'],
  [
    'ignore_above',
    contains('x'),
    'keyword',
    'winlog.event_data.CommandLine is longer or other than its mapping takes',
  ],
  ['case beyond ASCII', contains('\u00e4'), 'keyword', 'case of letters beyond ASCII, or a long text'],
  [
    'many wildcards',
    or(...Array.from({ length: 501 }, (_, at) => contains(`w${at}`))),
    'keyword',
    'more than 500 patterns',
  ],
  ['other types', contains('x'), 'geo_point', 'winlog.event_data.CommandLine is mapped as geo_point'],
])('%s is a superset, and says why', (_, predicate, type, reason) => {
  expect(reasonsOf(predicate, type)).toContain(reason);
});

test('not of a superset is no subset: it takes the lower bound', () => {
  const asked = toEsQuery(not({ kind: 'keyword', value: 'x' }), target('keyword'));
  expect(asked.exact).toBe(false);
  expect(JSON.stringify(asked.query)).not.toContain('match_none');
});

test('hostile values are no patterns', () => {
  const query = JSON.stringify(toEsQuery(contains('*a?\\"'), target('keyword')).query);
  expect(query).toContain(JSON.stringify('*\\*a\\?\\\\"*'));
});

test('without patterns whatever has a value is a candidate', () => {
  const query = JSON.stringify(toEsQuery(contains('x'), { ...target('keyword'), patterns: false }).query);
  expect(query).not.toMatch(/wildcard|regexp|prefix/);
});
