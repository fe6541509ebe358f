import { geoInterpolate } from 'd3-geo';
import { type Camera, pixelOf, type Size } from '../../scene/camera.ts';
import type { Box, Point } from '../../scene/mercator.ts';
import type { Arc, LngLat } from '../../story.ts';
import type { Mark } from '../marks.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { boxAt } from './boxes.ts';

/** An arc's end: a point, which gets a ring, or an area, from which the line fades because no point in it is meant. */
export interface ArcEnd {
  at: LngLat;
  area: boolean;
}

export interface ArcView {
  camera: Camera;
  size: Size;
  phone: boolean;
  /** Where its words may stand. */
  free: Box;
}

export interface ArcLayout {
  marks: Mark[];
  points: Point[];
  /** Boxes of its words. */
  taken: Box[];
}

const lines: { className: string; style: TextStyle; gapPx: number }[] = [
  { className: 'arc-head', style: { sizePx: 16, weight: 600 }, gapPx: 32 },
  { className: 'arc-line', style: { sizePx: 14, weight: 400 }, gapPx: 13 },
];

/** A line between two things, with its words over its highest point and its reservations beneath. */
export function layoutArc(arc: Arc, from: ArcEnd, to: ArcEnd, view: ArcView, key: string): ArcLayout {
  const points = arc.shape === 'great-circle' ? greatCircle(from.at, to.at, view) : bow(from.at, to.at, view);
  const d = `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;
  const fade = arc.shape === 'bow' && (from.area || to.area) ? fadeMarks(points, from.area, key) : [];
  const width = view.phone ? 2 : 2.5;
  const stroke = (name: string, px: number): Mark => ({
    key: name,
    tag: 'path',
    attrs: { class: name, d, 'stroke-width': px, pathLength: 1, mask: fade.length ? `url(#${key}-mask)` : null },
  });
  const ring: Mark[] = from.area || arc.shape === 'bow' ? [] : [ringMark(points[0] as Point)];
  const words = arcWords(arc, points, view);
  return { marks: [...fade, stroke('arc-halo', width + 3.5), stroke('arc', width), ...ring, ...words.marks], points, taken: words.taken };
}

/** The shortest way over the globe. */
function greatCircle(from: LngLat, to: LngLat, { camera, size }: ArcView): Point[] {
  const at = geoInterpolate(from, to);
  return Array.from({ length: 97 }, (_, i) => pixelOf(camera, size, at(i / 96)));
}

/** A shallow curve, bent upwards, for a short hop whose way is not known. */
function bow(from: LngLat, to: LngLat, { camera, size }: ArcView): Point[] {
  const [ax, ay] = pixelOf(camera, size, from);
  const [bx, by] = pixelOf(camera, size, to);
  const control: Point = [(ax + bx) / 2, Math.min(ay, by) - Math.hypot(ax - bx, ay - by) * 0.16];
  return Array.from({ length: 41 }, (_, i): Point => {
    const t = i / 40;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [p * ax + q * control[0] + r * bx, p * ay + q * control[1] + r * by];
  });
}

/** The first two fifths come in from nothing. */
function fadeMarks(points: Point[], atStart: boolean, key: string): Mark[] {
  const path = atStart ? points : [...points].reverse();
  const [x1, y1] = path[0] as Point;
  const [x2, y2] = path[Math.round((path.length - 1) * 0.42)] as Point;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs) - 20, Math.min(...ys) - 20];
  const area = { x: round(x), y: round(y), width: round(Math.max(...xs) - x + 20), height: round(Math.max(...ys) - y + 20) };
  const gradient = { id: `${key}-fade`, gradientUnits: 'userSpaceOnUse', x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
  return [
    {
      key: 'fade',
      tag: 'linearGradient',
      attrs: gradient,
      children: [
        { key: 'out', tag: 'stop', attrs: { 'stop-color': '#000' } },
        { key: 'in', tag: 'stop', attrs: { offset: 1, 'stop-color': '#fff' } },
      ],
    },
    {
      key: 'mask',
      tag: 'mask',
      attrs: { id: `${key}-mask`, maskUnits: 'userSpaceOnUse', ...area },
      children: [{ key: 'area', tag: 'rect', attrs: { ...area, fill: `url(#${key}-fade)` } }],
    },
  ];
}

function ringMark([x, y]: Point): Mark {
  return { key: 'ring', tag: 'circle', attrs: { class: 'arc-ring', cx: round(x), cy: round(y), r: 5 } };
}

function arcWords(arc: Arc, points: Point[], view: ArcView): { marks: Mark[]; taken: Box[] } {
  const apex = points.reduce((top, point) => (point[1] < top[1] ? point : top));
  const scale = view.phone ? 0.82 : 1;
  const rows = [
    ...arc.label
      .slice(0, 2)
      .map((text, i) => ({ text, ...(lines[i] as (typeof lines)[number]), y: apex[1] - (lines[i]?.gapPx ?? 0) * (view.phone ? 0.8 : 1) })),
    ...(view.phone
      ? []
      : arc.note.map((text, i) => ({
          text,
          className: 'arc-note',
          style: { sizePx: 12, weight: 400 } as TextStyle,
          y: apex[1] + 44 + i * 17,
        }))),
  ];
  const widths = rows.map(({ text, style }) => textWidth(text, { ...style, sizePx: style.sizePx * scale }));
  const half = Math.max(0, ...widths) / 2;
  const x = Math.max(view.free[0] + half, Math.min(view.free[2] - half, apex[0]));
  return {
    marks: rows.map(({ text, className, y }, i) => ({
      key: `word-${i}`,
      tag: 'text',
      attrs: { class: className, x: round(x), y: round(y), 'text-anchor': 'middle' },
      text,
    })),
    taken: rows.map(({ y, style }, i) => boxAt([x, y - style.sizePx * 0.35], (widths[i] ?? 0) + 8, style.sizePx + 6)),
  };
}

const round = (value: number) => Number(value.toFixed(1));
