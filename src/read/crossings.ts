import type { Position } from 'geojson';
import { type Box, boxOf } from './ring.ts';

/** Where two lines cross. */
export interface Crossing {
  at: [lon: number, lat: number];
  /** Index of the point at which the later of the two segments begins; of the second line, where there are two. */
  index: number;
}

/** Boxes compared before a file counts as too entangled to be told of. */
const mostComparisons = 3e6;

/** Segments to a leaf. */
const leaf = 8;

/**
 * The first place where a ring crosses itself; null for none. Segments of a ring are in order, so boxes round runs of them form
 * a tree, and only runs whose boxes overlap are compared: about n log n for a coast. Touching in a point is no crossing.
 */
export function crossingOf(ring: readonly Position[]): Crossing | null {
  const tree = createTree(ring);
  const search = createSearch(ring, ring);
  const within = (node: Run) => {
    if (!node.halves) search.compare(node, node);
    else {
      within(node.halves[0]);
      within(node.halves[1]);
      search.between(node.halves[0], node.halves[1]);
    }
  };
  if (tree) within(tree);
  return search.found();
}

/** The first place where the second ring crosses the first; null for none. */
export function crossingBetween(first: readonly Position[], second: readonly Position[]): Crossing | null {
  const [a, b] = [createTree(first), createTree(second)];
  const search = createSearch(first, second);
  if (a && b) search.between(a, b);
  return search.found();
}

interface Search {
  /** All segments of a run of the first line with all of one of the second. */
  compare(a: Run, b: Run): void;
  /** The same for runs that are too long, by their halves. */
  between(a: Run, b: Run): void;
  /** The crossing with the least index. */
  found(): Crossing | null;
}

function createSearch(first: readonly Position[], second: readonly Position[]): Search {
  const itself = first === second;
  let left = mostComparisons;
  let found: Crossing | null = null;
  const compare = (a: Run, b: Run) => {
    for (let i = a.start; i < a.end; i++)
      for (let j = itself ? Math.max(i + 2, b.start) : b.start; j < b.end; j++) {
        if (found && j >= found.index) break;
        const at = meeting(first[i], first[i + 1], second[j], second[j + 1]);
        if (at) found = { at, index: j };
      }
  };
  const between = (a: Run, b: Run) => {
    if (left-- < 0 || !overlap(a.box, b.box)) return;
    if (!a.halves && !b.halves) compare(a, b);
    else if (a.halves && (!b.halves || a.end - a.start >= b.end - b.start)) for (const half of a.halves) between(half, b);
    else for (const half of b.halves ?? []) between(a, half);
  };
  return { compare, between, found: () => found };
}

/** Segments from start to before end. */
interface Run {
  start: number;
  end: number;
  box: Box;
  halves: [Run, Run] | null;
}

function createTree(ring: readonly Position[]): Run | null {
  const run = (start: number, end: number): Run => {
    if (end - start <= leaf) return { start, end, box: boxOf(ring, start, end), halves: null };
    const middle = (start + end) >> 1;
    const halves: [Run, Run] = [run(start, middle), run(middle, end)];
    return { start, end, box: unite(halves[0].box, halves[1].box), halves };
  };
  return ring.length > 3 ? run(0, ring.length - 1) : null;
}

const unite = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Where two segments cross between their ends. */
function meeting(a: Position = [], b: Position = [], c: Position = [], d: Position = []): [number, number] | null {
  const [ax = 0, ay = 0] = a;
  const [cx = 0, cy = 0] = c;
  const [ux, uy] = [(b[0] ?? 0) - ax, (b[1] ?? 0) - ay];
  const [vx, vy] = [(d[0] ?? 0) - cx, (d[1] ?? 0) - cy];
  const cross = ux * vy - uy * vx;
  if (cross === 0) return null;
  const s = ((cx - ax) * vy - (cy - ay) * vx) / cross;
  const t = ((cx - ax) * uy - (cy - ay) * ux) / cross;
  // Ends that touch are met within the precision of the numbers.
  const inside = (share: number) => share > 1e-6 && share < 1 - 1e-6;
  return inside(s) && inside(t) ? [ax + s * ux, ay + s * uy] : null;
}
