import React from 'react';
import { EuiDescriptionList, EuiSpacer, EuiTextColor, EuiTitle } from '@elastic/eui';
import type { SysmonField } from '../../common/sysmon/event_kinds';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { useApp } from '../app_context';
import { AppLinkIcon } from '../components/app_link';
import { eventName } from '../components/event_name';
import { EventTimeText, useTimeHeader } from '../components/event_time';
import { ValueText } from '../components/value_text';
import { middleCut } from '../text/middle_cut';
import { visibleText } from '../text/visible_text';
import { formatTime } from '../time/format_time';
import { UTC } from '../time/zone';
import { searchedParts } from './searched_parts';

/** Since before Sysmon existed, so that nothing is left out. */
const ALL_TIME = { from: '2014-01-01T00:00:00.000Z', to: 'now+1d' } as const;

/** What the event says, in Sysmon's own words; values that may occur elsewhere are searches. */
export function TabEvent({ event }: { readonly event: SysmonEvent }): JSX.Element {
  const { t } = useApp();
  const time = useTimeHeader();
  const head = [
    { title: time, description: <EventTimeText time={event.time} /> },
    {
      title: t('sysmonTrail.shared.columnComputer'),
      description: <ValueText value={event.host === '' ? undefined : event.host} />,
    },
  ];
  const shown = Object.entries(event.fields).filter(
    ([field, value]) => field !== 'UtcTime' || value !== formatTime(event.time.ms, UTC), // it heads the list already
  );
  const fields = shown.map(([field, value]) => ({
    title: field,
    description: <Value {...{ event, field, value }} />,
  }));
  return (
    <>
      <EuiTitle size="xxs">
        <h3>{eventName(event.eventId, t)}</h3>
      </EuiTitle>
      <EuiSpacer size="xs" />
      <EuiDescriptionList
        type="column"
        compressed
        columnWidths={[1, 2.4]}
        listItems={[...head, ...fields]}
        className="sysmonTrailFields"
      />
    </>
  );
}

interface ValueProps {
  readonly event: SysmonEvent;
  readonly field: string;
  readonly value: string;
}

function Value({ event, field, value }: ValueProps): JSX.Element {
  const { t } = useApp();
  return (
    <>
      {searchedParts(field, value).map(({ text, search }) => (
        <div key={text}>
          <ValueText mono value={text} />
          {search !== undefined && <Search value={search} />}
        </div>
      ))}
      {event.inferred?.includes(field as SysmonField) && (
        <EuiTextColor color="subdued">
          <span title={t('sysmonTrail.tab.rebuiltMeaning')}>{t('sysmonTrail.tab.rebuilt')}</span>
        </EuiTextColor>
      )}
    </>
  );
}

function Search({ value }: { readonly value: string }): JSX.Element {
  const { t } = useApp();
  return (
    <AppLinkIcon
      iconType="search"
      label={t('sysmonTrail.tab.search', { value: visibleText(middleCut(value, 80)) })}
      to={{ path: '/find', state: { q: value, ...ALL_TIME } }}
    />
  );
}
