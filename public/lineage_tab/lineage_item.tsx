import React from 'react';
import { EuiBadge, EuiText } from '@elastic/eui';
import type { LineageNode } from '../../common/api/lineage';
import { useApp } from '../app_context';
import { AppLink } from '../components/app_link';
import { EventTimeText, useTimeText } from '../components/event_time';
import { ValueText } from '../components/value_text';
import { cardOf } from '../process_graph/model/card';
import type { TreeNode } from '../process_graph/model/process_tree';
import { middleCut } from '../text/middle_cut';
import { activityWords } from './activity_words';

const MAX_COMMAND_LINE = 240;

interface Props {
  readonly node: TreeNode;
  readonly host: string;
  readonly isOrigin?: boolean;
}

/** One process: name, states, start, command line, and what it did, in words. */
export function LineageItem({ node, host, isOrigin = false }: Props): JSX.Element {
  const { t } = useApp();
  const { process } = node;
  return (
    <div className="sysmonTrailTabItem" {...(isOrigin && { 'aria-current': true })}>
      <Head {...{ node, host, isOrigin }} />
      {process.commandLine !== undefined && (
        <EuiText size="xs" className="sysmonTrailWrap">
          <ValueText mono value={middleCut(process.commandLine, MAX_COMMAND_LINE)} />
        </EuiText>
      )}
      <EuiText size="xs" color="subdued">
        {activityWords(process.counts, t)}
      </EuiText>
    </div>
  );
}

function Head({ node, host, isOrigin }: Props): JSX.Element {
  const { t } = useApp();
  const time = useTimeText();
  const { name, pid, tags } = cardOf(node, { t, time });
  const { process } = node;
  return (
    <EuiText size="s" className="sysmonTrailTabHead">
      <AppLink
        to={{ path: '/graph', state: { guid: process.id, host: [host] } }}
        label={t('sysmonTrail.tab.openProcess', { name })}
      >
        <bdi dir="ltr" className={isOrigin ? 'sysmonTrailTabOrigin' : undefined}>
          {name}
        </bdi>
      </AppLink>
      {pid !== undefined && <span>{t('sysmonTrail.tab.pid', { pid })}</span>}
      {isOrigin && <EuiBadge color="primary">{t('sysmonTrail.tab.thisProcess')}</EuiBadge>}
      {tags.map((tag) => (
        <EuiBadge key={tag} color="hollow" title={meaningOf(process, t)}>
          {tag}
        </EuiBadge>
      ))}
      {process.start ? (
        <EventTimeText time={process.start} />
      ) : (
        <span>{t('sysmonTrail.graph.nodeNoStart')}</span>
      )}
    </EuiText>
  );
}

function meaningOf({ inferredFrom }: LineageNode, t: ReturnType<typeof useApp>['t']): string | undefined {
  if (inferredFrom === undefined) return undefined;
  return t(
    inferredFrom === 'child'
      ? 'sysmonTrail.graph.inferredFromChild'
      : 'sysmonTrail.graph.inferredFromActivity',
  );
}
