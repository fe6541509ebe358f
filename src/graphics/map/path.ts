import { type GeoStream, geoClipRectangle } from 'd3-geo';
import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { type Camera, type Size, worldPx } from '../../scene/camera.ts';
import type { Box } from '../../scene/mercator.ts';
import { finish, type Work } from '../../scene/work.ts';

/** What a layer is drawn from: areas or lines on Mercator's unit square. */
export type PlaneShape = MultiPolygon | MultiLineString;

export interface PathOptions {
  /** Points closer than this to a straight line are left out, px. */
  tolerancePx?: number;
  /** How far beyond the view shapes reach, px. */
  marginPx?: number;
  /** Digits after the point. */
  digits?: number;
}

/** SVG path data of a plane shape as the camera sees it: clipped to the view, thinned, in relative coordinates. */
export const pathData = (...view: Parameters<typeof growPath>): string => finish(growPath(...view));

/** The same in small steps. */
export function* growPath(
  shape: PlaneShape,
  camera: Camera,
  size: Size,
  { tolerancePx = 0.4, marginPx = 20, digits = 1 }: PathOptions = {},
): Work<string> {
  let data = '';
  for (const { points, closed } of yield* viewLines(shape, camera, size, marginPx)) {
    data += lineData(yield* simplify(points, tolerancePx), closed, digits);
  }
  return data;
}

/**
 * Path data of a whole plane shape in whole pixels about the camera's centre: neither clipped nor thinned, so it is made
 * fast, and in small steps.
 */
export function* worldPath(shape: PlaneShape, camera: Camera): Work<string> {
  const world = worldPx(camera);
  const lines = shape.type === 'MultiPolygon' ? shape.coordinates.flat() : shape.coordinates;
  const end = shape.type === 'MultiPolygon' ? 'z' : '';
  let data = '';
  let points = 0;
  for (const line of lines) {
    let [px, py] = [0, 0];
    let drawn = '';
    for (const [x = 0, y = 0] of line) {
      const [qx, qy] = [Math.round((x - camera.x) * world), Math.round((y - camera.y) * world)];
      if (!drawn) drawn = `M${qx} ${qy}l`;
      else if (qx !== px || qy !== py) drawn += `${qx - px} ${qy - py} `;
      [px, py] = [qx, qy];
    }
    if (!drawn.endsWith('l')) data += drawn + end;
    points += line.length;
    if (points < pointsAStep) continue;
    points = 0;
    yield;
  }
  return data;
}

/** Points between two pauses. */
const pointsAStep = 500;

/** A line or ring in pixels. */
export interface ViewLine {
  points: Position[];
  closed: boolean;
}

/** A plane shape's lines and rings in the camera's pixels, clipped to the view and a margin. */
export function* viewLines(shape: PlaneShape, camera: Camera, size: Size, marginPx: number): Work<ViewLine[]> {
  const world = worldPx(camera);
  const [left, top] = [size.width / 2 - camera.x * world, size.height / 2 - camera.y * world];
  const lines: ViewLine[] = [];
  let closed = false;
  const clip = geoClipRectangle(-marginPx, -marginPx, size.width + marginPx, size.height + marginPx);
  const clipped = clip({
    point: (x, y) => lines.at(-1)?.points.push([x, y]),
    lineStart: () => lines.push({ points: [], closed }),
    lineEnd() {
      const line = lines.at(-1);
      // Streams leave a ring's last point out, since it is the first again.
      if (closed && line?.points[0]) line.points.push(line.points[0]);
    },
    polygonStart() {
      closed = true;
    },
    polygonEnd() {
      closed = false;
    },
    sphere() {},
  });
  const stream: GeoStream = { ...clipped, point: (x, y) => clipped.point(x * world + left, y * world + top) };
  if (shape.type === 'MultiPolygon')
    for (const rings of inView(shape, shape.coordinates, camera, size, marginPx)) yield* sendPolygon(rings, stream);
  else for (const line of inView(shape, shape.coordinates, camera, size, marginPx)) yield* sendLine(line, stream);
  return lines;
}

function* sendPolygon(rings: Position[][], stream: GeoStream): Work<void> {
  stream.polygonStart();
  for (const ring of rings) yield* sendLine(ring.slice(0, -1), stream);
  stream.polygonEnd();
  yield;
}

function* sendLine(line: Position[], stream: GeoStream): Work<void> {
  stream.lineStart();
  for (const [i, [x = 0, y = 0]] of line.entries()) {
    stream.point(x, y);
    if (i % pointsAStep === pointsAStep - 1) yield;
  }
  stream.lineEnd();
}

/** The parts of a shape whose extent touches the view: the rest need not be clipped to find that nothing is left. */
function inView<Part>(shape: PlaneShape, parts: Part[], camera: Camera, size: Size, marginPx: number): Part[] {
  const world = worldPx(camera);
  const half = { x: (size.width / 2 + marginPx) / world, y: (size.height / 2 + marginPx) / world };
  const seen = extents(shape).map(
    ([left, top, right, bottom]) =>
      left < camera.x + half.x && right > camera.x - half.x && top < camera.y + half.y && bottom > camera.y - half.y,
  );
  return parts.filter((_, i) => seen[i]);
}

const knownExtents = new WeakMap<object, Box[]>();

function extents(shape: PlaneShape): Box[] {
  const known = knownExtents.get(shape);
  if (known) return known;
  const outlines: Position[][] = shape.type === 'MultiPolygon' ? shape.coordinates.map(([outer]) => outer ?? []) : shape.coordinates;
  const boxes = outlines.map(extentOf);
  knownExtents.set(shape, boxes);
  return boxes;
}

function extentOf(points: Position[]): Box {
  const box: Box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x = 0, y = 0] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

function lineData(line: Position[], closed: boolean, digits: number): string {
  if (line.length < (closed ? 3 : 2)) return '';
  const unit = 10 ** digits;
  let [px, py] = [0, 0];
  let data = '';
  line.forEach(([x = 0, y = 0], i) => {
    const [qx, qy] = [Math.round(x * unit), Math.round(y * unit)];
    if (i === 0) data += `M${short(qx / unit)}${gap(qy)}${short(qy / unit)}l`;
    else if (qx !== px || qy !== py)
      data += `${data.endsWith('l') ? '' : gap(qx - px)}${short((qx - px) / unit)}${gap(qy - py)}${short((qy - py) / unit)}`;
    [px, py] = [qx, qy];
  });
  return data.endsWith('l') ? '' : data + (closed ? 'z' : '');
}

const gap = (next: number) => (next < 0 ? '' : ' ');
const short = (value: number) => String(value).replace(/^(-?)0\./, '$1.');

/** Ramer–Douglas–Peucker; a ring is split at the point farthest from its start. */
export function* simplify(line: Position[], tolerance: number): Work<Position[]> {
  if (line.length < 4) return line;
  const keep = new Uint8Array(line.length);
  const last = line.length - 1;
  keep[0] = keep[last] = 1;
  const spans: [number, number][] = [];
  if (distance(line[0] as Position, line[last] as Position) < tolerance) {
    const far = farthest(line, 0, last).index;
    keep[far] = 1;
    spans.push([0, far], [far, last]);
  } else spans.push([0, last]);
  let points = 0;
  for (let span = spans.pop(); span; span = spans.pop()) {
    points += span[1] - span[0];
    if (points > 4 * pointsAStep) {
      points = 0;
      yield;
    }
    const { index, offset } = farthest(line, ...span);
    if (offset <= tolerance) continue;
    keep[index] = 1;
    spans.push([span[0], index], [index, span[1]]);
  }
  return line.filter((_, i) => keep[i]);
}

function farthest(line: Position[], start: number, end: number): { index: number; offset: number } {
  const [ax = 0, ay = 0] = line[start] as Position;
  const [bx = 0, by = 0] = line[end] as Position;
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  let [index, offset] = [start, -1];
  for (let i = start + 1; i < end; i++) {
    const [x = 0, y = 0] = line[i] as Position;
    const d = length ? Math.abs((x - ax) * dy - (y - ay) * dx) / length : Math.hypot(x - ax, y - ay);
    if (d > offset) [index, offset] = [i, d];
  }
  return { index, offset };
}

const distance = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) => Math.hypot(ax - bx, ay - by);
