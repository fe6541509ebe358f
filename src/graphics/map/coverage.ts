import { type Camera, type Size, worldPx } from '../../scene/camera.ts';
import { unproject } from '../../scene/mercator.ts';
import type { Layer } from '../../story.ts';

/** Degrees by which a layer may fall short of a view's edge: what shows there lies under a title or a card. */
const slack = 3.5;

/** Whether a layer reaches over all of what a camera shows. */
export function covers({ bounds: [w, s, e, n] }: Layer, camera: Camera, size: Size): boolean {
  const half = { x: size.width / 2 / worldPx(camera), y: size.height / 2 / worldPx(camera) };
  const [west, north] = unproject([camera.x - half.x, camera.y - half.y]);
  const [east, south] = unproject([camera.x + half.x, camera.y + half.y]);
  return w <= west + slack && s <= south + slack && e >= east - slack && n >= north - slack;
}
