import React from 'react';
import {
  EuiModal,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { useApp } from '../app_context';
import { SHORTCUTS_EVERYWHERE, SHORTCUTS_GRAPH, type ShortcutRow } from './shortcut_table';

export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useApp();
  const id = useGeneratedHtmlId();
  return (
    <EuiModal role="dialog" aria-modal="true" onClose={onClose} aria-labelledby={id}>
      <EuiModalHeader>
        <EuiModalHeaderTitle id={id}>{t('sysmonTrail.frame.shortcuts')}</EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <Keys title={t('sysmonTrail.frame.keysEverywhere')} rows={SHORTCUTS_EVERYWHERE} />
        <Keys title={t('sysmonTrail.frame.keysGraph')} rows={SHORTCUTS_GRAPH} />
      </EuiModalBody>
    </EuiModal>
  );
}

function Keys({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly ShortcutRow[];
}): JSX.Element {
  const { t } = useApp();
  return (
    <>
      <EuiTitle size="xxs">
        <h2>{title}</h2>
      </EuiTitle>
      <dl className="sysmonTrailKeys">
        {rows.map(({ keys, does }) => (
          <React.Fragment key={does}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </React.Fragment>
        ))}
      </dl>
    </>
  );
}
