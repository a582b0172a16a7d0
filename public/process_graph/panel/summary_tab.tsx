import React from 'react';
import {
  EuiButtonIcon,
  EuiCallOut,
  EuiCopy,
  EuiDescriptionList,
  EuiFlexGroup,
  EuiLink,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { bracedGuid } from '../../../common/sysmon/process_guid';
import { useApp } from '../../app_context';
import { AppLinkButton } from '../../components/app_link';
import { EventTimeText, useTimeHeader } from '../../components/event_time';
import { ValueText } from '../../components/value_text';
import { visibleText } from '../../text/visible_text';
import { programName } from '../model/card';
import { CountsTable } from './counts_table';
import { HashList } from './hash_list';
import type { TabProps } from './tab_props';

const HOUR_MS = 3_600_000;

export function SummaryTab({ node, model }: TabProps): JSX.Element {
  return (
    <>
      <Inferred {...{ node, model }} />
      <CommandLine text={node.process.commandLine} />
      <EuiSpacer size="s" />
      <EuiDescriptionList
        type="column"
        compressed
        columnWidths={[1, 2.4]}
        listItems={useFacts({ node, model })}
        className="sysmonTrailFields"
      />
      <EuiSpacer size="s" />
      <CountsTable node={node} />
      <EuiSpacer size="s" />
      <Ways {...{ node, model }} />
    </>
  );
}

function Inferred({ node: { process } }: TabProps): JSX.Element | null {
  const { t } = useApp();
  if (process.known === 'recorded') return null;
  const id =
    process.inferredFrom === 'child'
      ? 'sysmonTrail.graph.inferredFromChild'
      : 'sysmonTrail.graph.inferredFromActivity';
  return <EuiCallOut size="s" iconType="iInCircle" heading="p" title={t(id)} />;
}

function CommandLine({ text }: { readonly text: string | undefined }): JSX.Element {
  const { t } = useApp();
  return (
    <>
      <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
        <EuiTitle size="xxxs">
          <h3>{t('sysmonTrail.graph.commandLine')}</h3>
        </EuiTitle>
        {text !== undefined && (
          <EuiCopy textToCopy={text} afterMessage={t('sysmonTrail.shared.copied')}>
            {(copy) => (
              <EuiButtonIcon
                size="xs"
                iconType="copyClipboard"
                aria-label={t('sysmonTrail.graph.copyCommandLine')}
                onClick={copy}
              />
            )}
          </EuiCopy>
        )}
      </EuiFlexGroup>
      <div className="sysmonTrailWrap sysmonTrailCommand">
        <ValueText mono value={text} />
      </div>
    </>
  );
}

/** The facts of a process in reading order. A new fact is a row here. */
function useFacts({ node, model }: TabProps): { title: string; description: JSX.Element }[] {
  const { t } = useApp();
  const { process } = node;
  const zone = useTimeHeader();
  const card = model.cardOf(node);
  return [
    { title: t('sysmonTrail.graph.image'), description: <ValueText mono value={process.image} /> },
    { title: t('sysmonTrail.graph.parent'), description: <Parent {...{ node, model }} /> },
    { title: t('sysmonTrail.graph.user'), description: <ValueText value={process.user} /> },
    {
      title: `${t('sysmonTrail.graph.start')} (${zone})`,
      description: process.start ? <EventTimeText time={process.start} /> : <ValueText value={undefined} />,
    },
    {
      title: `${t('sysmonTrail.graph.end')} (${zone})`,
      description: process.end ? (
        <EventTimeText time={process.end} />
      ) : (
        <>{t('sysmonTrail.graph.nodeNoEnd')}</>
      ),
    },
    ...(card.lifetime ? [{ title: t('sysmonTrail.graph.lifetime'), description: <>{card.lifetime}</> }] : []),
    { title: t('sysmonTrail.graph.integrity'), description: <ValueText value={process.integrityLevel} /> },
    { title: t('sysmonTrail.graph.logonId'), description: <ValueText value={process.logonId} /> },
    {
      title: t('sysmonTrail.graph.currentDirectory'),
      description: <ValueText mono value={process.currentDirectory} />,
    },
    {
      title: t('sysmonTrail.graph.originalFileName'),
      description: <ValueText value={process.originalFileName} />,
    },
    { title: t('sysmonTrail.graph.hashes'), description: <HashList hashes={process.hashes} /> },
    ...(process.ruleName
      ? [{ title: t('sysmonTrail.graph.ruleName'), description: <ValueText value={process.ruleName} /> }]
      : []),
    { title: t('sysmonTrail.graph.pid'), description: <ValueText value={process.processId} /> },
    { title: t('sysmonTrail.graph.guid'), description: <ValueText mono value={bracedGuid(process.id)} /> },
  ];
}

function Parent({ node: { parent }, model }: TabProps): JSX.Element {
  const { t } = useApp();
  if (!parent) return <>{t('sysmonTrail.graph.noParent')}</>;
  const { process } = parent;
  const name = programName(process) ?? t('sysmonTrail.graph.unknownProcess');
  const show = (): void => {
    model.reveal(parent);
    model.select(parent.id);
  };
  return (
    <>
      <EuiLink onClick={show}>
        <bdi dir="ltr">
          {visibleText(process.processId === undefined ? name : `${name} · ${process.processId}`)}
        </bdi>
      </EuiLink>
      <div className="sysmonTrailWrap">
        <ValueText mono value={process.commandLine} />
      </div>
    </>
  );
}

/** Where to go from this process. */
function Ways({ node: { process }, model }: TabProps): JSX.Element {
  const { t } = useApp();
  const { host } = model.data.answer;
  const at = process.start?.ms ?? process.firstActivity;
  const around =
    at === undefined
      ? undefined
      : { from: new Date(at - HOUR_MS).toISOString(), to: new Date(at + HOUR_MS).toISOString() };
  return (
    <EuiFlexGroup gutterSize="none" wrap responsive={false}>
      <AppLinkButton to={{ path: '/graph', state: { guid: process.id, host: [host] } }}>
        {t('sysmonTrail.graph.focusHere')}
      </AppLinkButton>
      {around && (
        <AppLinkButton to={{ path: '/find', state: { host: [host], sort: 'oldest', ...around } }}>
          {t('sysmonTrail.graph.hostTable')}
        </AppLinkButton>
      )}
      {around && (
        <AppLinkButton to={{ path: '/graph', state: { host: [host], sel: process.id, ...around } }}>
          {t('sysmonTrail.graph.hostGraph')}
        </AppLinkButton>
      )}
    </EuiFlexGroup>
  );
}
