import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import type { ForestAnswer, LineageAnswer } from '../../../common/api/lineage';
import { useApp } from '../../app_context';
import { AppLink, AppLinkButton } from '../../components/app_link';
import { EventDocument } from '../../components/event_document';
import { hourGraph, hourTable } from '../../components/event_places';
import { visibleText } from '../../text/visible_text';

type Outcome = Exclude<LineageAnswer | ForestAnswer, { kind: 'found' }>;
type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

const ALL_TIME = { from: '2014-01-01T00:00:00.000Z', to: 'now+1d' } as const;

/** Answers that are no graph: each with what happened and what to do next. */
export function OtherOutcome({ answer }: { readonly answer: Outcome }): JSX.Element {
  const { t } = useApp();
  switch (answer.kind) {
    case 'ambiguous':
      return <ChooseHost answer={answer} />;
    case 'no_process':
      return <NoProcess answer={answer} />;
    case 'not_found':
      return <NotFound answer={answer} />;
    case 'not_sysmon':
      return <Sentence text={t('sysmonTrail.graph.notSysmon', { reason: visibleText(answer.reason) })} />;
    case 'invalid':
      return (
        <Sentence
          text={t('sysmonTrail.shared.problemInvalid', { problems: visibleText(answer.problems.join('; ')) })}
        />
      );
  }
}

const Sentence = ({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: React.ReactNode;
}): JSX.Element => {
  const { t } = useApp();
  return (
    <EuiEmptyPrompt
      iconType="search"
      title={<h2>{text}</h2>}
      actions={
        <>
          {children}
          <AppLinkButton to={{ path: '/' }}>{t('sysmonTrail.graph.toHosts')}</AppLinkButton>
        </>
      }
    />
  );
};

function ChooseHost({ answer }: { readonly answer: OutcomeOf<'ambiguous'> }): JSX.Element {
  const { t, url } = useApp();
  return (
    <>
      <p>{t('sysmonTrail.graph.ambiguous', { count: answer.hosts.length })}</p>
      <ul>
        {answer.hosts.map(({ host, events }) => (
          <li key={host}>
            <AppLink to={{ path: '/graph', state: { ...url, host: [host] } }}>
              {t('sysmonTrail.graph.ambiguousRow', { host: visibleText(host), events })}
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoProcess({ answer: { event } }: { readonly answer: OutcomeOf<'no_process'> }): JSX.Element {
  const { t } = useApp();
  const host = visibleText(event.host);
  return (
    <>
      <p>{t('sysmonTrail.graph.noProcess')}</p>
      <p>
        <AppLinkButton to={hourGraph(event)}>{t('sysmonTrail.graph.noProcessNext', { host })}</AppLinkButton>
        <AppLinkButton to={hourTable(event)}>{t('sysmonTrail.shared.hourTable', { host })}</AppLinkButton>
      </p>
      <EventDocument docRef={event.ref} />
    </>
  );
}

function NotFound({ answer }: { readonly answer: OutcomeOf<'not_found'> }): JSX.Element {
  const { t, url, change } = useApp();
  const patterns = visibleText(answer.looked_in.join(', '));
  const texts = {
    process: t('sysmonTrail.graph.notFoundProcess', { patterns }),
    document: t('sysmonTrail.graph.notFoundDocument', { patterns }),
    host: t('sysmonTrail.graph.notFoundHost', { patterns, host: visibleText(url.host?.[0] ?? '') }),
  };
  return (
    <Sentence text={texts[answer.what]}>
      {answer.what === 'host' && (
        <EuiButton onClick={() => change(ALL_TIME, 'push')}>{t('sysmonTrail.graph.searchAllTime')}</EuiButton>
      )}
    </Sentence>
  );
}
