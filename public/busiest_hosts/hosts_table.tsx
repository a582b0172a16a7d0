import React from 'react';
import { EuiBasicTable, EuiButtonEmpty, EuiFlexGroup } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import type { HostCount } from '../../common/api/events';
import { useApp } from '../app_context';
import { AppLink, AppLinkIcon } from '../components/app_link';
import { useTimeHeader, useTimeText } from '../components/event_time';
import { formatCount } from '../text/format_number';
import { visibleText } from '../text/visible_text';
import { useHostPlaces } from './use_host_places';

interface Props {
  readonly hosts: readonly HostCount[];
  readonly more: { readonly total: number; readonly onAll: () => void } | undefined;
}

export function HostsTable({ hosts, more }: Props): JSX.Element {
  const { t } = useApp();
  return (
    <>
      <EuiBasicTable
        tableCaption={t('sysmonTrail.start.caption')}
        compressed
        tableLayout="auto"
        items={[...hosts]}
        rowHeader="host"
        columns={useColumns()}
      />
      {more && (
        <div>
          <EuiButtonEmpty size="s" onClick={more.onAll}>
            {t('sysmonTrail.start.loadAll', { count: more.total })}
          </EuiButtonEmpty>
        </div>
      )}
    </>
  );
}

/** Every value is a link: the host to its graph, a number to exactly the events it counts. */
function useColumns(): EuiBasicTableColumn<HostCount>[] {
  const { t, services } = useApp();
  const time = useTimeText();
  const zone = useTimeHeader();
  const places = useHostPlaces();
  const count = (value: number): string => formatCount(value, services.locale);
  return [
    {
      name: t('sysmonTrail.start.host'),
      field: 'host',
      render: (_: unknown, { host }: HostCount) => (
        <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
          <AppLink
            to={places.forest(host)}
            label={t('sysmonTrail.start.openForest', { host: visibleText(host) })}
          >
            <bdi>{visibleText(host)}</bdi>
          </AppLink>
          <AppLinkIcon
            to={places.events(host)}
            iconType="tableDensityNormal"
            label={t('sysmonTrail.start.openEvents', { host: visibleText(host) })}
          />
        </EuiFlexGroup>
      ),
    },
    {
      name: t('sysmonTrail.start.events'),
      align: 'right',
      render: ({ host, events }: HostCount) => (
        <AppLink
          to={places.events(host)}
          label={`${count(events)} ${t('sysmonTrail.start.openEvents', { host: visibleText(host) })}`}
        >
          {count(events)}
        </AppLink>
      ),
    },
    {
      name: t('sysmonTrail.start.processes'),
      align: 'right',
      render: ({ host, processes }: HostCount) => (
        <AppLink
          to={places.processes(host)}
          label={`${count(processes)} ${t('sysmonTrail.start.openProcesses', { host: visibleText(host) })}`}
        >
          {count(processes)}
        </AppLink>
      ),
    },
    {
      name: `${t('sysmonTrail.start.first')} (${zone})`,
      render: ({ first }: HostCount) => <span className="sysmonTrailTime">{time(first)}</span>,
    },
    {
      name: `${t('sysmonTrail.start.last')} (${zone})`,
      render: ({ last }: HostCount) => <span className="sysmonTrailTime">{time(last)}</span>,
    },
  ];
}
