import { geoIdentity, geoStream } from 'd3-geo';
import type { Geometry, Position } from 'geojson';
import { type Camera, type Size, worldPx } from '../../scene/camera.ts';

export interface PathOptions {
  /** Points closer than this to a straight line are left out, px. */
  tolerancePx?: number;
  /** How far beyond the view shapes reach, px. */
  marginPx?: number;
  /** Digits after the point. */
  digits?: number;
}

/** SVG path data of a plane shape as the camera sees it: clipped to the view, thinned, in relative coordinates. */
export function pathData(
  shape: Geometry,
  camera: Camera,
  size: Size,
  { tolerancePx = 0.4, marginPx = 20, digits = 1 }: PathOptions = {},
): string {
  return viewLines(shape, camera, size, marginPx)
    .map(({ points, closed }) => lineData(simplify(points, tolerancePx), closed, digits))
    .join('');
}

/** A line or ring in pixels. */
export interface ViewLine {
  points: Position[];
  closed: boolean;
}

/** A plane shape's lines and rings in the camera's pixels, clipped to the view and a margin. */
export function viewLines(shape: Geometry, camera: Camera, size: Size, marginPx: number): ViewLine[] {
  const world = worldPx(camera);
  const projection = geoIdentity()
    .scale(world)
    .translate([size.width / 2 - camera.x * world, size.height / 2 - camera.y * world])
    .clipExtent([
      [-marginPx, -marginPx],
      [size.width + marginPx, size.height + marginPx],
    ]);
  const lines: ViewLine[] = [];
  let closed = false;
  geoStream(
    shape,
    projection.stream({
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
    }),
  );
  return lines;
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
export function simplify(line: Position[], tolerance: number): Position[] {
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
  for (let span = spans.pop(); span; span = spans.pop()) {
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
