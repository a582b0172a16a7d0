import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import type { HostsAnswer } from '../../../common/api/events';
import { useApp } from '../../app_context';
import { formatTime } from '../../time/format_time';
import { visibleText } from '../../text/visible_text';
import { useRange } from '../../use_range';

const DAY_MS = 86_400_000;

/** Nothing to show, why, and the next step. */
export function NoHosts({ answer }: { readonly answer: HostsAnswer }): JSX.Element {
  const { url } = useApp();
  if (answer.hosts.length > 0 && url.host) return <ChosenSilent />;
  return answer.newest === undefined ? (
    <NothingAtAll patterns={answer.patterns} />
  ) : (
    <NothingInRange newest={answer.newest} />
  );
}

function NothingAtAll({ patterns }: { readonly patterns: readonly string[] }): JSX.Element {
  const { t } = useApp();
  return (
    <EuiEmptyPrompt
      iconType="search"
      title={<h2>{t('sysmonTrail.start.nothingAtAll', { count: patterns.length })}</h2>}
      body={
        <>
          <p>{t('sysmonTrail.start.nothingNext')}</p>
          <p>{t('sysmonTrail.start.patterns', { patterns: visibleText(patterns.join(', ')) })}</p>
        </>
      }
    />
  );
}

function NothingInRange({ newest }: { readonly newest: number }): JSX.Element {
  const { t, zone, change } = useApp();
  const { from, to } = useRange();
  const values = {
    from: formatTime(from, zone),
    to: formatTime(to, zone),
    zone,
    newest: formatTime(newest, zone),
  };
  // The end of a range is not part of it.
  const around = { from: new Date(newest - DAY_MS).toISOString(), to: new Date(newest + 1).toISOString() };
  return (
    <EuiEmptyPrompt
      iconType="clock"
      title={<h2>{t('sysmonTrail.start.nothingInRange', values)}</h2>}
      actions={
        <EuiButton fill onClick={() => change(around, 'push')}>
          {t('sysmonTrail.start.goToNewest')}
        </EuiButton>
      }
    />
  );
}

function ChosenSilent(): JSX.Element {
  const { t, change } = useApp();
  return (
    <EuiEmptyPrompt
      title={<h2>{t('sysmonTrail.start.chosenSilent')}</h2>}
      actions={
        <EuiButton onClick={() => change({ host: undefined }, 'push')}>
          {t('sysmonTrail.start.showAll')}
        </EuiButton>
      }
    />
  );
}
