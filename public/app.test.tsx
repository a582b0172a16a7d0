import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  event,
  eventsAnswer,
  HOPS,
  HOST,
  HOSTS,
  LINEAGE,
  MOMENT,
  POWERSHELL,
  RUNDLL32,
  TEMPNCF88,
} from './testing/fixtures';
import { ok, prepareDom, renderApp, type Answer, type Server } from './testing/render_app';

beforeAll(prepareDom);

const server: Server = ({ path }) => {
  if (path.endsWith('/hosts')) return ok(HOSTS);
  if (path.endsWith('/lineage')) return ok(LINEAGE);
  if (path.endsWith('/file_hops')) return ok({ ...HOPS, hops: [], nodes: [] });
  if (path.includes('/documents'))
    return ok({
      kind: 'found',
      index: 'winlogbeat-6',
      id: 'e1',
      source: { a: '\u202Ehidden' },
      event: event(1),
    });
  return ok(eventsAnswer(2, 2));
};
const GRAPH = `/graph?guid=${TEMPNCF88}&host=${HOST}`;
const problem = (status: number, kind: string): Answer => ({
  status,
  body: { kind, message: 'from the server', pattern: 'winlogbeat-*', detail: 'security_exception' },
});
const never = () => new Promise<Answer>(() => undefined);

describe('start page', () => {
  it('lists hosts with exact numbers that link to what they count', async () => {
    const { titles } = renderApp('/', server);
    const table = await screen.findByRole('table');
    expect(within(table).getByText('8,412').closest('a')?.getAttribute('href')).toContain('/find?');
    expect(within(table).getByText('41').closest('a')?.getAttribute('href')).toContain('types=1');
    expect(within(table).getByText(HOST).closest('a')?.getAttribute('href')).toContain(`/graph?`);
    expect(within(table).getByText('2019-01-08 02:21:52.282')).toBeTruthy();
    expect(screen.getByText('1 of 41 hosts shown · ≥ 10,000 events in this range')).toBeTruthy();
    expect(titles).toContain('Busiest hosts');
  });

  it('is also at the empty path', async () => {
    renderApp('', server);
    expect(await screen.findByRole('heading', { level: 1, name: 'Busiest hosts' })).toBeTruthy();
  });

  it('shows times in the chosen zone', async () => {
    const { history } = renderApp('/', server);
    await screen.findByRole('table');
    fireEvent.click(screen.getByText('Asia/Tokyo'));
    expect(await screen.findByText('2019-01-08 11:21:52.282')).toBeTruthy();
    expect(history.path()).toContain('tz=Asia%2FTokyo');
  });

  it('says that there is nothing at all, and where it looked', async () => {
    renderApp('/', () =>
      ok({ ...HOSTS, hosts: [], total_hosts: { value: 0, exact: true }, newest: undefined }),
    );
    expect(await screen.findByText('No Sysmon events in the 1 index pattern you may read.')).toBeTruthy();
    expect(screen.getByText('Looked in: winlogbeat-*')).toBeTruthy();
  });

  it('leads to the newest events when the range is empty', async () => {
    const { history, requests } = renderApp('/', () => ok({ ...HOSTS, hosts: [], newest: MOMENT }));
    fireEvent.click(await screen.findByText('Go to newest'));
    expect(history.path()).toContain(`to=${encodeURIComponent(new Date(MOMENT + 1).toISOString())}`);
    await waitFor(() =>
      expect(requests.at(-1)?.query).toMatchObject({ from: MOMENT - 86_400_000, to: MOMENT + 1 }),
    );
  });
});

describe('states that all pages share', () => {
  it.each([
    [
      403,
      'forbidden',
      "You may not read winlogbeat-*. Ask an administrator for 'read' and 'view_index_metadata' on it.",
      'Retry',
    ],
    [404, 'no_index', 'No index matches winlogbeat-*.', 'Retry'],
    [503, 'unreachable', 'Elasticsearch does not answer. Your query is kept; next try in 5 s.', 'Try now'],
    [429, 'busy', 'Elasticsearch is busy. Trying again in 5 s.', 'Try now'],
    [401, 'unauthorised', 'You are signed out. Sign in again; this link brings you back.', 'Retry'],
    [504, 'timed_out', 'Elasticsearch did not answer in time. Ask for a shorter time range.', 'Retry'],
    [500, 'failed', 'Sysmon Trail failed on this request. The rest of the page still works.', 'Retry'],
  ])('%d %s: a sentence, a way on, the technical detail', async (status, kind, sentence, button) => {
    let calls = 0;
    renderApp('/', () => (calls++ === 0 ? problem(status, kind) : ok(HOSTS)));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(sentence);
    expect(alert.textContent).toContain('security_exception');
    fireEvent.click(within(alert).getByText(button));
    expect(await screen.findByText(HOST)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('waits 300 ms with a skeleton, and offers a way out after 4 s', async () => {
    jest.useFakeTimers();
    const { requests } = renderApp('/', never);
    expect(screen.queryByLabelText('Loading')).toBeNull();
    act(() => void jest.advanceTimersByTime(301));
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
    act(() => void jest.advanceTimersByTime(4000));
    expect(screen.getByText('Still searching: 4 s.')).toBeTruthy();
    jest.useRealTimers();
    fireEvent.click(screen.getByText('Cancel'));
    expect(requests[0]?.signal?.aborted).toBe(true);
  });

  it('retries by itself when Elasticsearch comes back', async () => {
    jest.useFakeTimers();
    let calls = 0;
    renderApp('/', () => (calls++ === 0 ? problem(503, 'unreachable') : ok(HOSTS)));
    await act(async () => void (await jest.advanceTimersByTimeAsync(10)));
    expect(screen.getByRole('alert')).toBeTruthy();
    await act(async () => void (await jest.advanceTimersByTimeAsync(6000)));
    jest.useRealTimers();
    expect(await screen.findByText(HOST)).toBeTruthy();
  });

  it('names the part of a link that it cannot read', async () => {
    renderApp('/?from=yesterday&host=A', server);
    expect(await screen.findByText('Part of this link could not be read: from.')).toBeTruthy();
  });

  it('has a way back from an unknown page', async () => {
    const { history } = renderApp('/nowhere', server);
    fireEvent.click(await screen.findByText('Go to Hosts'));
    expect(history.path()).toBe('/');
  });
});

describe('find box', () => {
  const box = () => screen.getByRole('combobox', { name: /Find a process/ });

  it('is reached by / and searches with Enter', async () => {
    const { history } = renderApp('/', server);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(box());
    fireEvent.change(box(), { target: { value: 'ｐowershell[.]exe' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(history.path()).toBe('/find?q=powershell.exe');
    expect(await screen.findByText('2 events')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.id).toBe('sysmonTrailTitle'));
  });

  it('does nothing while an input method composes', () => {
    const { history } = renderApp('/', server);
    fireEvent.change(box(), { target: { value: 'じょうほう' } });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    expect(history.entries).toHaveLength(1);
  });

  it('offers the graph of a GUID with Down and Enter', async () => {
    const { history } = renderApp('/', server);
    fireEvent.focus(box());
    fireEvent.change(box(), { target: { value: `{${TEMPNCF88.toUpperCase()}}` } });
    await screen.findByText(/Open the process graph of/);
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(history.path()).toBe(`/graph?guid=${TEMPNCF88}`);
  });

  it('shows the shortcuts with ?', async () => {
    renderApp('/', server);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByRole('heading', { name: 'In the process graph and its tree' })).toBeTruthy();
  });
});

describe('find results', () => {
  it('loads page after page and says how many there are', async () => {
    const { requests } = renderApp('/find?q=a.exe', ({ path, body }) => {
      if (!path.endsWith('/find')) return server({ method: 'GET', path });
      return ok((body as { after?: string }).after ? eventsAnswer(2, 5) : eventsAnswer(3, 5, 'page-2'));
    });
    expect(await screen.findByText('Showing 3 of 5.')).toBeTruthy();
    fireEvent.click(screen.getByText('Load 2 more'));
    expect(await screen.findByText('Showing 5 of 5.')).toBeTruthy();
    expect(requests.filter(({ path }) => path.endsWith('/find'))).toHaveLength(2);
    expect(screen.queryByText(/^Load/)).toBeNull();
  });

  it('offers more time and other fields when nothing matches', async () => {
    const { history } = renderApp('/find?q=a.exe', () => ok(eventsAnswer(0, 0)));
    expect(await screen.findByText(/No event matches a.exe between 2019-01-08 00:00:00.000/)).toBeTruthy();
    fireEvent.click(screen.getByText('Search in all fields'));
    expect(history.path()).toContain('q=text%3Aa.exe');
  });
});

describe('process graph', () => {
  it('names process, host and numbers, and accounts for every event', async () => {
    const { titles } = renderApp(GRAPH, server);
    expect(
      await screen.findByRole('heading', { level: 1, name: `${HOST} › TempNcF88[U+202E].eXe 2612` }),
    ).toBeTruthy();
    expect(screen.getByText('2 ancestors · 1 descendant · 5 events')).toBeTruthy();
    expect(
      screen.getByText(
        `13 of the shown processes + 1 host events + 2 without a process + 30 of other processes = 46 events of ${HOST} in this range.`,
      ),
    ).toBeTruthy();
    expect(titles.at(-1)).toContain('TempNcF88');
  });

  it('says when counts do not add up', async () => {
    renderApp(GRAPH, ({ path }) =>
      path.endsWith('/lineage') ? ok({ ...LINEAGE, total: 50 }) : server({ method: 'GET', path }),
    );
    expect(await screen.findByText(/Counts differ by 4/)).toBeTruthy();
  });

  it('shows hostile text as text', async () => {
    const { container } = renderApp(GRAPH, server);
    expect((await screen.findAllByText('"TempNcF88.eXe" <b>x</b>')).length).toBeGreaterThan(0);
    expect(container.querySelector('b')).toBeNull();
    expect(container.innerHTML).not.toContain('\u202E');
  });

  it('walks the tree twin by keyboard and opens the panel', async () => {
    const { history } = renderApp(`${GRAPH}&view=tree`, server);
    const tree = await screen.findByRole('treegrid');
    const focused = () =>
      within(tree)
        .getAllByRole('row')
        .filter((row) => row.getAttribute('tabindex') === '0')
        .map((row) => row.textContent);
    expect(focused()[0]).toContain('TempNcF88');
    const press = (key: string) =>
      fireEvent.keyDown(
        within(tree)
          .getAllByRole('row')
          .find((row) => row.getAttribute('tabindex') === '0') ?? tree,
        { key },
      );
    press('ArrowUp');
    expect(focused()[0]).toContain('powershell.exe');
    press('ArrowLeft');
    expect(within(tree).getAllByRole('row')).toHaveLength(3);
    press('ArrowRight');
    press('End');
    expect(focused()[0]).toContain('TempNcF88');
    press('End');
    press('Enter');
    expect(history.path()).toContain(`sel=${RUNDLL32}`);
    expect(await screen.findByRole('heading', { level: 2, name: /rundll32.exe · 624/ })).toBeTruthy();
  });

  it('walks the canvas by keyboard, and says in words where it is', async () => {
    const { history } = renderApp(GRAPH, server);
    const button = await screen.findByRole('button', { name: /^origin, TempNcF88/ });
    fireEvent.keyDown(button, { key: 'ArrowLeft' });
    expect(button.getAttribute('aria-label')).toMatch(
      /^powershell.exe, PID 4312, started 2019-01-08 02:21:48.169 by explorer.exe/,
    );
    fireEvent.keyDown(button, { key: ' ' });
    expect(history.path()).toContain(`sel=${POWERSHELL}`);
    fireEvent.keyDown(button, { key: 'Home' });
    fireEvent.keyDown(button, { key: 'e' });
    expect(history.path()).toContain(`exp=${TEMPNCF88}.0`);
    fireEvent.keyDown(button, { key: 't' });
    expect(history.path()).toContain('view=tree');
  });

  it('has exact chips, and opens an event of the activity raw', async () => {
    const { history, requests } = renderApp(`${GRAPH}&tab=activity`, server);
    fireEvent.click(await screen.findByText('11 File created 2'));
    expect(history.path()).toContain('types=11');
    await waitFor(() =>
      expect(requests.at(-1)?.query).toMatchObject({ ids: '11', host: HOST, from: LINEAGE.range.from }),
    );
    fireEvent.click((await screen.findAllByText('11 File created'))[0] as HTMLElement);
    expect(history.path()).toContain('tab=raw');
    await waitFor(() => expect(document.body.textContent).toContain('[U+202E]hidden'));
    act(() => history.back());
    expect(await screen.findByText('All 4')).toBeTruthy();
  });

  it('finds in the graph', async () => {
    const { history } = renderApp(GRAPH, server);
    const field = await screen.findByRole('searchbox', { name: 'Find in graph' });
    fireEvent.change(field, { target: { value: 'EXE' } });
    expect(history.entries).toHaveLength(1);
    expect(await screen.findByText('3/4')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('4/4')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'no such' } });
    expect(await screen.findByText('no match')).toBeTruthy();
  });

  it.each([
    [
      'not_found',
      404,
      { kind: 'not_found', what: 'process', looked_in: ['winlogbeat-*'] },
      'No event with this process GUID in winlogbeat-*.',
    ],
    [
      'not_sysmon',
      422,
      { kind: 'not_sysmon', reason: 'no Sysmon channel' },
      'This document is no Sysmon event: no Sysmon channel',
    ],
    [
      'invalid',
      400,
      { kind: 'invalid', problems: ['guid: too long'] },
      'This link asks for something that cannot be answered: guid: too long',
    ],
    [
      'no_process',
      200,
      { kind: 'no_process', event: event(1, { eventId: 16, fields: {} }) },
      'This event has no process GUID, so it has no place in a tree.',
    ],
  ])('has a sentence for %s', async (_, status, body, sentence) => {
    renderApp(GRAPH, ({ path }) =>
      path.endsWith('/lineage') ? { status, body } : server({ method: 'GET', path }),
    );
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('lets choose between hosts with one GUID', async () => {
    const body = {
      kind: 'ambiguous',
      hosts: [
        { host: 'A', events: 3 },
        { host: 'B', events: 1 },
      ],
    };
    const { history, requests } = renderApp(`/graph?guid=${TEMPNCF88}`, ({ query, path }) =>
      query?.host || !path.endsWith('/lineage') ? server({ method: 'GET', path }) : ok(body),
    );
    fireEvent.click(await screen.findByText('B (1 event)'));
    expect(history.path()).toContain('host=B');
    await waitFor(() => expect(requests.at(-1)?.query?.host).toBe('B'));
  });

  it('keeps the graph when a refresh fails', async () => {
    let calls = 0;
    renderApp(GRAPH, ({ path }) =>
      path.endsWith('/lineage') && calls++ > 0
        ? problem(503, 'unreachable')
        : server({ method: 'GET', path }),
    );
    await screen.findByRole('button', { name: /^origin/ });
    fireEvent.click(screen.getByLabelText('Refresh'));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^origin/ })).toBeTruthy();
  });

  it('keeps the focus on the title while the answer arrives', async () => {
    const { history } = renderApp('/', server);
    await screen.findByRole('table');
    act(() => history.push(GRAPH));
    await screen.findByRole('button', { name: /^origin/ });
    expect(document.activeElement?.id).toBe('sysmonTrailTitle');
    expect(document.activeElement?.textContent).toContain('TempNcF88');
  });

  it('loads the rest of a forest', async () => {
    const forest = {
      ...LINEAGE,
      origin: undefined,
      notes: [{ kind: 'truncated', shown: 4, total: 5, after: 'cursor' }],
    };
    const extra = {
      id: '9f32b55f-7c4e-5f98-0000-000000000009',
      known: 'recorded',
      image: 'C:\\late.exe',
      counts: {},
    };
    const { requests } = renderApp(`/graph?host=${HOST}&view=tree`, ({ path, query }) =>
      path.endsWith('/forest')
        ? ok(query?.after ? { ...forest, nodes: [extra], roots: [extra.id], notes: [] } : forest)
        : server({ method: 'GET', path }),
    );
    fireEvent.click(await screen.findByText('Load more processes'));
    expect(await screen.findByText('late.exe')).toBeTruthy();
    expect(screen.getAllByText('powershell.exe').length).toBeGreaterThan(0);
    expect(requests.filter(({ path }) => path.endsWith('/forest'))).toHaveLength(2);
  });

  it('asks for a choice when nothing was chosen', async () => {
    renderApp('/graph', server);
    expect(await screen.findByText('Choose a process or a host')).toBeTruthy();
    expect(await screen.findByText(HOST)).toBeTruthy();
  });
});
