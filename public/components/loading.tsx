import React, { useEffect, useState } from 'react';
import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSkeletonText, EuiText } from '@elastic/eui';
import { useApp } from '../app_context';

const SKELETON_AFTER_MS = 300;
const SENTENCE_AFTER_S = 4;

/** Nothing for 300 ms, then a skeleton, from 4 s on how long it takes and a way out. */
export function Loading({ onCancel }: { readonly onCancel: () => void }): JSX.Element | null {
  const { t } = useApp();
  const shown = useAfter(SKELETON_AFTER_MS);
  const seconds = useSeconds();
  if (!shown) return null;
  return (
    <div role="status" aria-label={t('sysmonTrail.shared.loading')} className="sysmonTrailLoading">
      {seconds >= SENTENCE_AFTER_S && (
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiText size="s">{t('sysmonTrail.shared.stillSearching', { seconds })}</EuiText>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty size="s" onClick={onCancel}>
              {t('sysmonTrail.shared.cancel')}
            </EuiButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
      <EuiSkeletonText lines={5} announceLoadedStatus={false} announceLoadingStatus={false} />
    </div>
  );
}

function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

export function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
