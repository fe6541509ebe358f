import type { Geometry } from 'geojson';
import type { LocatedJson } from './json.ts';
import { quote, type Report } from './report.ts';
import type { Path } from './yaml.ts';

/** What a GeoJSON file says of itself beside its features: its reference system, which must be WGS 84, and its bounds. */
export function checkDeclared(json: LocatedJson, features: readonly Geometry[], path: (index: number) => Path, report: Report): void {
  const file = json.value as Record<string, unknown>;
  const system = systemOf(file.crs);
  if (system && !/(CRS84|EPSG:+4326|WGS ?84)$/i.test(system))
    report.error(
      json.spot(['crs']),
      `expected longitude and latitude (WGS 84), found the reference system ${quote(system)}`,
      'Project the file anew, in mapshaper by -proj wgs84.',
    );
  const own = boundsOf(file.bbox);
  const collection = file.type === 'FeatureCollection' ? (file.features as { bbox?: unknown }[]) : [];
  // Of the file's own, the first place is enough: most likely it is the bbox that is wrong.
  let told = false;
  features.forEach((geometry, index) => {
    const given = boundsOf(collection[index]?.bbox);
    if (given) checkInside(geometry, given, 'bbox', json, path(index), report);
    else if (!told) told = checkInside(geometry, own, 'bbox of the file', json, path(index), report);
  });
}

function systemOf(crs: unknown): string | null {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  return typeof name === 'string' ? name : null;
}

type Box = [west: number, south: number, east: number, north: number];

/** Of two or three dimensions; null where it is none or crosses the antimeridian, which is not compared. */
function boundsOf(bbox: unknown): Box | null {
  if (!Array.isArray(bbox) || !bbox.every((value) => typeof value === 'number')) return null;
  const box = bbox.length === 4 ? bbox : bbox.length === 6 ? [bbox[0], bbox[1], bbox[3], bbox[4]] : null;
  return box && Number(box[0]) <= Number(box[2]) ? (box as Box) : null;
}

/** Bounds are often written rounded. */
const slackDegrees = 0.01;

function checkInside(geometry: Geometry, box: Box | null, name: string, json: LocatedJson, path: Path, report: Report): boolean {
  if (!box) return false;
  const [west, south, east, north] = box;
  const outside = firstPoint((geometry as { coordinates: unknown }).coordinates, ([lon, lat]) => {
    return lon < west - slackDegrees || lon > east + slackDegrees || lat < south - slackDegrees || lat > north + slackDegrees;
  });
  if (outside)
    report.warning(
      json.spot([...path, 'geometry', 'coordinates', ...outside.path]),
      `expected coordinates inside the ${name}, [${box.join(', ')}], found [${outside.point.join(', ')}]`,
      'Either the point or the bbox is wrong.',
    );
  return outside !== null;
}

type Point = [lon: number, lat: number];

function firstPoint(value: unknown, is: (point: Point) => boolean, path: number[] = []): { point: Point; path: number[] } | null {
  if (!Array.isArray(value)) return null;
  if (typeof value[0] === 'number') return is(value as Point) ? { point: [value[0], Number(value[1])], path } : null;
  for (let index = 0; index < value.length; index++) {
    const found = firstPoint(value[index], is, [...path, index]);
    if (found) return found;
  }
  return null;
}
