import { createElement } from 'react';
import type { ComponentType } from 'react';
import type { DocViewerProps, DocViewerTab, SetupPlugins } from './kibana_types';

interface Tab {
  readonly title: string;
  readonly component: ComponentType<DocViewerProps>;
}

type DocViewer = NonNullable<SetupPlugins['unifiedDocViewer']>;

/**
 * Adds the tab in the way that this Kibana has. There is no `shouldShow`: in 8.12 the flyout breaks when a selected tab
 * goes away with the next document.
 * - 8.12: `addDocView`
 * - 8.13 to 9.3: `registry.add` with a component, the only way that all of them take
 * - from 9.4: `registry.add` with `render(props)`; nothing else tells it apart, so the version does. 8.12 would call `render`
 *   in another way, and prefer it.
 */
export function addDiscoverTab(
  docViewer: DocViewer,
  { title, component, version }: Tab & { readonly version: string | undefined },
): void {
  const tab: DocViewerTab = { id: 'sysmonTrail_lineage', title, order: 45, enabled: true };
  const { registry } = docViewer;
  if (typeof registry?.add !== 'function') return docViewer.addDocView?.({ ...tab, component });
  registry.add(
    isAtLeast9_4(version)
      ? { ...tab, render: (props) => createElement(component, props) }
      : { ...tab, component },
  );
}

function isAtLeast9_4(version = ''): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 9 || (major === 9 && minor >= 4);
}
