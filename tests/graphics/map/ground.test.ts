import type { Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { geography } from '../../../src/graphics/map/geography.ts';
import { groundLayers, paintAt, visibleAt } from '../../../src/graphics/map/ground.ts';
import { atZoom } from '../../../src/graphics/map/lines.ts';
import { dissolve } from '../../../src/page/dissolve.ts';
import type { Feature, Layer } from '../../../src/story.ts';

const layer = (id: string, own: Partial<Layer>): Layer => ({
  id,
  kind: 'areas',
  file: '',
  label: '',
  source: '',
  idProperty: 'id',
  countryProperty: 'country',
  colours: { A: 'land' },
  stateBorders: null,
  zoom: [0, 24],
  detailZoom: 0,
  bounds: [0, 0, 2, 1],
  ...own,
});

/** Two squares side by side that share an edge. */
const pair: Topology = {
  type: 'Topology',
  objects: {
    shapes: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'west', country: 'A' } },
        { type: 'Polygon', arcs: [[-1, 2]], properties: { id: 'east', country: 'B' } },
      ],
    },
  },
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
};
const focus = { id: 'west', layer: 'near', match: 'west' } as Feature;
const layers = [layer('far', { zoom: [0, 6] }), layer('near', { zoom: [4, 24] })];
const dissolved = new Map(layers.map((one) => [one.id, dissolve(one, [focus], pair)]));
const geo = geography(layers, dissolved);
const scene = { layers: ['far', 'near'], highlight: ['west'] };
const keysAt = (zoom: number) =>
  groundLayers(geo, scene)
    .filter((one) => visibleAt(one, zoom))
    .map(({ key }) => key);

test('areas are coloured by their country, and what no colour names is a neighbour', () => {
  expect(geo.layers[0]?.fills.map(({ role }) => role)).toEqual(['land', 'neighbour']);
});

test('a border between countries is a state border', () => {
  expect(geo.layers[0]?.stateBorders?.coordinates).toHaveLength(1);
  expect(geo.layers[0]?.regionBorders?.coordinates).toHaveLength(0);
});

test('state borders are drawn on top of all, the focus above the land', () => {
  const keys = keysAt(3);
  expect(keys.at(-1)).toBe('far-state');
  expect(keys.indexOf('focus-west')).toBeGreaterThan(keys.indexOf('far-land'));
});

test('under a nearer layer the coarse one’s borders lie below it', () => {
  const keys = keysAt(5);
  expect(keys.indexOf('far-state-covered')).toBeLessThan(keys.indexOf('near-land'));
  expect(keys.at(-1)).toBe('near-state');
});

test('a layer that has not come yet is simply not drawn', () => {
  const early = geography(layers, new Map([...dissolved].slice(0, 1)));
  expect(groundLayers(early, scene).some(({ key }) => key.startsWith('near'))).toBe(false);
});

test('widths run straight between their stops and stay beyond them', () => {
  expect(
    atZoom(
      [
        [4, 1],
        [8, 3],
      ],
      6,
    ),
  ).toBe(2);
  expect(
    atZoom(
      [
        [4, 1],
        [8, 3],
      ],
      2,
    ),
  ).toBe(1);
  expect(
    atZoom(
      [
        [4, 1],
        [8, 3],
      ],
      12,
    ),
  ).toBe(3);
});

test('the band is stroked at twice its width, since half of it is clipped away', () => {
  const band = groundLayers(geo, scene).find(({ inside }) => inside);
  expect(band && paintAt(band, 9)['stroke-width']).toBe('12');
});

test('what is drawn from zoom 0 is drawn in a wider view too, as in a small locator of half the world', () => {
  expect(keysAt(-0.5)).toEqual(keysAt(0));
  expect(keysAt(-0.5)).not.toEqual([]);
});
