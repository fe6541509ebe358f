import type { Geometry, Position } from 'geojson';
import { expect, test } from 'vitest';
import { geometryProblems, linesOf, type MapKind, rewound } from '../../src/read/geometry.ts';

const square: Position[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const hole: Position[] = [
  [0.5, 0.5],
  [1, 0.5],
  [1, 1],
  [0.5, 0.5],
];
const problems = (type: string, coordinates: unknown, kind: MapKind = type.includes('Polygon') ? 'areas' : 'rivers') =>
  geometryProblems({ type, coordinates } as Geometry, kind).map(({ message, path, mild }) => [message, path.join('.'), mild ?? false]);

test.each<[string, unknown, string, string, boolean]>([
  ['Polygon', 7, 'expected a list of coordinates, found "7"', 'coordinates', false],
  ['Polygon', [], 'expected coordinates, found an empty list', 'coordinates', false],
  ['MultiPolygon', [[square], []], 'expected coordinates, found an empty list', 'coordinates.1', false],
  ['LineString', [], 'expected at least 2 points, found 0', 'coordinates', false],
  ['MultiLineString', [square, [[1, 1]]], 'expected at least 2 points, found 1', 'coordinates.1', false],
  ['Polygon', [square.slice(0, 2)], 'expected at least 4 points, found 2', 'coordinates.0', false],
  ['Polygon', [[...square.slice(0, 2), [0, 0]]], 'expected at least 4 points, found 3', 'coordinates.0', false],
  ['Polygon', [square.slice(0, 4)], 'expected a ring that ends where it began', 'coordinates.0', false],
  ['Polygon', [[...square.slice(0, 4), [0, 1]]], 'expected a ring that ends where it began', 'coordinates.0', false],
  ['LineString', [[0, 0], [1]], 'expected [longitude, latitude], found "[1]"', 'coordinates.1', false],
  ['LineString', [[0, 0], 'x'], 'expected [longitude, latitude], found "x"', 'coordinates.1', false],
  [
    'LineString',
    [
      [0, 0],
      ['1', 2],
    ],
    'expected [longitude, latitude], found "["1",2]"',
    'coordinates.1',
    false,
  ],
  [
    'LineString',
    [
      [51, 136],
      [0, 0],
    ],
    'expected [longitude, latitude], found [51, 136], which looks swapped',
    'coordinates.0',
    false,
  ],
  [
    'LineString',
    [
      [0, 0],
      [0, 90.01],
    ],
    'expected [longitude, latitude], found [0, 90.01], which looks swapped',
    'coordinates.1',
    false,
  ],
  [
    'LineString',
    [
      [0, 0],
      [100, -91],
    ],
    'expected a latitude from -90 to 90, found -91',
    'coordinates.1',
    false,
  ],
  [
    'LineString',
    [
      [0, 0],
      [180.01, 0],
    ],
    'expected a longitude from -180 to 180, found 180.01',
    'coordinates.1',
    false,
  ],
  [
    'Polygon',
    [
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ],
    ],
    'expected a ring with an area, found one whose points lie on one line',
    'coordinates.0',
    true,
  ],
])('a %s of %j is told what it lacks, and where', (type, coordinates, ...problem) => {
  expect(problems(type, coordinates)).toEqual([problem]);
});

test('each ring that is wrong is told of, a ring that crosses itself as one that can be drawn all the same', () => {
  const bow: Position[] = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 2],
    [0, 0],
  ];
  expect(problems('MultiPolygon', [[square, square.slice(0, 4)], [bow]])).toEqual([
    ['expected a ring that ends where it began', 'coordinates.0.1', false],
    ['expected a ring that does not cross itself, found one that does at [1, 1]', expect.stringMatching(/^coordinates\.1\.0\.\d$/), true],
  ]);
});

test('what is at the edge of the world, and either way of a ring, is right', () => {
  expect(
    problems('LineString', [
      [-180, -90],
      [180, 90.001],
      [180.001, 0],
    ]),
  ).toEqual([]);
  expect(problems('Polygon', [square, hole])).toEqual([]);
  expect(problems('Polygon', [square.toReversed()], 'water')).toEqual([]);
});

test('a geometry of another type than its layer is named by its type', () => {
  expect(problems('Point', [0, 0], 'rivers')).toEqual([
    ['expected LineString or MultiLineString, because the layer is rivers, found "Point"', 'type', false],
  ]);
  expect(geometryProblems(null, 'areas')).toHaveLength(1);
});

test('outlines are wound counterclockwise and holes clockwise, whichever way they came', () => {
  const right = { type: 'Polygon' as const, coordinates: [square, hole.toReversed()] };
  for (const coordinates of [right.coordinates, [square.toReversed(), hole], [square, hole]])
    expect(rewound({ type: 'Polygon', coordinates })).toEqual(right);
  expect(rewound({ type: 'MultiPolygon', coordinates: [[square.toReversed()], [square]] }).coordinates).toEqual([[square], [square]]);
  const line = { type: 'LineString' as const, coordinates: square.toReversed() };
  expect(rewound(line)).toEqual(line);
});

test('the lines of a geometry are its rings and its lines, in one list', () => {
  expect(linesOf({ type: 'LineString', coordinates: square })).toEqual([square]);
  expect(linesOf({ type: 'MultiLineString', coordinates: [square, hole] })).toEqual([square, hole]);
  expect(linesOf({ type: 'Polygon', coordinates: [square, hole] })).toEqual([square, hole]);
  expect(linesOf({ type: 'MultiPolygon', coordinates: [[square, hole], [square]] })).toEqual([square, hole, square]);
  expect(linesOf({ type: 'Point', coordinates: [0, 0] })).toEqual([]);
});
