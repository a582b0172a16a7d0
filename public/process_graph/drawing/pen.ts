import type { ZoomLevel } from '../camera/zoom_level';
import type { Card } from '../model/card';
import type { HopEdge } from '../model/hop_edges';
import type { TreeNode } from '../model/process_tree';
import type { TextFitter } from './fit_text';
import type { GraphColors } from './graph_colors';

/** What every drawing function gets: where to draw, how, and what is marked. World coordinates. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly fitter: TextFitter;
  readonly colors: GraphColors;
  readonly level: ZoomLevel;
  readonly scale: number;
  readonly marks: Marks;
}

export interface Marks {
  readonly path: ReadonlySet<string>;
  readonly originId?: string;
  readonly selectedId?: string;
  /** Ids of the matches of "find"; undefined when nothing is looked for. */
  readonly matches?: ReadonlySet<string>;
  readonly cardOf: (node: TreeNode) => Card;
  readonly moreText: (count: number) => string;
  /** Name of the file in the middle of its line. */
  readonly hopText: (edge: HopEdge) => string;
  /** Line above each tree of a forest. */
  readonly rootText?: (node: TreeNode) => string;
}

export const isDimmed = ({ marks }: Pen, id: string): boolean =>
  marks.matches !== undefined && !marks.matches.has(id);

interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly font: string;
  readonly color: string;
}

/** Draws a text that is cut in the middle to its width; returns the width it took. */
export function drawText(
  { context, fitter }: Pen,
  text: string,
  { x, y, width, font, color }: TextAt,
): number {
  context.font = font;
  context.fillStyle = color;
  const cut = fitter.fit(text, width);
  context.fillText(cut, x, y);
  return context.measureText(cut).width;
}

export function roundRect(
  context: CanvasRenderingContext2D,
  { x, y, width, height, radius }: { x: number; y: number; width: number; height: number; radius: number },
): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arcTo(x + width, y, x + width, y + height, radius);
  context.arcTo(x + width, y + height, x, y + height, radius);
  context.arcTo(x, y + height, x, y, radius);
  context.arcTo(x, y, x + width, y, radius);
  context.closePath();
}
