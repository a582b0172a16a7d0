import React from 'react';
import { EuiButtonGroup } from '@elastic/eui';
import { useApp } from '../app_context';
import { localZone, UTC } from '../time/zone';

/** UTC or the zone of the host's settings; a zone that came with the link is offered too. */
export function ZoneSwitch(): JSX.Element {
  const { t, services, zone, change } = useApp();
  const zones = [...new Set([UTC, localZone(services.dateFormatTz), zone])];
  return (
    <EuiButtonGroup
      legend={t('sysmonTrail.frame.zone')}
      buttonSize="compressed"
      options={zones.map((id) => ({ id, label: id }))}
      idSelected={zone}
      onChange={(id) => change({ tz: id }, 'push')}
    />
  );
}
