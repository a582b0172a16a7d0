import type { Browser } from 'playwright-core';
import { FIND_EVENTS_PATH } from '../../common/api/events';
import { startEngine } from '../../tools/embedded_elasticsearch/start_engine';
import { WORD_SPAWNS_POWERSHELL, wordSpawnsPowershell } from '../worlds/word_spawns_powershell';
import { withBuiltZip } from './built_zip';
import { startEngineShim } from './engine_shim/start_engine_shim';
import { startBrowser, visit } from './real_kibana/browser';
import { discoverTests, loadDiscoverDocuments } from './real_kibana/discover_tests';
import { installPlugin, listPlugins, refusal, removePlugin } from './real_kibana/installed_plugin';
import { kibanaHome } from './real_kibana/kibana_home';
import type { KibanaHome } from './real_kibana/kibana_home';
import { loadWorld } from './real_kibana/load_world';
import { startKibana } from './real_kibana/start_kibana';
import type { RunningKibana } from './real_kibana/start_kibana';

const HOME = kibanaHome(process.env);
const INDEX = 'winlogbeat-8.12.0-test';
const { host, total } = WORD_SPAWNS_POWERSHELL;
const WORLD = wordSpawnsPowershell();
const DAY = 'from=2024-03-05T00:00:00Z&to=2024-03-06T00:00:00Z';
const START_LIMIT_MS = 300_000;
jest.setTimeout(120_000); // pages of Kibana are heavy, and machines may be busy

if (!HOME) console.warn('SKIPPED: no plugin in a real Kibana was tested, since KIBANA_HOME is not set');

(HOME ? describe : describe.skip)(`Kibana ${HOME?.version ?? '(KIBANA_HOME is not set)'}`, () => {
  const undo: (() => unknown)[] = [];
  const asked: { readonly path: string; readonly name: string | string[] | undefined }[] = [];
  const home = HOME as KibanaHome;
  let kibana: RunningKibana;
  let browser: Browser;
  let printed = '';
  let refused = '';

  beforeAll(async () => {
    const engine = await startEngine();
    undo.push(() => engine.stop());
    const shim = await startEngineShim(
      engine.url,
      ({ path, headers }) => void asked.push({ path, name: headers['x-opaque-id'] }),
    );
    undo.push(() => shim.close());
    await loadWorld(WORLD, { url: engine.url, index: INDEX, shape: 'winlogbeat_raw' });
    await loadDiscoverDocuments(engine.url);
    undo.push(() => removePlugin(home));
    removePlugin(home); // what an earlier, broken run left
    refused = await withBuiltZip((zip) => refusal(home, zip), { kibana: '1.2.3' });
    printed = await withBuiltZip((zip) => installPlugin(home, zip), { kibana: home.version });
    kibana = await startKibana(home, { elasticsearch: shim.url });
    undo.push(() => kibana.stop());
    browser = await startBrowser();
    undo.push(() => browser.close());
  }, START_LIMIT_MS);

  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  }, START_LIMIT_MS);

  const get = (path: string) => fetch(`${kibana.url}/api/sysmon_trail${path}`);
  const post = (path: string, body: unknown, headers: Record<string, string> = { 'kbn-xsrf': 'true' }) =>
    fetch(`${kibana.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const capabilities = async (space: string) =>
    (await post(`${space}/api/core/capabilities`, { applications: ['sysmonTrail'] })).json();
  const makeSpace = (id: string, disabledFeatures: readonly string[]) =>
    post('/api/spaces/space', { id, name: id, disabledFeatures });

  test('its own installer takes the zip', () => {
    expect(printed).toContain('Plugin installation complete');
    expect(listPlugins(home)).toMatch(new RegExp(`sysmonTrail@\\d+\\.\\d+\\.\\d+-${home.version}`));
  });

  test('its own installer refuses a zip that was made for another version', () => {
    expect(refused).toContain(`Plugin sysmonTrail [1.2.3] is incompatible with Kibana [${home.version}]`);
  });

  test('a route answers with data, as the current user and under its own name', async () => {
    const answer = await get(`/hosts?${DAY}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ kind: 'found', hosts: [{ host, events: total }] });
    const names = asked.filter(({ path }) => path.includes('_msearch')).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set([expect.stringMatching(/hosts/)]));
  });

  test('lineage has the whole story', async () => {
    const answer = await get(`/lineage?guid=${WORLD.facts.powershell}&${DAY}`);
    expect(answer.status).toBe(200);
    const { nodes } = (await answer.json()) as { nodes: { image?: string }[] };
    const images = nodes.map(({ image = '' }) => image.split('\\').at(-1));
    expect(images).toEqual(expect.arrayContaining([...WORD_SPAWNS_POWERSHELL.chain]));
  });

  test('a POST without the kbn-xsrf header is refused by Kibana, with it it is answered', async () => {
    const body = { where: { kind: 'exists', field: 'Image' } };
    expect((await post(FIND_EVENTS_PATH, body, {})).status).toBe(400);
    const answer = await post(FIND_EVENTS_PATH, body);
    expect(await answer.json()).toMatchObject({ kind: 'found' });
  });

  test('a request that cannot be read says why', async () => {
    const answer = await get('/lineage?guide=x');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ kind: 'invalid', operation: expect.any(String) });
  });

  test('the privileges are registered, and computed for the user of a page', async () => {
    const features = (await (await fetch(`${kibana.url}/api/features`)).json()) as { id: string }[];
    expect(features.filter(({ id }) => id === 'sysmonTrail')).toHaveLength(1);
    expect(await capabilities('')).toMatchObject({
      sysmonTrail: { show: true, save: true },
      navLinks: { sysmonTrail: true },
    });
  });

  test('a page of Kibana loads our entry bundle without an error', async () => {
    const { page, errors, failures } = await visit(browser, `${kibana.url}/app/home`);
    await page.getByRole('button', { name: 'Toggle primary navigation' }).waitFor();
    expect({ errors, failures }).toEqual({ errors: [], failures: [] });
    expect(await page.evaluate(loadedBundles)).toEqual({ entry: true, app: false });
    await page.close();
  });

  test('the app opens without an error and shows the hosts', async () => {
    const { page, errors, failures } = await visit(browser, `${kibana.url}/app/sysmonTrail?${DAY}`);
    await page.getByText(host).first().waitFor();
    expect({ errors, failures }).toEqual({ errors: [], failures: [] });
    await page.close();
  });

  test('leaving the app and coming back works, and loads nothing twice', async () => {
    const { page, errors, failures } = await visit(browser, `${kibana.url}/app/sysmonTrail?${DAY}`);
    await page.getByText(host).first().waitFor();
    await page.getByRole('link', { name: 'Elastic home' }).click();
    await page.getByText(host).first().waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).first().waitFor(); // Kibana's home throws when it is left half open
    await page.goBack();
    await page.getByText(host).first().waitFor();
    expect(await page.locator('script[src$="app.js"]').count()).toBe(1);
    expect({ errors, failures }).toEqual({ errors: [], failures: [] });
    await page.close();
  });

  test('where the feature is off, the app is not there', async () => {
    await makeSpace('without', ['sysmonTrail']);
    expect((await fetch(`${kibana.url}/s/without/app/sysmonTrail`)).status).toBe(404);
    expect(await capabilities('/s/without')).toMatchObject({
      sysmonTrail: { show: false, save: false },
      navLinks: { sysmonTrail: false },
    });
  });

  test('the app works in another space', async () => {
    await makeSpace('team', []);
    const { page, errors, failures } = await visit(browser, `${kibana.url}/s/team/app/sysmonTrail?${DAY}`);
    await page.getByText(host).first().waitFor();
    expect({ errors, failures }).toEqual({ errors: [], failures: [] });
    await page.close();
  });

  test('the graph page shows the process and what started it', async () => {
    const at = `${kibana.url}/app/sysmonTrail/graph?guid=${WORLD.facts.powershell}&${DAY}`;
    const { page, errors, failures } = await visit(browser, at);
    await page.locator('canvas').waitFor();
    await page
      .getByRole('heading', { name: /powershell\.exe/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^cmd\.exe/ }).waitFor(); // its parent, in the side panel
    expect({ errors, failures }).toEqual({ errors: [], failures: [] });
    await page.close();
  });

  discoverTests(() => ({ kibana: kibana.url, browser, raw: { world: WORLD, index: INDEX } }));
});

interface Page {
  readonly __kbnBundles__: { has(key: string): boolean };
}

/** Runs in the page. */
function loadedBundles(): { entry: boolean; app: boolean } {
  const { __kbnBundles__: bundles } = globalThis as unknown as Page;
  return { entry: bundles.has('plugin/sysmonTrail/public'), app: bundles.has('plugin/sysmonTrail/app') };
}
