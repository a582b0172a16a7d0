import React, { useMemo } from 'react';
import type { ComponentType } from 'react';
import { LineageTab } from '../lineage_tab/lineage_tab';
import type { TabHit } from '../lineage_tab/tab_subject';
import { hostServicesOf } from './host_services_of';
import type { HistoryPort, HostServices } from '../host_services';
import { APP_ID } from './app_identity';
import type { CoreStart, DocViewerProps, StartPlugins } from './kibana_types';

interface Started {
  readonly core: CoreStart;
  readonly plugins: StartPlugins;
}

/** The tab itself. Discover has put theme and messages around it, pages on by changing `hit`, and unmounts it when it is closed. */
export async function makeDiscoverTab(started: Started): Promise<ComponentType<DocViewerProps>> {
  const services = tabServices(started);
  return function DiscoverTab({ hit, dataView }: DocViewerProps): JSX.Element {
    const shown = useMemo(() => tabHitOf({ hit, dataView }), [hit, dataView]);
    return <LineageTab services={services} hit={shown} />;
  };
}

/** The app's services with links that lead from Discover into the app; title and breadcrumbs stay Discover's. */
function tabServices({ core, plugins }: Started): HostServices {
  const open = (path: string): void => void core.application.navigateToApp(APP_ID, { path });
  const history: HistoryPort = {
    location: { pathname: '/', search: '' },
    push: open,
    replace: open,
    listen: () => () => undefined,
    createHref: ({ pathname, search = '' }) =>
      core.application.getUrlForApp(APP_ID, { path: pathname + search }),
  };
  return { ...hostServicesOf({ core, plugins, params: { history } }), setTitle: () => undefined };
}

/** A document has `fields` or `_source`; a row of ES|QL has its columns only, and its index is that of the query. */
export function tabHitOf({ hit: { raw, flattened }, dataView }: DocViewerProps): TabHit {
  const { _index, _id, _source, fields } = raw;
  const index = textOr(_index) ?? dataView?.getIndexPattern?.();
  const id = textOr(_id);
  return {
    ...(index !== undefined && { index }),
    ...(id !== undefined && { id }),
    ...(isObject(_source) || isObject(fields)
      ? { source: _source, fields, isWhole: isWhole(dataView) }
      : { fields: listed(flattened ?? raw) }),
  };
}

const isWhole = (dataView: DocViewerProps['dataView']): boolean =>
  dataView?.getSourceFiltering?.()?.excludes?.length === 0;

const textOr = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** As Elasticsearch's `fields`: every value in an array, what is missing left out. */
const listed = (columns: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([path, value]) => [path, [value].flat()]),
  );
