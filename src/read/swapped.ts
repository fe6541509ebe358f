import type { Bounds, LngLat } from '../story.ts';
import { centreOf } from './bounds.ts';
import { boundsOf } from './geo.ts';
import type { LayerList } from './layers.ts';
import type { Report, Spot } from './report.ts';
import type { SceneSpec } from './schema.ts';
import type { Parts } from './story.ts';
import type { Located, Path } from './yaml.ts';

/** Maps and frames that hold nothing of the story as they are, but most of it when longitude and latitude change places. */
export function checkSwapped({ article, front, places, features }: Parts, layers: LayerList, report: Report): void {
  const frames = [
    ...article.steps.flatMap(({ spec, located }) => framesOf(spec ?? {}, located, [])),
    ...(['defaults', 'cover'] as const).flatMap((key) => framesOf(front.spec[key] ?? {}, front.located, [key])),
  ];
  const points = places.map(({ at }) => at);
  const named = [...points, ...features.map(({ bounds }) => centreOf(bounds))];
  for (const { id, file, bounds } of layers.layers) {
    const spot = layers.spots.get(id);
    const [west, south, east, north] = bounds;
    if (spot && looksSwapped(bounds, [...points, ...frames.map(({ centre }) => centre)]))
      report.error(
        spot,
        `expected a map of the story's places, found ${file} between longitudes ${west} and ${east}, latitudes ${south} and ${north}, which look swapped`,
        'GeoJSON writes [longitude, latitude].',
      );
  }
  for (const { id } of layers.layers) if (!layers.topologies[id]) checkFeatures(layers, id, points, report);
  for (const { spot, bounds, written, cure } of frames) {
    const others = frames.filter((other) => other.spot !== spot && !looksLike(other.bounds, bounds)).map(({ centre }) => centre);
    if (looksSwapped(bounds, [...named, ...others]))
      report.error(spot, `expected longitude before latitude, found ${written}, which looks swapped`, cure);
  }
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
  bounds: Bounds;
  centre: LngLat;
  spot: Spot;
  written: string;
  cure: string;
}

function framesOf({ frame }: SceneSpec, located: Located, path: Path): Frame[] {
  if (!frame || Array.isArray(frame)) return [];
  if ('bounds' in frame) {
    const [west, south, east, north] = frame.bounds;
    const cure = `Did you mean [${[south, west, north, east].join(', ')}]? The order is [west, south, east, north].`;
    const spot = located.spot([...path, 'frame', 'bounds']);
    return [{ bounds: frame.bounds, centre: centreOf(frame.bounds), spot, written: `[${frame.bounds.join(', ')}]`, cure }];
  }
  const [lon, lat] = frame.center;
  const spot = located.spot([...path, 'frame', 'center']);
  return [
    {
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
  const slack = 1 + Math.max(east - west, north - south) / 2;
  const inside = ([left, bottom, right, top]: Bounds) =>
    points.filter((at) => holds([left - slack, bottom - slack, right + slack, top + slack], at)).length;
  return points.length > 1 && inside(bounds) === 0 && inside([south, west, north, east]) * 2 > points.length;
}

const looksLike = (a: Bounds, b: Bounds): boolean => a.every((value, index) => value === b[index]);

function holds([west, south, east, north]: Bounds, [lon, lat]: LngLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** A point far from all others, as degrees, that would lie among them if its longitude and latitude changed places. */
export function standsSwapped([lon, lat]: LngLat, others: readonly LngLat[]): boolean {
  if (others.length < 2) return false;
  const among = ([lat, lon] as const).every((value, axis) => {
    const values = others.map((at) => at[axis] ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return most - least <= region && value >= least - beside && value <= most + beside;
  });
  return among && Math.min(...others.map(([x, y]) => Math.hypot(x - lon, y - lat))) > far;
}

/** Degrees beyond which a point stands alone; the widest extent of points that are of one region; how far beside it still counts. */
const far = 15;
const region = 20;
const beside = 1;
