import { useMemo, useState } from 'react';
import type { FileHop } from '../../common/api/file_hops';
import { useApp } from '../app_context';
import { useTimeText } from '../components/event_time';
import type { DrawnHops } from './drawing/hop_route';
import { HOP_LANE } from './layout/sizes';
import { layoutTree, type Layout } from './layout/layout_tree';
import { cardOf, type Card } from './model/card';
import type { CardContext } from './model/card_context';
import type { GraphData } from './model/graph_data';
import { hopEdges, hopsByProcess } from './model/hop_edges';
import { hopLanes } from './model/hop_lanes';
import { openAll, openPathTo, showMore, shownChildren, toggle } from './model/opened';
import type { ProcessTree, TreeNode } from './model/process_tree';
import { visibleTree, type Opened, type VisibleNode } from './model/visible_tree';
import { useOpened } from './use_opened';

export interface GraphModel {
  readonly data: GraphData;
  readonly tree: ProcessTree;
  readonly layout: Layout<VisibleNode>;
  /** File hops as they are drawn now. */
  readonly hops: DrawnHops;
  readonly hopsOf: (id: string) => readonly FileHop[];
  readonly context: CardContext;
  readonly cardOf: (node: TreeNode) => Card;
  /** In the side panel; the origin until something else is chosen. */
  readonly selected: TreeNode | undefined;
  /** Where the keyboard is: the id of something drawn, or of a process that is about to be. */
  readonly focusedId: string | undefined;
  focus(id: string): void;
  select(id: string): void;
  /** Makes a process drawn, and focuses it. */
  reveal(node: TreeNode): void;
  /** Selects a process wherever it is. */
  goTo(node: TreeNode): void;
  toggle(node: TreeNode): void;
  openAll(node: TreeNode): void;
  more(node: Extract<VisibleNode, { kind: 'more' }>): void;
}

/** The graph and its tree twin as one state: both show and change the same. */
export function useGraphModel(data: GraphData): GraphModel {
  const { url, change } = useApp();
  const { tree } = data;
  const [opened, setOpened] = useOpened();
  const { layout, hops } = useDrawn(data, { opened, sel: url.sel });
  const byProcess = useMemo(() => hopsByProcess(data.hops), [data.hops]);
  const context = useCardContext(tree);
  const cards = useMemo(() => rememberCards(context), [context]);
  const selected = (url.sel === undefined ? undefined : tree.byId.get(url.sel)) ?? tree.origin;
  const [focused, setFocused] = useState<string>();
  const known =
    focused !== undefined && (layout.byId.has(focused) || tree.byId.has(focused)) ? focused : undefined;
  const isDrawn = (id: string): boolean => layout.byId.has(id);
  const reveal = (node: TreeNode): void => {
    setFocused(node.id);
    if (!isDrawn(node.id))
      setOpened(openPathTo(opened, { tree, node, visible: new Set(layout.byId.keys()) }));
  };
  const select = (id: string): void => {
    setFocused(id);
    change({ sel: id }, 'push');
  };
  return {
    data,
    tree,
    layout,
    hops,
    hopsOf: (id) => byProcess.get(id) ?? [],
    context,
    cardOf: cards,
    selected,
    focusedId: known ?? selected?.id ?? tree.roots[0]?.id,
    focus: setFocused,
    select,
    reveal,
    goTo: (node) => {
      reveal(node);
      select(node.id);
    },
    toggle: (node) => {
      const drawn = layout.byId.get(node.id);
      setOpened(toggle(opened, { node, shown: drawn ? shownChildren(drawn.node) : 0 }));
    },
    openAll: (node) => setOpened(openAll(opened, node)),
    more: ({ owner, shown }) => setOpened(showMore(opened, { owner, shown })),
  };
}

/** What is drawn and where. Room for file hops is kept by what is open, never by what is selected: a click moves nothing. */
function useDrawn(
  { hops, tree }: GraphData,
  { opened, sel }: { opened: Opened; sel: string | undefined },
): Pick<GraphModel, 'layout' | 'hops'> {
  const { layout, isDrawn, roomFor } = useMemo(() => {
    const visible = visibleTree(tree, opened);
    const ids = idsOf(visible);
    const isDrawn = (id: string): boolean => ids.has(id);
    const roomFor = hopLanes(hopEdges({ hops, tree, isDrawn }), tree);
    const above = new Map([...roomFor.above].map(([id, lanes]) => [id, lanes * HOP_LANE]));
    return { layout: layoutTree(visible, { straight: tree.path, above }), isDrawn, roomFor };
  }, [hops, tree, opened]);
  const drawn = useMemo(
    () => ({
      edges: hopEdges({ hops, tree, isDrawn, selectedId: sel ?? tree.origin?.id }),
      laneOf: roomFor.laneOf,
    }),
    [hops, tree, isDrawn, roomFor, sel],
  );
  return { layout, hops: drawn };
}

function idsOf(visible: readonly VisibleNode[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const waiting = [...visible];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ids.add(node.id);
    for (const child of node.children) waiting.push(child);
  }
  return ids;
}

function useCardContext(tree: ProcessTree): CardContext {
  const { t } = useApp();
  const time = useTimeText();
  const origin = tree.origin?.process;
  return useMemo(
    () => ({
      t,
      time,
      ...(origin && { originId: origin.id, ...(origin.start && { originStart: origin.start.ms }) }),
    }),
    [t, time, origin],
  );
}

/** Cards are asked for in every picture, and never change for the same answer and zone. */
function rememberCards(context: CardContext): (node: TreeNode) => Card {
  const made = new WeakMap<TreeNode, Card>();
  return (node) => {
    const known = made.get(node) ?? cardOf(node, context);
    made.set(node, known);
    return known;
  };
}
