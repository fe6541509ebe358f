import type { FeatureCollection, Feature as GeoFeature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Bounds, Layer } from '../story.ts';
import { unite } from './bounds.ts';
import { type LocatedJson, parseJson } from './json.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';
import type { SourceText } from './text.ts';
import type { Path } from './yaml.ts';

/** A map file: its features in longitude and latitude and, of TopoJSON, the topology of its one object, from which borders are drawn. */
export interface MapData {
  features: FeatureCollection;
  topology: Topology | null;
  /** Of a feature. */
  spot(index: number): Spot;
}

export type MapKind = Layer['kind'];

const geometryTypes: Record<MapKind, string[]> = {
  areas: ['Polygon', 'MultiPolygon'],
  water: ['Polygon', 'MultiPolygon'],
  rivers: ['LineString', 'MultiLineString'],
};

type ObjectName = { name: string | null; spot: Spot };

/** Good maps by their text: the largest files of a story, and those that change least while it is written. */
const known = new WeakMap<SourceText, Map<string, MapData>>();

export function readMap(source: SourceText, kind: MapKind, object: ObjectName, report: Report): MapData | null {
  const maps = known.get(source) ?? new Map<string, MapData>();
  known.set(source, maps);
  const key = `${kind} ${object.name}`;
  const data = maps.get(key) ?? decodeMap(source, kind, object, report);
  if (data) maps.set(key, data);
  return data;
}

function decodeMap(source: SourceText, kind: MapKind, object: ObjectName, report: Report): MapData | null {
  const json = parseJson(source, report);
  if (!json) return null;
  const before = report.issues.length;
  const data =
    isObject(json.value) && json.value.type === 'Topology' ? fromTopology(json, object, report) : fromGeoJson(json, kind, report);
  if (!data || report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  checkFeatures(data.features, data.path, kind, json, report);
  if (report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  return { features: data.features, topology: data.topology, spot: (index) => json.spot(data.path(index)) };
}

interface Decoded {
  features: FeatureCollection;
  /** Where in the file a feature stands. */
  path(index: number): Path;
  topology: Topology | null;
}

function fromTopology(json: LocatedJson, object: ObjectName, report: Report): Decoded | null {
  const topology = json.value as unknown as Topology;
  const names = isObject(topology.objects) ? Object.keys(topology.objects) : [];
  const name = object.name ?? (names.length === 1 ? names[0] : undefined);
  const chosen = name !== undefined && names.includes(name) ? topology.objects[name] : undefined;
  if (name === undefined || !chosen) {
    report.error(
      object.spot,
      `expected object: with one of ${names.map(quote).join(', ') || 'the objects of the file, which has none'}, found ${quote(name)}`,
      name ? didYouMean(name, names) : null,
    );
    return null;
  }
  if (!Array.isArray(topology.arcs) || chosen.type !== 'GeometryCollection') {
    report.error(json.spot(['objects', name]), 'expected a topology with arcs and a GeometryCollection');
    return null;
  }
  const one = { ...topology, objects: { [name]: chosen } };
  try {
    return {
      features: feature(topology, chosen as GeometryCollection),
      path: (index) => ['objects', name, 'geometries', index],
      topology: one,
    };
  } catch {
    report.error(
      json.spot(['objects', name]),
      'expected geometries whose arcs the file holds, found one that refers to others',
      'Write the TopoJSON anew from its source.',
    );
    return null;
  }
}

function fromGeoJson(json: LocatedJson, kind: MapKind, report: Report): Decoded | null {
  const { value } = json;
  if (!isObject(value)) {
    report.error(json.spot([]), `expected GeoJSON or TopoJSON, found ${quote(value)}`);
    return null;
  }
  const collection = value.type === 'FeatureCollection';
  const list = collection
    ? value.features
    : value.type === 'Feature'
      ? [value]
      : geometryTypes[kind].includes(String(value.type))
        ? [{ type: 'Feature', properties: {}, geometry: value }]
        : null;
  if (!Array.isArray(list)) {
    report.error(json.spot(collection ? ['features'] : ['type']), `expected a FeatureCollection with features, found ${quote(value.type)}`);
    return null;
  }
  const path = (index: number): Path => (collection ? ['features', index] : []);
  const wrong = list.findIndex((item) => !isObject(item) || item.type !== 'Feature' || !isObject(item.geometry));
  if (wrong >= 0) {
    report.error(json.spot(path(wrong)), 'expected a Feature with a geometry');
    return null;
  }
  const features: FeatureCollection = {
    type: 'FeatureCollection',
    features: list.map((item: GeoFeature) => ({ ...item, properties: isObject(item.properties) ? item.properties : {} })),
  };
  return { features, path, topology: null };
}

/** More of a kind would bury the others. */
const mostIssues = 8;

function checkFeatures(
  { features }: FeatureCollection,
  path: (index: number) => Path,
  kind: MapKind,
  json: LocatedJson,
  report: Report,
): void {
  let found = 0;
  features.forEach((item, index) => {
    const problem = geometryProblem(item.geometry, kind);
    if (!problem || ++found > mostIssues) return;
    report.error(
      json.spot([...path(index), 'geometry', ...problem.path]),
      `feature ${index + 1}: ${problem.message}`,
      problem.cure ?? null,
    );
  });
  const first = features[0];
  if (found > mostIssues && first) report.error(json.spot([]), `${found - mostIssues} more features have such mistakes`);
}

interface Problem {
  message: string;
  path: Path;
  cure?: string;
}

function geometryProblem(geometry: Geometry | null, kind: MapKind): Problem | null {
  const wanted = geometryTypes[kind];
  if (!geometry || !wanted.includes(geometry.type))
    return { message: `expected ${wanted.join(' or ')}, because the layer is ${kind}, found ${quote(geometry?.type)}`, path: ['type'] };
  const { coordinates } = geometry as { coordinates: unknown };
  const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[geometry.type as 'Polygon'];
  return linesProblem(coordinates, depth, kind !== 'rivers', ['coordinates']);
}

function linesProblem(value: unknown, depth: number, rings: boolean, path: Path): Problem | null {
  if (!Array.isArray(value)) return { message: `expected a list of coordinates, found ${quote(value)}`, path };
  if (depth === 0) return lineProblem(value, rings, path);
  for (let index = 0; index < value.length; index++) {
    const problem = linesProblem(value[index], depth - 1, rings, [...path, index]);
    if (problem) return problem;
  }
  return null;
}

function lineProblem(line: unknown[], ring: boolean, path: Path): Problem | null {
  const least = ring ? 4 : 2;
  if (line.length < least) return { message: `expected at least ${least} points, found ${line.length}`, path };
  for (let index = 0; index < line.length; index++) {
    const problem = pointProblem(line[index], [...path, index]);
    if (problem) return problem;
  }
  const [first, last] = [line[0], line.at(-1)] as [Position, Position];
  if (ring && (first[0] !== last[0] || first[1] !== last[1]))
    return { message: 'expected a ring that ends where it began', path, cure: 'Repeat the first point at the end.' };
  return null;
}

function pointProblem(point: unknown, path: Path): Problem | null {
  if (!Array.isArray(point) || typeof point[0] !== 'number' || typeof point[1] !== 'number')
    return { message: `expected [longitude, latitude], found ${quote(point)}`, path };
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

/** Bounds round geometries, over the antimeridian where that is shorter. */
export function boundsOf(features: GeoFeature[]): Bounds | null {
  return unite(features.flatMap(({ geometry }) => linesOf(geometry)).map(boundsOfLine));
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function boundsOfLine(line: Position[]): Bounds {
  const bounds: Bounds = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of line) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
