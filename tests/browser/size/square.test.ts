import { geoArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { sideKm, squareAround } from '../../../src/browser/size/square.ts';
import { projectBounds } from '../../../src/scene/mercator.ts';
import type { Bounds } from '../../../src/story.ts';

const earthKm = 6371.0088;

/** By d3's spherical area of the field with points along its parallels, which are no great circles. */
function areaKm2([west, south, east, north]: Bounds): number {
  const along = (lat: number) => Array.from({ length: 361 }, (_, i) => [west + ((east - west) * i) / 360, lat]);
  const ring = [...along(north), ...along(south).reverse()];
  return geoArea({ type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] } as never) * earthKm ** 2;
}

test.each([
  ['984 km² over London', [-0.13, 51.51], 984],
  ['984 km² over Quito', [-78.5, -0.23], 984],
  ['30,000 km² over Tromsø', [18.96, 69.65], 30_000],
  ['a country over Nairobi', [36.82, -1.28], 603_700],
] as const)('the field has its area on the sphere: %s', (_, at, area) => {
  const bounds = squareAround([...at], area);
  expect(areaKm2(bounds) / area).toBeCloseTo(1, 3);
  expect((bounds[0] + bounds[2]) / 2).toBeCloseTo(at[0], 9);
  expect((bounds[1] + bounds[3]) / 2).toBeCloseTo(at[1], 9);
});

test('as large as a city it is a square on the map', () => {
  const [left, top, right, bottom] = projectBounds(squareAround([-0.13, 51.51], 984));
  expect((right - left) / (bottom - top)).toBeCloseTo(1, 2);
  expect(sideKm(984)).toBeCloseTo(31.37, 2);
});

test('a continent stays on the map, however far north its city', () => {
  const [west, south, east, north] = squareAround([25.47, 65.01], 44_600_000);
  expect(north).toBeLessThanOrEqual(85.06);
  expect(south).toBeGreaterThanOrEqual(-85.06);
  expect(east - west).toBeLessThanOrEqual(360);
  expect(areaKm2([west, south, east, north]) / 44_600_000).toBeCloseTo(1, 2);
});
