import { type Camera, fitBounds, pixelOf, type Size, worldPx } from '../../scene/camera.ts';
import type { Form } from '../../scene/grid.ts';
import type { Box, Point } from '../../scene/mercator.ts';
import type { Bounds } from '../../story.ts';
import type { Mark } from '../marks.ts';
import { boxAt, inside, overlap } from './boxes.ts';

/** Below this nothing could be read in it. */
const smallestPx = 44;

export const lensRadiusPx: Record<Form, number> = { desktop: 128, tablet: 104, phone: 74 };

export interface LensPlan {
  source: Point;
  sourceRadius: number;
  at: Point;
  radius: number;
  /** The camera of the enlargement, for a square of twice the radius. */
  camera: Camera;
}

/**
 * A true enlargement: the small circle is the large one divided by the ratio of their scales. The large one goes where
 * it covers least of what the scene shows. Null where the frame is already so close that nothing would be enlarged.
 */
export function planLens(
  bounds: Bounds,
  camera: Camera,
  size: Size,
  form: Form,
  free: Box,
  avoid: { boxes: Box[]; points: Point[] },
): LensPlan | null {
  const radius = Math.min(lensRadiusPx[form], (free[3] - free[1]) * 0.24, (free[2] - free[0]) * 0.3);
  const margin = radius * 0.16;
  const inner = fitBounds(bounds, { width: 2 * radius, height: 2 * radius }, { left: margin, right: margin, top: margin, bottom: margin });
  const sourceRadius = (radius * worldPx(camera)) / worldPx(inner);
  if (sourceRadius > radius * 0.6 || radius < smallestPx) return null;
  const source = pixelOf(camera, size, [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]);
  const at = bestSpot(source, radius, sourceRadius, free, avoid);
  return { source, sourceRadius, at, radius, camera: inner };
}

/** Tried in a ring of directions and distances; straight down is the tidiest. */
function bestSpot(source: Point, radius: number, sourceRadius: number, free: Box, avoid: { boxes: Box[]; points: Point[] }): Point {
  let best: { at: Point; cost: number } = { at: source, cost: Number.POSITIVE_INFINITY };
  for (let degrees = 0; degrees < 360; degrees += 10) {
    for (let gap = radius * 0.5; gap <= radius * 2.4; gap += radius * 0.2) {
      const distance = sourceRadius + gap + radius;
      const angle = (degrees * Math.PI) / 180;
      const at: Point = [source[0] + distance * Math.cos(angle), source[1] + distance * Math.sin(angle)];
      const box = boxAt(at, 2 * radius + 12, 2 * radius + 12);
      const near = ([x, y]: Point) => Math.hypot(x - at[0], y - at[1]) < radius + 14;
      const cost =
        (inside(box, free) ? 0 : 10_000) +
        avoid.boxes.filter((other) => overlap(box, other)).length * 900 +
        avoid.points.filter(near).length * 60 +
        distance +
        Math.abs(degrees - 80) * 0.9;
      if (cost < best.cost) best = { at, cost };
    }
  }
  return best.at;
}

/** The two circles and their outer tangents, with the enlargement's marks inside. */
export function lensMarks({ source, sourceRadius, at, radius }: LensPlan, inner: Mark[], key: string): Mark[] {
  const [left, top] = [at[0] - radius, at[1] - radius];
  return [
    { key: 'rays', tag: 'path', attrs: { class: 'lens-ray', d: tangents(source, sourceRadius, at, radius) } },
    circle('source', 'lens-circle', source, sourceRadius),
    { key: 'clip', tag: 'clipPath', attrs: { id: `${key}-clip` }, children: [circle('hole', '', at, radius)] },
    {
      key: 'view',
      tag: 'g',
      attrs: { 'clip-path': `url(#${key}-clip)` },
      children: [{ key: 'inner', tag: 'g', attrs: { transform: `translate(${round(left)} ${round(top)})` }, children: inner }],
    },
    circle('rim', 'lens-circle', at, radius),
  ];
}

function circle(key: string, className: string, [x, y]: Point, r: number): Mark {
  return { key, tag: 'circle', attrs: { class: className || null, cx: round(x), cy: round(y), r: round(r) } };
}

/** The outer tangents of two circles. */
export function tangents([x0, y0]: Point, r0: number, [x1, y1]: Point, r1: number): string {
  const distance = Math.hypot(x1 - x0, y1 - y0);
  const direction = Math.atan2(y1 - y0, x1 - x0);
  const spread = Math.acos(Math.max(-1, Math.min(1, (r0 - r1) / distance)));
  return [1, -1]
    .map((side) => {
      const angle = direction + side * spread;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return `M${round(x0 + r0 * cos)} ${round(y0 + r0 * sin)}L${round(x1 + r1 * cos)} ${round(y1 + r1 * sin)}`;
    })
    .join('');
}

const round = (value: number) => Number(value.toFixed(1));
