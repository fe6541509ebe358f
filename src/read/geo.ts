import type { FeatureCollection, Feature as GeoFeature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Bounds } from '../story.ts';
import { checkArcs } from './arcs.ts';
import { unite } from './bounds.ts';
import { checkDeclared } from './declared.ts';
import { geometryProblems, geometryTypes, linesOf, type MapKind, type Problem, rewound } from './geometry.ts';
import { type LocatedJson, parseJson } from './json.ts';
import { windingProblems } from './polygon.ts';
import { type Issue, quote, type Report, type Spot } from './report.ts';
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

type ObjectName = { name: string | null; spot: Spot };

interface KnownMap {
  data: MapData;
  /** Doubts, which are said again each time. */
  issues: Issue[];
}

/** Good maps by their text: the largest files of a story, and those that change least while it is written. */
const known = new WeakMap<SourceText, Map<string, KnownMap>>();

export function readMap(source: SourceText, kind: MapKind, object: ObjectName, report: Report): MapData | null {
  const maps = known.get(source) ?? new Map<string, KnownMap>();
  known.set(source, maps);
  const key = `${kind} ${object.name}`;
  const before = maps.get(key);
  if (before) {
    report.issues.push(...before.issues);
    return before.data;
  }
  const from = report.issues.length;
  const data = checkSize(source, report) && decodeMap(source, kind, object, report);
  if (data) maps.set(key, { data, issues: report.issues.slice(from) });
  return data || null;
}

/** Characters from which a file is slow to draw, and from which it is not read. */
const large = 1e6;
const tooLarge = 2e7;

function checkSize({ text, spot }: SourceText, report: Report): boolean {
  const size = `${(text.length / 1e6).toFixed(1)} MB`;
  const cure =
    'Simplify its lines, keep four decimals, and leave out properties that no layer names: mapshaper in.geojson -simplify 10% keep-shapes -o precision=0.0001 out.geojson';
  if (text.length > tooLarge)
    report.error(spot(0), `expected a map file of at most 1 MB, found ${size}, which is too much to be read`, cure);
  else if (text.length > large)
    report.warning(spot(0), `expected a map file of at most 1 MB, found ${size}, which is slow to read and to draw`, cure);
  return text.length <= tooLarge;
}

function decodeMap(source: SourceText, kind: MapKind, object: ObjectName, report: Report): MapData | null {
  const json = parseJson(source, report);
  if (!json) return null;
  const before = report.issues.length;
  const data =
    isObject(json.value) && json.value.type === 'Topology' ? fromTopology(json, object, report) : fromGeoJson(json, kind, report);
  if (!data || report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  checkFeatures(data, kind, json, report);
  if (!data.topology)
    checkDeclared(
      json,
      data.features.features.map(({ geometry }) => geometry),
      data.path,
      report,
    );
  if (report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  const features = data.features.features.map((item) => ({ ...item, geometry: rewound(item.geometry) }));
  return { features: { ...data.features, features }, topology: data.topology, spot: (index) => json.spot(data.path(index)) };
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
  if (!Array.isArray(topology.arcs)) {
    report.error(json.spot([]), 'expected arcs in the TopoJSON file, found none', 'Write the TopoJSON anew from its source.');
    return null;
  }
  if (chosen.type !== 'GeometryCollection') {
    report.error(json.spot(['objects', name]), `expected a GeometryCollection under ${quote(name)}, found ${quote(chosen.type)}`);
    return null;
  }
  if (!checkArcs(topology, name, json, report)) return null;
  return {
    features: feature(topology, chosen as GeometryCollection),
    path: (index) => ['objects', name, 'geometries', index],
    topology: { ...topology, objects: { [name]: chosen } },
  };
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
    report.error(
      json.spot(collection ? ['features'] : ['type']),
      `expected a FeatureCollection with features, found ${quote(collection ? value.features : value.type)}`,
      didYouMean(
        String(value.type),
        ['FeatureCollection', 'Feature', 'Topology', ...geometryTypes[kind]].filter((type) => type !== value.type),
      ),
    );
    return null;
  }
  const path = (index: number): Path => (collection ? ['features', index] : []);
  const wrong = list.flatMap((item, index) => (isObject(item) && item.type === 'Feature' && isObject(item.geometry) ? [] : [index]));
  for (const index of wrong.slice(0, mostIssues))
    report.error(json.spot(path(index)), `feature ${index + 1}: expected a Feature with a geometry`, 'Leave out what has no geometry.');
  if (wrong.length) return null;
  if (!list.length) report.warning(json.spot(collection ? ['features'] : []), 'expected features, found none, so that nothing is drawn');
  const features: FeatureCollection = {
    type: 'FeatureCollection',
    features: list.map((item: GeoFeature) => ({ ...item, properties: isObject(item.properties) ? item.properties : {} })),
  };
  return { features, path, topology: null };
}

/** More of a kind would bury the others. */
const mostIssues = 3;

function checkFeatures({ features: { features }, path, topology }: Decoded, kind: MapKind, json: LocatedJson, report: Report): void {
  const kinds = new Map<string, { index: number; problem: Problem }[]>();
  features.forEach(({ geometry }, index) => {
    const found = geometryProblems(geometry, kind);
    // Some of the most used maps of the world have an island as a hole, in arcs alone; it is drawn as the island that it is.
    const wrong = topology ? found.filter(({ harmless }) => !harmless) : found;
    for (const problem of topology && !found.length ? filledHoles(geometry) : wrong) {
      // The same but for its numbers.
      const key = problem.message.replace(/[-\d.]+/g, '');
      kinds.set(key, [...(kinds.get(key) ?? []), { index, problem }]);
    }
  });
  for (const alike of kinds.values()) {
    const told = alike.length > mostIssues ? 1 : alike.length;
    const more = alike.length - told;
    for (const { index, problem } of alike.slice(0, told))
      report[problem.mild ? 'warning' : 'error'](
        json.spot([...path(index), 'geometry', ...problem.path]),
        `feature ${index + 1}: ${problem.message}${more ? `; ${more} more places in this file have the same mistake` : ''}`,
        problem.cure ?? null,
      );
  }
}

/** Arcs are drawn as they run, other than GeoJSON’s rings, which are turned. */
function filledHoles(geometry: Geometry): Problem[] {
  if (geometry.type === 'Polygon') return windingProblems(geometry.coordinates, ['coordinates']);
  return geometry.type === 'MultiPolygon'
    ? geometry.coordinates.flatMap((rings, index) => windingProblems(rings, ['coordinates', index]))
    : [];
}

/** Bounds round geometries, over the antimeridian where that is shorter. */
export function boundsOf(features: GeoFeature[]): Bounds | null {
  return unite(features.flatMap(({ geometry }) => boundsOfLines(geometry)));
}

/** By geometry: of a file that has not changed they are known. */
const knownBounds = new WeakMap<GeoFeature['geometry'], Bounds[]>();

function boundsOfLines(geometry: GeoFeature['geometry']): Bounds[] {
  const bounds = knownBounds.get(geometry) ?? linesOf(geometry).map(boundsOfLine);
  knownBounds.set(geometry, bounds);
  return bounds;
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
