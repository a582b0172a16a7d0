import React, { forwardRef, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useEuiTheme } from '@elastic/eui';
import { useApp } from '../app_context';
import { bringIntoView, firstCamera, fit, keepInPlace, toScreen, zoomAt, type Camera } from './camera/camera';
import { graphColors } from './drawing/graph_colors';
import type { Marks } from './drawing/pen';
import { Scene } from './drawing/scene';
import { hopCounts, type HopEdge } from './model/hop_edges';
import { EVIDENCE, filesText } from './model/hop_texts';
import { nodeLabel } from './model/node_label';
import type { TreeNode } from './model/process_tree';
import { visibleText } from '../text/visible_text';
import type { GraphModel } from './use_graph_model';
import { useCameraInUrl } from './use_camera_in_url';

export interface CanvasHandle {
  zoom(factor: number): void;
  fit(): void;
  focus(): void;
}

interface Props {
  readonly model: GraphModel;
  readonly matches: ReadonlySet<string> | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpenLinks: (node: TreeNode) => void;
}

/** The canvas with its one focusable element: a button that lies over the focused process and says it in words. */
export const GraphCanvas = forwardRef<CanvasHandle, Props>(function GraphCanvas(
  { model, matches, onKeyDown, onOpenLinks },
  handle,
) {
  const { t } = useApp();
  const { euiTheme } = useEuiTheme();
  const container = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const scene = useScene({ container, canvas, button, model });
  const colors = useMemo(() => graphColors(euiTheme), [euiTheme]);
  const marks = useMarks(model, matches);

  useEffect(
    () => scene.current?.show({ layout: model.layout, hops: model.hops, colors, marks }),
    [scene, model.layout, model.hops, colors, marks],
  );
  useKeepInPlace(scene, model);
  useImperativeHandle(handle, () => ({
    zoom: (factor) => zoomMiddle(scene.current, factor),
    fit: () => {
      if (!scene.current) return;
      scene.current.steered = true;
      scene.current.moveTo(fit(model.layout.bounds, scene.current.screen));
    },
    focus: () => button.current?.focus(),
  }));

  /** What used the file, with its links in the panel. */
  const openHop = (edge: HopEdge | undefined): void => {
    const node = edge && model.tree.byId.get(edge.to);
    if (node) onOpenLinks(node);
  };
  const onClick = (event: MouseEvent): void => {
    const at = offsetIn(event, container.current);
    const hit = scene.current?.hit(at);
    if (!hit) return openHop(scene.current?.hopAt(at));
    const { node } = hit.placed;
    button.current?.focus({ preventScroll: true });
    if (node.kind === 'more') model.more(node);
    else if (hit.expander) model.toggle(node.node);
    else model.select(node.id);
  };
  const onMouseMove = (event: MouseEvent): void => {
    const at = offsetIn(event, container.current);
    const edge = scene.current?.hit(at) ? undefined : scene.current?.hopAt(at);
    if (container.current) container.current.title = edge ? hopTip(edge, model) : '';
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const hit = scene.current?.hit(offsetIn(event, container.current));
    if (hit?.placed.node.kind === 'process' && !hit.expander) model.toggle(hit.placed.node.node);
  };
  return (
    <div
      ref={container}
      className="sysmonTrailCanvas"
      role="group"
      aria-label={t('sysmonTrail.graph.canvasLabel')}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onMouseMove={onMouseMove}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <button
        ref={button}
        type="button"
        className="sysmonTrailFocus"
        onKeyDown={onKeyDown}
        aria-label={useFocusedLabel(model)}
        style={{ outlineColor: euiTheme.colors.primary }}
      />
    </div>
  );
});

function useMarks(model: GraphModel, matches: ReadonlySet<string> | undefined): Marks {
  const { t } = useApp();
  const { tree, cardOf, selected, context } = model;
  return useMemo(
    () => ({
      path: tree.path,
      cardOf,
      hopText: ({ hops }: HopEdge) => filesText(hops, t),
      moreText: (count: number) => t('sysmonTrail.graph.moreNodes', { count }),
      ...(tree.origin && { originId: tree.origin.id }),
      ...(selected && { selectedId: selected.id }),
      ...(matches && { matches }),
      ...((!tree.origin || tree.roots.length > 1) && {
        rootText: (root: TreeNode) => context.time(firstTime(root)),
      }),
    }),
    [t, tree, cardOf, selected, matches, context],
  );
}

/** An inferred root has no start of its own; its first trace or its first child's start places it in time. */
const firstTime = ({ process, children }: TreeNode): number | undefined =>
  process.start?.ms ?? process.firstActivity ?? children[0]?.process.start?.ms;

function useFocusedLabel({ layout, tree, focusedId, context, hopsOf }: GraphModel): string {
  const { t } = useApp();
  if (focusedId === undefined) return t('sysmonTrail.graph.noProcessesHere');
  const drawn = layout.byId.get(focusedId)?.node;
  if (drawn?.kind === 'more')
    return t('sysmonTrail.graph.moreLabel', { count: drawn.hidden, all: drawn.hiddenDescendants });
  const node = tree.byId.get(focusedId);
  if (!node) return '';
  const { wrote, used } = hopCounts(node.id, hopsOf(node.id));
  const links = [
    ...(wrote > 0 ? [t('sysmonTrail.graph.hopsWrote', { count: wrote })] : []),
    ...(used > 0 ? [t('sysmonTrail.graph.hopsUsed', { count: used })] : []),
  ];
  return [nodeLabel(node, context), ...links].join(', ');
}

interface SceneParts {
  readonly container: React.RefObject<HTMLDivElement>;
  readonly canvas: React.RefObject<HTMLCanvasElement>;
  readonly button: React.RefObject<HTMLButtonElement>;
  readonly model: GraphModel;
}

/** One scene per mounted canvas; it follows the size of its container, and begins where the URL says or at a good first picture. */
function useScene({
  container,
  canvas,
  button,
  model,
}: SceneParts): React.MutableRefObject<Scene | undefined> {
  const scene = useRef<Scene>();
  const latest = useRef(model);
  useEffect(() => {
    latest.current = model;
    scene.current?.requestDraw();
  });
  const inUrl = useCameraInUrl(scene);
  useEffect(() => {
    if (!container.current || !canvas.current) return undefined;
    const made = new Scene({
      container: container.current,
      canvas: canvas.current,
      onDrawn: (camera) => placeButton(button.current, { camera, model: latest.current }),
      onMovedByHand: inUrl.write,
    });
    scene.current = made;
    const start = (): void => made.moveTo(inUrl.read() ?? firstPicture(made, latest.current));
    start();
    const observer = new ResizeObserver(() => {
      if (made.screen.width > 0 && made.camera.scale === 1 && made.camera.x === 0 && made.camera.y === 0)
        start();
      made.requestDraw();
    });
    observer.observe(container.current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [container, canvas, button, inUrl, model.data.subject]);
  return scene;
}

/** Each file between two drawn processes, and how it is known. */
function hopTip({ hops }: HopEdge, { tree, cardOf, context: { t } }: GraphModel): string {
  const nameOf = (id: string): string => {
    const node = tree.byId.get(id);
    return node ? cardOf(node).name : id;
  };
  return hops
    .map((hop) =>
      t('sysmonTrail.graph.hopTip', {
        from: nameOf(hop.from),
        to: nameOf(hop.to),
        file: visibleText(hop.written.path),
        by: t(EVIDENCE[hop.by]),
      }),
    )
    .join('\n');
}

function firstPicture(scene: Scene, { layout, tree, selected }: GraphModel): Camera {
  const focus = layout.byId.get((selected ?? tree.roots[0])?.id ?? '');
  return firstCamera({ bounds: layout.bounds, screen: scene.screen, ...(focus && { focus }) });
}

/** After opening or closing, the focused process stays where it was; after moving on, it comes into view. */
function useKeepInPlace(scene: React.MutableRefObject<Scene | undefined>, model: GraphModel): void {
  const { layout, focusedId, data } = model;
  const before = useRef({ layout, focusedId, data });
  const inUrl = useApp().url.z !== undefined;
  useEffect(() => {
    const last = before.current;
    before.current = { layout, focusedId, data };
    const now = focusedId === undefined ? undefined : layout.byId.get(focusedId);
    if (!scene.current || !now || last.data.subject !== data.subject) return;
    if (last.focusedId !== focusedId) scene.current.steered = true;
    // What joins the first picture later makes a new first picture, unless somebody has begun to look around.
    if (last.data !== data && !scene.current.steered && !inUrl) {
      scene.current.moveTo(firstPicture(scene.current, model));
      return;
    }
    const then = last.layout.byId.get(focusedId ?? '');
    const { screen } = scene.current;
    let { camera } = scene.current;
    if (last.layout !== layout && then) camera = keepInPlace(camera, { before: then, after: now });
    if (last.focusedId !== focusedId) camera = bringIntoView(camera, { box: now, screen });
    if (camera !== scene.current.camera) scene.current.moveTo(camera);
  }, [scene, model, layout, focusedId, data, inUrl]);
}

function zoomMiddle(scene: Scene | undefined, factor: number): void {
  if (!scene) return;
  scene.steered = true;
  const { width, height } = scene.screen;
  scene.moveTo(zoomAt(scene.camera, { at: { x: width / 2, y: height / 2 }, factor }));
}

function placeButton(
  button: HTMLButtonElement | null,
  { camera, model }: { readonly camera: Camera; readonly model: GraphModel },
): void {
  const placed = model.focusedId === undefined ? undefined : model.layout.byId.get(model.focusedId);
  if (!button) return;
  const { x, y } = placed ? toScreen(camera, placed) : { x: 0, y: 0 };
  const size = placed ?? { width: 24, height: 24 };
  button.style.transform = `translate(${x}px, ${y}px)`;
  button.style.width = `${Math.max(24, size.width * camera.scale)}px`;
  button.style.height = `${Math.max(24, size.height * camera.scale)}px`;
}

function offsetIn({ clientX, clientY }: MouseEvent, element: HTMLElement | null): { x: number; y: number } {
  const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: clientX - left, y: clientY - top };
}
