import { coreTypes } from './core_types';

test('field types that the engine lacks become their nearest, at any depth', () => {
  const mappings = {
    properties: {
      a: { type: 'wildcard', ignore_above: 10, fields: { text: { type: 'match_only_text' } } },
      b: { type: 'scaled_float', scaling_factor: 100 },
      c: { type: 'constant_keyword', value: 'x' },
      d: { type: 'rank_features' },
    },
  };
  expect(coreTypes({ mappings })).toEqual({
    mappings: {
      properties: {
        a: { type: 'keyword', ignore_above: 10, fields: { text: { type: 'text' } } },
        b: { type: 'double' },
        c: { type: 'keyword' },
        d: { type: 'object', enabled: false },
      },
    },
  });
});

test('a field that is only called "type" stays', () => {
  const mappings = {
    properties: { type: { type: 'keyword' }, version: { type: 'version', properties: {} } },
  };
  expect(coreTypes(mappings)).toEqual(mappings);
});
