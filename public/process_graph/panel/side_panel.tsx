import React from 'react';
import { EuiButtonIcon, EuiTab, EuiTabs, EuiTitle } from '@elastic/eui';
import { useApp } from '../../app_context';
import type { MessageId } from '../../messages/english';
import type { GraphModel } from '../use_graph_model';
import { ActivityTab } from './activity_tab';
import { LinksTab } from './links_tab';
import { RawTab } from './raw_tab';
import { SummaryTab } from './summary_tab';
import type { TabProps } from './tab_props';

interface TabRow {
  readonly id: 'summary' | 'activity' | 'links' | 'raw';
  readonly title: MessageId;
  readonly content: (props: TabProps) => JSX.Element;
}

const TABS: readonly TabRow[] = [
  { id: 'summary', title: 'sysmonTrail.graph.tabSummary', content: SummaryTab },
  { id: 'activity', title: 'sysmonTrail.graph.tabActivity', content: ActivityTab },
  { id: 'links', title: 'sysmonTrail.graph.tabLinks', content: LinksTab },
  { id: 'raw', title: 'sysmonTrail.graph.tabRaw', content: RawTab },
];

export const PANEL_ID = 'sysmonTrailPanel';

interface Props {
  readonly model: GraphModel;
  /** Only where the panel lies over the graph. */
  readonly onClose: (() => void) | undefined;
}

/** Everything about the selected process. */
export function SidePanel({ model, onClose }: Props): JSX.Element {
  const { t } = useApp();
  const { selected } = model;
  return (
    <section
      id={PANEL_ID}
      className="sysmonTrailPanel"
      aria-label={t('sysmonTrail.graph.panel')}
      tabIndex={-1}
    >
      {onClose && (
        <EuiButtonIcon
          className="sysmonTrailPanelClose"
          iconType="cross"
          aria-label={t('sysmonTrail.graph.closePanel')}
          onClick={onClose}
        />
      )}
      {selected ? (
        <Tabs key={selected.id} model={model} node={selected} />
      ) : (
        <p className="sysmonTrailPanelBody">{t('sysmonTrail.graph.chooseNode')}</p>
      )}
    </section>
  );
}

function Tabs({ model, node }: TabProps): JSX.Element {
  const { t, url, change } = useApp();
  const open = TABS.find(({ id }) => id === url.tab) ?? TABS[0];
  const card = model.cardOf(node);
  const Content = open?.content ?? SummaryTab;
  return (
    <>
      <div className="sysmonTrailPanelHead">
        <EuiTitle size="xs">
          <h2 className="sysmonTrailWrap">
            <bdi dir="ltr">
              {card.name}
              {card.pid !== undefined && ` · ${card.pid}`}
            </bdi>
          </h2>
        </EuiTitle>
        <EuiTabs size="s">
          {TABS.map(({ id, title }) => (
            <EuiTab key={id} isSelected={id === open?.id} onClick={() => change({ tab: id }, 'push')}>
              {t(title)}
            </EuiTab>
          ))}
        </EuiTabs>
      </div>
      <div
        className="sysmonTrailPanelBody"
        tabIndex={0}
        role="region"
        aria-label={t(open?.title ?? 'sysmonTrail.graph.panel')}
      >
        <Content node={node} model={model} />
      </div>
    </>
  );
}
