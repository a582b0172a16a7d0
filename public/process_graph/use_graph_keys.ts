import { graphAction, type GraphAction } from './graph_keys';
import type { TreeNode } from './model/process_tree';
import { shownChildren } from './model/opened';
import type { GraphModel } from './use_graph_model';

/** What keys do that the graph and the tree share. */
export interface SharedActions {
  zoom(factor: number): void;
  fit(): void;
  nextView(): void;
  find(): void;
  step(by: 1 | -1): void;
  openPanel(): void;
  /** The links of a process, in the panel. */
  showLinks(node: TreeNode): void;
  expandAll(node: TreeNode): void;
}

const ZOOM_STEP = 1.25;

/** Runs what both views share; false when the key means something of the view's own. */
export function runShared(action: GraphAction, actions: SharedActions): boolean {
  const runs: Partial<Record<GraphAction, () => void>> = {
    zoom_in: () => actions.zoom(ZOOM_STEP),
    zoom_out: () => actions.zoom(1 / ZOOM_STEP),
    fit: actions.fit,
    view: actions.nextView,
    find: actions.find,
    next: () => actions.step(1),
    previous: () => actions.step(-1),
  };
  const run = runs[action];
  run?.();
  return run !== undefined;
}

interface KeyEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  preventDefault(): void;
  stopPropagation(): void;
}

/** Keys on the canvas: along the tree as it is drawn. */
export function canvasKeys(model: GraphModel, actions: SharedActions): (event: KeyEvent) => void {
  return (event) => {
    const action = graphAction(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (!runShared(action, actions)) runOnCanvas(action, { model, actions });
  };
}

function runOnCanvas(
  action: GraphAction,
  { model, actions }: { readonly model: GraphModel; readonly actions: SharedActions },
): void {
  const placed = model.layout.byId.get(model.focusedId ?? '');
  if (!placed) return;
  const { node, parent, column } = placed;
  const level = model.layout.columns[column] ?? [];
  const at = level.indexOf(placed);
  const go = (id: string | undefined): void => void (id !== undefined && model.focus(id));
  const isProcess = node.kind === 'process';
  const closed = isProcess && node.node.children.length > 0 && shownChildren(node) === 0;
  const runs: Partial<Record<GraphAction, () => void>> = {
    left: () => go(parent?.node.id),
    right: () => (closed ? model.toggle(node.node) : go(node.children[0]?.id)),
    up: () => go(level[at - 1]?.node.id),
    down: () => go(level[at + 1]?.node.id),
    home: () => go((model.tree.origin ?? model.tree.roots[0])?.id),
    end: () => go(node.children.at(-1)?.id),
    open: () => {
      if (!isProcess) return model.more(node);
      model.select(node.id);
      return actions.openPanel();
    },
    select: () => (isProcess ? model.select(node.id) : model.more(node)),
    toggle: () => (isProcess ? node.node.children.length > 0 && model.toggle(node.node) : model.more(node)),
    toggle_all: () => isProcess && actions.expandAll(node.node),
    links: () => isProcess && actions.showLinks(node.node),
  };
  runs[action]?.();
}
