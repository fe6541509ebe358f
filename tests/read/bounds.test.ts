import { expect, test } from 'vitest';
import { boundsOfPoints, boundsOfView, unite, withMargin } from '../../src/read/bounds.ts';

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
