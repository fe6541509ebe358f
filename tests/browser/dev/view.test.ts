import { expect, test } from 'vitest';
import { boundsIn, fitted, inWords, nearest, panned, placeAt, zoomed } from '../../../src/browser/dev/view.ts';
import { pixelOf } from '../../../src/scene/camera.ts';
import type { Bounds } from '../../../src/story.ts';

const size = { width: 1080, height: 900 };

test('what was written gives the same view again, and is written in the same way', () => {
  for (const frame of [
    [31.2, -3.3, 35.4, 0.8],
    [34.98, 50.78, 36.03, 51.55],
    [-30, -20, 60, 70],
    [175, -20, 190, -10],
  ] as Bounds[]) {
    const written = boundsIn(fitted(frame, size), size);
    expect(boundsIn(fitted(written, size), size)).toEqual(written);
    const [west, south, east, north] = written;
    expect(west <= frame[0] + 0.5 && south <= frame[1] + 0.5 && east >= frame[2] - 0.5 && north >= frame[3] - 0.5).toBe(true);
  }
});

test('bounds are as exact as their size makes sense of', () => {
  const decimals = (frame: Bounds) =>
    Math.max(...boundsIn(fitted(frame, size), size).map((value) => String(value).split('.')[1]?.length ?? 0));
  expect(decimals([36.1, 51.7, 36.2, 51.75])).toBe(3);
  expect(decimals([31.2, -3.3, 35.4, 0.8])).toBe(2);
  expect(decimals([-30, -20, 60, 70])).toBe(1);
});

test('a view over the date line begins in the west and ends above 180', () => {
  const [west, , east] = boundsIn(fitted([175, -20, 190, -10], size), size);
  expect(west).toBeGreaterThan(170);
  expect(east).toBeGreaterThan(180);
  const beyond = panned(fitted([175, -20, 179, -16], size), -4000, 0);
  expect(boundsIn(beyond, size)[0]).toBeGreaterThanOrEqual(-180);
});

test('to zoom leaves the place under the pointer where it is', () => {
  const camera = fitted([31, -3, 35, 1], size);
  const at = placeAt(camera, size, [200, 300]);
  const [x, y] = pixelOf(zoomed(camera, 1.5, size, [200, 300]), size, at);
  expect([Math.round(x), Math.round(y)]).toEqual([200, 300]);
});

test('the nearest thing is the one on screen, and a spot is said in words', () => {
  const camera = fitted([0, 0, 10, 10], size);
  const things = [{ at: [1, 1] }, { at: [9, 9] }] as { at: [number, number] }[];
  expect(nearest(things, camera, size, pixelOf(camera, size, [7, 8]))).toBe(things[1]);
  expect(nearest([], camera, size, [0, 0])).toBe(null);
  expect(inWords([-33.5, -1.25])).toBe('1.25° S, 33.5° W');
});
