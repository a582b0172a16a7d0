import React, { useMemo } from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { eventKind } from '../../common/sysmon/event_kinds';
import { AppContextProvider, useApp } from '../app_context';
import { ErrorBoundary } from '../components/error_boundary';
import { actorKey } from '../components/event_places';
import type { HostServices } from '../host_services';
import { useAppValue } from '../use_app_value';
import { TabAnswer } from './tab_answer';
import { TabEvent } from './tab_event';
import { TabLinks } from './tab_links';
import { TabState } from './tab_state';
import { TabStyles } from './tab_styles';
import { tabSubject, type TabHit, type TabSubject } from './tab_subject';
import { useTabLineage } from './use_tab_lineage';

interface Props {
  readonly services: HostServices;
  /** The document or row that the host shows; another one drops what was asked for the former. */
  readonly hit: TabHit;
}

/** A small picture of a document's process for a host's document view: its lineage, its event, and the ways into the app. */
export function LineageTab({ services, hit }: Props): JSX.Element {
  const subject = useMemo(() => tabSubject(hit), [hit]);
  return (
    <AppContextProvider value={useAppValue(services)}>
      <TabStyles />
      <div className="sysmonTrailTab">
        <ErrorBoundary key={subject.key}>
          {services.rights.read ? <Lineage subject={subject} /> : <NoRight />}
        </ErrorBoundary>
      </div>
    </AppContextProvider>
  );
}

function Lineage({ subject }: { readonly subject: TabSubject }): JSX.Element {
  const request = useTabLineage(subject);
  const { data: answer } = request;
  const event = (answer && 'event' in answer ? answer.event : undefined) ?? subject.event;
  return (
    <>
      <TabLinks {...{ subject, answer, event }} />
      <EuiSpacer size="s" />
      <TabState request={request} />
      {!subject.question && <NoQuestion subject={subject} />}
      {answer && <TabAnswer answer={answer} guid={subject.question?.guid ?? (event && actorKey(event))} />}
      {event && (
        <>
          <EuiSpacer size="m" />
          <TabEvent event={event} />
        </>
      )}
    </>
  );
}

/** What can be said without the server. */
function NoQuestion({ subject: { event, isForeign } }: { readonly subject: TabSubject }): JSX.Element {
  const { t } = useApp();
  if (isForeign) return <EuiText size="s">{t('sysmonTrail.tab.notSysmon')}</EuiText>;
  if (event && eventKind(event.eventId)?.actor === undefined)
    return <TabAnswer answer={{ kind: 'no_process', event }} guid={undefined} />;
  return <EuiText size="s">{t('sysmonTrail.tab.needsId')}</EuiText>;
}

function NoRight(): JSX.Element {
  const { t } = useApp();
  return <EuiText size="s">{t('sysmonTrail.tab.noRight')}</EuiText>;
}
