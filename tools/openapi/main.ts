import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { createApp } from '../../server/app';
import { version } from '../../package.json';
import { openapiDocument } from './openapi_document';

/** Writes docs/openapi.json: `npx tsx tools/openapi/main.ts`. */
async function main(): Promise<void> {
  const path = resolve(__dirname, '../../docs/openapi.json');
  const text = JSON.stringify(openapiDocument({ ...createApp(), version }));
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  console.log(`wrote ${path}`);
}

void main();
