import type { Geometry, Position } from 'geojson';
import type { Camera, Size } from '../../scene/camera.ts';
import type { Work } from '../../scene/work.ts';
import { simplify, viewLines } from './path.ts';

/** Outlines of a plane shape in pixels, clipped to the view and thinned to two pixels: enough to place a name by. */
export function* rings(shape: Geometry, camera: Camera, size: Size): Work<Position[][]> {
  const lines = yield* viewLines(shape, camera, size, 30);
  return lines.filter(({ points }) => points.length > 2).map(({ points }) => simplify(points, 2));
}
