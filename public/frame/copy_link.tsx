import React from 'react';
import { EuiButtonEmpty, EuiCopy } from '@elastic/eui';
import { useApp } from '../app_context';
import { useRange } from '../use_range';

/** The address of this view with absolute times, so that it shows the same tomorrow. */
export function CopyLink(): JSX.Element {
  const { t, href, path, url, zone } = useApp();
  const { from, to } = useRange();
  const times =
    url.from || url.to || path !== '/graph'
      ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
      : {};
  const link = new URL(href({ path, state: { ...url, ...times, tz: zone } }), window.location.href).href;
  return (
    <EuiCopy textToCopy={link} afterMessage={t('sysmonTrail.frame.linkCopied')}>
      {(copy) => (
        <EuiButtonEmpty size="s" iconType="link" onClick={copy}>
          {t('sysmonTrail.frame.copyLink')}
        </EuiButtonEmpty>
      )}
    </EuiCopy>
  );
}
