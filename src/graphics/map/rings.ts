import type { Position } from 'geojson';
import type { Camera, Size } from '../../scene/camera.ts';
import type { Work } from '../../scene/work.ts';
import { type PlaneShape, simplify, viewLines } from './path.ts';

/** Outlines of a plane shape in pixels, clipped to the view and thinned to two pixels: enough to place a name by. */
export function* rings(shape: PlaneShape, camera: Camera, size: Size): Work<Position[][]> {
  const lines = yield* viewLines(shape, camera, size, 30);
  const thinned: Position[][] = [];
  for (const { points } of lines) if (points.length > 2) thinned.push(yield* simplify(points, 2));
  return thinned;
}
