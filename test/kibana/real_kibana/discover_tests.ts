import { Client } from '@elastic/elasticsearch';
import type { Browser, Page } from 'playwright-core';
import { INDEX_BODY } from '../../../tools/import_events/index_mapping';
import { WORD_SPAWNS_POWERSHELL, wordSpawnsPowershell } from '../../worlds/word_spawns_powershell';
import type { WordFacts } from '../../worlds/word_spawns_powershell';
import type { World, WorldEvent } from '../../worlds/world';
import { visit } from './browser';
import type { Visit } from './browser';
import {
  makeDataView,
  nextDocument,
  openFirst,
  openTab,
  previousDocument,
  subject,
  visitDocument,
  visitDocuments,
} from './discover_page';
import { documentId, loadWorld } from './load_world';
import type { ShapeName } from '../../worlds/render_document';

/** The same story a month later, in ECS; and a document of another log, newest of all. */
const ECS_WORLD = wordSpawnsPowershell(Date.UTC(2024, 3, 10, 9));
const ECS = { index: 'winlogbeat-8.12.0-ecs', shape: 'ecs_8' } as const;
const OTHER = { index: 'winlogbeat-8.12.0-other', id: 'other-1' } as const;

export async function loadDiscoverDocuments(url: string): Promise<void> {
  await loadWorld(ECS_WORLD, { url, ...ECS });
  const client = new Client({ node: url });
  await client.indices.create({ index: OTHER.index, ...INDEX_BODY });
  await client.index({
    ...OTHER,
    refresh: true,
    document: {
      '@timestamp': '2024-04-11T00:00:00.000Z',
      event: { code: '4624', provider: 'Microsoft-Windows-Security-Auditing' },
      winlog: { channel: 'Security', event_id: '4624', provider_name: 'Microsoft-Windows-Security-Auditing' },
    },
  });
  await client.close();
}

interface Where {
  readonly kibana: string;
  readonly browser: Browser;
  readonly raw: { readonly world: World<WordFacts>; readonly index: string };
}

/** The tab, and the ways from and into the app. */
export function discoverTests(where: () => Where): void {
  describe('from Discover', () => {
    beforeAll(() => makeDataView(where().kibana));
    pagingTest(where);
    singleDocumentTest(where);
    locatorTest(where);
    globalSearchTest(where);
  });
}

function pagingTest(where: () => Where): void {
  test('the tab tells about each document of the flyout, forth and back, and leads to the graph', async () => {
    const { kibana, browser, raw } = where();
    const ids = [OTHER.id, startId(ECS_WORLD, ECS.shape), startId(raw.world, 'winlogbeat_raw')];
    const visited = await visitDocuments(browser, { kibana, ids });
    const { page } = visited;
    await openFirst(page);
    await page.getByText('Not a Sysmon event.').waitFor();
    await nextDocument(page);
    await expectLineage(page, startOf(ECS_WORLD));
    await nextDocument(page);
    await expectLineage(page, startOf(raw.world));
    await previousDocument(page);
    await expectLineage(page, startOf(ECS_WORLD));
    await previousDocument(page);
    await page.getByText('Not a Sysmon event.').waitFor();
    await nextDocument(page);
    await expectLineage(page, startOf(ECS_WORLD));
    await page.getByRole('link', { name: 'Open in Process graph' }).click();
    await page.locator('canvas').first().waitFor();
    await graphOfPowershell(page);
    expect(new URL(page.url()).search).toBe(`?ix=${ECS.index}&id=${ids[1]}`);
    expectQuiet(visited);
    await page.close();
  });
}

function singleDocumentTest(where: () => Where): void {
  test('the tab also stands on the page of a single document', async () => {
    const { kibana, browser, raw } = where();
    const id = startId(raw.world, 'winlogbeat_raw');
    const visited = await visitDocument(browser, { kibana, index: raw.index, id });
    await openTab(visited.page);
    await expectLineage(visited.page, startOf(raw.world));
    expectQuiet(visited);
    await visited.page.close();
  });
}

function locatorTest(where: () => Where): void {
  test('the locator SYSMON_TRAIL leads to the graph', async () => {
    const { kibana, browser, raw } = where();
    const params = { page: 'graph', guid: raw.world.facts.powershell, host: WORD_SPAWNS_POWERSHELL.host };
    const query = new URLSearchParams({ l: 'SYSMON_TRAIL', v: '8.12.2', p: JSON.stringify(params) });
    const visited = await visit(browser, `${kibana}/app/r?${query}`);
    await graphOfPowershell(visited.page);
    expect(new URL(visited.page.url()).pathname).toBe('/app/sysmonTrail/graph');
    expectQuiet(visited);
    await visited.page.close();
  });
}

function globalSearchTest(where: () => Where): void {
  test("Kibana's global search finds a page of the app", async () => {
    const { kibana, browser } = where();
    const { page, failures } = await visit(browser, `${kibana}/app/home`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await subject(page, 'nav-search-input').click(); // it loads what can be found
    await subject(page, 'nav-search-input').pressSequentially('Process graph');
    await subject(page, 'nav-search-option').filter({ hasText: 'Sysmon Trail / Process graph' }).click();
    await page.waitForURL('**/app/sysmonTrail/graph');
    await page.getByRole('heading', { name: 'Choose a process or a host' }).waitFor();
    // The search also asks Fleet, which refuses where security is off.
    expect(failures.filter((failure) => !failure.includes('/api/fleet/'))).toEqual([]);
    await page.close();
  });
}

function startOf({ events }: World): WorldEvent {
  const start = events.find(
    ({ eventId, fields }) => eventId === 1 && fields.Image?.endsWith('powershell.exe'),
  );
  if (!start) throw new Error('This world starts no powershell.exe');
  return start;
}

const startId = (world: World, shape: ShapeName): string => documentId(startOf(world), shape);

/** This process with its start, below the ones that led to it, in their order, and above what it started. */
async function expectLineage(page: Page, { fields }: WorldEvent): Promise<void> {
  const tree = page.locator('.sysmonTrailTabTree').first();
  await tree.getByText(fields.UtcTime ?? '').waitFor();
  await tree.getByText('this process').waitFor();
  const names = await tree.getByRole('link').allInnerTexts();
  expect(names).toEqual(['userinit.exe', ...WORD_SPAWNS_POWERSHELL.chain]);
}

const graphOfPowershell = (page: Page): Promise<void> =>
  page
    .getByRole('heading', { name: /powershell\.exe/ })
    .first()
    .waitFor();

/** Discover gives up its own requests when it is left; nothing else may fail. */
function expectQuiet({ errors, failures }: Visit): void {
  const others = failures.filter((failure) => !failure.startsWith('net::ERR_ABORTED'));
  expect({ errors, failures: others }).toEqual({ errors: [], failures: [] });
}
