import React from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import type { LineageAnswer } from '../../common/api/lineage';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { useApp, type Place } from '../app_context';
import { AppLinkButton, usePlaceLink } from '../components/app_link';
import { actorKey, hourGraph, hourTable } from '../components/event_places';
import { visibleText } from '../text/visible_text';
import type { TabSubject } from './tab_subject';

interface Props {
  readonly subject: TabSubject;
  readonly answer: LineageAnswer | undefined;
  /** The document as a Sysmon event, where it is one. */
  readonly event: SysmonEvent | undefined;
}

/** The ways from here into the app, as soon as they are known. */
export function TabLinks({ subject, answer, event }: Props): JSX.Element | null {
  const { t } = useApp();
  const graph = graphPlace({ subject, answer, event });
  if (!graph && !event) return null;
  const host = visibleText(event?.host ?? '');
  const ofHost = event && host !== '' ? event : undefined;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      {graph && (
        <EuiFlexItem grow={false}>
          <GraphButton to={graph} />
        </EuiFlexItem>
      )}
      {ofHost && (
        <EuiFlexItem grow={false}>
          <AppLinkButton to={hourTable(ofHost)}>{t('sysmonTrail.shared.hourTable', { host })}</AppLinkButton>
        </EuiFlexItem>
      )}
      {ofHost && (
        <EuiFlexItem grow={false}>
          <AppLinkButton to={hourGraph(ofHost)}>{t('sysmonTrail.shared.hourGraph', { host })}</AppLinkButton>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

function GraphButton({ to }: { readonly to: Place }): JSX.Element {
  const { t } = useApp();
  return (
    <EuiButton size="s" fill iconType="graphApp" {...usePlaceLink(to)}>
      {t('sysmonTrail.tab.openGraph')}
    </EuiButton>
  );
}

/** By document where there is one, so that the page also shows the event; a row has only the process. */
function graphPlace({ subject: { question }, answer, event }: Props): Place | undefined {
  if (answer?.kind !== 'found' && !(answer === undefined && event && actorKey(event))) return undefined;
  if (question?.index && question.id)
    return { path: '/graph', state: { ix: question.index, id: question.id } };
  if (!question?.guid) return undefined;
  const host = answer?.kind === 'found' ? { host: [answer.host] } : {};
  return { path: '/graph', state: { guid: question.guid, ...host } };
}
