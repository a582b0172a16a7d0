import React, { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { EuiIcon, useEuiTheme } from '@elastic/eui';
import type { ProcessKey } from '../../../common/sysmon/process_guid';
import { useApp } from '../../app_context';
import { useTimeHeader } from '../../components/event_time';
import { graphAction, type GraphAction } from '../graph_keys';
import { hopCounts } from '../model/hop_edges';
import type { TreeNode } from '../model/process_tree';
import type { GraphModel } from '../use_graph_model';
import { runShared, type SharedActions } from '../use_graph_keys';
import { commandLetters, TREE_COLUMNS, type TreeColumn } from './tree_columns';
import { rowWindow, treeRows } from './tree_rows';

export const ROW_HEIGHT = 28;

interface Props {
  readonly model: GraphModel;
  readonly actions: SharedActions;
  readonly matches: ReadonlySet<string> | undefined;
}

/** The same processes as a table, always complete, for the keyboard and for those who do not see the canvas. */
export function TreeGrid({ model, actions, matches }: Props): JSX.Element {
  const { t } = useApp();
  const [closed, setClosed] = useState<ReadonlySet<ProcessKey>>(new Set());
  const owns = useRef(false);
  const rows = treeRows(model.tree, closed);
  const at = rows.findIndex(({ id }) => id === model.focusedId);
  const view = useRowWindow(rows.length, at);
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = graphAction(event);
    const node = rows[at] ?? rows[0];
    if (!action || !node) return;
    event.preventDefault();
    event.stopPropagation();
    if (!runShared(action, actions)) runOnTree(action, { node, rows, at, closed, setClosed, model, actions });
  };
  return (
    <div ref={view.container} className="sysmonTrailTree" onScroll={view.onScroll}>
      <div
        role="treegrid"
        aria-label={`${t('sysmonTrail.graph.treeLabel')}: ${t('sysmonTrail.graph.treeCount', { count: model.tree.rows.length })}`}
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
        onFocus={() => (owns.current = true)}
        onBlur={({ relatedTarget, currentTarget }) =>
          (owns.current = relatedTarget === null || currentTarget.contains(relatedTarget))
        }
      >
        <HeadRow />
        <div role="presentation" style={{ height: view.start * ROW_HEIGHT }} />
        {rows.slice(view.start, view.end).map((node, i) => (
          <Row
            key={node.id}
            index={view.start + i}
            isFocused={node.id === (rows[at] ?? rows[0])?.id}
            isOpen={!closed.has(node.id)}
            isMatch={matches?.has(node.id) === true}
            letters={commandLetters(Math.max(1190, view.width))}
            onToggle={() => setClosed(toggled(closed, node.id))}
            {...{ node, model, owns }}
          />
        ))}
        <div role="presentation" style={{ height: (rows.length - view.end) * ROW_HEIGHT }} />
      </div>
    </div>
  );
}

const toggled = (closed: ReadonlySet<ProcessKey>, id: ProcessKey): ReadonlySet<ProcessKey> => {
  const next = new Set(closed);
  if (!next.delete(id)) next.add(id);
  return next;
};

interface TreeKeys {
  readonly node: TreeNode;
  readonly rows: readonly TreeNode[];
  readonly at: number;
  readonly closed: ReadonlySet<ProcessKey>;
  readonly setClosed: (closed: ReadonlySet<ProcessKey>) => void;
  readonly model: GraphModel;
  readonly actions: SharedActions;
}

function runOnTree(
  action: GraphAction,
  { node, rows, at, closed, setClosed, model, actions }: TreeKeys,
): void {
  const go = (to: TreeNode | undefined): void => void (to && model.focus(to.id));
  const hasChildren = node.children.length > 0;
  const isClosed = closed.has(node.id);
  const runs: Partial<Record<GraphAction, () => void>> = {
    left: () => (hasChildren && !isClosed ? setClosed(toggled(closed, node.id)) : go(node.parent)),
    right: () => (isClosed ? setClosed(toggled(closed, node.id)) : go(node.children[0])),
    up: () => go(rows[at - 1]),
    down: () => go(rows[at + 1]),
    home: () => go(model.tree.origin ?? rows[0]),
    end: () => go(node.children.at(-1)),
    open: () => {
      model.select(node.id);
      actions.openPanel();
    },
    select: () => model.select(node.id),
    toggle: () => hasChildren && setClosed(toggled(closed, node.id)),
    toggle_all: () => setClosed(new Set()),
    links: () => actions.showLinks(node),
  };
  runs[action]?.();
}

interface RowWindow {
  readonly container: React.RefObject<HTMLDivElement>;
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly onScroll: () => void;
}

/** Which rows are drawn: those in view. The focused row is brought into view when it changes, and takes the focus if the tree has it. */
function useRowWindow(count: number, at: number): RowWindow {
  const container = useRef<HTMLDivElement>(null);
  const [{ scrollTop, height, width }, setScroll] = useState({ scrollTop: 0, height: 600, width: 1100 });
  const measure = (): void => {
    const element = container.current;
    if (element)
      setScroll({
        scrollTop: element.scrollTop,
        height: element.clientHeight || 600,
        width: element.clientWidth || 1100,
      });
  };
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setScroll({
        scrollTop: element.scrollTop,
        height: element.clientHeight || 600,
        width: element.clientWidth || 1100,
      }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = container.current;
    if (!element || at < 0) return;
    const top = at * ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * ROW_HEIGHT - element.clientHeight;
  }, [at]);
  return {
    container,
    ...rowWindow({ scrollTop, height, rowHeight: ROW_HEIGHT, count }),
    width,
    onScroll: measure,
  };
}

function HeadRow(): JSX.Element {
  const { t } = useApp();
  const zone = useTimeHeader();
  return (
    <div role="row" aria-rowindex={1} className="sysmonTrailTreeRow sysmonTrailTreeHead">
      {TREE_COLUMNS.map((column) => (
        <span key={column.title} role="columnheader" style={cellStyle(column)}>
          {t(column.title)}
          {column.isTime ? ` (${zone})` : ''}
        </span>
      ))}
    </div>
  );
}

interface RowProps {
  readonly node: TreeNode;
  readonly model: GraphModel;
  readonly owns: Owns;
  readonly index: number;
  readonly isFocused: boolean;
  readonly isOpen: boolean;
  readonly isMatch: boolean;
  readonly letters: number;
  readonly onToggle: () => void;
}

function Row({
  node,
  model,
  owns,
  index,
  isFocused,
  isOpen,
  isMatch,
  letters,
  onToggle,
}: RowProps): JSX.Element {
  const { euiTheme } = useEuiTheme();
  const row = useRef<HTMLDivElement>(null);
  const isSelected = model.selected?.id === node.id;
  useFollowFocus(row, { isFocused, owns });
  const siblings = node.parent?.children ?? model.tree.roots;
  const hasChildren = node.children.length > 0;
  const background = isSelected
    ? euiTheme.colors.lightShade
    : isMatch
      ? euiTheme.colors.highlight
      : undefined;
  return (
    <div
      ref={row}
      role="row"
      className="sysmonTrailTreeRow"
      aria-level={node.depth + 1}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-setsize={siblings.length}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(hasChildren && { 'aria-expanded': isOpen })}
      tabIndex={isFocused ? 0 : -1}
      style={{ background, outlineColor: euiTheme.colors.primary }}
      onClick={() => model.select(node.id)}
      onFocus={() => !isFocused && model.focus(node.id)}
    >
      {TREE_COLUMNS.map((column, i) => (
        <span key={column.title} role={i === 0 ? 'rowheader' : 'gridcell'} style={cellStyle(column)}>
          {i === 0 && (
            <span style={{ paddingLeft: Math.min(node.depth, 24) * 14 }}>
              <span
                className="sysmonTrailTreeToggle"
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  if (hasChildren) onToggle();
                }}
              >
                {hasChildren && <EuiIcon type={isOpen ? 'arrowDown' : 'arrowRight'} size="s" />}
              </span>
            </span>
          )}
          {column.cell(node, {
            card: model.cardOf(node),
            time: model.context.time,
            letters,
            links: linksText(model, node.id),
          })}
        </span>
      ))}
    </div>
  );
}

/**
 * When the keyboard moves inside the tree, the browser's focus follows; from outside it is not taken. A row that was scrolled away
 * has left the page with the focus, which then lies on the body.
 */
function useFollowFocus(
  row: React.RefObject<HTMLDivElement>,
  { isFocused, owns }: { readonly isFocused: boolean; readonly owns: Owns },
): void {
  useEffect(() => {
    const tree = row.current?.closest('[role="treegrid"]');
    const isHere =
      tree?.contains(document.activeElement) || (owns.current && document.activeElement === document.body);
    if (isFocused && isHere) row.current?.focus({ preventScroll: true });
  }, [row, isFocused, owns]);
}

/** Whether the focus was last seen in the tree. */
type Owns = React.MutableRefObject<boolean>;

function linksText({ hopsOf, context }: GraphModel, id: ProcessKey): string {
  const { wrote, used } = hopCounts(id, hopsOf(id));
  return context.t('sysmonTrail.graph.hopsShort', { wrote, used }).trim();
}

const cellStyle = ({ width, grow, align }: TreeColumn): React.CSSProperties => ({
  flex: `${grow ?? 0} 0 ${width}px`,
  width,
  textAlign: align ?? 'left',
});
