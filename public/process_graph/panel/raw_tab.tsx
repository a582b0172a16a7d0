import React from 'react';
import { EuiTitle } from '@elastic/eui';
import { useApp } from '../../app_context';
import { EventDocument } from '../../components/event_document';
import { visibleText } from '../../text/visible_text';
import type { TabProps } from './tab_props';

/** The event that was opened, else the start of the process, as it is stored. */
export function RawTab({ node }: TabProps): JSX.Element {
  const { t, url } = useApp();
  const ref = url.ev ?? node.process.document;
  if (!ref) return <p>{t('sysmonTrail.graph.noStartDocument')}</p>;
  return (
    <>
      <EuiTitle size="xxxs">
        <h3 className="sysmonTrailWrap">
          {t('sysmonTrail.shared.rawDocument', { id: visibleText(ref.id), index: visibleText(ref.index) })}
        </h3>
      </EuiTitle>
      <EventDocument key={`${ref.index} ${ref.id}`} docRef={ref} />
    </>
  );
}
