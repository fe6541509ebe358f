import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { polygonProblems, windingProblems } from '../../src/read/polygon.ts';

/** A rectangle that runs anticlockwise, or the other way. */
const box = (west: number, south: number, east: number, north: number, turned = false): Position[] => {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return turned ? ring.reverse() : ring;
};
const outline = box(0, 0, 10, 10);
const said = (...rings: Position[][]) =>
  polygonProblems(rings, ['coordinates']).map(({ message, path, mild }) => {
    expect(mild).toBe(true);
    return [message.replace(/^expected /, ''), path.slice(1).join('.')];
  });

test('holes beside one another inside their outline are right, wherever they touch it', () => {
  expect(said(outline, box(1, 1, 2, 2), box(3, 1, 4, 2), box(1, 3, 2, 4))).toEqual([]);
  // In a corner, along a side, and side by side.
  expect(said(outline, box(0, 0, 2, 2), box(2, 0, 4, 2), box(5, 5, 10, 6))).toEqual([]);
  expect(
    said(outline, [
      [5, 0],
      [6, 3],
      [4, 3],
      [5, 0],
    ]),
  ).toEqual([]);
  expect([said(), said(outline)]).toEqual([[], []]);
});

test.each<[name: string, holes: Position[][], message: string, path: string]>([
  ['crosses its outline', [box(8, 4, 12, 5)], 'a hole that does not cross its outline, found one that does at [10, 4]', '1.0'],
  ['lies outside of it', [box(11, 1, 12, 2)], 'a hole inside its outline, found one outside of it', '1'],
  ['touches it from outside', [box(10, 1, 12, 2)], 'a hole inside its outline, found one outside of it', '1'],
  ['is its outline again', [outline], 'a hole inside its outline, found the outline again', '1'],
  ['is its outline the other way', [box(0, 0, 10, 10, true)], 'a hole inside its outline, found the outline again', '1'],
  ['crosses another', [box(1, 1, 4, 4), box(3, 2, 6, 3)], 'a hole that does not cross another hole, found one that does at [4, 2]', '2.0'],
  ['lies in another', [box(1, 1, 4, 4), box(2, 2, 3, 3)], 'holes beside one another, found one inside another', '2'],
  ['lies round another', [box(2, 2, 3, 3), box(1, 1, 4, 4)], 'holes beside one another, found one inside another', '2'],
  ['is another again', [box(1, 1, 4, 4), box(1, 1, 4, 4)], 'holes beside one another, found one inside another', '2'],
])('a hole that %s is told of', (_, holes, message, path) => {
  expect(said(outline, ...holes)).toEqual([[message, path]]);
});

test.each([
  [0, 0],
  [-20, -30],
])('a hole in the notch of its outline lies outside of it (moved by %d, %d)', (x, y) => {
  const moved = (ring: Position[]): Position[] => ring.map(([lon = 0, lat = 0]) => [lon + x, lat + y]);
  const notched = moved([
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
    [0, 0],
  ]);
  const isRight = (...sides: [number, number, number, number]) => said(notched, moved(box(...sides))).length === 0;
  const inside = [isRight(1, 1, 2, 1.5), isRight(8.9, 6, 9.5, 7), isRight(0.5, 6, 1.1, 7), isRight(4.5, 0.5, 5.5, 1.5)];
  const outside = [isRight(4.5, 6, 5.5, 7), isRight(7, 8, 8, 9), isRight(2, 8, 3, 9), isRight(11, 1, 12, 2), isRight(-2, 1, -1, 2)];
  expect([inside, outside]).toEqual([Array(4).fill(true), Array(5).fill(false)]);
});

test('each hole is told of once, and alone', () => {
  expect(said(outline, box(11, 1, 12, 2), box(1, 1, 2, 2), box(13, 1, 14, 2)).map(([, path]) => path)).toEqual(['1', '3']);
});

test('a hole that runs as its outline does is filled', () => {
  const filled = (...rings: Position[][]) => windingProblems(rings, ['coordinates', 0]).map(({ path }) => path.join('.'));
  expect(filled(outline, box(1, 1, 2, 2), box(3, 1, 4, 2, true), box(5, 1, 6, 2))).toEqual(['coordinates.0.1', 'coordinates.0.3']);
  expect(filled(box(0, 0, 10, 10, true), box(1, 1, 2, 2), box(3, 1, 4, 2, true))).toEqual(['coordinates.0.2']);
  // What lies outside fills nothing.
  expect([filled(outline, box(11, 1, 12, 2)), filled()]).toEqual([[], []]);
});
