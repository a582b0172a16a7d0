import type { Box } from '../layout/layout_tree';

/** screen = world * scale + (x, y). Pure numbers; d3-zoom's transform has the same three. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const MIN_SCALE = 0.02;
export const MAX_SCALE = 2.5;
const MARGIN = 24;

export const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));

export const toScreen = ({ x, y, scale }: Camera, point: Point): Point => ({
  x: point.x * scale + x,
  y: point.y * scale + y,
});
export const toWorld = ({ x, y, scale }: Camera, point: Point): Point => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
});

/** The part of the world that the screen shows. */
export function viewOf(camera: Camera, { width, height }: Size): Box {
  const { x, y } = toWorld(camera, { x: 0, y: 0 });
  return { x, y, width: width / camera.scale, height: height / camera.scale };
}

export const panBy = (camera: Camera, { x, y }: Point): Camera => ({
  ...camera,
  x: camera.x + x,
  y: camera.y + y,
});

/** Zooms so that the world under `at` (screen) stays under it. */
export function zoomAt(
  camera: Camera,
  { at, factor }: { readonly at: Point; readonly factor: number },
): Camera {
  const scale = clampScale(camera.scale * factor);
  const ratio = scale / camera.scale;
  return { scale, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio };
}

/** Shows all of `box`, never larger than life. */
export function fit(box: Box, screen: Size): Camera {
  const room = {
    width: Math.max(1, screen.width - 2 * MARGIN),
    height: Math.max(1, screen.height - 2 * MARGIN),
  };
  const scale = clampScale(
    Math.min(1, room.width / Math.max(1, box.width), room.height / Math.max(1, box.height)),
  );
  return {
    scale,
    x: screen.width / 2 - (box.x + box.width / 2) * scale,
    y: screen.height / 2 - (box.y + box.height / 2) * scale,
  };
}

/** The first picture: all of it where names stay readable, else the origin at reading size with its surroundings. */
export function firstCamera({
  bounds,
  focus,
  screen,
}: {
  readonly bounds: Box;
  readonly focus?: Box;
  readonly screen: Size;
}): Camera {
  const all = fit(bounds, screen);
  if (all.scale >= OVERVIEW) return all;
  const scale = all.scale >= NEARLY ? OVERVIEW : READING;
  const at = focus ?? { x: bounds.x, y: bounds.y, width: 0, height: 0 };
  // A third of the screen to the right of the origin's left edge shows ancestors as well as descendants.
  const x = focus ? screen.width * 0.55 - at.x * scale : MARGIN - at.x * scale;
  const y = focus ? screen.height / 2 - (at.y + at.height / 2) * scale : MARGIN - at.y * scale;
  return keepInside({ scale, x, y }, { bounds, screen });
}

/** The smallest scale at which compact cards still name their programs: seeing the whole story is worth more than its details. */
const OVERVIEW = 0.35;
/** Down to here nearly everything is seen at the scale of the overview. */
const NEARLY = 0.27;
const READING = 0.9;

/** Moves the camera no further than needed so that no side shows more emptiness than the margin while the other side is cut off. */
function keepInside(
  camera: Camera,
  { bounds, screen }: { readonly bounds: Box; readonly screen: Size },
): Camera {
  const axis = (
    offset: number,
    { start, length, room }: { start: number; length: number; room: number },
  ): number => {
    const size = length * camera.scale;
    if (size <= room) return (room - size) / 2 - start * camera.scale;
    const most = MARGIN - start * camera.scale;
    const least = room - MARGIN - size - start * camera.scale;
    return Math.min(most, Math.max(least, offset));
  };
  return {
    ...camera,
    x: axis(camera.x, { start: bounds.x, length: bounds.width, room: screen.width }),
    y: axis(camera.y, { start: bounds.y, length: bounds.height, room: screen.height }),
  };
}

/** Moves as little as needed to have `box` on the screen. */
export function bringIntoView(
  camera: Camera,
  { box, screen }: { readonly box: Box; readonly screen: Size },
): Camera {
  const start = toScreen(camera, box);
  const end = toScreen(camera, { x: box.x + box.width, y: box.y + box.height });
  return panBy(camera, { x: nudge(start.x, end.x, screen.width), y: nudge(start.y, end.y, screen.height) });
}

function nudge(start: number, end: number, room: number): number {
  if (start >= MARGIN && end <= room - MARGIN) return 0;
  if (end - start > room - 2 * MARGIN || start < MARGIN) return MARGIN - start;
  return room - MARGIN - end;
}

/** After a new layout: the same node stays where it was on the screen. */
export const keepInPlace = (
  camera: Camera,
  { before, after }: { readonly before: Point; readonly after: Point },
): Camera =>
  panBy(camera, { x: (before.x - after.x) * camera.scale, y: (before.y - after.y) * camera.scale });
