import React, { useCallback } from 'react';
import { EuiIcon } from '@elastic/eui';
import type { EventTime } from '../../common/sysmon/sysmon_event';
import { useApp } from '../app_context';
import { formatTime } from '../time/format_time';
import { UTC } from '../time/zone';

/** UTC ms in the shown zone. */
export function useTimeText(): (ms: number | undefined) => string {
  const { zone } = useApp();
  return useCallback((ms) => (ms === undefined ? '—' : formatTime(ms, zone)), [zone]);
}

/** Head of a time column: it names the zone. */
export function useTimeHeader(): string {
  const { t, zone } = useApp();
  return zone === UTC ? t('sysmonTrail.shared.timeUtc') : t('sysmonTrail.shared.timeZone', { zone });
}

/** The time of an event; a clock marks the time of reading where Sysmon's own is missing. */
export function EventTimeText({ time }: { readonly time: EventTime }): JSX.Element {
  const { t } = useApp();
  const text = useTimeText()(time.ms);
  const meaning = t('sysmonTrail.shared.onlyTimestamp');
  return (
    <span className="sysmonTrailTime">
      {text}
      {time.source === '@timestamp' && <EuiIcon type="clock" size="s" title={meaning} aria-label={meaning} />}
    </span>
  );
}
