import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HOPS, HOST, LINEAGE, TEMPNCF88, event, eventsAnswer } from '../../testing/fixtures';
import { ok, prepareDom, renderApp, type Answer, type Server } from '../../testing/render_app';

beforeAll(prepareDom);

const GRAPH = `/graph?guid=${TEMPNCF88}&host=${HOST}`;
const withHops =
  (hops: () => Answer | Promise<Answer>): Server =>
  ({ path }) => {
    if (path.endsWith('/lineage')) return ok(LINEAGE);
    if (path.endsWith('/file_hops')) return hops();
    if (path.includes('/documents'))
      return ok({
        kind: 'found',
        index: 'winlogbeat-6',
        id: 'w1',
        source: { kept: 'as stored' },
        event: event(1),
      });
    return ok(eventsAnswer(2, 2));
  };
const found = withHops(() => ok(HOPS));
const rowNames = async (): Promise<string[]> =>
  within(await screen.findByRole('treegrid'))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent ?? '');

describe('file hops on the graph page', () => {
  it('join the tree after it: the writer, its ancestors, and counts that still add up', async () => {
    const { requests } = renderApp(`${GRAPH}&view=both`, found);
    await screen.findByText('1 file hop: files that one process wrote and another used.');
    const names = (await rowNames()).map((name) => name.split(' · ')[0]);
    expect(names).toEqual([
      'explorer.exe',
      'OUTLOOK.EXE',
      'iexplore.exe',
      'powershell.exe',
      'TempNcF88[U+202E].eXe',
      'rundll32.exe',
    ]);
    expect(screen.getByText(/^17 of the shown processes .* 26 of other processes = 46 events/)).toBeTruthy();
    const asked = requests.filter(({ path }) => path.endsWith('/file_hops'));
    expect(asked.map(({ query }) => query)).toEqual([
      { guid: TEMPNCF88, host: HOST, from: LINEAGE.range.from, to: LINEAGE.range.to },
    ]);
  });

  it('leave the tree usable while they are looked for, and when that fails', async () => {
    let fail: (answer: Answer) => void = () => undefined;
    renderApp(
      `${GRAPH}&view=tree`,
      withHops(() => new Promise((resolve) => (fail = resolve))),
    );
    await screen.findByText('Looking for files that were written and then run.');
    expect(await rowNames()).toHaveLength(4);
    fail({ status: 503, body: { kind: 'unreachable', message: 'from the server' } });
    await screen.findByRole('button', { name: 'Try now' });
    expect(await rowNames()).toHaveLength(4);
  });

  it('are listed by the key l, go to the other process, and open both documents', async () => {
    const { history } = renderApp(`${GRAPH}&view=tree`, found);
    await screen.findByText(/^1 file hop/);
    const row = within(screen.getByRole('treegrid'))
      .getAllByRole('row')
      .find((one) => one.tabIndex === 0);
    fireEvent.keyDown(row ?? document.body, { key: 'l' });
    const table = await screen.findByRole('table', { name: /^Files that one process wrote/ });
    expect(within(table).getByText('How known: image path')).toBeTruthy();
    expect(
      within(table).getByText(/TempNcF88\[U\+202E\]\.eXe/, { selector: '.sysmonTrailMono' }),
    ).toBeTruthy();
    fireEvent.click(within(table).getByRole('button', { name: 'Go to iexplore.exe' }));
    await waitFor(() => expect(history.path()).toContain(`sel=${HOPS.hops[0]?.from}`));
    const ends = within(await screen.findByRole('table', { name: /^Files that one/ })).getAllByRole(
      'button',
      {
        name: /^Open the document/,
      },
    );
    expect(ends).toHaveLength(2);
    fireEvent.click(ends[0] as HTMLElement);
    expect(await screen.findByText(/as stored/)).toBeTruthy();
    expect(history.path()).toContain('w1');
  });
});
