import React from 'react';
import { EuiProvider } from '@elastic/eui';
import { fireEvent, render, screen } from '@testing-library/react';
import { LINEAGE, TEMPNCF88 } from '../testing/fixtures';
import { prepareDom } from '../testing/render_app';
import { makeDiscoverTab, tabHitOf } from './discover_tab';
import type { CoreStart, DocViewerProps } from './kibana_types';
import { coreStart } from './testing/core_start';

beforeAll(prepareDom);

const FIELDS = { 'winlog.event_id': [1] };

describe('the document out of what Discover gives', () => {
  test('8.12 to 9.x: fields, no _source', () => {
    const raw = { _index: 'a', _id: '1', _version: 1, _score: null, fields: FIELDS };
    expect(tabHitOf({ hit: { raw, flattened: { x: 1 } } })).toEqual({
      index: 'a',
      id: '1',
      fields: FIELDS,
      isWhole: false,
    });
  });

  test.each([
    [[], true],
    [['winlog.*'], false],
  ])('a data view that leaves out %j shows whole documents: %s', (excludes, isWhole) => {
    const dataView = { getSourceFiltering: () => ({ excludes }) };
    expect(tabHitOf({ hit: { raw: { fields: FIELDS } }, dataView })).toMatchObject({ isWhole });
  });

  test('fields read from _source, as a setting of Kibana wants', () => {
    const raw = { _index: 'a', _id: '1', _source: { winlog: {} } };
    expect(tabHitOf({ hit: { raw, flattened: {} } })).toEqual({
      index: 'a',
      id: '1',
      source: { winlog: {} },
      isWhole: false,
    });
  });

  test('a row of ES|QL: its columns, as lists', () => {
    const raw = { 'process.entity_id': '{a}', list: [1, 2], nothing: null };
    expect(tabHitOf({ hit: { raw, flattened: raw } })).toEqual({
      fields: { 'process.entity_id': ['{a}'], list: [1, 2] },
    });
  });

  test('a row with an id but no index lies in the pattern of the query', () => {
    const dataView = { getIndexPattern: () => 'winlogbeat-*' };
    expect(tabHitOf({ hit: { raw: { _id: '1' } }, dataView })).toMatchObject({
      index: 'winlogbeat-*',
      id: '1',
    });
  });

  test.each([[{ _index: 1, _id: {} }], [{ _index: '', _id: '' }], [{}]])('broken: %j', (raw) => {
    const { index, id } = tabHitOf({ hit: { raw } });
    expect([index, id]).toEqual([undefined, undefined]);
  });
});

describe('the tab', () => {
  const props: DocViewerProps = { hit: { raw: { _index: 'a', _id: '1', fields: FIELDS } } };
  async function show(change: Partial<CoreStart>) {
    const Tab = await makeDiscoverTab({ core: coreStart(change), plugins: {} });
    return render(
      <EuiProvider>
        <Tab {...props} />
      </EuiProvider>,
    );
  }

  test("asks through Kibana, and its links lead into the app of the page's space", async () => {
    const fetch = jest.fn(() => Promise.resolve({ response: { status: 200 }, body: LINEAGE }));
    const navigateToApp = jest.fn(() => Promise.resolve());
    const setTitle = jest.fn();
    await show({
      http: { fetch },
      application: { ...coreStart().application, navigateToApp },
      chrome: { setBreadcrumbs: setTitle, docTitle: { change: setTitle } },
    });
    const open = await screen.findByText('Open in Process graph');
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith(
      '/api/sysmon_trail/lineage',
      expect.objectContaining({ query: { index: 'a', id: '1' } }),
    );
    expect(open.closest('a')?.getAttribute('href')).toBe('/s/team/app/sysmonTrail/graph?ix=a&id=1');
    expect(document.body.innerHTML).toContain(`guid=${TEMPNCF88}`);
    fireEvent.click(open);
    expect(navigateToApp).toHaveBeenCalledWith('sysmonTrail', { path: '/graph?ix=a&id=1' });
    expect(setTitle).not.toHaveBeenCalled();
  });

  test('a server that does not answer is said', async () => {
    await show({});
    expect(await screen.findByText(/The server does not answer/)).toBeTruthy();
  });
});
