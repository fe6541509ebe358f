import { expect, test } from 'vitest';
import { pathData, simplify } from '../../../src/graphics/map/path.ts';
import { finish } from '../../../src/scene/work.ts';

const camera = { x: 0.5, y: 0.5, zoom: 0 };
const size = { width: 512, height: 512 };

test('a point on a straight line is left out, a corner is kept', () => {
  expect(
    finish(
      simplify(
        [
          [0, 0],
          [5, 0.1],
          [10, 0],
          [10, 10],
        ],
        0.5,
      ),
    ),
  ).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
  ]);
});

test('a ring keeps its shape when it is thinned', () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  expect(finish(simplify(ring, 1))).toEqual(ring);
});

test('a plane shape is written in pixels of the camera, relative and closed', () => {
  const square = {
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [
          [0.25, 0.25],
          [0.75, 0.25],
          [0.75, 0.75],
          [0.25, 0.75],
          [0.25, 0.25],
        ],
      ],
    ],
  };
  expect(pathData(square, camera, size)).toMatch(/^M[\d.]+ [\d.]+l.*z$/);
  expect(pathData(square, camera, size)).toContain('256');
});

test('what lies outside the view is clipped away', () => {
  const far = {
    type: 'MultiLineString' as const,
    coordinates: [
      [
        [3, 3],
        [4, 4],
      ],
    ],
  };
  expect(pathData(far, camera, size)).toBe('');
});
