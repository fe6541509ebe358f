import { geoIdentity, geoPath } from 'd3-geo';
import type { Geometry, Position } from 'geojson';
import { type Camera, type Size, worldPx } from '../../scene/camera.ts';
import { simplify } from './path.ts';

/** Outlines of a plane shape in pixels, clipped to the view and thinned to two pixels: enough to place a name by. */
export function rings(shape: Geometry, camera: Camera, size: Size): Position[][] {
  const world = worldPx(camera);
  const projection = geoIdentity()
    .scale(world)
    .translate([size.width / 2 - camera.x * world, size.height / 2 - camera.y * world])
    .clipExtent([
      [-30, -30],
      [size.width + 30, size.height + 30],
    ]);
  const found: Position[][] = [];
  geoPath(projection, {
    beginPath() {},
    moveTo: (x, y) => found.push([[x, y]]),
    lineTo: (x, y) => found.at(-1)?.push([x, y]),
    closePath() {},
    arc() {},
  })(shape);
  return found.filter((ring) => ring.length > 2).map((ring) => simplify(ring, 2));
}
