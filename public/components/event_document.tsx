import React from 'react';
import { EuiCallOut, EuiCodeBlock, EuiDescriptionList, EuiLink, EuiSpacer } from '@elastic/eui';
import type { DocumentAnswer } from '../../common/api/events';
import type { DocumentRef, SysmonEvent } from '../../common/sysmon/sysmon_event';
import { useApp } from '../app_context';
import { visibleText } from '../text/visible_text';
import { useRequest } from '../use_request';
import { AppLinkButton } from './app_link';
import { eventName } from './event_name';
import { graphOfEvent, hourGraph, hourTable } from './event_places';
import { EventTimeText, useTimeHeader } from './event_time';
import { RequestState } from './request_state';
import { ValueText } from './value_text';

/** One event: Sysmon's fields, where to go from here, and the document as it is stored. */
export function EventDocument({ docRef }: { readonly docRef: DocumentRef }): JSX.Element {
  const { api, refreshes } = useApp();
  const request = useRequest({ key: `document ${docRef.index} ${docRef.id}`, round: refreshes }, (signal) =>
    api.document(docRef, signal),
  );
  return (
    <>
      <RequestState request={request} />
      {request.data && <Answer answer={request.data} docRef={docRef} />}
    </>
  );
}

function Answer({
  answer,
  docRef,
}: {
  readonly answer: DocumentAnswer;
  readonly docRef: DocumentRef;
}): JSX.Element {
  const { t, services } = useApp();
  if (answer.kind === 'not_found') {
    return (
      <EuiCallOut
        size="s"
        color="warning"
        heading="p"
        title={t('sysmonTrail.shared.documentGone', { index: visibleText(docRef.index) })}
      />
    );
  }
  const discover = services.discoverUrl?.(docRef);
  return (
    <>
      {answer.event && <Fields event={answer.event} />}
      {answer.reason && <EuiCallOut size="s" heading="p" title={visibleText(answer.reason)} />}
      {discover && <EuiLink href={discover}>{t('sysmonTrail.shared.openDiscover')}</EuiLink>}
      <EuiSpacer size="s" />
      <EuiCodeBlock language="json" isCopyable paddingSize="s" fontSize="s" className="sysmonTrailMono">
        {visibleJson(answer.source)}
      </EuiCodeBlock>
    </>
  );
}

/** JSON with its own line ends, and nothing hidden in between. */
const visibleJson = (source: unknown): string =>
  JSON.stringify(source, null, 2).split('\n').map(visibleText).join('\n');

function Fields({ event }: { readonly event: SysmonEvent }): JSX.Element {
  const { t } = useApp();
  const time = useTimeHeader();
  const head = [
    { title: t('sysmonTrail.shared.columnEvent'), description: eventName(event.eventId, t) },
    { title: time, description: <EventTimeText time={event.time} /> },
    { title: t('sysmonTrail.shared.columnComputer'), description: <ValueText value={event.host} /> },
  ];
  const fields = Object.entries(event.fields).map(([title, value]) => ({
    title,
    description: <ValueText mono value={value} />,
  }));
  return (
    <>
      <AppLinkButton to={graphOfEvent(event)} iconType="graphApp">
        {t('sysmonTrail.shared.openGraph')}
      </AppLinkButton>
      <AppLinkButton to={hourTable(event)}>
        {t('sysmonTrail.shared.hourTable', { host: visibleText(event.host) })}
      </AppLinkButton>
      <AppLinkButton to={hourGraph(event)}>
        {t('sysmonTrail.shared.hourGraph', { host: visibleText(event.host) })}
      </AppLinkButton>
      <EuiSpacer size="s" />
      <EuiDescriptionList
        type="column"
        compressed
        columnWidths={[1, 2]}
        listItems={[...head, ...fields]}
        className="sysmonTrailFields"
      />
    </>
  );
}
