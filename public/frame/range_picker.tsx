import React from 'react';
import { EuiSuperDatePicker } from '@elastic/eui';
import { useApp } from '../app_context';
import { fromWallClock, localZone, toWallClock, type Zone } from '../time/zone';

/**
 * EUI's picker always writes times in the zone of moment, whatever `utcOffset` says (measured with EUI 90.0.1), so that two clocks would
 * stand on one screen. It is given the moments at which that zone's clock shows what our zone's clock shows, and back.
 */
export function RangePicker(): JSX.Element {
  const { services, url, zone, change, shownRange, refresh } = useApp();
  const pickerZone = localZone(services.dateFormatTz);
  const shown = url.from || url.to ? url : (shownRange ?? services.defaultRange);
  const { from = services.defaultRange.from, to = services.defaultRange.to } = shown;
  return (
    <EuiSuperDatePicker
      compressed
      width="auto"
      showUpdateButton={false}
      dateFormat="YYYY-MM-DD HH:mm:ss.SSS"
      timeFormat="HH:mm"
      locale={services.locale}
      start={moveClock(from, { from: zone, to: pickerZone })}
      end={moveClock(to, { from: zone, to: pickerZone })}
      onTimeChange={({ start, end, isInvalid }) => {
        if (isInvalid) return;
        const back = { from: pickerZone, to: zone };
        refresh();
        change({ from: moveClock(start, back), to: moveClock(end, back), z: undefined }, 'push');
      }}
    />
  );
}

/** ISO text that shows on the clock of `to` what `text` shows on the clock of `from`; date math stays as it is. */
export function moveClock(text: string, zones: { readonly from: Zone; readonly to: Zone }): string {
  const ms = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(ms)
    ? new Date(fromWallClock(toWallClock(ms, zones.from), zones.to)).toISOString()
    : text;
}
