import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../package.json';
import { createApp } from '../../server/app';
import { openapiDocument } from './openapi_document';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const { routes } = createApp();
const document = JSON.parse(JSON.stringify(openapiDocument({ routes, version }))) as Record<string, Json>;

function* referencesIn(value: Json): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner;
    else yield* referencesIn(inner as Json);
  }
}

/** What a JSON pointer names. */
const named = (pointer: string): Json | undefined =>
  pointer
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((at, name) => (at as Record<string, Json> | undefined)?.[name], document);

it('docs/openapi.json is current (`npx tsx tools/openapi/main.ts` writes it)', () => {
  const written = readFileSync(resolve(__dirname, '../../docs/openapi.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(document);
});

it('has every route with its operation', () => {
  const paths = document.paths as Record<string, Record<string, { operationId: string }>>;
  for (const { method, path, operation } of routes) {
    expect(paths[path]?.[method.toLowerCase()]?.operationId).toBe(operation);
  }
});

it('names nothing that it does not have', () => {
  const references = new Set(referencesIn(document));
  expect(references.size).toBeGreaterThan(5);
  for (const pointer of references) expect([pointer, typeof named(pointer)]).toEqual([pointer, 'object']);
});

it('puts each kind of answer under the status that it comes with', () => {
  const statuses = named('#/paths') as Record<string, { get?: { responses: Record<string, Json> } }>;
  expect(Object.keys(statuses['/api/sysmon_trail/lineage']?.get?.responses ?? {})).toEqual([
    '200',
    '400',
    '404',
    '422',
    'default',
  ]);
});
