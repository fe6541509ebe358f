import type { Position } from 'geojson';
import { crossingBetween } from './crossings.ts';
import type { Problem } from './geometry.ts';
import { areaOf, boxOf } from './ring.ts';
import type { Path } from './yaml.ts';

type Ring = readonly Position[];

/**
 * What is wrong between the rings of one polygon, each of which is right by itself: holes that cross their outline or another
 * hole, lie outside the one or inside the other. Each hole is told of once.
 */
export function polygonProblems(rings: readonly Ring[], path: Path): Problem[] {
  const [outline, ...holes] = rings;
  if (!outline) return [];
  return holes.flatMap((hole, index): Problem[] => {
    const problem = holeProblem(hole, outline, holes.slice(0, index));
    return problem ? [{ ...problem, path: [...path, index + 1, ...problem.path], mild: true }] : [];
  });
}

/** Holes that run as their outlines do, where rings are drawn as they are: such a hole is filled. */
export function windingProblems(rings: readonly Ring[], path: Path): Problem[] {
  const [outline = [], ...holes] = rings;
  const filled = holes.flatMap((hole, index) =>
    areaOf(hole) * areaOf(outline) > 0 && sideOf(hole, outline) === 'inside' ? [[...path, index + 1]] : [],
  );
  return filled.map((at) => ({
    message: 'expected a hole that runs the other way than its outline, found one that runs the same way',
    path: at,
    cure: 'It is filled as it is: write the TopoJSON anew from its source.',
    mild: true,
  }));
}

function holeProblem(hole: Ring, outline: Ring, before: readonly Ring[]): Problem | null {
  const out = crossed(outline, hole, 'its outline');
  if (out) return out;
  const side = sideOf(hole, outline);
  if (side === 'same')
    return { message: 'expected a hole inside its outline, found the outline again', path: [], cure: 'Leave out one of the two.' };
  if (side === 'outside')
    return {
      message: 'expected a hole inside its outline, found one outside of it',
      path: [],
      harmless: true,
      cure: 'A part of its own is a polygon of a MultiPolygon: [[[outline]], [[other outline]]].',
    };
  for (const other of before.filter((one) => touches(one, hole))) {
    const across = crossed(other, hole, 'another hole');
    if (across) return across;
    if (sideOf(hole, other) !== 'outside' || sideOf(other, hole) !== 'outside')
      return {
        message: 'expected holes beside one another, found one inside another',
        path: [],
        cure: 'An island in a lake is a polygon of its own.',
      };
  }
  return null;
}

function crossed(ring: Ring, hole: Ring, what: string): Problem | null {
  const crossing = touches(ring, hole) ? crossingBetween(ring, hole) : null;
  if (!crossing) return null;
  const [lon, lat] = crossing.at.map((value) => Number(value.toFixed(4)));
  return {
    message: `expected a hole that does not cross ${what}, found one that does at [${lon}, ${lat}]`,
    path: [crossing.index],
    cure: 'Its inside is drawn wrongly there: repair the file, in mapshaper by -clean.',
  };
}

function touches(a: Ring, b: Ring): boolean {
  const [p, q] = [boxOf(a), boxOf(b)];
  return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
}

/** Where a ring lies that does not cross another; `same` where every point of it lies on the other. */
function sideOf(ring: Ring, other: Ring): 'inside' | 'outside' | 'same' {
  if (!touches(ring, other)) return 'outside';
  for (const points of [ring, middles(ring)])
    for (const point of points) {
      const side = sideOfPoint(point, other);
      if (side !== 'on') return side;
    }
  return 'same';
}

const middles = (ring: Ring): Position[] =>
  ring.slice(1).map(([x = 0, y = 0], index) => [(x + (ring[index]?.[0] ?? 0)) / 2, (y + (ring[index]?.[1] ?? 0)) / 2]);

/** Degrees within which a point lies on a line. */
const near = 1e-9;

function sideOfPoint([x = 0, y = 0]: Position, ring: Ring): 'inside' | 'outside' | 'on' {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[index - 1] ?? [], ring[index] ?? []];
    const across = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const within =
      Math.min(ax, bx) - near <= x && x <= Math.max(ax, bx) + near && Math.min(ay, by) - near <= y && y <= Math.max(ay, by) + near;
    if (within && Math.abs(across) <= near * Math.hypot(bx - ax, by - ay)) return 'on';
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}
