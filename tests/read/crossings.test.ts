import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossingOf } from '../../src/read/crossings.ts';

type Point = [number, number];

/** Every pair of segments compared: slow, and plainly right. */
function crosses(ring: Point[]): boolean {
  const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  return ring.slice(0, -1).some((a, i) =>
    ring.slice(0, -1).some((c, j) => {
      const [b, d] = [ring[i + 1] as Point, ring[j + 1] as Point];
      return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }),
  );
}

test('a ring crosses itself or not as a comparison of all its segments says', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
      const ring = [...points, points[0]] as Point[];
      expect(crossingOf(ring) !== null).toBe(crosses(ring));
    }),
    { numRuns: 400, seed: 21 },
  );
});

test('the crossing is told where it is', () => {
  expect(
    crossingOf([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]),
  ).toEqual({ at: [1, 1], index: 2 });
});

test('a ring that touches itself in a point crosses nothing', () => {
  expect(
    crossingOf([
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 1],
      [0, 0],
    ]),
  ).toBeNull();
  expect(
    crossingOf([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ]),
  ).toBeNull();
});
