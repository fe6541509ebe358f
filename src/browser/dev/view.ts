import { type Camera, fitBounds, type Padding, pixelOf, type Size, worldPx } from '../../scene/camera.ts';
import { unproject } from '../../scene/mercator.ts';
import type { Bounds, LngLat } from '../../story.ts';

/** The map's zoom cannot leave what the data is made for. */
const zooms = { least: 0, most: 11 };

/** Share of the shorter side that lies outside the square of what is always seen, on each side. */
const margin = 0.08;

/** The square in the middle of the map: what lies in it is seen on every screen. */
export function square({ width, height }: Size): Padding {
  const side = Math.min(width, height) * (1 - 2 * margin);
  const [x, y] = [(width - side) / 2, (height - side) / 2];
  return { left: x, right: x, top: y, bottom: y };
}

export const fitted = (bounds: Bounds, size: Size): Camera => fitBounds(bounds, size, square(size));

export function panned(camera: Camera, dx: number, dy: number): Camera {
  const world = worldPx(camera);
  return { ...camera, x: reached(camera.x - dx / world), y: Math.max(0, Math.min(1, camera.y - dy / world)) };
}

/** Nearer by so many zooms, with the pixel where it is. */
export function zoomed(camera: Camera, by: number, size: Size, [px, py] = [size.width / 2, size.height / 2]): Camera {
  const zoom = Math.max(zooms.least, Math.min(zooms.most, camera.zoom + by));
  const [dx, dy] = [px - size.width / 2, py - size.height / 2];
  const gain = 1 / worldPx(camera) - 1 / worldPx({ ...camera, zoom });
  return { zoom, x: reached(camera.x + dx * gain), y: camera.y + dy * gain };
}

/** Half a world beyond the date line at most: there is no more map there. */
const reached = (x: number): number => Math.max(-0.5, Math.min(1.5, x));

export function placeAt(camera: Camera, size: Size, [px, py]: readonly [number, number]): LngLat {
  const world = worldPx(camera);
  const [lon, lat] = unproject([camera.x + (px - size.width / 2) / world, camera.y + (py - size.height / 2) / world]);
  return [rounded(normal(lon), 4), rounded(lat, 4)];
}

/** What the square holds, as exact as its size makes sense of: some 1/200 of it. */
export function boundsIn(camera: Camera, size: Size): Bounds {
  const { left, top, right, bottom } = square(size);
  const world = worldPx(camera);
  const corner = (px: number, py: number) => unproject([camera.x + px / world, camera.y + py / world]);
  const [west, north] = corner(left - size.width / 2, top - size.height / 2);
  const [east, south] = corner(size.width / 2 - right, size.height / 2 - bottom);
  const decimals = Math.max(0, Math.min(4, Math.ceil(-Math.log10((east - west) / 200))));
  const shift = normal(west) - west;
  const round = (value: number) => rounded(value, decimals);
  return east - west >= 360
    ? [-180, round(Math.max(-85, south)), 180, round(Math.min(85, north))]
    : [round(west + shift), round(Math.max(-85, south)), round(east + shift), round(Math.min(85, north))];
}

/** Of several, the one that lies nearest to a pixel. */
export function nearest<T extends { at: LngLat }>(
  things: readonly T[],
  camera: Camera,
  size: Size,
  [px, py]: readonly [number, number],
): T | null {
  const way = ({ at }: T) => {
    const [x, y] = pixelOf(camera, size, at);
    return Math.hypot(x - px, y - py);
  };
  return things.reduce<T | null>((best, one) => (best && way(best) <= way(one) ? best : one), null);
}

/** `51.73° N, 36.18° E` */
export function inWords([lon, lat]: LngLat): string {
  return `${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}`;
}

const normal = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
