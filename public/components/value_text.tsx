import React from 'react';
import { EuiTextColor } from '@elastic/eui';
import { useApp } from '../app_context';
import { visibleText } from '../text/visible_text';

/** A value of a log: a text node, left to right and isolated whatever it holds; what is absent or a dash says so. */
export function ValueText({
  value,
  mono,
}: {
  readonly value: string | undefined;
  readonly mono?: boolean;
}): JSX.Element {
  const { t } = useApp();
  if (value === undefined) return <NoValue text="—" meaning={t('sysmonTrail.shared.notRecorded')} />;
  if (value === '' || value === '-') return <NoValue text="-" meaning={t('sysmonTrail.shared.sysmonDash')} />;
  return (
    <bdi dir="ltr" className={mono ? 'sysmonTrailMono' : undefined}>
      {visibleText(value)}
    </bdi>
  );
}

const NoValue = ({ text, meaning }: { readonly text: string; readonly meaning: string }): JSX.Element => (
  <EuiTextColor color="subdued">
    <span title={meaning} role="img" aria-label={meaning}>
      {text}
    </span>
  </EuiTextColor>
);
