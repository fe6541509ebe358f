import type { Geometry, Position } from 'geojson';
import type { Layer } from '../story.ts';
import { crossingOf } from './crossings.ts';
import { quote } from './report.ts';
import type { Path } from './yaml.ts';

export type MapKind = Layer['kind'];

export const geometryTypes: Record<MapKind, string[]> = {
  areas: ['Polygon', 'MultiPolygon'],
  water: ['Polygon', 'MultiPolygon'],
  rivers: ['LineString', 'MultiLineString'],
};

/** What is wrong with a geometry, and where in it. */
export interface Problem {
  message: string;
  path: Path;
  cure?: string;
  /** What can be drawn all the same. */
  mild?: boolean;
}

const depths: Record<string, number> = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };

/** The first problem of each line and ring. Rings may run either way: how they are drawn does not hang on it. */
export function geometryProblems(geometry: Geometry | null, kind: MapKind): Problem[] {
  const wanted = geometryTypes[kind];
  if (!geometry || !wanted.includes(geometry.type))
    return [{ message: `expected ${wanted.join(' or ')}, because the layer is ${kind}, found ${quote(geometry?.type)}`, path: ['type'] }];
  const { coordinates } = geometry as { coordinates: unknown };
  return linesProblems(coordinates, depths[geometry.type] ?? 0, kind !== 'rivers', ['coordinates']);
}

function linesProblems(value: unknown, depth: number, rings: boolean, path: Path): Problem[] {
  if (!Array.isArray(value)) return [{ message: `expected a list of coordinates, found ${quote(value)}`, path }];
  if (depth > 0 && !value.length) return [{ message: 'expected coordinates, found an empty list', path }];
  if (depth > 0) return value.flatMap((inner, index) => linesProblems(inner, depth - 1, rings, [...path, index]));
  const problem = lineProblem(value, rings, path);
  return problem ? [problem] : [];
}

function lineProblem(line: unknown[], ring: boolean, path: Path): Problem | null {
  const least = ring ? 4 : 2;
  for (let index = 0; index < line.length; index++) {
    const problem = pointProblem(line[index], [...path, index]);
    if (problem) return problem;
  }
  const points = line as Position[];
  const [first = [], last = []] = [points[0], points.at(-1)];
  const closed = first[0] === last[0] && first[1] === last[1];
  if (ring && points.length > 2 && !closed)
    return { message: 'expected a ring that ends where it began', path, cure: 'Repeat the first point at the end.' };
  if (line.length < least) return { message: `expected at least ${least} points, found ${line.length}`, path };
  return ring ? ringProblem(points, path) : null;
}

function ringProblem(ring: Position[], path: Path): Problem | null {
  const crossing = crossingOf(ring);
  if (crossing) {
    const [lon, lat] = crossing.at.map((value) => Number(value.toFixed(4)));
    return {
      message: `expected a ring that does not cross itself, found one that does at [${lon}, ${lat}]`,
      path: [...path, crossing.index],
      cure: 'Its inside is drawn wrongly there: put its points in order, or repair the file, in mapshaper by -clean.',
      mild: true,
    };
  }
  if (areaOf(ring) !== 0) return null;
  return { message: 'expected a ring with an area, found one whose points lie on one line', path, mild: true };
}

/**
 * Outlines counterclockwise and holes clockwise, as RFC 7946 has them. Many programs write them otherwise, and SVG fills a hole
 * that runs as its outline does.
 */
export function rewound<T extends Geometry>(geometry: T): T {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: rewoundRings(geometry.coordinates) };
  return geometry.type === 'MultiPolygon' ? { ...geometry, coordinates: geometry.coordinates.map(rewoundRings) } : geometry;
}

function rewoundRings(rings: Position[][]): Position[][] {
  return rings.map((ring, index) => ((index === 0) === areaOf(ring) >= 0 ? ring : ring.toReversed()));
}

/** Square degrees of a plane, negative where the ring runs clockwise. */
function areaOf(ring: Position[]): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[index - 1] ?? [], ring[index] ?? []];
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}

function pointProblem(point: unknown, path: Path): Problem | null {
  if (!Array.isArray(point) || typeof point[0] !== 'number' || typeof point[1] !== 'number')
    return { message: `expected [longitude, latitude], found ${Array.isArray(point) ? quote(JSON.stringify(point)) : quote(point)}`, path };
  const [lon, lat] = point;
  const swapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  if (swapped)
    return {
      message: `expected [longitude, latitude], found [${lon}, ${lat}], which looks swapped`,
      path,
      cure: `Did you mean [${lat}, ${lon}]?`,
    };
  if (Math.abs(lat) > 90.001)
    return { message: `expected a latitude from -90 to 90, found ${lat}`, path, cure: 'Coordinates are degrees (WGS 84), not metres.' };
  if (Math.abs(lon) > 180.001)
    return { message: `expected a longitude from -180 to 180, found ${lon}`, path, cure: 'Coordinates are degrees (WGS 84), not metres.' };
  return null;
}

/** Lines and rings of a geometry that is right. */
export function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
