import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import type { EventsAnswer } from '../../common/api/events';
import type { DocumentRef, SysmonEvent } from '../../common/sysmon/sysmon_event';
import { startWorkbench, type Workbench } from '../../workbench/start_workbench';
import { MAIL_TO_TEMPNCF88 } from '../worlds/mail_to_tempncf88';
import { browserPath, openBrowser, visit, type Visit, type VisitOptions } from './browser';

const TWO_MINUTES = 120_000;
/** Pages are loaded on a busy machine too; a test waits for what it wants to see, never for a time. */
jest.setTimeout(TWO_MINUTES);
const QUIET = { info: () => undefined, warn: () => undefined, error: console.error };
const [HOST] = MAIL_TO_TEMPNCF88.hosts;

if (!browserPath && process.env.CI !== 'true')
  console.error('SKIPPED: no Chromium found, the browser tests did not run.');
const describeInBrowser = browserPath || process.env.CI === 'true' ? describe : describe.skip;

describeInBrowser('the app in a browser', () => {
  let workbench: Workbench;
  let browser: Browser;
  let app: string;
  let origin: SysmonEvent;
  const visits: Visit[] = [];

  beforeAll(async () => {
    [workbench, browser] = await Promise.all([startWorkbench({ log: QUIET }), openBrowser()]);
    app = workbench.url.replace(/\/$/, '');
    origin = await startOfTempNcF88();
  }, TWO_MINUTES);

  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  }, TWO_MINUTES);

  afterEach(async () => {
    const errors = visits.flatMap((one) => one.errors);
    for (const { context } of visits.splice(0)) await context.close();
    expect(errors).toEqual([]);
  });

  /** The document id that an analyst has: event 1 of TempNcF88.eXe on the first host. */
  async function startOfTempNcF88(): Promise<SysmonEvent> {
    const where = {
      kind: 'and',
      of: [
        { kind: 'event_id', ids: [1] },
        { kind: 'ends', field: 'Image', value: `\\${MAIL_TO_TEMPNCF88.process}` },
        { kind: 'equals', field: 'Computer', value: HOST },
      ],
    };
    const response = await fetch(new URL('/api/sysmon_trail/events/find', app), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'kbn-xsrf': 'true' },
      body: JSON.stringify({ where }),
    });
    const answer = (await response.json()) as EventsAnswer;
    const found = answer.kind === 'found' ? answer.events[0] : undefined;
    if (!found)
      throw new Error(`no ${MAIL_TO_TEMPNCF88.process} in the sample estate: ${JSON.stringify(answer)}`);
    return found;
  }

  async function open(path: string, options: VisitOptions = {}): Promise<Page> {
    const one = await visit(browser, options);
    visits.push(one);
    await one.page.goto(app + path);
    return one.page;
  }
  const byDocument = ({ index, id }: DocumentRef): string =>
    `/graph?${new URLSearchParams({ ix: index, id }).toString()}`;
  const title = (page: Page) => page.getByRole('heading', { level: 1 });
  const focusButton = (page: Page) => page.locator('.sysmonTrailFocus');

  it('leads from a document id to the graph of TempNcF88.eXe', async () => {
    const page = await open(byDocument(origin.ref));
    await title(page)
      .filter({ hasText: `${HOST} › ${MAIL_TO_TEMPNCF88.process} ${MAIL_TO_TEMPNCF88.pids.tempncf88}` })
      .waitFor();
    expect(await page.locator('.sysmonTrailStats').textContent()).toContain(
      `${MAIL_TO_TEMPNCF88.rundll32_children} descendants`,
    );
    expect(await focusButton(page).getAttribute('aria-label')).toContain('origin, TempNcF88.eXe, PID 2612');
    expect(await page.locator('.sysmonTrailConservation').textContent()).not.toContain('differ');
  });

  it('draws: the canvas is not one colour, in both themes', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await open(byDocument(origin.ref), { theme });
      await focusButton(page).waitFor();
      await page.waitForFunction(coloursOnCanvas, undefined, { timeout: 10_000 });
    }
  });

  it('is walked from the find box to the events of a process by keyboard alone', async () => {
    const page = await open('/');
    await page.getByRole('table').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(MAIL_TO_TEMPNCF88.process);
    await page.keyboard.press('Enter');
    await title(page)
      .filter({ hasText: `Events with ${MAIL_TO_TEMPNCF88.process}` })
      .waitFor();
    const graphLink = page.locator('a[href*="/graph?"][href*="guid="]').first();
    await graphLink.waitFor();
    await graphLink.focus();
    await page.keyboard.press('Enter');
    await focusButton(page).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'sysmonTrailTitle');
    await focusButton(page).focus();
    await page.keyboard.press('Home');
    const seen: string[] = [];
    for (let i = 0; i < MAIL_TO_TEMPNCF88.depth_in_tree; i += 1) {
      seen.unshift((await focusButton(page).getAttribute('aria-label')) ?? '');
      await page.keyboard.press('ArrowLeft');
    }
    for (const [i, name] of MAIL_TO_TEMPNCF88.chain.entries()) expect(seen[i]).toContain(name);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'sysmonTrailPanel');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('t');
    await page.getByRole('treegrid').waitFor();
  });

  it('has a tree twin that holds every process and moves by keyboard', async () => {
    const page = await open(`${byDocument(origin.ref)}&view=tree`);
    const row = page.locator('[role="treegrid"] [role="row"][tabindex="0"]');
    await row.focus();
    expect(await row.textContent()).toContain('TempNcF88.eXe');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('cmd.exe');
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('rundll32.exe');
    expect(await page.locator('[role="treegrid"] [role="row"][aria-level]').count()).toBe(
      1 + MAIL_TO_TEMPNCF88.chain.length + MAIL_TO_TEMPNCF88.rundll32_children,
    );
  });

  it('keeps everything in the URL: reload shows the same, Back the view before', async () => {
    const page = await open(byDocument(origin.ref));
    await focusButton(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    const heading = page.locator('.sysmonTrailPanelHead h2');
    await heading.filter({ hasText: 'cmd.exe' }).waitFor();
    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.locator('.sysmonTrailEvents').waitFor();
    await page.reload();
    await heading.filter({ hasText: 'cmd.exe' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Activity' }).getAttribute('aria-selected')).toBe('true');
    await page.goBack();
    expect(await page.getByRole('tab', { name: 'Summary' }).getAttribute('aria-selected')).toBe('true');
    await page.goBack();
    await heading.filter({ hasText: 'TempNcF88.eXe' }).waitFor();
  });

  it('moves the canvas by wheel, zooms with Ctrl, and keeps the place over a reload', async () => {
    const page = await open(byDocument(origin.ref));
    await focusButton(page).waitFor();
    await page.locator('.sysmonTrailCanvas').hover();
    const before = await focusButton(page).getAttribute('style');
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(
      (style) => document.querySelector('.sysmonTrailFocus')?.getAttribute('style') !== style,
      before,
    );
    await page.waitForURL(/[?&]z=/);
    const moved = await focusButton(page).boundingBox();
    await page.reload();
    await focusButton(page).waitFor();
    await page.waitForFunction(
      (x) => Math.abs((document.querySelector('.sysmonTrailFocus')?.getBoundingClientRect().x ?? 0) - x) < 3,
      moved?.x ?? 0,
    );
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (width) =>
        (document.querySelector('.sysmonTrailFocus')?.getBoundingClientRect().width ?? 0) > width + 5,
      moved?.width ?? 0,
    );
  });

  it('selects what is clicked on the canvas', async () => {
    const page = await open(byDocument(origin.ref));
    await focusButton(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() =>
      document.querySelector('.sysmonTrailFocus')?.getAttribute('aria-label')?.includes('rundll32'),
    );
    const box = await focusButton(page).boundingBox();
    if (!box) throw new Error('no focused card');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('.sysmonTrailPanelHead h2').filter({ hasText: 'rundll32.exe' }).waitFor();
  });

  it.each([
    [403, 'forbidden', 'You may not read winlogbeat-*.'],
    [429, 'busy', 'Elasticsearch is busy. Trying again in'],
    [503, 'unreachable', 'Elasticsearch does not answer. Your query is kept; next try in'],
    [500, 'failed', 'Sysmon Trail failed on this request.'],
  ])('says what %d means, and goes on when it is over', async (status, kind, sentence) => {
    const page = await open('/');
    await page.getByRole('table').waitFor();
    await page.route('**/api/sysmon_trail/lineage?*', (route) =>
      route.fulfill({ status, json: { kind, message: 'x', pattern: 'winlogbeat-*', detail: 'reason' } }),
    );
    await page.goto(app + byDocument(origin.ref));
    const alert = page.getByRole('alert').filter({ hasText: sentence });
    await alert.waitFor();
    expect(await alert.textContent()).not.toContain('    at ');
    await page.unroute('**/api/sysmon_trail/lineage?*');
    await alert.getByRole('button', { name: /Retry|Try now/ }).click();
    await focusButton(page).waitFor();
  });

  it('says that the server is gone', async () => {
    const page = await open('/');
    await page.getByRole('table').waitFor();
    await page.route('**/api/sysmon_trail/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('alert').filter({ hasText: 'The server does not answer.' }).waitFor();
    expect(await page.getByRole('table').isVisible()).toBe(true);
  });

  const pages = (): readonly (readonly [string, string])[] => [
    ['hosts', '/'],
    ['find results', `/find?q=${MAIL_TO_TEMPNCF88.process}`],
    [
      'an open event',
      `/find?q=${MAIL_TO_TEMPNCF88.process}&ev=${encodeURIComponent(`${origin.ref.index}!${origin.ref.id}`)}`,
    ],
    ['graph and tree', `${byDocument(origin.ref)}&view=both`],
    ['activity', `${byDocument(origin.ref)}&tab=activity`],
    ['raw', `${byDocument(origin.ref)}&tab=raw`],
    ['forest', `/graph?host=${HOST}&view=both&from=now-48h&to=now`],
    ['unknown process', '/graph?guid=00000000-1111-2222-3333-444444444444'],
  ];

  it.each(['light', 'dark'] as const)(
    'has no accessibility violation on any page (%s)',
    async (theme) => {
      const found: string[] = [];
      for (const [name, path] of pages()) {
        const page = await open(path, { theme });
        await title(page).waitFor();
        await page.waitForLoadState('networkidle');
        await page.waitForFunction(() => !document.querySelector('.sysmonTrailLoading'));
        found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
      }
      expect(found).toEqual([]);
    },
    4 * TWO_MINUTES,
  );

  it.each([
    [320, 640],
    [640, 400],
    [1920, 1080],
  ])('fits a window of %d x %d without scrolling sideways', async (width, height) => {
    for (const [, path] of pages().slice(0, 4)) {
      const page = await open(path, { width, height });
      await title(page).waitFor();
      await page.waitForLoadState('networkidle');
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
    }
  });
});

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2 A and AA that the page breaks, with the first element of each. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
    };
    return axe.run('#app', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
  });
  return results.violations.map(
    ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200) ?? ''}`,
  );
}

/** At least five different colours among the pixels of a grid over the canvas: background, card, border, text, path. */
function coloursOnCanvas(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('.sysmonTrailCanvas canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set<number>();
  for (let i = 0; pixels && i < pixels.length; i += 4)
    colours.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
  return colours.size >= 5;
}
