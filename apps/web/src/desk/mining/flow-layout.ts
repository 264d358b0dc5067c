import dagre from '@dagrejs/dagre';
import type { Flow, Move } from './mining-queries';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedActivity extends Point {
  readonly activity: string;
  readonly cases: number;
}

export interface PlacedMove {
  readonly move: Move;
  readonly points: readonly Point[];
  readonly label: Point;
}

/** A flow laid out for reading, in the units of the picture. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly activities: readonly PlacedActivity[];
  readonly moves: readonly PlacedMove[];
}

export const BOX = { width: 168, height: 48 } as const;
const LABEL = { width: 58, height: 20 } as const;
const MARGIN = 14;

/**
 * The commonest moves, `share` (0 to 1) of them; and of each activity the commonest that leads to it, so that nothing hangs in the air.
 * `moves` come with the commonest first.
 */
export function commonest({ moves, start }: Pick<Flow, 'moves' | 'start'>, share: number): Move[] {
  const kept = new Set(moves.slice(0, Math.max(1, Math.ceil(moves.length * share))));
  const reached = new Set(start.map(({ activity }) => activity));
  const shown = new Set([...kept].flatMap(({ from, to }) => [from, to]));
  for (const move of moves) {
    if (move.from === move.to || !shown.has(move.to) || reached.has(move.to)) continue;
    reached.add(move.to);
    kept.add(move);
    shown.add(move.from);
  }
  return moves.filter((move) => kept.has(move));
}

/** Lays a flow out in layers, from left to right or, on narrow pages, from the top down. */
export function layOut({ activities }: Pick<Flow, 'activities'>, moves: readonly Move[], direction: 'LR' | 'TB'): Placed {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: direction, nodesep: 26, ranksep: direction === 'LR' ? 52 : 34, edgesep: 14, marginx: MARGIN, marginy: MARGIN });
  const shown = new Set(moves.flatMap(({ from, to }) => [from, to]));
  const boxes = activities.filter(({ activity }) => shown.has(activity) || moves.length === 0);
  for (const { activity } of boxes) graph.setNode(activity, { ...BOX });
  // The commoner a move, the straighter it is drawn.
  const most = moves[0]?.cases ?? 1;
  for (const { from, to, cases } of moves)
    if (from !== to) graph.setEdge(from, to, { ...LABEL, weight: 1 + Math.round((9 * cases) / most), labelpos: 'c' });
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const placeOf = (activity: string): Point => graph.node(activity) as unknown as Point;
  return {
    width,
    height,
    activities: boxes.map(({ activity, cases }) => ({ activity, cases, x: placeOf(activity).x, y: placeOf(activity).y })),
    moves: moves
      .filter(({ from, to }) => from !== to)
      .map((move) => {
        const edge = graph.edge(move.from, move.to) as unknown as { points: Point[]; x: number; y: number };
        return { move, points: edge.points, label: { x: edge.x, y: edge.y } };
      }),
  };
}

const half = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const text = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A smooth way through the points: straight at its ends, so that the arrow stands right. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${text(first)}`];
  rest.forEach((point, at) => {
    const next = rest[at + 1];
    parts.push(next ? `Q${text(point)} ${text(half(point, next))}` : `L${text(point)}`);
  });
  return parts.join('');
}

/** A way that ends before its arrow's head, and the head's three corners; its size goes with the width of the line. */
export function arrowAlong(points: readonly Point[], width: number): { readonly way: readonly Point[]; readonly head: string } {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return { way: points, head: '' };
  const far = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / far, (tip.y - before.y) / far];
  const [length, side] = [7 + width * 0.7, 3 + width * 0.75];
  const base = { x: tip.x - dx * length, y: tip.y - dy * length };
  const corners = [tip, { x: base.x - dy * side, y: base.y + dx * side }, { x: base.x + dy * side, y: base.y - dx * side }];
  return { way: [...points.slice(0, -1), base], head: corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') };
}
