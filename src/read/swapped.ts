import type { Bounds, LngLat } from '../story.ts';
import { centreOf } from './bounds.ts';
import { boundsOf } from './geo.ts';
import type { LayerList } from './layers.ts';
import { type IdSet, pointOf } from './names.ts';
import type { Report, Spot } from './report.ts';
import type { SceneSpec } from './schema.ts';
import type { Parts } from './story.ts';
import type { Located, Path } from './yaml.ts';

/** Maps and frames that hold nothing of the story as they are, but most of it when longitude and latitude change places. */
export function checkSwapped(
  { article, front, places, features, names }: Parts,
  layers: LayerList,
  misplaced: IdSet,
  report: Report,
): void {
  const frames = [
    ...article.steps.flatMap(({ spec, located }) => framesOf(spec ?? {}, located, [])),
    ...(['defaults', 'cover'] as const).flatMap((key) => framesOf(front.spec[key] ?? {}, front.located, [key])),
  ];
  const points = places.filter(({ id }) => !misplaced.has(id)).map(({ at }) => at);
  const named = [...points, ...features.map(({ bounds }) => centreOf(bounds))];
  for (const { id, file, bounds } of layers.layers) {
    const spot = layers.spots.get(id);
    const [west, south, east, north] = bounds.map(round);
    if (spot && looksSwapped(bounds, [...points, ...frames.map(({ centre }) => centre)]))
      report.error(
        spot,
        `expected a map of the story's places, found ${file} between longitudes ${west} and ${east}, latitudes ${south} and ${north}, which look swapped`,
        'GeoJSON writes [longitude, latitude].',
      );
  }
  for (const { id } of layers.layers) if (!layers.topologies[id]) checkFeatures(layers, id, points, report);
  for (const { spot, bounds, written, cure, shown } of frames) {
    const others = frames.filter((other) => other.spot !== spot && !looksLike(other.bounds, bounds)).map((other) => other.centre);
    const own = shown.map((id) => (misplaced.has(id) ? null : pointOf(names, id))).filter((at) => at !== null);
    if (looksSwapped(bounds, [...named, ...others]) || (own.length > 1 && looksSwapped(bounds, own)))
      report.error(spot, `expected longitude before latitude, found ${written}, which looks swapped`, cure);
    else if (own.length > 1) checkOrder(bounds, own, spot, report);
  }
}

/** West, east, south, north: a frame that is far too large as it is, and holds all that it shows when the two in the middle change places. */
function checkOrder([west, south, east, north]: Bounds, own: LngLat[], spot: Spot, report: Report): void {
  const meant: Bounds = [west, east, south, north];
  const size = ([w, s, e, n]: Bounds) => (e - w) * (n - s);
  const isRight = west < south && east < north && own.every((at) => holds(meant, at));
  if (isRight && size([west, south, east, north]) > 20 * size(meant))
    report.error(
      spot,
      `expected [west, south, east, north], found [${[west, south, east, north].join(', ')}], which looks like [west, east, south, north]`,
      `Did you mean [${[west, east, south, north].join(', ')}]?`,
    );
}

function checkFeatures({ geo, featureSpots }: LayerList, layer: string, points: LngLat[], report: Report): void {
  const boxes = (geo[layer]?.features ?? []).map((feature) => boundsOf([feature]));
  const centres = boxes.map((box) => (box ? centreOf(box) : null));
  // Of more features than this a region is known by its places and frames, and the rest are not compared one by one.
  if (centres.length > mostCompared) return;
  centres.forEach((centre, index) => {
    const others = [...points, ...centres.filter((other, at): other is LngLat => other !== null && at !== index)];
    const spot = featureSpots.get(layer)?.(index);
    if (centre && spot && standsSwapped(centre, others))
      report.error(
        spot,
        `feature ${index + 1}: expected it among the others, found it round longitude ${round(centre[0])} and latitude ${round(centre[1])}, which look swapped`,
        'GeoJSON writes [longitude, latitude].',
      );
  });
}

const mostCompared = 300;
const round = (degrees: number): number => Math.round(degrees * 100) / 100;

interface Frame {
  /** What its step names on the map. */
  shown: readonly string[];
  bounds: Bounds;
  centre: LngLat;
  spot: Spot;
  written: string;
  cure: string;
}

function framesOf({ frame, label, annotations, plate }: SceneSpec, located: Located, path: Path): Frame[] {
  if (!frame || Array.isArray(frame)) return [];
  const shown = [...(label ?? []), ...(annotations ?? []).map(({ at }) => at), ...(plate ? [plate.beside] : [])];
  if ('bounds' in frame) {
    const [west, south, east, north] = frame.bounds;
    const cure = `Did you mean [${[south, west, north, east].join(', ')}]? The order is [west, south, east, north].`;
    const spot = located.spot([...path, 'frame', 'bounds']);
    return [{ shown, bounds: frame.bounds, centre: centreOf(frame.bounds), spot, written: `[${frame.bounds.join(', ')}]`, cure }];
  }
  const [lon, lat] = frame.center;
  const spot = located.spot([...path, 'frame', 'center']);
  return [
    {
      shown,
      bounds: [lon - 4, lat - 4, lon + 4, lat + 4],
      centre: frame.center,
      spot,
      written: `[${lon}, ${lat}]`,
      cure: `Did you mean [${lat}, ${lon}]? The order is [longitude, latitude].`,
    },
  ];
}

/** None of the points in it or beside it as it is, more than half of them when swapped. */
function looksSwapped(bounds: Bounds, points: LngLat[]): boolean {
  const [west, south, east, north] = bounds;
  const slack = 1 + Math.max(east - west, north - south) / 20;
  const inside = ([left, bottom, right, top]: Bounds) =>
    points.filter((at) => holds([left - slack, bottom - slack, right + slack, top + slack], at)).length;
  return points.length > 1 && inside(bounds) === 0 && inside([south, west, north, east]) * 2 > points.length;
}

const looksLike = (a: Bounds, b: Bounds): boolean => a.every((value, index) => value === b[index]);

function holds([west, south, east, north]: Bounds, [lon, lat]: LngLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** A point far from all others, as degrees, that would lie among many of them if its longitude and latitude changed places. */
export function standsSwapped([lon, lat]: LngLat, others: readonly LngLat[]): boolean {
  const distance = ([x, y]: LngLat, [a, b]: LngLat) => Math.hypot(x - a, y - b);
  const beside = others.filter((other) => distance(other, [lat, lon]) < near).length;
  return beside > 1 && beside >= others.length * many && others.every((other) => distance(other, [lon, lat]) > far);
}

/** Degrees beyond which a point stands alone; within which another is beside it; and the share of all others that are many. */
const [far, near, many] = [15, 6, 0.4];
