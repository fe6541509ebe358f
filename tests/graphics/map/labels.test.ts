import { expect, test } from 'vitest';
import { areaLabel } from '../../../src/graphics/map/area-label.ts';
import { overlap } from '../../../src/graphics/map/boxes.ts';
import { type LabelPlane, placeLabel } from '../../../src/graphics/map/labels.ts';
import { fitBounds, pixelOf } from '../../../src/scene/camera.ts';
import { type Point, project } from '../../../src/scene/mercator.ts';
import { finish } from '../../../src/scene/work.ts';
import type { LngLat, Place } from '../../../src/story.ts';

const size = { width: 800, height: 600 };
const camera = fitBounds([10, 10, 20, 18], size, { left: 0, right: 0, top: 0, bottom: 0 });
const plane = (): LabelPlane => ({ camera, size, free: [8, 8, 792, 592], taken: [], dots: new Map() });
const place = (id: string, at: LngLat, local: string | null = null): Place => ({
  id,
  name: `Town ${id}`,
  local,
  lang: null,
  at,
  kind: 'town',
});
const square = (...corners: LngLat[]) => ({
  type: 'MultiPolygon' as const,
  coordinates: [[[...corners, corners[0] as LngLat].map((at) => project(at))]],
});

test('two names close together take different sides and never overlap', () => {
  const shared = plane();
  placeLabel(place('a', [15, 14]), 'city', shared);
  placeLabel(place('b', [15.3, 14.4]), 'city', shared);
  placeLabel(place('c', [14.8, 13.7]), 'city', shared);
  const [a, b, c] = shared.taken;
  for (const [one, two] of [
    [a, b],
    [b, c],
    [a, c],
  ] as const)
    expect(one && two && overlap(one, two)).toBe(false);
});

test('a context name gives way where there is no room', () => {
  const shared = plane();
  shared.taken.push([0, 0, 800, 600]);
  expect(placeLabel(place('a', [15, 14]), 'context', shared)).toBeNull();
});

test('a story’s own place keeps its name even where there is no room', () => {
  const shared = plane();
  shared.taken.push([0, 0, 800, 600]);
  expect(placeLabel(place('a', [15, 14]), 'city', shared)?.children?.some(({ tag }) => tag === 'text')).toBe(true);
});

test('a place out of sight has no label', () => {
  expect(placeLabel(place('a', [40, 14]), 'city', plane())).toBeNull();
});

test('where room is short the local name goes first', () => {
  const shared = plane();
  const both = placeLabel(place('a', [15, 14], 'Местное имя'), 'city', shared);
  expect(both?.children?.filter(({ tag }) => tag === 'text')).toHaveLength(2);
  const [box] = shared.taken;
  const tight = plane();
  // Everything but one line's height is taken on every side.
  tight.taken.push([0, 0, 800, (box?.[1] ?? 0) + 3], [0, (box?.[3] ?? 0) - 9, 800, 600]);
  const alone = placeLabel(place('a', [15, 14], 'Местное имя'), 'city', tight);
  expect(alone?.children?.filter(({ tag }) => tag === 'text')).toHaveLength(1);
});

test('an area’s name stands inside the part of it that is seen', () => {
  const label = finish(areaLabel('land', 'Land', square([14, 8], [14, 30], [40, 30], [40, 8]), 'country', plane()));
  expect(Number(label?.attrs?.x)).toBeGreaterThan(320);
});

test('an area too small for its name has it beside it', () => {
  const label = finish(areaLabel('dot', 'A long name', square([15, 14], [15, 14.2], [15.2, 14.2], [15.2, 14]), 'focus', plane()));
  expect(label).not.toBeNull();
});

test('an area that a scene is about is named small within it rather than large beside it', () => {
  const strip = square([14.2, 10], [14.2, 18], [15.7, 18], [15.7, 10]);
  const look = (rank: 'focus' | 'region') => finish(areaLabel('strip', 'Strip of land', strip, rank, plane()))?.attrs?.class;
  expect(look('focus')).toContain('t-small');
  expect(look('region')).toBe('t-region');
});

test('an area with room for its name in other places is not named on its neighbour’s ground', () => {
  const wide = square([10, 14], [10, 14.1], [20, 14.1], [20, 14]);
  expect(finish(areaLabel('wide', 'Wide', wide, 'region', plane()))).toBeNull();
});

test('no border runs through the name of an area, not even one without a corner there', () => {
  // A slope without a corner: its line crosses the square that a name in the middle would stand in.
  const label = finish(areaLabel('half', 'Half', square([10, 10], [10, 18], [20, 18]), 'country', plane()));
  const [x, y] = [Number(label?.attrs?.x), Number(label?.attrs?.y)];
  const [left, bottom] = [x - 40, y + 4];
  expect(bottom).toBeLessThan((600 * (left + 80)) / 800);
  expect(label).not.toBeNull();
});

test('a lens cuts no name: all of it stands within the circle', () => {
  const land = square([0, 0], [0, 40], [40, 40], [40, 0]);
  const square200: LabelPlane = { ...plane(), size: { width: 200, height: 200 }, free: [0, 0, 200, 200] };
  const named = (more: Partial<LabelPlane>) => finish(areaLabel('land', 'A long name', land, 'lens', { ...square200, ...more }));
  expect(named({ taken: [[0, 30, 200, 200]] })).not.toBeNull();
  expect(named({ taken: [[0, 30, 200, 200]], radius: 100 })).toBeNull();
  expect(named({ taken: [], radius: 100 })).not.toBeNull();
});

test('a name keeps clear of a border where another side has room, and crosses it where none has', () => {
  const at: LngLat = [15, 14];
  const textOf = (borders: Point[]) =>
    placeLabel(place('a', at), 'context', { ...plane(), borders })?.children?.find(({ tag }) => tag === 'text')?.attrs;
  const [x, y] = pixelOf(camera, size, at);
  const beside = (dx: number, dy = 0): Point => [x + dx, y + dy];
  expect(textOf([])?.['text-anchor']).toBe('start');
  expect(textOf([beside(20)])?.['text-anchor']).toBe('end');
  expect(textOf([beside(20), beside(-20)])?.['text-anchor']).toBe('middle');
  expect(textOf([beside(20), beside(-20), beside(0, -12), beside(0, 12)])?.['text-anchor']).toBe('start');
});
