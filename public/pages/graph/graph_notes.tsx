import React from 'react';
import { EuiAccordion, EuiButtonEmpty, EuiCallOut, EuiLink, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { useApp } from '../../app_context';
import { eventName } from '../../components/event_name';
import { useTimeText } from '../../components/event_time';
import { remarkSentence } from '../../components/remarks';
import type { GraphAnswer, GraphData } from '../../process_graph/model/graph_data';
import { isWarning, noteSentence, noteSentences } from '../../process_graph/model/notes';

interface Props {
  readonly data: GraphData;
  readonly loadRest: ((after: string) => void) | undefined;
}

/** What the answer says about itself. What may be missing stands open; what only explains is one click away. */
export function GraphNotes({ data: { answer, tree }, loadRest }: Props): JSX.Element {
  const { t } = useApp();
  const warnings = answer.notes.filter(isWarning);
  const truncated = answer.notes.find((note) => note.kind === 'truncated');
  const { origin } = tree;
  return (
    <>
      {warnings.length > 0 && (
        <EuiCallOut
          size="s"
          color="warning"
          heading="p"
          title={warnings.map((note) => noteSentence(note, t)).join(' ')}
        >
          {truncated && loadRest && (
            <EuiButtonEmpty size="s" onClick={() => loadRest(truncated.after)}>
              {t('sysmonTrail.graph.loadRest')}
            </EuiButtonEmpty>
          )}
        </EuiCallOut>
      )}
      {origin?.events === 0 && <EuiCallOut size="s" heading="p" title={t('sysmonTrail.graph.noActivity')} />}
      <div className="sysmonTrailNotes">
        <RangeSentence answer={answer} />
        <AskedEvent answer={answer} />
        <Explanations answer={answer} />
      </div>
    </>
  );
}

function RangeSentence({ answer: { range } }: { readonly answer: GraphAnswer }): JSX.Element {
  const { t, zone, url, change } = useApp();
  const time = useTimeText();
  const values = { from: time(range.from), to: time(range.to), zone };
  const isLife = range.chosen === 'life_of_process';
  const text = range.cut_to_hours
    ? t('sysmonTrail.graph.rangeCut', { ...values, hours: range.cut_to_hours })
    : t(isLife ? 'sysmonTrail.graph.rangeLife' : 'sysmonTrail.graph.rangeAsked', values);
  return (
    <EuiText size="xs">
      {text}{' '}
      {!isLife && (url.guid || url.id) && (
        <EuiLink onClick={() => change({ from: undefined, to: undefined, z: undefined }, 'push')}>
          {t('sysmonTrail.graph.useLife')}
        </EuiLink>
      )}
    </EuiText>
  );
}

/** The event that the graph was opened from. */
function AskedEvent({ answer }: { readonly answer: GraphAnswer }): JSX.Element | null {
  const { t, change } = useApp();
  const time = useTimeText();
  const event = 'event' in answer ? answer.event : undefined;
  if (!event) return null;
  return (
    <EuiText size="xs">
      {t('sysmonTrail.graph.openedFrom', { event: eventName(event.eventId, t), time: time(event.time.ms) })}{' '}
      <EuiLink onClick={() => change({ ev: event.ref, tab: 'raw' }, 'push')}>
        {t('sysmonTrail.graph.showIt')}
      </EuiLink>
    </EuiText>
  );
}

function Explanations({ answer }: { readonly answer: GraphAnswer }): JSX.Element | null {
  const { t } = useApp();
  const id = useGeneratedHtmlId();
  const notes = noteSentences(
    answer.notes.filter((note) => !isWarning(note)),
    t,
  );
  const sentences = [...new Set([...notes, ...answer.remarks.map((remark) => remarkSentence(remark, t))])];
  if (sentences.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      buttonContent={<EuiText size="xs">{t('sysmonTrail.graph.notes', { count: sentences.length })}</EuiText>}
    >
      <ul className="sysmonTrailNoteList">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </EuiAccordion>
  );
}
