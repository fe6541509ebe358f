import type { Position } from 'geojson';
import { type Camera, pixelOf, type Size } from '../../scene/camera.ts';
import type { Box, Point } from '../../scene/mercator.ts';
import type { Work } from '../../scene/work.ts';
import type { Place } from '../../story.ts';
import type { Mark } from '../marks.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { boxAt, inside, overlap } from './boxes.ts';
import type { PlaneShape } from './path.ts';
import { rings } from './rings.ts';

export type PlaceRank = 'story' | 'city' | 'town' | 'context';

interface PlaceLook extends TextStyle {
  className: string;
  dotPx: number;
}

const placeLooks: Record<PlaceRank, PlaceLook> = {
  story: { className: 't-story', sizePx: 17, weight: 600, dotPx: 4.5 },
  city: { className: 't-city', sizePx: 15, weight: 600, dotPx: 4 },
  town: { className: 't-town', sizePx: 13, weight: 600, dotPx: 3.2 },
  context: { className: 't-context', sizePx: 12.5, weight: 400, dotPx: 2.4 },
};
const localStyle: TextStyle = { sizePx: 12, weight: 400 };

export type AreaRank = 'focus' | 'country' | 'region' | 'subject' | 'lens';

const areaLooks: Record<AreaRank, TextStyle & { className: string }> = {
  focus: { className: 't-focus', sizePx: 13, weight: 600, trackingEm: 0.16, caps: true },
  country: { className: 't-country', sizePx: 12.5, weight: 600, trackingEm: 0.22, caps: true },
  region: { className: 't-region', sizePx: 11, weight: 400, trackingEm: 0.13, caps: true },
  subject: { className: 't-region t-subject', sizePx: 13, weight: 600, trackingEm: 0.16, caps: true },
  lens: { className: 't-focus t-small', sizePx: 10, weight: 600, trackingEm: 0.12, caps: true },
};

export interface LabelPlane {
  camera: Camera;
  size: Size;
  /** Where labels may stand. */
  free: Box;
  /** Boxes already taken; each label placed adds its own. */
  taken: Box[];
  /** Dots of places by id: no name may cover another place's dot. */
  dots: ReadonlyMap<string, Box>;
  /** Points of lines that no name may cover. */
  avoid?: Point[];
}

/** A place's dot and name where they collide with nothing, or the dot alone; null where even the dot is out of sight. */
export function placeLabel(
  place: Place,
  rank: PlaceRank,
  plane: LabelPlane,
  prefer: Side[] = ['right', 'left', 'top', 'bottom'],
): Mark | null {
  const look = placeLooks[rank];
  const [x, y] = pixelOf(plane.camera, plane.size, place.at);
  if (!inside(boxAt([x, y], 4, 4), plane.free)) return null;
  const local = rank !== 'context' && place.local && place.local !== place.name ? place.local : null;
  const spot = findSpot(place, [x, y], look, local, plane, prefer);
  const required = rank !== 'context';
  if (!spot && !required) return null;
  const { side, twoLines } = spot ?? { side: prefer[0] ?? 'right', twoLines: false };
  const shown = twoLines ? local : null;
  plane.taken.push(labelBox(place, [x, y], look, shown, side, plane.free));
  return {
    key: `place-${place.id}`,
    tag: 'g',
    attrs: { transform: `translate(${round(x)} ${round(y)})` },
    children: [
      { key: 'dot', tag: 'circle', attrs: { class: 'dot', r: look.dotPx } },
      ...nameMarks(place, look, shown, side, shift(place, x, look, shown, side, plane.free)),
    ],
  };
}

type Side = 'right' | 'left' | 'top' | 'bottom';

function findSpot(place: Place, at: Point, look: PlaceLook, local: string | null, plane: LabelPlane, prefer: Side[]) {
  for (const twoLines of local ? [true, false] : [false]) {
    for (const side of prefer) {
      const box = labelBox(place, at, look, twoLines ? local : null, side, plane.free);
      if (clear(box, plane, place.id)) return { side, twoLines };
    }
  }
  return null;
}

function offsets(look: PlaceLook, twoLines: boolean, side: Side): { x: number; y: number; anchor: string } {
  const r = look.dotPx;
  const middle = twoLines ? -2 : look.sizePx * 0.35;
  switch (side) {
    case 'right':
      return { x: r + 5, y: middle, anchor: 'start' };
    case 'left':
      return { x: -r - 5, y: middle, anchor: 'end' };
    case 'top':
      return { x: 0, y: -r - (twoLines ? 20 : 6), anchor: 'middle' };
    case 'bottom':
      return { x: 0, y: r + look.sizePx + 2, anchor: 'middle' };
  }
}

function labelBox(place: Place, [x, y]: Point, look: PlaceLook, local: string | null, side: Side, free: Box): Box {
  const { x: dx, y: dy, anchor } = offsets(look, local !== null, side);
  const width = nameWidth(place, look, local);
  const left = x + dx + shift(place, x, look, local, side, free) - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return [left - 2, y + dy - look.sizePx, left + width + 2, y + dy + 4 + (local ? look.sizePx : 0)];
}

const nameWidth = (place: Place, look: PlaceLook, local: string | null) =>
  Math.max(textWidth(place.name, look), local ? textWidth(local, localStyle) : 0);

/** A name above or below its dot moves sideways rather than out of the free box. */
function shift(place: Place, x: number, look: PlaceLook, local: string | null, side: Side, free: Box): number {
  if (side === 'left' || side === 'right') return 0;
  const half = nameWidth(place, look, local) / 2 + 3;
  return Math.max(free[0] + half, Math.min(free[2] - half, x)) - x;
}

function nameMarks(place: Place, look: PlaceLook, local: string | null, side: Side, shiftPx: number): Mark[] {
  const { x: dx, y, anchor } = offsets(look, local !== null, side);
  const x = round(dx + shiftPx);
  const name: Mark = {
    key: 'name',
    tag: 'text',
    attrs: { class: look.className, x, y: round(y), 'text-anchor': anchor },
    text: place.name,
  };
  if (!local) return [name];
  const attrs = { class: 't-local', x, y: round(y + look.sizePx * 0.98), 'text-anchor': anchor, lang: place.lang };
  return [name, { key: 'local', tag: 'text', attrs, text: local }];
}

/**
 * A country's or region's name at its visible centre: the point of a grid where the whole name lies inside the area,
 * as clear of borders and other names, and as near to the middle of what is seen, as can be. Null where there is none.
 */
export function* areaLabel(id: string, name: string, shape: PlaneShape, rank: AreaRank, plane: LabelPlane): Work<Mark | null> {
  const look = areaLooks[rank];
  const width = textWidth(name, look);
  const outline = yield* rings(shape, plane.camera, plane.size);
  const within = () => visiblePoint(outline, plane, width, look.sizePx);
  const beside = () => besidePoint(outline, plane, width, look.sizePx);
  const at = rank === 'lens' ? (beside() ?? (yield* within())) : ((yield* within()) ?? (rank === 'country' ? null : beside()));
  if (!at) return null;
  plane.taken.push(boxAt(at, width + 8, look.sizePx + 6));
  const attrs = { class: look.className, x: round(at[0]), y: round(at[1] + look.sizePx * 0.36), 'text-anchor': 'middle' };
  return { key: `area-${id}`, tag: 'text', attrs, text: name };
}

/** An area too small for its name has it right above or below. */
function besidePoint(outline: Position[][], plane: LabelPlane, width: number, sizePx: number): Point | null {
  const [left, top, right, bottom] = extent(outline);
  const middle = Math.max(plane.free[0] + width / 2, Math.min(plane.free[2] - width / 2, (left + right) / 2));
  const spots: Point[] = [
    [middle, top - sizePx * 1.4],
    [middle, bottom + sizePx * 1.4],
  ];
  return spots.find((at) => clear(boxAt(at, width, sizePx), plane)) ?? null;
}

function extent(outline: Position[][]): Box {
  const points = outline.flat();
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Clearance beyond this is as good as any, px. */
const enoughPx = 46;

function* visiblePoint(outline: Position[][], plane: LabelPlane, width: number, sizePx: number): Work<Point | null> {
  const own = extent(outline);
  const [left, top, right, bottom] = [
    Math.max(own[0], plane.free[0]),
    Math.max(own[1], plane.free[1]),
    Math.min(own[2], plane.free[2]),
    Math.min(own[3], plane.free[3]),
  ];
  if (!(right - left > width) || !(bottom - top > sizePx)) return null;
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  const avoided = (plane.avoid ?? []).map(([x, y]): Box => [x, y, x, y]);
  const holds = boxTest(outline);
  const score = ([x, y]: Point): number | null => {
    const box = boxAt([x, y], width + 6, sizePx * 1.5);
    if (!clear(box, plane) || !holds(box)) return null;
    const clearance = Math.min(enoughPx, edgeDistance(box, outline), gapToTaken(box, plane.taken), gapToTaken(box, avoided));
    return clearance - Math.hypot(x - middle[0], y - middle[1]) * 0.05;
  };
  const room: Box = [left + width / 2, top + sizePx, right - width / 2, bottom - sizePx / 2];
  const coarse = yield* bestPoint(room, 12, score);
  if (!coarse) return yield* bestPoint(room, 26, score);
  const [dx, dy] = [(room[2] - room[0]) / 12, (room[3] - room[1]) / 12];
  const [x, y] = coarse;
  const around: Box = [Math.max(room[0], x - dx), Math.max(room[1], y - dy), Math.min(room[2], x + dx), Math.min(room[3], y + dy)];
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

function clear(box: Box, { free, taken, dots, avoid = [] }: LabelPlane, own?: string): boolean {
  if (!inside(box, free) || taken.some((other) => overlap(box, other)) || avoid.some((at) => contains(box, at))) return false;
  return ![...dots].some(([id, dot]) => id !== own && overlap(box, dot));
}

const contains = ([left, top, right, bottom]: Box, [x, y]: Point) => x > left && x < right && y > top && y < bottom;

/** Whether an outline holds all of a box: its middle and its corners. */
function boxTest(outline: Position[][]): (box: Box) => boolean {
  const holds = pointTest(outline);
  return ([left, top, right, bottom]) =>
    holds([(left + right) / 2, (top + bottom) / 2]) && [left, right].every((x) => [top, bottom].every((y) => holds([x, y])));
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
