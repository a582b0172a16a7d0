import React from 'react';
import { EuiProvider } from '@elastic/eui';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { LineageAnswer, LineageNode } from '../../common/api/lineage';
import type { HostServices } from '../host_services';
import { event, HOST, LINEAGE, POWERSHELL, TEMPNCF88 } from '../testing/fixtures';
import {
  memoryHistory,
  ok,
  prepareDom,
  type Answer,
  type HttpRequest,
  type Server,
} from '../testing/render_app';
import { LineageTab } from './lineage_tab';
import type { TabHit } from './tab_subject';

beforeAll(prepareDom);

const SYSMON = {
  '@timestamp': '2019-01-08T02:21:52.282Z',
  'winlog.channel': 'Microsoft-Windows-Sysmon/Operational',
  'winlog.event_id': 11,
  'winlog.computer_name': HOST,
  'winlog.event_data.UtcTime': '2019-01-08 02:21:52.282',
  'winlog.event_data.ProcessGuid': `{${TEMPNCF88}}`,
  'winlog.event_data.Image': 'C:\\Users\\urawa\\TempNcF88\u202E.eXe',
  'winlog.event_data.TargetFilename': '<img src=x onerror=alert(1)>',
};
const hit = (id: string, change: object = {}): TabHit => ({
  index: 'winlogbeat-7',
  id,
  source: { ...SYSMON, ...change },
});
const never = () => new Promise<Answer>(() => undefined);
const found = (change: Partial<Extract<LineageAnswer, { kind: 'found' }>> = {}): Answer =>
  ok({ ...LINEAGE, ...change });

function renderTab(first: TabHit, server: Server, change: Partial<HostServices> = {}) {
  const requests: HttpRequest[] = [];
  const history = memoryHistory('/');
  const services: HostServices = {
    http: {
      request: async (request) => {
        requests.push(request);
        return server(request);
      },
    },
    history,
    locale: 'en',
    dateFormatTz: 'Asia/Tokyo',
    setTitle: () => undefined,
    rights: { read: true, write: false },
    defaultRange: { from: 'now-15m', to: 'now' },
    ...change,
  };
  const tab = (shown: TabHit) => (
    <EuiProvider>
      <LineageTab services={services} hit={shown} />
    </EuiProvider>
  );
  const result = render(tab(first));
  return { ...result, requests, history, show: (shown: TabHit) => result.rerender(tab(shown)) };
}

const links = () =>
  screen.getAllByRole('link').map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));

describe('a process event', () => {
  test('shows ancestors, this process, children and what they did, within each other', async () => {
    const { requests } = renderTab(hit('d1'), () => found());
    const origin = (await screen.findByText('this process')).closest('li') as HTMLElement;
    expect(requests.map(({ path, query }) => ({ path, ...query }))).toEqual([
      { path: '/api/sysmon_trail/lineage', index: 'winlogbeat-7', id: 'd1' },
    ]);
    expect(within(origin).getByText('TempNcF88[U+202E].eXe')).toBeTruthy();
    expect(within(origin).getByText('rundll32.exe')).toBeTruthy(); // its child
    expect(
      within(origin).getByText('4 events: 1 Remote thread, 2 File created, 1 Process create'),
    ).toBeTruthy();
    const parent = origin.parentElement?.closest('li') as HTMLElement;
    expect(within(parent).getByText('powershell.exe -nop -w hidden')).toBeTruthy();
    const explorer = parent.parentElement?.closest('li') as HTMLElement;
    expect(within(explorer).getByText('inferred')).toBeTruthy();
    expect(within(explorer).getByText('start not recorded')).toBeTruthy();
  });

  test('its links lead to graph, table and searches', async () => {
    const { history } = renderTab(hit('d1'), () => found());
    await screen.findByText('this process');
    expect(links()).toEqual(
      expect.arrayContaining([
        '/app/sysmonTrail/graph?ix=winlogbeat-7&id=d1',
        `/app/sysmonTrail/graph?host=${HOST}&guid=${POWERSHELL}`,
        `/app/sysmonTrail/graph?from=2019-01-08T01:21:52.282Z&to=2019-01-08T03:21:52.282Z&host=${HOST}&sel=${TEMPNCF88}`,
      ]),
    );
    fireEvent.click(screen.getByText('Open in Process graph'));
    expect(history.path()).toBe('/graph?ix=winlogbeat-7&id=d1');
  });

  test('the facts stand there before the answer does, without _source too', () => {
    const fields = Object.fromEntries(Object.entries(SYSMON).map(([path, value]) => [path, [value]]));
    renderTab({ index: 'winlogbeat-7', id: 'd1', fields }, never);
    expect(screen.getByText('11 File created')).toBeTruthy();
    expect(screen.getByText(HOST)).toBeTruthy();
    expect(screen.getByText('Open in Process graph')).toBeTruthy();
  });

  test('hostile text stays text', async () => {
    const { container } = renderTab(hit('d1'), () => found());
    await screen.findByText('this process');
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(screen.getByText('"TempNcF88.eXe" <b>x</b>')).toBeTruthy();
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).not.toContain('\u202E');
  });

  test('what does not fit is counted', async () => {
    const of = (id: string, parentId?: string): LineageNode => ({
      id,
      ...(parentId && { parentId }),
      known: 'recorded',
      image: `${id}.exe`,
      counts: {},
    });
    const nodes = [
      ...Array.from({ length: 12 }, (_, i) => of(`p${i}`, i ? `p${i - 1}` : undefined)),
      ...Array.from({ length: 7 }, (_, i) => of(`c${i}`, 'p11')),
    ];
    renderTab(hit('d1'), () => found({ nodes, origin: 'p11' }));
    expect(await screen.findByText('3 more ancestors above; the process graph has all.')).toBeTruthy();
    expect(screen.getByText('2 more children')).toBeTruthy();
    expect(screen.queryByText('p2.exe')).toBeNull();
    expect(screen.getByText('p3.exe')).toBeTruthy();
    expect(screen.queryByText('c5.exe')).toBeNull();
  });

  test('what the answer lacks is said', async () => {
    renderTab(hit('d1'), () =>
      found({
        notes: [{ kind: 'truncated', shown: 4, total: 9, after: 'x' }],
        remarks: [{ kind: 'shards_failed', failed: 1, total: 2, indices: ['a'] }],
      }),
    );
    expect(await screen.findByText('4 of 9 processes loaded.')).toBeTruthy();
    expect(screen.getByText(/1 of 2 shards did not answer/)).toBeTruthy();
  });
});

describe('other documents', () => {
  test.each<[string, Answer, RegExp]>([
    ['not Sysmon', ok({ kind: 'not_sysmon', reason: 'x' }), /^Not a Sysmon event\.$/],
    [
      'gone',
      ok({ kind: 'not_found', what: 'document', looked_in: ['a-*'] }),
      /^This document is not in a-\*\.$/,
    ],
    [
      'an unknown process',
      ok({ kind: 'not_found', what: 'process', looked_in: ['a-*'] }),
      /^No event with this process GUID in a-\*\.$/,
    ],
    ['refused', ok({ kind: 'invalid', problems: ['id: too long'] }), /id: too long/],
  ])('%s: one sentence', async (_, answer, sentence) => {
    renderTab({ index: 'logs', id: '1', source: { message: 'GET /' } }, () => answer);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByText('Open in Process graph')).toBeNull();
  });

  test('a whole document of another log: one sentence, and nothing is asked', () => {
    const { requests } = renderTab(
      { index: 'logs', id: '1', source: { message: 'GET /' }, isWhole: true },
      never,
    );
    expect(screen.getByText('Not a Sysmon event.')).toBeTruthy();
    expect(requests).toEqual([]);
  });

  test('without a process: the host around that time', async () => {
    const driver = event(0, { eventId: 6, fields: { ImageLoaded: 'C:\\a.sys' } });
    renderTab(hit('d1', { 'winlog.event_id': 6 }), () => ok({ kind: 'no_process', event: driver }));
    expect(await screen.findByText(/A Sysmon event without a process:/)).toBeTruthy();
    const open = screen.getByText(`Open ${HOST} ±1 h`);
    expect(open.closest('a')?.getAttribute('href')).toContain(`/graph?from=2019-01-08T01`);
    expect(screen.queryByText('Open in Process graph')).toBeNull();
  });

  test('one GUID on several hosts: each is a link', async () => {
    const fields = { 'process.entity_id': [`{${TEMPNCF88}}`] };
    const { requests } = renderTab({ fields }, () =>
      ok({
        kind: 'ambiguous',
        hosts: [
          { host: 'A', events: 1 },
          { host: 'B', events: 2 },
        ],
      }),
    );
    const second = await screen.findByText('B (2 events)');
    expect(second.closest('a')?.getAttribute('href')).toBe(`/app/sysmonTrail/graph?host=B&guid=${TEMPNCF88}`);
    expect(requests[0]?.query).toEqual({ guid: TEMPNCF88 });
  });

  test('a row without id and GUID asks nothing and says what is missing', () => {
    const { requests } = renderTab({ fields: { 'COUNT(*)': [3] } }, never);
    expect(screen.getByText('Add _id or the process GUID column to see the lineage.')).toBeTruthy();
    expect(requests).toEqual([]);
  });

  test('without the right nothing is asked', () => {
    const { requests } = renderTab(hit('d1'), never, { rights: { read: false, write: false } });
    expect(screen.getByText(/Needs the 'Sysmon Trail: Read' privilege/)).toBeTruthy();
    expect(requests).toEqual([]);
  });
});

describe('problems', () => {
  test.each<[number, string, RegExp]>([
    [403, 'forbidden', /^You may not read winlogbeat-\*/],
    [504, 'timed_out', /did not answer in time/],
    [500, 'failed', /^Sysmon Trail failed on this request/],
  ])('%i %s: one sentence, and Retry asks again', async (status, kind, sentence) => {
    let failing = true;
    renderTab(hit('d1'), () =>
      failing ? { status, body: { kind, message: '', pattern: 'winlogbeat-*' } } : found(),
    );
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByText('Narrow to 24 h')).toBeNull();
    expect(screen.getByText('11 File created')).toBeTruthy(); // what is known stays
    failing = false;
    fireEvent.click(screen.getByText('Retry'));
    expect(await screen.findByText('this process')).toBeTruthy();
    expect(screen.queryByText(sentence)).toBeNull();
  });
});

describe('Next and Previous', () => {
  /** Answers come in the order in which the test gives them. */
  function slowServer() {
    const waiting = new Map<string, (answer: Answer) => void>();
    const server: Server = ({ query }) => new Promise((resolve) => waiting.set(String(query?.id), resolve));
    return { server, answer: (id: string, answer: Answer) => act(async () => waiting.get(id)?.(answer)) };
  }

  test('give up the former question, and its late answer changes nothing', async () => {
    const { server, answer } = slowServer();
    const { requests, show } = renderTab(hit('first'), server);
    show(hit('second'));
    expect(requests.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
    await answer('second', ok({ kind: 'not_sysmon', reason: 'x' }));
    await answer('first', found());
    expect(screen.getByText('Not a Sysmon event.')).toBeTruthy();
    expect(screen.queryByText('this process')).toBeNull();
  });

  test('drop the former answer at once', async () => {
    const { server, answer } = slowServer();
    const { show } = renderTab(hit('first'), server);
    await answer('first', found());
    expect(screen.getByText('this process')).toBeTruthy();
    show(hit('second', { 'winlog.event_id': 22 }));
    expect(screen.queryByText('this process')).toBeNull();
    expect(screen.getByText('22 DNS query')).toBeTruthy();
  });

  test('the same document again asks nothing again', async () => {
    const { requests, show } = renderTab(hit('d1'), () => found());
    await screen.findByText('this process');
    show(hit('d1'));
    expect(screen.getByText('this process')).toBeTruthy();
    expect(requests).toHaveLength(1);
  });

  test('a closed tab gives up', () => {
    const { requests, unmount } = renderTab(hit('d1'), never);
    unmount();
    expect(requests[0]?.signal?.aborted).toBe(true);
  });
});
