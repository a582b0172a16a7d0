import React from 'react';
import { EuiCallOut, EuiText } from '@elastic/eui';
import type { LineageAnswer } from '../../common/api/lineage';
import { useApp } from '../app_context';
import { AppLink } from '../components/app_link';
import { hourGraph } from '../components/event_places';
import { ValueText } from '../components/value_text';
import { visibleText } from '../text/visible_text';
import { MiniLineage } from './mini_lineage';

type Outcome<K extends LineageAnswer['kind']> = Extract<LineageAnswer, { kind: K }>;

interface Props {
  readonly answer: LineageAnswer;
  /** The process that was asked for, where it is known. */
  readonly guid: string | undefined;
}

/** Every outcome in one sentence, or the lineage. */
export function TabAnswer({ answer, guid }: Props): JSX.Element {
  const { t } = useApp();
  switch (answer.kind) {
    case 'found':
      return <MiniLineage answer={answer} />;
    case 'ambiguous':
      return <ChooseHost answer={answer} guid={guid} />;
    case 'no_process':
      return <NoProcess answer={answer} />;
    case 'not_sysmon':
      return <Sentence text={t('sysmonTrail.tab.notSysmon')} />;
    case 'not_found':
      return <NotFound answer={answer} />;
    case 'invalid':
      return (
        <EuiCallOut
          size="s"
          color="warning"
          heading="p"
          title={t('sysmonTrail.shared.problemInvalid', {
            problems: visibleText(answer.problems.join('; ')),
          })}
        />
      );
  }
}

const Sentence = ({ text }: { readonly text: string }): JSX.Element => (
  <EuiText size="s">
    <p>{text}</p>
  </EuiText>
);

function NoProcess({ answer: { event } }: { readonly answer: Outcome<'no_process'> }): JSX.Element {
  const { t } = useApp();
  return (
    <EuiText size="s">
      <p>
        {t('sysmonTrail.tab.noProcess')}{' '}
        {event.host === '' ? (
          <ValueText value={undefined} />
        ) : (
          <AppLink to={hourGraph(event)}>
            {t('sysmonTrail.tab.openHost', { host: visibleText(event.host) })}
          </AppLink>
        )}
      </p>
    </EuiText>
  );
}

function NotFound({ answer: { what, looked_in } }: { readonly answer: Outcome<'not_found'> }): JSX.Element {
  const { t } = useApp();
  const patterns = visibleText(looked_in.join(', '));
  const text =
    what === 'document'
      ? t('sysmonTrail.graph.notFoundDocument', { patterns })
      : t('sysmonTrail.graph.notFoundProcess', { patterns });
  return <Sentence text={text} />;
}

/** Each host is a link to the graph there. */
function ChooseHost({
  answer: { hosts },
  guid,
}: Pick<Props, 'guid'> & { readonly answer: Outcome<'ambiguous'> }): JSX.Element {
  const { t } = useApp();
  return (
    <EuiText size="s">
      <p>{t('sysmonTrail.graph.ambiguous', { count: hosts.length })}</p>
      <ul>
        {hosts.map(({ host, events }) => (
          <li key={host}>
            <AppLink to={{ path: '/graph', state: { guid, host: [host] } }}>
              {t('sysmonTrail.graph.ambiguousRow', { host: visibleText(host), events })}
            </AppLink>
          </li>
        ))}
      </ul>
    </EuiText>
  );
}
