import React, { useEffect } from 'react';
import {
  EuiAccordion,
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiCodeBlock,
  EuiFlexGroup,
  EuiFlexItem,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ApiProblem } from '../api_problem';
import { useApp } from '../app_context';
import { visibleText } from '../text/visible_text';
import { useRange } from '../use_range';
import { useSeconds } from './loading';
import { problemRow, waitBeforeRetry } from './problem_table';

interface Props {
  readonly problem: ApiProblem;
  /** Failures in a row, for the waiting time. */
  readonly failures: number;
  readonly onRetry: () => void;
  /** False where the range is not the reader's to choose. */
  readonly canNarrow?: boolean;
}

/** One sentence, what to do, and the technical part on demand. The page stays usable. */
export function ProblemCallout({ problem, failures, onRetry, canNarrow = true }: Props): JSX.Element {
  const { t, change } = useApp();
  const { to } = useRange();
  const row = problemRow(problem.kind);
  return (
    <div role="alert">
      <EuiCallOut
        color="danger"
        iconType="warning"
        size="s"
        title={<Sentence key={failures} {...{ problem, failures, onRetry }} />}
        heading="p"
      >
        <EuiFlexGroup gutterSize="s" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <EuiButton size="s" color="danger" onClick={onRetry}>
              {t(row.again ? 'sysmonTrail.shared.tryNow' : 'sysmonTrail.shared.retry')}
            </EuiButton>
          </EuiFlexItem>
          {canNarrow && row.action === 'narrow' && (
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty size="s" onClick={() => change(lastDayOf(to), 'push')}>
                {t('sysmonTrail.shared.narrow')}
              </EuiButtonEmpty>
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
        <TechnicalDetail text={problem.technical} />
      </EuiCallOut>
    </div>
  );
}

const DAY_MS = 86_400_000;

/** The last 24 h of the range that was too much. */
const lastDayOf = (to: number): { from: string; to: string } => ({
  from: new Date(to - DAY_MS).toISOString(),
  to: new Date(to).toISOString(),
});

function Sentence({ problem, failures, onRetry }: Props): JSX.Element {
  const { t } = useApp();
  const { message, again } = problemRow(problem.kind);
  const left = Math.max(0, waitBeforeRetry(failures) - useSeconds());
  const due = again === true && left === 0;
  useEffect(() => {
    if (due) onRetry();
  }, [due, onRetry]);
  return <>{visibleText(t(message, { pattern: problem.pattern ?? '?', seconds: left }))}</>;
}

export function TechnicalDetail({ text }: { readonly text: string }): JSX.Element {
  const { t } = useApp();
  const id = useGeneratedHtmlId();
  return (
    <EuiAccordion id={id} buttonContent={t('sysmonTrail.shared.technicalDetail')}>
      <EuiCodeBlock language="json" isCopyable paddingSize="s" fontSize="s" overflowHeight={200}>
        {visibleText(text).replaceAll('⏎', '\n')}
      </EuiCodeBlock>
    </EuiAccordion>
  );
}
