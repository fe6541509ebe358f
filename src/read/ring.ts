import type { Position } from 'geojson';

export type Box = [west: number, south: number, east: number, north: number];

/** Round the segments from start to before end; the whole ring’s, where they are not given. */
export function boxOf(ring: readonly Position[], start = 0, end = ring.length - 1): Box {
  const box: Box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = start; index <= end; index++) {
    const [x = 0, y = 0] = ring[index] ?? [];
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/** Square degrees of a plane, negative where the ring runs clockwise. */
export function areaOf(ring: readonly Position[]): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[index - 1] ?? [], ring[index] ?? []];
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}
