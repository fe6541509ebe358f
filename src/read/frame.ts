import { geoDistance, geoInterpolate } from 'd3-geo';
import type { Arc, Bounds, LngLat } from '../story.ts';
import { boundsOfPoints, boundsOfView, clamp, scaled, unite, withMargin } from './bounds.ts';
import { boundsOfName, type Names, pointOf } from './names.ts';
import type { FrameSpec } from './schema.ts';

/** Share of a frame by names that is kept free on each side. */
const margin = 0.04;

/** Half the height of the frame round a single place, degrees of latitude. */
const besidePlace = 0.6;

const earthKm = 6371;

/** Longer than this, the way over the globe is drawn as it is. */
const greatCircleKm = 1500;

/** Null where nothing that is named is known. */
export function resolveFrame(spec: FrameSpec, arcs: Arc[], names: Names): Bounds | null {
  if (!Array.isArray(spec)) return 'bounds' in spec ? clamp(spec.bounds) : boundsOfView(spec.center, spec.zoom);
  const named = spec.map((id) => boundsOfName(names, id)).filter((one): one is Bounds => one !== null);
  const curves = arcs
    .filter(({ shape }) => shape === 'great-circle')
    .map((arc) => boundsOfPoints(curveOf(arc, names)))
    .filter((one): one is Bounds => one !== null);
  const all = unite([...named, ...curves]);
  return all && withMargin(atLeast(all), margin);
}

/** A place alone has no size: a little of its surroundings is shown. */
function atLeast([west, south, east, north]: Bounds): Bounds {
  if (east - west > 0.05 || north - south > 0.05) return [west, south, east, north];
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const wide = besidePlace / Math.cos((lat * Math.PI) / 180);
  return [lon - wide, lat - besidePlace, lon + wide, lat + besidePlace];
}

export function arcShape(from: LngLat, to: LngLat): Arc['shape'] {
  return geoDistance(from, to) * earthKm > greatCircleKm ? 'great-circle' : 'bow';
}

function curveOf({ from, to }: Arc, names: Names): LngLat[] {
  const [start, end] = [pointOf(names, from), pointOf(names, to)];
  if (!start || !end) return [];
  const along = geoInterpolate(start, end);
  return Array.from({ length: 65 }, (_, index) => along(index / 64));
}

/** Frames wider than this show their surroundings well enough. */
const locatorBelow = 9;
const locatorScale = 4.4;

export function wantsLocator([west, , east]: Bounds): boolean {
  return east - west < locatorBelow;
}

export function locatorAround(frame: Bounds): Bounds {
  return clamp(scaled(frame, locatorScale));
}
