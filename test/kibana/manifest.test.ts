import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pluginManifest } from '../../tools/build_zip/plugin_manifest';
import type { Manifest } from '../../tools/build_zip/plugin_manifest';
import { manifestProblems } from './manifest_rules';

const SOURCE = JSON.parse(readFileSync(join(__dirname, '../../kibana.json'), 'utf8')) as Manifest;
const VERSIONS = { version: '1.2.3', kibana_version: '8.12.2' };

test('the manifest of the repository keeps every rule of the parser', () => {
  expect(manifestProblems(SOURCE)).toEqual([]);
});

test('in the repository it starts in a Kibana of any version; in a zip in exactly one', () => {
  expect(SOURCE.kibanaVersion).toBe('kibana');
  expect(pluginManifest(SOURCE, VERSIONS)).toEqual({
    ...SOURCE,
    version: '1.2.3-8.12.2',
    kibanaVersion: '8.12.2',
  });
});

test('the manifest of a zip keeps every rule of the parser', () => {
  expect(manifestProblems(pluginManifest(SOURCE, VERSIONS))).toEqual([]);
});

test.each(['8.12', 'kibana', '8.12.2-SNAPSHOT', ''])(
  '%p is refused as a Kibana version',
  (kibana_version) => {
    expect(() => pluginManifest(SOURCE, { ...VERSIONS, kibana_version })).toThrow(
      /is no version of the form x\.y\.z/,
    );
  },
);

test.each([
  [{ license: 'Apache-2.0' }, 'unknown key license'],
  [{ id: 'sysmon-trail' }, 'id must be camelCase without dots and dashes'],
  [{ owner: {} }, 'owner.name must be a text'],
  [{ requiredBundles: ['kibanaReact'] }, 'an unknown required bundle keeps Kibana from starting'],
  [{ requiredPlugins: ['observabilityAIAssistant'] }, /is not in every version/],
])('the rules notice %j', (change, problem) => {
  expect(manifestProblems({ ...SOURCE, ...change })).toEqual([expect.stringMatching(problem)]);
});
