import React from 'react';
import type { ReactNode } from 'react';
import { EuiLink } from '@elastic/eui';
import type { SysmonEvent } from '../../../common/sysmon/sysmon_event';
import type { AppContextValue } from '../../app_context';
import { AppLink, AppLinkIcon } from '../../components/app_link';
import { eventName } from '../../components/event_name';
import { graphOfEvent, hourGraph, hourTable } from '../../components/event_places';
import { EventTimeText } from '../../components/event_time';
import { ValueText } from '../../components/value_text';
import { actingImage, actingUser, whatHappened } from '../../components/what_happened';
import type { MessageId } from '../../messages/english';
import { formatTime } from '../../time/format_time';
import { middleCut, middlePath } from '../../text/middle_cut';
import { visibleText } from '../../text/visible_text';

export interface EventColumn {
  readonly id: string;
  /** Absent: the time column, whose head names the zone. */
  readonly title?: MessageId;
  readonly width?: number;
  readonly cell: (event: SysmonEvent, app: AppContextValue) => ReactNode;
}

const LONGEST_LINE = 300;

/** The default columns of event lists (ui.md section 3). A new column is a row here. */
export const EVENT_COLUMNS: readonly EventColumn[] = [
  { id: 'time', width: 200, cell: ({ time }) => <EventTimeText time={time} /> },
  {
    id: 'event',
    title: 'sysmonTrail.shared.columnEvent',
    width: 170,
    cell: (event, app) => <OpenEvent {...{ event, app }} />,
  },
  {
    id: 'computer',
    title: 'sysmonTrail.shared.columnComputer',
    width: 210,
    cell: (event, app) => <Computer {...{ event, app }} />,
  },
  {
    id: 'user',
    title: 'sysmonTrail.shared.columnUser',
    width: 150,
    cell: (event) => <ValueText value={actingUser(event)} />,
  },
  {
    id: 'image',
    title: 'sysmonTrail.shared.columnImage',
    width: 260,
    cell: (event, app) => <ImageCell {...{ event, app }} />,
  },
  {
    id: 'what',
    title: 'sysmonTrail.shared.columnWhat',
    cell: (event) => <ValueText mono value={shortWhat(event)} />,
  },
];

function shortWhat(event: SysmonEvent): string | undefined {
  const what = whatHappened(event);
  return what === undefined ? undefined : middleCut(what, LONGEST_LINE);
}

interface CellProps {
  readonly event: SysmonEvent;
  readonly app: AppContextValue;
}

const OpenEvent = ({ event, app: { t, zone, change } }: CellProps): JSX.Element => (
  <EuiLink
    onClick={() => change({ ev: event.ref }, 'push')}
    aria-label={t('sysmonTrail.shared.openEvent', {
      event: eventName(event.eventId, t),
      time: formatTime(event.time.ms, zone),
    })}
  >
    {eventName(event.eventId, t)}
  </EuiLink>
);

const Computer = ({ event, app: { t } }: CellProps): JSX.Element => {
  const host = visibleText(event.host);
  return (
    <>
      <bdi>{host}</bdi>
      <AppLinkIcon
        to={hourTable(event)}
        iconType="tableDensityNormal"
        label={t('sysmonTrail.shared.hourTable', { host })}
      />
      <AppLinkIcon
        to={hourGraph(event)}
        iconType="graphApp"
        label={t('sysmonTrail.shared.hourGraph', { host })}
      />
    </>
  );
};

const ImageCell = ({ event, app: { t } }: CellProps): JSX.Element => {
  const image = actingImage(event);
  return (
    <AppLink
      to={graphOfEvent(event)}
      label={`${t('sysmonTrail.shared.openGraph')}: ${visibleText(image ?? event.host)}`}
    >
      <bdi dir="ltr" title={image && visibleText(image)}>
        {image === undefined ? t('sysmonTrail.shared.openGraph') : visibleText(middlePath(image, 44))}
      </bdi>
    </AppLink>
  );
};
