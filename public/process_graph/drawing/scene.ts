import { attachZoom, type ZoomHandle } from '../camera/attach_zoom';
import { toWorld, type Camera, type Point, type Size } from '../camera/camera';
import { zoomLevel, type ZoomLevel } from '../camera/zoom_level';
import { nodeAt } from '../layout/in_view';
import type { Layout, Placed } from '../layout/layout_tree';
import { shownChildren } from '../model/opened';
import type { VisibleNode } from '../model/visible_tree';
import type { HopEdge } from '../model/hop_edges';
import { drawGraph, EXPANDER } from './draw_graph';
import { hopAt, placeHops, type DrawnHops, type PlacedHop } from './hop_route';
import { TextFitter } from './fit_text';
import type { GraphColors } from './graph_colors';
import type { Marks } from './pen';

export interface SceneInput {
  readonly layout: Layout<VisibleNode>;
  readonly hops: DrawnHops;
  readonly colors: GraphColors;
  readonly marks: Marks;
}

export interface Hit {
  readonly placed: Placed<VisibleNode>;
  /** The `+n` beside the card, not the card. */
  readonly expander: boolean;
}

interface SceneOptions {
  readonly canvas: HTMLCanvasElement;
  readonly container: HTMLElement;
  /** After each picture, for what lies over the canvas. */
  readonly onDrawn: (camera: Camera) => void;
  readonly onMovedByHand: (camera: Camera) => void;
}

/** The living canvas: holds the camera, draws at most once per frame, and knows what lies under the mouse. Knows nothing of React. */
export class Scene {
  camera: Camera = { x: 0, y: 0, scale: 1 };
  /** A person has moved it: a later picture of the same keeps the place. */
  steered = false;
  private input: SceneInput | undefined;
  private hops: readonly PlacedHop[] = [];
  private level: ZoomLevel | undefined;
  private frame: number | undefined;
  private readonly context: CanvasRenderingContext2D | null;
  private readonly fitter: TextFitter | undefined;
  private readonly zoom: ZoomHandle;

  constructor(private readonly options: SceneOptions) {
    this.context = options.canvas.getContext('2d');
    this.fitter = this.context ? new TextFitter(this.context) : undefined;
    this.zoom = attachZoom(options.container, {
      onMove: (camera, byHand) => {
        this.camera = camera;
        this.requestDraw();
        if (!byHand) return;
        this.steered = true;
        options.onMovedByHand(camera);
      },
    });
  }

  get screen(): Size {
    const { clientWidth, clientHeight } = this.options.container;
    return { width: clientWidth, height: clientHeight };
  }

  show(input: SceneInput): void {
    this.input = input;
    this.hops = placeHops(input.hops, input.layout);
    this.requestDraw();
  }

  moveTo(camera: Camera): void {
    this.zoom.set(camera);
  }

  /** What lies under a point of the screen (CSS px from the corner of the canvas). */
  hit(point: Point): Hit | undefined {
    if (!this.input) return undefined;
    const world = toWorld(this.camera, point);
    const placed = nodeAt(this.input.layout, world);
    if (placed) return { placed, expander: false };
    const beside = nodeAt(this.input.layout, { x: world.x - EXPANDER.gap - EXPANDER.width, y: world.y });
    const closed =
      beside?.node.kind === 'process' &&
      beside.node.node.children.length > 0 &&
      shownChildren(beside.node) === 0;
    return beside && closed ? { placed: beside, expander: true } : undefined;
  }

  /** The file hops whose line or label lies under a point of the screen. */
  hopAt(point: Point): HopEdge | undefined {
    const near = 5 / this.camera.scale;
    return hopAt(this.hops, { at: toWorld(this.camera, point), near })?.edge;
  }

  requestDraw(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  dispose(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.zoom.detach();
  }

  private draw(): void {
    const { context, fitter, input, screen } = this;
    this.options.onDrawn(this.camera);
    if (!context || !fitter || !input) return;
    const ratio = window.devicePixelRatio || 1;
    fitCanvas(this.options.canvas, { screen, ratio });
    this.level = zoomLevel(this.camera.scale, this.level);
    const { scale } = this.camera;
    drawGraph(
      { context, fitter, colors: input.colors, marks: input.marks, level: this.level, scale },
      { layout: input.layout, hops: this.hops, camera: this.camera, screen, ratio },
    );
  }
}

/** As many pixels as the screen has; setting the size clears the canvas, so only when it changed. */
function fitCanvas(
  canvas: HTMLCanvasElement,
  { screen, ratio }: { readonly screen: Size; readonly ratio: number },
): void {
  const width = Math.round(screen.width * ratio);
  const height = Math.round(screen.height * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
