import React, { useMemo } from 'react';
import type { ReactNode } from 'react';
import { EuiCallOut, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { useApp } from '../app_context';
import { useTimeText } from '../components/event_time';
import { isIncomplete, Remarks } from '../components/remarks';
import type { GraphAnswer } from '../process_graph/model/graph_data';
import { isWarning, noteSentence } from '../process_graph/model/notes';
import type { TreeNode } from '../process_graph/model/process_tree';
import { LineageItem } from './lineage_item';
import { shortLineage, type ShortLineage } from './short_lineage';

/** Who started the process, and what it started: one list within another. What only explains the answer stands on the graph's page. */
export function MiniLineage({ answer }: { readonly answer: GraphAnswer }): JSX.Element {
  const { t } = useApp();
  const short = useMemo(() => shortLineage(answer), [answer]);
  const warnings = answer.notes.filter(isWarning).map((note) => noteSentence(note, t));
  return (
    <>
      <EuiSpacer size="s" />
      <EuiTitle size="xxs">
        <h3>{t('sysmonTrail.tab.lineage')}</h3>
      </EuiTitle>
      {short && <Lists short={short} host={answer.host} />}
      <EuiText size="xs" color="subdued">
        <p>{useRangeSentence(answer)}</p>
      </EuiText>
      {warnings.length > 0 && <EuiCallOut size="s" color="warning" heading="p" title={warnings.join(' ')} />}
      <Remarks remarks={answer.remarks.filter(isIncomplete)} />
    </>
  );
}

function Lists({ short, host }: { readonly short: ShortLineage; readonly host: string }): JSX.Element {
  const { t } = useApp();
  const { ancestors, moreAncestors, origin, children, moreChildren } = short;
  return (
    <>
      {moreAncestors > 0 && <Aside text={t('sysmonTrail.tab.moreAncestors', { count: moreAncestors })} />}
      {ancestors.length === 0 && <Aside text={t('sysmonTrail.tab.noAncestors')} />}
      <Chain nodes={[...ancestors, origin]} {...{ host, origin }}>
        {children.length > 0 && (
          <ul>
            {children.map((child) => (
              <li key={child.id}>
                <LineageItem node={child} host={host} />
              </li>
            ))}
            {moreChildren > 0 && (
              <li>
                <Aside text={t('sysmonTrail.tab.moreChildren', { count: moreChildren })} />
              </li>
            )}
          </ul>
        )}
      </Chain>
    </>
  );
}

const Aside = ({ text }: { readonly text: string }): JSX.Element => (
  <EuiText size="xs" color="subdued">
    {text}
  </EuiText>
);

interface ChainProps {
  readonly nodes: readonly TreeNode[];
  readonly origin: TreeNode;
  readonly host: string;
  readonly children: ReactNode;
}

/** Each process within the one that started it; as deep as the list is long, which is bounded. */
function Chain({ nodes: [first, ...rest], origin, host, children }: ChainProps): JSX.Element {
  if (!first) return <>{children}</>;
  return (
    <ul className="sysmonTrailTabTree">
      <li>
        <LineageItem node={first} host={host} isOrigin={first === origin} />
        <Chain nodes={rest} {...{ origin, host }}>
          {children}
        </Chain>
      </li>
    </ul>
  );
}

function useRangeSentence({ range }: GraphAnswer): string {
  const { t, zone } = useApp();
  const time = useTimeText();
  const values = { from: time(range.from), to: time(range.to), zone };
  return range.cut_to_hours
    ? t('sysmonTrail.graph.rangeCut', { ...values, hours: range.cut_to_hours })
    : t('sysmonTrail.tab.range', values);
}
