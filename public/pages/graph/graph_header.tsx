import React from 'react';
import { EuiButtonGroup, EuiButtonIcon, EuiFieldSearch } from '@elastic/eui';
import { useApp } from '../../app_context';
import { PageTitle } from '../../components/page_title';
import { visibleText } from '../../text/visible_text';
import type { GraphModel } from '../../process_graph/use_graph_model';
import type { SharedActions } from '../../process_graph/use_graph_keys';
import { FIND_IN_GRAPH_ID, type FindInGraph } from './use_find_in_graph';
import type { View } from './views';

interface Props {
  readonly model: GraphModel;
  readonly find: FindInGraph;
  readonly view: View;
  readonly actions: SharedActions;
}

/** What is shown, in numbers, and the tools. */
export function GraphHeader({ model, find, view, actions }: Props): JSX.Element {
  const { t, change } = useApp();
  const views = [
    { id: 'graph', label: t('sysmonTrail.graph.viewGraph') },
    { id: 'tree', label: t('sysmonTrail.graph.viewTree') },
    { id: 'both', label: t('sysmonTrail.graph.viewBoth') },
  ];
  const tool = (
    label: string,
    { iconType, run }: { readonly iconType: string; readonly run: () => void },
  ): JSX.Element => (
    <EuiButtonIcon
      display="base"
      size="s"
      iconType={iconType}
      aria-label={label}
      title={label}
      onClick={run}
    />
  );
  return (
    <div className="sysmonTrailTools">
      <PageTitle title={useTitle(model)} />
      <span className="sysmonTrailStats">{useStats(model)}</span>
      <span className="sysmonTrailGrow" />
      <FindField find={find} />
      {view !== 'tree' &&
        tool(t('sysmonTrail.graph.zoomOut'), { iconType: 'minus', run: () => actions.zoom(0.8) })}
      {view !== 'tree' &&
        tool(t('sysmonTrail.graph.zoomIn'), { iconType: 'plus', run: () => actions.zoom(1.25) })}
      {view !== 'tree' && tool(t('sysmonTrail.graph.fit'), { iconType: 'expand', run: actions.fit })}
      <EuiButtonGroup
        legend={t('sysmonTrail.graph.view')}
        buttonSize="compressed"
        options={views}
        idSelected={view}
        onChange={(id) => change({ view: id as View }, 'push')}
      />
    </div>
  );
}

function useTitle({ tree, cardOf, data }: GraphModel): string {
  const { t } = useApp();
  const host = visibleText(data.answer.host);
  if (!tree.origin) return t('sysmonTrail.graph.titleHost', { host });
  const { name, pid } = cardOf(tree.origin);
  return t('sysmonTrail.graph.titleProcess', { host, name: pid === undefined ? name : `${name} ${pid}` });
}

function useStats({ tree, data }: GraphModel): string {
  const { t } = useApp();
  const { origin } = tree;
  if (!origin) {
    const events = data.tree.roots.reduce((sum, root) => sum + root.eventsWithDescendants, 0);
    return t('sysmonTrail.graph.statsHost', {
      processes: tree.rows.length,
      trees: tree.roots.length,
      events,
    });
  }
  return t('sysmonTrail.graph.statsProcess', {
    ancestors: origin.depth,
    descendants: origin.descendants,
    events: origin.eventsWithDescendants,
  });
}

function FindField({ find }: { readonly find: FindInGraph }): JSX.Element {
  const { t } = useApp();
  const { text, matches, at, setText, step } = find;
  const found =
    matches.length === 0
      ? t('sysmonTrail.graph.noMatch')
      : t('sysmonTrail.graph.matches', { at, count: matches.length });
  return (
    <>
      <div className="sysmonTrailFindInGraph">
        <EuiFieldSearch
          id={FIND_IN_GRAPH_ID}
          compressed
          fullWidth
          isClearable={false}
          value={text}
          placeholder={t('sysmonTrail.graph.find')}
          aria-label={t('sysmonTrail.graph.find')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) step(event.shiftKey ? -1 : 1);
          }}
        />
      </div>
      {text !== '' && (
        <>
          <span role="status">{found}</span>
          <EuiButtonIcon
            size="xs"
            iconType="arrowUp"
            aria-label={t('sysmonTrail.graph.findPrevious')}
            onClick={() => step(-1)}
            isDisabled={matches.length === 0}
          />
          <EuiButtonIcon
            size="xs"
            iconType="arrowDown"
            aria-label={t('sysmonTrail.graph.findNext')}
            onClick={() => step(1)}
            isDisabled={matches.length === 0}
          />
        </>
      )}
    </>
  );
}
