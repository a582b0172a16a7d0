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
  /** `width`: of the column, px; texts are cut in the middle to it. */
  readonly cell: (event: SysmonEvent, context: CellContext) => ReactNode;
}

export interface CellContext {
  readonly app: AppContextValue;
  readonly width: number;
}

/** Advance widths of the grid's 12 px fonts, generous enough that CSS never has to cut the end. */
const MONO_PX = 7.4;
const TEXT_PX = 6.9;
const letters = (width: number, px: number): number => Math.max(8, Math.floor((width - 16) / px));

/** The default columns of event lists. A new column is a row here. */
export const EVENT_COLUMNS: readonly EventColumn[] = [
  { id: 'time', width: 185, cell: ({ time }) => <EventTimeText time={time} /> },
  {
    id: 'event',
    title: 'sysmonTrail.shared.columnEvent',
    width: 160,
    cell: (event, { app }) => <OpenEvent {...{ event, app }} />,
  },
  {
    id: 'computer',
    title: 'sysmonTrail.shared.columnComputer',
    width: 200,
    cell: (event, { app }) => <Computer {...{ event, app }} />,
  },
  {
    id: 'user',
    title: 'sysmonTrail.shared.columnUser',
    width: 140,
    cell: (event, { width }) => <ValueText value={cut(actingUser(event), letters(width, TEXT_PX))} />,
  },
  {
    id: 'image',
    title: 'sysmonTrail.shared.columnImage',
    width: 230,
    cell: (event, context) => <ImageCell event={event} {...context} />,
  },
  {
    id: 'what',
    title: 'sysmonTrail.shared.columnWhat',
    cell: (event, { width }) => <ValueText mono value={cut(whatHappened(event), letters(width, MONO_PX))} />,
  },
];

/** Width of the last column, which takes what the others leave. */
export const restWidth = (all: number): number =>
  Math.max(320, all - 20 - EVENT_COLUMNS.reduce((sum, { width }) => sum + (width ?? 0), 0));

const cut = (text: string | undefined, max: number): string | undefined =>
  text === undefined ? undefined : middleCut(text, max);

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
    <div className="sysmonTrailCell">
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
    </div>
  );
};

const ImageCell = ({ event, app: { t }, width }: CellProps & CellContext): JSX.Element => {
  const image = actingImage(event);
  if (image === undefined)
    return <AppLink to={graphOfEvent(event)}>{t('sysmonTrail.shared.openGraph')}</AppLink>;
  const shown = visibleText(middlePath(image, letters(width, TEXT_PX)));
  return (
    <AppLink to={graphOfEvent(event)} label={`${t('sysmonTrail.shared.openGraph')}: ${shown}`}>
      <bdi dir="ltr" title={visibleText(image)}>
        {shown}
      </bdi>
    </AppLink>
  );
};
