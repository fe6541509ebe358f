import type { Geometry, Position } from 'geojson';
import type { Layer } from '../story.ts';
import { crossingOf } from './crossings.ts';
import { pointProblem } from './point.ts';
import { polygonProblems } from './polygon.ts';
import { quote } from './report.ts';
import { areaOf } from './ring.ts';
import { strayProblem } from './stray-point.ts';
import { didYouMean } from './suggest.ts';
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
  /** What is drawn rightly all the same. */
  harmless?: boolean;
}

const depths: Record<string, number> = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };

/** The first problem of each line and ring. Rings may run either way: how they are drawn does not hang on it. */
export function geometryProblems(geometry: Geometry | null, kind: MapKind): Problem[] {
  const wanted = geometryTypes[kind];
  if (!geometry || !wanted.includes(geometry.type))
    return [
      {
        message: `expected ${wanted.join(' or ')}, because the layer is ${kind}, found ${quote(geometry?.type)}`,
        path: ['type'],
        ...typeCure(String(geometry?.type), wanted),
      },
    ];
  const { coordinates } = geometry as { coordinates: unknown };
  const depth = depths[geometry.type] ?? 0;
  const found = depthOf(coordinates);
  if (found && found !== depth + 2) return [depthProblem(geometry.type, depth, found)];
  const problems = linesProblems(coordinates, depth, kind !== 'rivers', ['coordinates']);
  if (kind === 'rivers' || problems.length) return problems;
  const polygons = (geometry.type === 'Polygon' ? [coordinates] : coordinates) as Position[][][];
  return polygons.flatMap((rings, index) => polygonProblems(rings, geometry.type === 'Polygon' ? ['coordinates'] : ['coordinates', index]));
}

/** How many lists stand in one another round the first number, which may be none; null where there is no number. */
function depthOf(value: unknown): number | null {
  if (typeof value === 'number') return 0;
  const inner = Array.isArray(value) ? depthOf(value[0]) : null;
  return inner === null ? null : inner + 1;
}

function depthProblem(type: string, depth: number, found: number): Problem {
  const other = Object.keys(depths).find((name) => depths[name] === found - 2 && /Polygon/.test(name) === /Polygon/.test(type));
  return {
    message: `expected coordinates of a ${type}, in ${depth + 2} pairs of brackets, found ${found}`,
    path: ['coordinates'],
    ...(other ? { cure: `Did you mean "type": "${other}"?` } : {}),
  };
}

function linesProblems(value: unknown, depth: number, rings: boolean, path: Path): Problem[] {
  if (!Array.isArray(value)) return [{ message: `expected a list of coordinates, found ${quote(value)}`, path }];
  if (depth > 0 && !value.length) return [{ message: 'expected coordinates, found an empty list', path }];
  if (depth > 0) return value.flatMap((inner, index) => linesProblems(inner, depth - 1, rings, [...path, index]));
  const problem = lineProblem(value, rings, path);
  return problem ? [problem] : [];
}

function typeCure(found: string, wanted: readonly string[]): { cure?: string } {
  if (found === 'GeometryCollection')
    return { cure: 'Take its geometries out of it: each a feature, or all in one MultiPolygon or MultiLineString.' };
  const meant = wanted.some((type) => type.toLowerCase() === found.toLowerCase()) ? didYouMean(found, wanted) : null;
  return meant ? { cure: meant } : {};
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
  return ring ? (strayProblem(points, path) ?? ringProblem(points, path)) : null;
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

/** Lines and rings of a geometry that is right. */
export function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
