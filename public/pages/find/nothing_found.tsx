import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { useApp } from '../../app_context';
import type { FindQuestion } from '../../find/find_predicate';
import { formatTime } from '../../time/format_time';
import { visibleText } from '../../text/visible_text';
import { useRange } from '../../use_range';
import { ANY_FIELD } from './use_found_events';

/** The first Sysmon appeared in 2014. */
const ALL_TIME = { from: '2014-01-01T00:00:00.000Z', to: 'now+1d' } as const;

export function NothingFound({ question }: { readonly question: FindQuestion }): JSX.Element {
  const { t, url, zone, change } = useApp();
  const { from, to } = useRange();
  const { value, type, hosts } = question;
  const values = {
    value: visibleText(value || hosts.join(', ')),
    from: formatTime(from, zone),
    to: formatTime(to, zone),
    zone,
  };
  const steps = [
    url.from !== ALL_TIME.from && {
      text: t('sysmonTrail.find.allTime'),
      run: () => change(ALL_TIME, 'push'),
    },
    hosts.length > 0 &&
      value && { text: t('sysmonTrail.find.allHosts'), run: () => change({ host: undefined }, 'push') },
    type !== 'text' && {
      text: t('sysmonTrail.find.anyField'),
      run: () => change({ q: ANY_FIELD + value }, 'push'),
    },
  ];
  return (
    <EuiEmptyPrompt
      iconType="search"
      title={<h2>{t('sysmonTrail.find.nothing', values)}</h2>}
      body={<p>{t('sysmonTrail.find.nothingNext')}</p>}
      actions={steps.map(
        (step) =>
          step && (
            <EuiButton key={step.text} size="s" onClick={step.run}>
              {step.text}
            </EuiButton>
          ),
      )}
    />
  );
}
