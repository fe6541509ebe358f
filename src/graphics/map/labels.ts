import { type Camera, pixelOf, type Size } from '../../scene/camera.ts';
import type { Box, Point } from '../../scene/mercator.ts';
import type { Place } from '../../story.ts';
import type { Mark } from '../marks.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { boxAt, inside, overlap } from './boxes.ts';

export type PlaceRank = 'story' | 'city' | 'town' | 'context';

interface PlaceLook extends TextStyle {
  className: string;
  dotPx: number;
  /** Size of the name in the place's own language, px. */
  localPx: number;
}

const placeLooks: Record<PlaceRank, Omit<PlaceLook, 'localPx'>> = {
  story: { className: 't-story', sizePx: 17, weight: 600, dotPx: 4.5 },
  city: { className: 't-city', sizePx: 15, weight: 600, dotPx: 4 },
  town: { className: 't-town', sizePx: 13, weight: 600, dotPx: 3.2 },
  context: { className: 't-context', sizePx: 12.5, weight: 400, dotPx: 2.4 },
};
const localPx = 12;

/** A look as large as names are on a plane. */
export const enlarged = <Look extends TextStyle>(look: Look, { text = 1 }: LabelPlane): Look => ({ ...look, sizePx: look.sizePx * text });

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
  /** Points of borders, which a place's name keeps clear of where it has room on another side. */
  borders?: Point[];
  /** Radius of a plane that is round, px. */
  radius?: number;
  /** How much larger than usual names are. */
  text?: number;
  /** What should be named and has no room of its own: each name adds its thing. */
  crowded?: string[];
}

/** A place's dot and name where they collide with nothing, or the dot alone; null where even the dot is out of sight. */
export function placeLabel(
  place: Place,
  rank: PlaceRank,
  plane: LabelPlane,
  prefer: Side[] = ['right', 'left', 'top', 'bottom'],
): Mark | null {
  const look = { ...enlarged(placeLooks[rank], plane), localPx: localPx * (plane.text ?? 1) };
  const [x, y] = pixelOf(plane.camera, plane.size, place.at);
  if (!inside(boxAt([x, y], 4, 4), plane.free)) return null;
  const local = rank !== 'context' && place.local && place.local !== place.name ? place.local : null;
  const spot = findSpot(place, [x, y], look, local, plane, prefer);
  const required = rank !== 'context';
  if (!spot && !required) return null;
  if (!spot) plane.crowded?.push(place.id);
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
  const { borders = [] } = plane;
  for (const twoLines of local ? [true, false] : [false]) {
    const boxOf = (side: Side) => labelBox(place, at, look, twoLines ? local : null, side, plane.free);
    const sides = prefer.filter((side) => clear(boxOf(side), plane, place.id));
    const side = sides.find((one) => !meets(boxOf(one), borders)) ?? sides[0];
    if (side) return { side, twoLines };
  }
  return null;
}

const meets = (box: Box, points: Point[]): boolean => points.some(([x, y]) => overlap(box, [x, y, x, y]));

function offsets(look: PlaceLook, twoLines: boolean, side: Side): { x: number; y: number; anchor: string } {
  const r = look.dotPx;
  const middle = twoLines ? -2 : look.sizePx * 0.35;
  switch (side) {
    case 'right':
      return { x: r + 5, y: middle, anchor: 'start' };
    case 'left':
      return { x: -r - 5, y: middle, anchor: 'end' };
    case 'top':
      return { x: 0, y: -r - (twoLines ? look.localPx + 8 : 6), anchor: 'middle' };
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
  Math.max(textWidth(place.name, look), local ? textWidth(local, { sizePx: look.localPx, weight: 400 }) : 0);

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

/** Whether a name may stand in a box: in the plane, and clear of all that has its place. */
export function clear(box: Box, { free, taken, dots, avoid = [], radius }: LabelPlane, own?: string): boolean {
  if (!inside(box, free) || taken.some((other) => overlap(box, other)) || meets(box, avoid)) return false;
  if (radius && !inRound(box, radius)) return false;
  return ![...dots].some(([id, dot]) => id !== own && overlap(box, dot));
}

/** Whether a round plane holds the corner of a box that is farthest from its middle. */
const inRound = ([left, top, right, bottom]: Box, radius: number): boolean =>
  Math.hypot(Math.max(radius - left, right - radius), Math.max(radius - top, bottom - radius)) <= radius;

const round = (value: number) => Number(value.toFixed(1));
