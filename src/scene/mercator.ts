import type { Bounds, LngLat } from '../story.ts';

/** Web Mercator on the unit square: [0, 0] is 180° W at the top, [1, 1] is 180° E at the bottom. */
export type Point = [x: number, y: number];

/** A rectangle on the unit square or in pixels: [left, top, right, bottom]. */
export type Box = [left: number, top: number, right: number, bottom: number];

/** The latitude at which Web Mercator's square ends. */
export const maxLatitude = 85.051129;

/** Mean radius of the earth, km (IUGG). */
const earthKm = 6371.0088;

export function project([lon, lat]: LngLat): Point {
  const sine = Math.sin((Math.max(-maxLatitude, Math.min(maxLatitude, lat)) * Math.PI) / 180);
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function unproject([x, y]: Point): LngLat {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

export function projectBounds([west, south, east, north]: Bounds): Box {
  const [left, top] = project([west, north]);
  const [right, bottom] = project([east, south]);
  return [left, top, right, bottom];
}

/** Length of the circle of latitude, km: what one unit of x is there. */
export function worldKm(lat: number): number {
  return 2 * Math.PI * earthKm * Math.cos((lat * Math.PI) / 180);
}
