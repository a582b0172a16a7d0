import type { DocViewerTab } from './kibana_types';
import { addDiscoverTab } from './discover_tab_adapters';

const component = () => null;
const TITLE = 'Sysmon Trail';

/** The setup contracts of the plugin unifiedDocViewer, as run (8.12) and as recorded from later sources. */
function docViewer(ways: readonly ('addDocView' | 'registry')[]) {
  const calls: { readonly way: string; readonly tab: DocViewerTab }[] = [];
  const take = (way: string) => (tab: DocViewerTab) => void calls.push({ way, tab });
  return {
    calls,
    contract: {
      ...(ways.includes('addDocView') && { addDocView: take('addDocView') }),
      ...(ways.includes('registry') && { registry: { add: take('registry') } }),
    },
  };
}

test.each([
  ['8.12.2', 'addDocView', 'component'],
  ['8.13.0', 'registry', 'component'],
  ['8.19.4', 'registry', 'component'],
  ['9.1.3', 'registry', 'component'],
  ['9.3.9', 'registry', 'component'],
  ['9.4.0', 'registry', 'render'],
  ['9.10.0', 'registry', 'render'],
  ['10.0.0', 'registry', 'render'],
] as const)('%s: by %s, with %s alone', (version, way, how) => {
  const { calls, contract } = docViewer([way]);
  addDiscoverTab(contract, { title: TITLE, component, version });
  expect(calls).toEqual([
    {
      way,
      tab: {
        id: 'sysmonTrail_lineage',
        title: TITLE,
        order: 45,
        enabled: true,
        [how]: how === 'component' ? component : expect.any(Function),
      },
    },
  ]);
  expect(calls[0]?.tab).not.toHaveProperty('shouldShow');
});

test('from 9.4 render makes the element out of what Discover gives', () => {
  const { calls, contract } = docViewer(['registry']);
  addDiscoverTab(contract, { title: TITLE, component, version: '9.4.0-SNAPSHOT' });
  const props = { hit: { raw: { _id: '1' } } };
  expect(calls[0]?.tab.render?.(props)).toMatchObject({ type: component, props });
});

test('where both ways are there, the newer one is taken; an unknown version gets a component', () => {
  const { calls, contract } = docViewer(['addDocView', 'registry']);
  addDiscoverTab(contract, { title: TITLE, component, version: undefined });
  expect(calls).toMatchObject([{ way: 'registry', tab: { component } }]);
});

test('without a known way nothing happens', () => {
  expect(() => addDiscoverTab({}, { title: TITLE, component, version: '12.0.0' })).not.toThrow();
});
