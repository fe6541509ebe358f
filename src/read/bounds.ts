import type { Bounds, LngLat } from '../story.ts';

/** A stretch of longitudes, eastwards; east may exceed 180. */
type Stretch = [west: number, east: number];

/** Bounds of points. */
export function boundsOfPoints(points: Iterable<LngLat>): Bounds | null {
  return unite([...points].map(([lon, lat]): Bounds => [lon, lat, lon, lat]));
}

/** The smallest bounds round all, over the antimeridian where that is shorter. */
export function unite(all: readonly Bounds[]): Bounds | null {
  if (!all.length) return null;
  const [west, east] = uniteStretches(all.map(([w, , e]) => [w, e]));
  return [west, Math.min(...all.map(([, south]) => south)), east, Math.max(...all.map(([, , , north]) => north))];
}

/** Leaves out the widest gap on the circle of longitudes. */
function uniteStretches(stretches: Stretch[]): Stretch {
  const sorted = stretches.map(([west, east]): Stretch => [normal(west), normal(west) + (east - west)]).sort((a, b) => a[0] - b[0]);
  const first = sorted[0] ?? [0, 0];
  let reach = first[1];
  let widest = { gap: -1, after: first[0], before: 0 };
  for (const [west, east] of sorted.slice(1)) {
    if (west - reach > widest.gap) widest = { gap: west - reach, after: west, before: reach };
    reach = Math.max(reach, east);
  }
  const round = first[0] + 360 - reach;
  if (Math.max(round, widest.gap) < 0) return [-180, 180];
  return round >= widest.gap ? [first[0], reach] : [widest.after, widest.before + 360];
}

const normal = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;

/** Grows by a share of its size on each side, within what Mercator shows. */
export function withMargin([west, south, east, north]: Bounds, share: number): Bounds {
  const [x, y] = [(east - west) * share, (north - south) * share];
  return clamp([west - x, south - y, east + x, north + y]);
}

/** Scaled about its centre. */
export function scaled([west, south, east, north]: Bounds, factor: number): Bounds {
  return withMargin([west, south, east, north], (factor - 1) / 2);
}

/** Whether two bounds have a point in common, round the world. */
export function touch([west, south, east, north]: Bounds, [left, bottom, right, top]: Bounds): boolean {
  return south <= top && north >= bottom && [-360, 0, 360].some((turn) => west + turn <= right && east + turn >= left);
}

export function centreOf([west, south, east, north]: Bounds): LngLat {
  return [(west + east) / 2, (south + north) / 2];
}

/** Bounds of a Mercator view of the given zoom, of a screen 1024 × 768. */
export function boundsOfView([lon, lat]: LngLat, zoom: number): Bounds {
  const degrees = 360 / (512 * 2 ** zoom);
  const stretch = Math.cos((lat * Math.PI) / 180);
  return clamp([lon - 512 * degrees, lat - 384 * degrees * stretch, lon + 512 * degrees, lat + 384 * degrees * stretch]);
}

/** At most once round the world; to four decimals, some ten metres. */
export function clamp([west, south, east, north]: Bounds): Bounds {
  const tooWide = east - west > 360;
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return [round(tooWide ? -180 : west), round(Math.max(-85, south)), round(tooWide ? 180 : east), round(Math.min(85, north))];
}
