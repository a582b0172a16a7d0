import React from 'react';
import { EuiComboBox } from '@elastic/eui';
import { useApp } from '../app_context';
import { visibleText } from '../text/visible_text';

interface Props {
  readonly hosts: readonly string[];
  readonly onFocus: () => void;
}

/** All hosts, or the chosen ones. In the process graph a host chosen opens as a whole. */
export function HostChooser({ hosts, onFocus }: Props): JSX.Element {
  const { t, url, path, go, change, shownRange } = useApp();
  const option = (host: string): { label: string; value: string } => ({
    label: visibleText(host),
    value: host,
  });
  const choose = (chosen: readonly string[]): void => {
    const last = chosen.at(-1);
    if (path !== '/graph') change({ host: chosen.length > 0 ? chosen : undefined }, 'push');
    else if (last !== undefined)
      go({
        path,
        state: { host: [last], ...(url.from || url.to ? { from: url.from, to: url.to } : shownRange) },
      });
    else change({ host: undefined }, 'push');
  };
  return (
    <EuiComboBox
      compressed
      fullWidth
      aria-label={t('sysmonTrail.frame.chooseHosts')}
      placeholder={t('sysmonTrail.frame.allHosts')}
      options={[...new Set([...hosts, ...(url.host ?? [])])].map(option)}
      selectedOptions={(url.host ?? []).map(option)}
      onChange={(chosen) => choose(chosen.flatMap(({ value }) => value ?? []))}
      onFocus={onFocus}
    />
  );
}
