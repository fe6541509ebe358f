import { interpolateZoom } from 'd3-interpolate';
import type { Bounds, LngLat } from '../story.ts';
import { type Point, project, projectBounds, unproject, worldKm } from './mercator.ts';

export interface Size {
  width: number;
  height: number;
}

/** Pixels kept free at each side. */
export interface Padding {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the map is looked at from: the centre on Mercator's unit square, and MapLibre's zoom (a world is 512 × 2^zoom px wide). */
export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

/** Closer than this the map data has nothing more to show. */
const maxZoom = 11;

export const worldPx = (camera: Camera): number => 512 * 2 ** camera.zoom;

/** The camera that shows the bounds as large as they go into the viewport less its padding, centred there. `mirrored` swaps the padding's left and right. */
export function fitBounds(bounds: Bounds, size: Size, padding: Padding, mirrored = false): Camera {
  const [left, top, right, bottom] = projectBounds(bounds);
  const free = {
    width: Math.max(40, size.width - padding.left - padding.right),
    height: Math.max(40, size.height - padding.top - padding.bottom),
  };
  const zoom = Math.min(maxZoom, Math.log2(Math.min(free.width / (right - left), free.height / (bottom - top)) / 512));
  const world = 512 * 2 ** zoom;
  const shift = {
    x: (padding.left + free.width / 2 - size.width / 2) / world,
    y: (padding.top + free.height / 2 - size.height / 2) / world,
  };
  return { x: (left + right) / 2 - (mirrored ? -shift.x : shift.x), y: (top + bottom) / 2 - shift.y, zoom };
}

/** Unit square → pixels of the viewport. */
export function pixel(camera: Camera, size: Size, [x, y]: Point): Point {
  const world = worldPx(camera);
  return [(x - camera.x) * world + size.width / 2, (y - camera.y) * world + size.height / 2];
}

export function pixelOf(camera: Camera, size: Size, at: LngLat): Point {
  return pixel(camera, size, project(at));
}

export function centre(camera: Camera): LngLat {
  return unproject([camera.x, camera.y]);
}

/** Pixels for one kilometre at a latitude. */
export function pxPerKm(camera: Camera, lat: number): number {
  return worldPx(camera) / worldKm(lat);
}

export interface Flight {
  durationMs: number;
  /** The camera at t, 0 … 1. */
  at(t: number): Camera;
}

const flightMs = { min: 900, max: 2400 };

/**
 * The smooth way from one camera to another: van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003),
 * by d3-interpolate. Both maps fly it, so that neither can be told from the other.
 */
export function flight(from: Camera, to: Camera, size: Size): Flight {
  const view = (camera: Camera): [number, number, number] => [camera.x, camera.y, size.width / worldPx(camera)];
  const path = interpolateZoom(view(from), view(to));
  const durationMs = Math.max(flightMs.min, Math.min(flightMs.max, path.duration * 0.9));
  return {
    durationMs,
    at(t) {
      if (t >= 1) return to;
      const [x, y, width] = path(t);
      return { x, y, zoom: Math.log2(size.width / width / 512) };
    },
  };
}

/** Whether two cameras show the same, to a tenth of a pixel. */
export function sameCamera(a: Camera, b: Camera): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) * worldPx(b) < 0.1 && Math.abs(a.zoom - b.zoom) < 1e-4;
}
