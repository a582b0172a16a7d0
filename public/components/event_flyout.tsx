import React from 'react';
import { EuiFlyout, EuiFlyoutBody, EuiFlyoutHeader, EuiTitle, useGeneratedHtmlId } from '@elastic/eui';
import type { DocumentRef } from '../../common/sysmon/sysmon_event';
import { useApp } from '../app_context';
import { visibleText } from '../text/visible_text';
import { EventDocument } from './event_document';

/** The open event of the URL key `ev`, beside the page. */
export function EventFlyout({ docRef }: { readonly docRef: DocumentRef }): JSX.Element {
  const { t, change } = useApp();
  const id = useGeneratedHtmlId();
  return (
    <EuiFlyout ownFocus size="m" onClose={() => change({ ev: undefined }, 'push')} aria-labelledby={id}>
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="xs">
          <h2 id={id} className="sysmonTrailWrap">
            {t('sysmonTrail.shared.rawDocument', {
              id: visibleText(docRef.id),
              index: visibleText(docRef.index),
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EventDocument docRef={docRef} />
      </EuiFlyoutBody>
    </EuiFlyout>
  );
}
