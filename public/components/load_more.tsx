import React from 'react';
import { EuiButton } from '@elastic/eui';
import type { Total } from '../../common/remark';
import { useApp } from '../app_context';
import { totalText } from './total_text';

interface Props {
  readonly shown: number;
  readonly total: Total;
  readonly step: number;
  readonly onMore: (() => void) | undefined;
}

/** How much of the whole is shown, and the way to the rest. */
export function LoadMore({ shown, total, step, onMore }: Props): JSX.Element {
  const { t } = useApp();
  const left = total.exact ? Math.min(step, Math.max(1, total.value - shown)) : step;
  return (
    <div className="sysmonTrailTools">
      <span role="status">{t('sysmonTrail.shared.showingOf', { shown, total: totalText(total, t) })}</span>
      {onMore && (
        <EuiButton size="s" onClick={onMore}>
          {t('sysmonTrail.shared.loadMore', { count: left })}
        </EuiButton>
      )}
    </div>
  );
}
