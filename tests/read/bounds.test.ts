import { expect, test } from 'vitest';
import { boundsOfPoints, boundsOfView, centreOf, clamp, scaled, touch, unite, withMargin } from '../../src/read/bounds.ts';

test('bounds cross the antimeridian where that is shorter', () => {
  expect(
    boundsOfPoints([
      [170, 10],
      [-170, 20],
    ]),
  ).toEqual([170, 10, 190, 20]);
  expect(
    boundsOfPoints([
      [-77, 39],
      [36, 52],
    ]),
  ).toEqual([-77, 39, 36, 52]);
});

test('bounds of parts that meet at 180 degrees are one stretch', () => {
  expect(
    unite([
      [27, 41, 180, 81],
      [-180, 65, -169, 71],
    ]),
  ).toEqual([27, 41, 191, 81]);
});

test('bounds of nothing are none', () => {
  expect(unite([])).toBeNull();
});

test('a margin stays within the world that Mercator shows', () => {
  expect(withMargin([0, 80, 10, 84], 0.5)).toEqual([-5, 78, 15, 85]);
  expect(withMargin([-179, 0, 179, 10], 0.04)).toEqual([-180, -0.4, 180, 10.4]);
});

test('a view of centre and zoom becomes bounds round the centre', () => {
  const [west, south, east, north] = boundsOfView([36, 51], 7);
  expect((west + east) / 2).toBeCloseTo(36);
  expect((south + north) / 2).toBeCloseTo(51);
});

test('bounds of points all round the world are the whole of it, and a gap between them is left out wherever it lies', () => {
  const round = (...lons: number[]) => boundsOfPoints(lons.map((lon) => [lon, 0]));
  expect(round(-120, 0, 120)).toEqual([-120, 0, 120, 0]);
  expect(round(-170, -100, 100, 170)).toEqual([100, 0, 260, 0]);
  expect(round(540)).toEqual([-180, 0, -180, 0]);
  expect(
    unite([
      [-180, 0, 10, 1],
      [0, 0, 185, 1],
    ]),
  ).toEqual([-180, 0, 180, 1]);
  // A short one within a long one ends nothing.
  expect(
    unite([
      [0, 0, 100, 1],
      [10, 0, 20, 1],
      [110, 0, 120, 1],
    ]),
  ).toEqual([0, 0, 120, 1]);
});

test.each([
  [[0, 0, 10, 10], [10, 10, 20, 20], true],
  [[0, 0, 10, 10], [10.1, 0, 20, 10], false],
  [[0, 0, 10, 10], [-20, 0, -0.1, 10], false],
  [[0, 0, 10, 10], [0, 10.1, 10, 20], false],
  [[0, 0, 10, 10], [0, -20, 10, -0.1], false],
  [[0, 0, 10, 10], [0, -20, 10, 0], true],
  [[170, 0, 190, 10], [-175, 0, -172, 10], true],
  [[-175, 0, -172, 10], [170, 0, 190, 10], true],
  [[170, 0, 190, 10], [-169, 0, -160, 10], false],
  [[2, 2, 3, 3], [0, 0, 10, 10], true],
] as const)('whether %j and %j have a point in common: %j', (one, other, expected) => {
  expect(touch([...one], [...other])).toBe(expected);
});

test('bounds are scaled about their centre, which is halfway between their sides', () => {
  expect(scaled([10, 20, 20, 40], 3)).toEqual([0, 0, 30, 60]);
  expect(centreOf([10, 20, 20, 50])).toEqual([15, 35]);
});

test('bounds are at most once round the world, and rounded to four decimals', () => {
  expect(clamp([-180, -10, 180, 10])).toEqual([-180, -10, 180, 10]);
  expect(clamp([-200, -89, 200, 89])).toEqual([-180, -85, 180, 85]);
  expect(clamp([1.00004, 2.00006, 3, 4])).toEqual([1, 2.0001, 3, 4]);
});

test('a view is a screen wide, and as much lower as Mercator stretches there', () => {
  // A world of 512 × 2 ** 3 px: 1,024 of them are a quarter of it.
  const [west, south, east, north] = boundsOfView([10, 60], 3);
  expect(east - west).toBeCloseTo(90, 3);
  expect(north - south).toBeCloseTo((90 * 0.75) / 2, 3);
});
