import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { LocatedJson } from './json.ts';
import { quote, type Report } from './report.ts';

type Point = readonly [x: number, y: number];

/** Whether the arcs of a TopoJSON file are lines, and its rings and lines are made of arcs that join. */
export function checkArcs(topology: Topology, name: string, json: LocatedJson, report: Report): boolean {
  const arcs: readonly unknown[] = topology.arcs;
  const ends = arcs.map((arc) => endsOf(arc, Boolean(topology.transform)));
  const bad = ends.indexOf(null);
  if (bad >= 0) {
    report.error(
      json.spot(['arcs', bad]),
      `arc ${bad}: expected two points or more, each two numbers, found ${quote(JSON.stringify(arcs[bad]))}`,
      anew,
    );
    return false;
  }
  if (!topology.transform && (ends as [Point, Point][]).some(([[x, y]]) => Math.abs(x) > 360 || Math.abs(y) > 90)) {
    report.error(json.spot(['arcs']), 'expected a transform beside arcs of whole numbers, found none', anew);
    return false;
  }
  const wrong = (topology.objects[name] as GeometryCollection).geometries.flatMap((geometry, index) => {
    const problem = geometryProblem(geometry, ends as [Point, Point][]);
    return problem ? [{ problem, index }] : [];
  });
  for (const { problem, index } of wrong.slice(0, mostIssues))
    report.error(json.spot(['objects', name, 'geometries', index, 'arcs']), `feature ${index + 1}: ${problem}`, anew);
  return !wrong.length;
}

const mostIssues = 3;
const anew = 'Write the TopoJSON anew from its source.';

/** First and last point; null for what is no line. */
function endsOf(arc: unknown, deltas: boolean): [Point, Point] | null {
  const isPoint = (point: unknown): point is Point => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]);
  if (!Array.isArray(arc) || arc.length < 2 || !arc.every(isPoint)) return null;
  const points = arc as Point[];
  const first = points[0] as Point;
  const last = deltas ? points.reduce(([x, y], [dx, dy]): Point => [x + dx, y + dy], [0, 0]) : (points.at(-1) as Point);
  return [first, last];
}

function geometryProblem(geometry: GeometryObject, ends: readonly [Point, Point][]): string | null {
  const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[String(geometry.type)];
  // What else it may be is told of with the other features.
  if (depth === undefined) return null;
  const closed = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const problemIn = (arcs: unknown, level: number): string | null => {
    if (!Array.isArray(arcs)) return `expected a list of arcs, found ${quote(arcs)}`;
    if (level > 0) return arcs.reduce<string | null>((problem, inner) => problem ?? problemIn(inner, level - 1), null);
    return lineProblem(arcs, closed, ends);
  };
  return problemIn((geometry as { arcs?: unknown }).arcs, depth);
}

function lineProblem(arcs: readonly unknown[], closed: boolean, ends: readonly [Point, Point][]): string | null {
  const alien = arcs.find((index) => !Number.isInteger(index) || !ends[indexOf(index as number)]);
  if (alien !== undefined) return `expected arcs of the file, from 0 to ${ends.length - 1}, found ${quote(alien)}`;
  const along = (arcs as number[]).map((index): [Point, Point] => {
    const [start, end] = ends[indexOf(index)] as [Point, Point];
    return index < 0 ? [end, start] : [start, end];
  });
  const gap = along.findIndex(([, end], at) => {
    const next = along[at + 1] ?? (closed ? along[0] : undefined);
    return next !== undefined && !isSame(end, next[0]);
  });
  if (gap < 0) return null;
  return gap === along.length - 1
    ? 'expected a ring that ends where it began'
    : `expected arcs that join, found a gap behind the arc ${arcs[gap]}`;
}

const indexOf = (index: number): number => (index < 0 ? ~index : index);

/** Sums of what is not quantized differ in their last digits. */
const isSame = ([ax, ay]: Point, [bx, by]: Point): boolean => Math.abs(ax - bx) < 1e-9 && Math.abs(ay - by) < 1e-9;
