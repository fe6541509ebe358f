import { expect, test } from 'vitest';
import { centre, fitBounds, flight, pixelOf, pxPerKm, sameCamera } from '../../src/scene/camera.ts';
import { project, unproject } from '../../src/scene/mercator.ts';
import type { Bounds } from '../../src/story.ts';

const size = { width: 1440, height: 900 };
const padding = { left: 544, right: 72, top: 64, bottom: 64 };
const bounds: Bounds = [33.35, 50.35, 38.6, 52.5];

test('project and unproject are each other’s inverse', () => {
  const [lon, lat] = unproject(project([35.271, 51.191]));
  expect(lon).toBeCloseTo(35.271, 9);
  expect(lat).toBeCloseTo(51.191, 9);
});

test('the fitted frame touches the padding on its longer side and is centred on the other', () => {
  const camera = fitBounds(bounds, size, padding);
  const [left, top] = pixelOf(camera, size, [bounds[0], bounds[3]]);
  const [right, bottom] = pixelOf(camera, size, [bounds[2], bounds[1]]);
  expect(left).toBeCloseTo(544, 4);
  expect(right).toBeCloseTo(1440 - 72, 4);
  expect(top - 64).toBeCloseTo(900 - 64 - bottom, 4);
  expect(top).toBeGreaterThan(64);
});

test('padding that leaves no room still gives a finite camera', () => {
  const camera = fitBounds(bounds, { width: 100, height: 100 }, { left: 90, right: 90, top: 90, bottom: 90 });
  expect(Number.isFinite(camera.zoom + camera.x + camera.y)).toBe(true);
});

test('a flight starts and ends at its cameras exactly and takes 0.9 to 2.4 seconds', () => {
  const from = fitBounds(bounds, size, padding);
  const to = fitBounds([27, 22, 133, 66], size, padding);
  const path = flight(from, to, size);
  expect(sameCamera(path.at(0), from)).toBe(true);
  expect(path.at(1)).toEqual(to);
  expect(path.durationMs).toBeGreaterThanOrEqual(900);
  expect(path.durationMs).toBeLessThanOrEqual(2400);
});

test('a flight between equal cameras stays where it is', () => {
  const camera = fitBounds(bounds, size, padding);
  expect(sameCamera(flight(camera, camera, size).at(0.5), camera)).toBe(true);
});

test('a kilometre at 51° is as long as the great-circle distance says', () => {
  const camera = fitBounds(bounds, size, padding);
  const [x0] = pixelOf(camera, size, [35, 51.19]);
  const [x1] = pixelOf(camera, size, [36, 51.19]);
  // One degree of longitude at 51.19° N is 69.7 km.
  expect((x1 - x0) / pxPerKm(camera, 51.19)).toBeCloseTo(69.7, 1);
});

test('the centre of a camera without padding is the middle of its frame', () => {
  const camera = fitBounds([10, 10, 20, 20], { width: 500, height: 500 }, { left: 0, right: 0, top: 0, bottom: 0 });
  expect(centre(camera)[0]).toBeCloseTo(15, 6);
});

test('a mirrored camera shows the bounds as far from the other side', () => {
  const [own, other] = [fitBounds(bounds, size, padding), fitBounds(bounds, size, padding, true)];
  const [west] = pixelOf(own, size, [bounds[0], bounds[1]]);
  const [east] = pixelOf(other, size, [bounds[2], bounds[1]]);
  expect(size.width - east).toBeCloseTo(west, 6);
  expect(other.zoom).toBe(own.zoom);
});

test('a frame is centred in what the padding leaves, above and below as well', () => {
  const low = { left: 0, right: 0, top: 40, bottom: 340 };
  const camera = fitBounds(bounds, size, low);
  const [, top] = pixelOf(camera, size, [bounds[0], bounds[3]]);
  const [, bottom] = pixelOf(camera, size, [bounds[2], bounds[1]]);
  expect(top - 40).toBeCloseTo(900 - 340 - bottom, 4);
  // As tall as all its room: Mercator's pixels are as many across as down.
  expect(bottom - top).toBeCloseTo(520, 4);
});

test('a flight over a screen takes the least time, one around the world the most, and another its own', () => {
  const near = { x: 0.6, y: 0.33, zoom: 7 };
  const took = (to: typeof near) => flight(near, to, size).durationMs;
  expect(took({ ...near, x: 0.6001 })).toBe(900);
  expect(took({ x: 0.1, y: 0.6, zoom: 9 })).toBe(2400);
  // Van Wijk's way between zooms of one centre is as long as the logarithm of their scales' ratio.
  expect(took({ ...near, zoom: 10 })).toBeCloseTo((0.9 * 1000 * 3 * Math.LN2) / Math.SQRT2, 0);
});

test('cameras are the same to a tenth of a pixel and no further', () => {
  const camera = { x: 0.6, y: 0.33, zoom: 7 };
  const px = 1 / (512 * 2 ** 7);
  expect(sameCamera(camera, { ...camera, x: 0.6 + px / 20, y: 0.33 - px / 20 })).toBe(true);
  expect(sameCamera(camera, { ...camera, x: 0.6 + px / 5 })).toBe(false);
  expect(sameCamera(camera, { ...camera, y: 0.33 + px / 5 })).toBe(false);
  expect(sameCamera(camera, { ...camera, zoom: 7.001 })).toBe(false);
});
