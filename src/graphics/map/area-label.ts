import type { Position } from 'geojson';
import type { Box, Point } from '../../scene/mercator.ts';
import type { Work } from '../../scene/work.ts';
import type { Mark } from '../marks.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { boxAt } from './boxes.ts';
import { clear, enlarged, type LabelPlane } from './labels.ts';
import type { PlaneShape } from './path.ts';
import { rings } from './rings.ts';

export type AreaRank = 'focus' | 'country' | 'region' | 'subject' | 'lens';

const areaLooks: Record<AreaRank, TextStyle & { className: string }> = {
  focus: { className: 't-focus', sizePx: 13, weight: 600, trackingEm: 0.16, caps: true },
  country: { className: 't-country', sizePx: 12.5, weight: 600, trackingEm: 0.22, caps: true },
  region: { className: 't-region', sizePx: 11, weight: 400, trackingEm: 0.13, caps: true },
  subject: { className: 't-region t-subject', sizePx: 13, weight: 600, trackingEm: 0.16, caps: true },
  lens: { className: 't-focus t-small', sizePx: 10, weight: 600, trackingEm: 0.12, caps: true },
};

/** Where each kind of area is named, and how, the best first: what a scene is about is rather named small than beside itself, on somebody else's ground. */
const areaSpots: Record<AreaRank, [look: AreaRank, where: 'within' | 'beside'][]> = {
  focus: [
    ['focus', 'within'],
    ['lens', 'within'],
    ['lens', 'beside'],
  ],
  subject: [
    ['subject', 'within'],
    ['lens', 'within'],
    ['lens', 'beside'],
  ],
  country: [['country', 'within']],
  region: [
    ['region', 'within'],
    ['region', 'beside'],
  ],
  lens: [
    ['lens', 'beside'],
    ['lens', 'within'],
  ],
};

/** A country's or region's name, within it or right beside it; null where neither has room. */
export function* areaLabel(id: string, name: string, shape: PlaneShape, rank: AreaRank, plane: LabelPlane): Work<Mark | null> {
  const outline = yield* rings(shape, plane.camera, plane.size);
  for (const [looks, where] of areaSpots[rank]) {
    const look = enlarged(areaLooks[looks], plane);
    const { className, sizePx } = look;
    const width = textWidth(name, look);
    const at = where === 'within' ? yield* visiblePoint(outline, plane, width, sizePx) : besidePoint(outline, plane, width, sizePx);
    if (!at) continue;
    plane.taken.push(boxAt(at, width + 8, sizePx + 6));
    const attrs = { class: className, x: round(at[0]), y: round(at[1] + sizePx * 0.36), 'text-anchor': 'middle' };
    return { key: `area-${id}`, tag: 'text', attrs, text: name };
  }
  plane.crowded?.push(id);
  return null;
}

/** Right above or below an area too small for its name; null where it is none, and the name would seem its neighbour's. */
function besidePoint(outline: Position[][], plane: LabelPlane, width: number, sizePx: number): Point | null {
  const [left, top, right, bottom] = extent(outline);
  if (right - left > 1.5 * width) return null;
  const middle = Math.max(plane.free[0] + width / 2, Math.min(plane.free[2] - width / 2, (left + right) / 2));
  const spots = [top - sizePx * 1.4, bottom + sizePx * 1.4].map((y): Point => [middle, y]);
  return spots.find((at) => clear(boxAt(at, width, sizePx), plane)) ?? null;
}

function extent(outline: Position[][]): Box {
  const points = outline.flat();
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What of a box lies within another. */
const cut = (box: Box, frame: Box): Box => box.map((edge, i) => (i < 2 ? Math.max : Math.min)(edge, frame[i] as number)) as Box;

/** Clearance beyond this is as good as any, px. */
const enoughPx = 46;

/**
 * The visible centre: the point of a grid where the whole name lies inside the area, as clear of borders and other names,
 * and as near to the middle of what is seen, as can be.
 */
function* visiblePoint(outline: Position[][], plane: LabelPlane, width: number, sizePx: number): Work<Point | null> {
  const [left, top, right, bottom] = cut(extent(outline), plane.free);
  if (!(right - left > width) || !(bottom - top > sizePx)) return null;
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  const avoided = (plane.avoid ?? []).map(([x, y]): Box => [x, y, x, y]);
  const holds = boxTest(outline);
  const score = ([x, y]: Point): number | null => {
    const box = boxAt([x, y], width + 6, sizePx * 1.5);
    if (!clear(box, plane) || !holds(box)) return null;
    const edge = edgeDistance(box, outline);
    // A border's corner within the box: it runs through the name.
    if (!edge) return null;
    const clearance = Math.min(enoughPx, edge, gapToTaken(box, plane.taken), gapToTaken(box, avoided));
    return clearance - Math.hypot(x - middle[0], y - middle[1]) * 0.05;
  };
  const room: Box = [left + width / 2, top + sizePx, right - width / 2, bottom - sizePx / 2];
  const coarse = yield* bestPoint(room, 12, score);
  if (!coarse) return yield* bestPoint(room, 26, score);
  const [dx, dy] = [(room[2] - room[0]) / 12, (room[3] - room[1]) / 12];
  const [x, y] = coarse;
  const around = cut([x - dx, y - dy, x + dx, y + dy], room);
  return (yield* bestPoint(around, 4, score)) ?? coarse;
}

/** The point of a net over the box that scores highest; null where none scores. */
function* bestPoint([left, top, right, bottom]: Box, steps: number, score: (at: Point) => number | null): Work<Point | null> {
  let best: { at: Point; score: number } | null = null;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const at: Point = [left + ((right - left) * i) / steps, top + ((bottom - top) * j) / steps];
      const own = score(at);
      if (own !== null && (!best || own > best.score)) best = { at, score: own };
    }
    yield;
  }
  return best?.at ?? null;
}

/** Whether an outline holds all of a box, as far as points along its edges and its middle tell. */
function boxTest(outline: Position[][]): (box: Box) => boolean {
  const holds = pointTest(outline);
  return ([left, top, right, bottom]) =>
    [(top + bottom) / 2, top, bottom].every((y) => [left, (left + right) / 2, right].every((x) => holds([x, y])));
}

/** Whether an outline holds a point. Where a line across crosses it is kept: the points of a net share few lines. */
export function pointTest(outline: Position[][]): (at: Point) => boolean {
  const lines = new Map<number, number[]>();
  return ([x, y]) => {
    const line = lines.get(y) ?? crossings(y, outline);
    lines.set(y, line);
    return line.filter((at) => x < at).length % 2 === 1;
  };
}

function crossings(y: number, outline: Position[][]): number[] {
  const found: number[] = [];
  for (const ring of outline) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] as Position;
      const [xj = 0, yj = 0] = ring[j] as Position;
      if (yi > y !== yj > y) found.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
    }
  }
  return found;
}

/** From the box's outline to the nearest corner of the area's, px; corners stand close where a border is crooked. */
function edgeDistance([left, top, right, bottom]: Box, outline: Position[][]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of outline) {
    for (const [x = 0, y = 0] of ring) nearest = Math.min(nearest, Math.max(left - x, x - right, top - y, y - bottom, 0));
  }
  return nearest;
}

function gapToTaken([left, top, right, bottom]: Box, taken: Box[]): number {
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...taken.map((other) => Math.max(left - other[2], other[0] - right, top - other[3], other[1] - bottom)),
  );
}

const round = (value: number) => Number(value.toFixed(1));
