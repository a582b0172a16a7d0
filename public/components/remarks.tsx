import React from 'react';
import { EuiCallOut, EuiText } from '@elastic/eui';
import type { Remark } from '../../common/remark';
import { useApp } from '../app_context';
import type { Translate } from '../messages/translate';
import { visibleText } from '../text/visible_text';

type Sentences = {
  readonly [K in Remark['kind']]: (remark: Extract<Remark, { kind: K }>, t: Translate) => string;
};

const SENTENCES: Sentences = {
  shards_failed: ({ failed, total, indices }, t) =>
    t('sysmonTrail.shared.remarkShards', { failed, total, indices: indices.join(', ') }),
  timed_out: ({ seconds }, t) => t('sysmonTrail.shared.remarkTimedOut', { seconds }),
  no_index: ({ pattern }, t) => t('sysmonTrail.shared.problemNoIndex', { pattern }),
  forbidden: ({ pattern }, t) => t('sysmonTrail.shared.problemForbidden', { pattern }),
  index_closed: ({ pattern }, t) => t('sysmonTrail.shared.problemClosed', { pattern }),
  text_field: ({ field, indices }, t) =>
    t('sysmonTrail.shared.remarkTextField', { field, indices: indices.join(', ') }),
  expensive_queries_off: (_, t) => t('sysmonTrail.shared.remarkExpensive'),
  checked_in_memory: (_, t) => t('sysmonTrail.shared.remarkMemory'),
  time_not_rangeable: ({ index }, t) => t('sysmonTrail.shared.remarkTime', { index }),
  unreadable: ({ count }, t) => t('sysmonTrail.shared.remarkUnreadable', { count }),
  cut: ({ what, shown, total }, t) => t('sysmonTrail.shared.remarkCut', { what, shown, total }),
};

/** Results may lack something: these ask for attention. The rest only explains. */
const INCOMPLETE: ReadonlySet<Remark['kind']> = new Set([
  'shards_failed',
  'timed_out',
  'forbidden',
  'index_closed',
  'unreadable',
  'cut',
]);

/** Says that something may be missing; the other kinds only explain. */
export const isIncomplete = ({ kind }: Remark): boolean => INCOMPLETE.has(kind);

/** The table holds one sentence per kind, so the remark always fits its own row. */
export const remarkSentence = (remark: Remark, t: Translate): string =>
  visibleText((SENTENCES[remark.kind] as (remark: Remark, t: Translate) => string)(remark, t));

/** A pattern without an index takes nothing away from the answer: said, but quietly. */
const QUIET: ReadonlySet<Remark['kind']> = new Set(['no_index']);

/** What an answer says about itself, in words. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }): JSX.Element {
  return (
    <>
      <RemarkCallout remarks={remarks.filter(({ kind }) => !QUIET.has(kind))} />
      <QuietRemarks remarks={remarks.filter(({ kind }) => QUIET.has(kind))} />
    </>
  );
}

const useSentences = (remarks: readonly Remark[]): readonly string[] => {
  const { t } = useApp();
  return [...new Set(remarks.map((remark) => remarkSentence(remark, t)))];
};

function RemarkCallout({ remarks }: { readonly remarks: readonly Remark[] }): JSX.Element | null {
  const sentences = useSentences(remarks);
  if (sentences.length === 0) return null;
  const color = remarks.some(isIncomplete) ? 'warning' : 'primary';
  return (
    <EuiCallOut size="s" color={color} iconType="iInCircle" title={sentences[0]} heading="p">
      {sentences.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </EuiCallOut>
  );
}

function QuietRemarks({ remarks }: { readonly remarks: readonly Remark[] }): JSX.Element {
  const sentences = useSentences(remarks);
  return (
    <>
      {sentences.map((sentence) => (
        <EuiText key={sentence} size="xs">
          <p>{sentence}</p>
        </EuiText>
      ))}
    </>
  );
}
