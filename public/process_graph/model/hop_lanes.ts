import type { ProcessKey } from '../../../common/sysmon/process_guid';
import type { HopEdge } from './hop_edges';
import type { ProcessTree } from './process_tree';

export interface HopLanes {
  /** Lane of each edge above the card it reaches, 0 = nearest. */
  readonly laneOf: ReadonlyMap<string, number>;
  /** How many lanes stand free above a card. */
  readonly above: ReadonlyMap<string, number>;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** More lines above one card share the last lane, so that no row moves far away. */
const MOST_LANES = 4;

/** Gives each file hop a lane of its own above the cards that it passes. The cards of the path lie in one row and share its lanes. */
export function hopLanes(edges: readonly HopEdge[], { byId, path }: ProcessTree): HopLanes {
  const laneOf = new Map<string, number>();
  const above = new Map<string, number>();
  const rows = new Map<string, Span[][]>();
  for (const edge of edges) {
    const span = spanOf(edge, byId);
    const onPath = path.has(edge.to);
    const row = onPath ? 'path' : edge.to;
    const lanes = rows.get(row) ?? [];
    rows.set(row, lanes);
    const lane = freeLane(lanes, span);
    laneOf.set(edge.id, lane);
    const passed = onPath ? [...path].filter((id) => isWithin(byId.get(id)?.depth, span)) : [edge.to];
    for (const id of passed) above.set(id, Math.max(above.get(id) ?? 0, lane + 1));
  }
  return { laneOf, above };
}

function spanOf({ from, to }: HopEdge, byId: ProcessTree['byId']): Span {
  const ends = [from, to].map((id: ProcessKey) => byId.get(id)?.depth ?? 0);
  return { first: Math.min(...ends), last: Math.max(...ends) };
}

function freeLane(lanes: Span[][], span: Span): number {
  const free = lanes.findIndex((taken) =>
    taken.every((one) => one.last < span.first || one.first > span.last),
  );
  const lane = Math.min(free < 0 ? lanes.length : free, MOST_LANES - 1);
  (lanes[lane] ??= []).push(span);
  return lane;
}

const isWithin = (depth: number | undefined, { first, last }: Span): boolean =>
  depth !== undefined && depth >= first && depth <= last;
