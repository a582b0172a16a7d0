import type { Point } from '../camera/camera';
import { boundsOf, type Box, type Layout } from '../layout/layout_tree';
import { HOP_LANE } from '../layout/sizes';
import type { HopEdge } from '../model/hop_edges';

/** A file hop as a line in world px: out of one card, along the gap between the rows, into the other. */
export interface PlacedHop {
  readonly edge: HopEdge;
  readonly line: readonly Point[];
  /** The label stands on the middle of the line. */
  readonly label: Point;
  /** Room that the label has along the line. */
  readonly room: number;
}

/** File hops with the lanes that they take above cards. */
export interface DrawnHops {
  readonly edges: readonly HopEdge[];
  readonly laneOf: ReadonlyMap<string, number>;
}

/** Where lines leave and reach a card: near the side that faces the other card. */
const NEAR_END = 0.8;
const NEAR_START = 0.2;
/** Of the lowest lane above the card. */
const RAIL = 12;

export const placeHops = ({ edges, laneOf }: DrawnHops, { byId }: Layout<unknown>): readonly PlacedHop[] =>
  edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from && to ? [placeHop(edge, { from, to, lane: laneOf.get(edge.id) ?? 0 })] : [];
  });

interface Ends {
  readonly from: Box;
  readonly to: Box;
  readonly lane: number;
}

/** Along a lane above the card that it reaches: nothing else lies there. */
function placeHop(edge: HopEdge, { from, to, lane }: Ends): PlacedHop {
  const forward = to.x > from.x;
  const start = from.x + from.width * (forward ? NEAR_END : NEAR_START);
  const end = to.x + to.width * (forward ? NEAR_START : NEAR_END);
  const rail = to.y - RAIL - lane * HOP_LANE;
  const leaves = from.y + from.height <= rail ? from.y + from.height : from.y;
  return {
    edge,
    line: [
      { x: start, y: leaves },
      { x: start, y: rail },
      { x: end, y: rail },
      { x: end, y: to.y },
    ],
    label: { x: (start + end) / 2, y: rail },
    room: Math.max(from.x + from.width, to.x + to.width) - Math.min(from.x, to.x),
  };
}

/** A line and its label touch `view`. */
export function isHopInView({ line, label, room }: PlacedHop, view: Box): boolean {
  const corner = { x: label.x - room / 2, y: label.y, width: room, height: 0 };
  const box = boundsOf([...line.map((point) => ({ ...point, width: 0, height: 0 })), corner]);
  return (
    box.x <= view.x + view.width &&
    box.x + box.width >= view.x &&
    box.y <= view.y + view.height &&
    box.y + box.height >= view.y
  );
}

/** The last drawn of the lines that pass within `near` of a point. */
export const hopAt = (
  hops: readonly PlacedHop[],
  { at, near }: { readonly at: Point; readonly near: number },
): PlacedHop | undefined =>
  [...hops]
    .reverse()
    .find(({ line }) => line.some((point, i) => passes(line[i - 1] ?? point, { point, at, near })));

/** Lines go straight across or straight down, so being near one is being in a box around it. */
const passes = (
  before: Point,
  { point, at, near }: { readonly point: Point; readonly at: Point; readonly near: number },
): boolean =>
  at.x >= Math.min(before.x, point.x) - near &&
  at.x <= Math.max(before.x, point.x) + near &&
  at.y >= Math.min(before.y, point.y) - near &&
  at.y <= Math.max(before.y, point.y) + near;
