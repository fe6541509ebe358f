import { expect, test } from 'vitest';
import { crossingBetween } from '../../src/read/crossings.ts';
import { type Slip, testSlips } from './named-once.ts';
import { whole } from './whole-story.ts';

const file = (text: string) => ({ ...whole, 'map/lake.geojson': text });
const geometry = (type: string, coordinates: string, properties = '{"code": "L1"}') =>
  `{"type": "Feature", "properties": ${properties}, "geometry": {"type": "${type}", "coordinates":\n${coordinates}\n}}`;
const map = (...features: string[]) => file(`{"type": "FeatureCollection", "features": [\n${features.join(',\n')}\n]}\n`);
const outline = '[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]';
const withHoles = (...holes: string[]) => map(geometry('Polygon', `[${outline},\n${holes.join(',\n')}]`));

/** Two areas, the first with a hole, from four arcs; some of which may be others. */
function topology({
  first = [[0, 1], [2]],
  second = [[3]],
  arcs = {},
}: {
  first?: unknown;
  second?: unknown;
  arcs?: Record<number, unknown>;
}) {
  const areas = [first, second].map((own, index) => ({ type: 'Polygon', arcs: own, properties: { code: `L${index + 1}` } }));
  const lines: unknown[] = [
    [
      [10, 50],
      [11, 50],
      [11, 51],
    ],
    [
      [11, 51],
      [10, 51],
      [10, 50],
    ],
    [
      [10.2, 50.2],
      [10.2, 50.4],
      [10.4, 50.4],
      [10.2, 50.2],
    ],
    [
      [12, 50],
      [13, 50],
      [13, 51],
      [12, 50],
    ],
  ];
  const list = (items: unknown[]) => items.map((item) => JSON.stringify(item)).join(',\n');
  return file(
    `{"type": "Topology", "objects": {"lake": {"type": "GeometryCollection", "geometries": [\n${list(areas)}]}},\n"arcs": [\n${list(lines.map((line, index) => arcs[index] ?? line))}]}`,
  );
}

const slips: Slip[] = [
  [
    'a hole outside its outline',
    withHoles('[[12, 50], [12.2, 50], [12.2, 50.2], [12, 50]]'),
    [['map/lake.geojson:4:1  warning: feature 1: expected a hole inside its outline, found one outside', /MultiPolygon/]],
  ],
  [
    'a hole that crosses its outline',
    withHoles('[[10.5, 50.5],\n[12, 50.5], [12, 50.6], [10.5, 50.6], [10.5, 50.5]]'),
    [
      [
        'map/lake.geojson:4:2  warning: feature 1: expected a hole that does not cross its outline, found one that does at [11, 50.5]',
        /-clean/,
      ],
    ],
  ],
  [
    'the outline again as a hole',
    withHoles(outline),
    [['map/lake.geojson:4:1  warning: feature 1: expected a hole inside its outline, found the outline again', /Leave out/]],
  ],
  [
    'a hole in a hole',
    withHoles('[[10.2, 50.2], [10.8, 50.2], [10.8, 50.8], [10.2, 50.2]]', '[[10.6, 50.3], [10.7, 50.3], [10.7, 50.4], [10.6, 50.3]]'),
    [['map/lake.geojson:5:1  warning: feature 1: expected holes beside one another', /polygon of its own/]],
  ],
  [
    'two holes that cross',
    withHoles(
      '[[10.2, 50.2], [10.5, 50.2], [10.5, 50.5], [10.2, 50.5], [10.2, 50.2]]',
      '[[10.3, 50.3], [10.8, 50.3], [10.8, 50.4], [10.3, 50.4], [10.3, 50.3]]',
    ),
    [
      [
        'map/lake.geojson:5:2  warning: feature 1: expected a hole that does not cross another hole, found one that does at [10.5, 50.3]',
        /-clean/,
      ],
    ],
  ],
  [
    'a hole right beside another, at its outline',
    withHoles('[[10, 50], [10.5, 50.2], [10.5, 50.5], [10, 50]]', '[[10.5, 50.2], [10.8, 50.3], [10.5, 50.5], [10.5, 50.2]]'),
    [],
  ],
  [
    'decimal commas',
    map(geometry('Polygon', '[[[10,1, 50,2],\n[11, 50], [11, 51], [10,1, 50,2]]]')),
    [['map/lake.geojson:3:3  feature 1: expected [longitude, latitude], found 4 numbers', /\[10\.1, 50\.2\]/]],
  ],
  ['heights and measures', map(geometry('Polygon', '[[[10, 50, 3, 0.5], [11, 50, 3, 0.7], [11, 51, 3, 0.9], [10, 50, 3, 0.5]]]')), []],
  [
    'a point with latitude first',
    map(geometry('Polygon', '[[[10, 50], [10.5, 49.9],\n[50, 11], [11, 51], [10.5, 51.2], [10, 51], [10, 50]]]')),
    [
      [
        'map/lake.geojson:4:1  warning: feature 1: expected a point near the others of its ring, found [50, 11], which looks swapped',
        /\[11, 50\]/,
      ],
    ],
  ],
  [
    'a point without a digit',
    map(geometry('Polygon', '[[[10, 50], [10.5, 49.9],\n[11, 5], [11, 51], [10.5, 51.2], [10, 51], [10, 50]]]')),
    [['map/lake.geojson:4:1  warning: feature 1: expected a point near the others', /digit/]],
  ],
  [
    'a point without its decimal point',
    map(geometry('Polygon', '[[[10, 50], [1050, 50],\n[11, 51], [10, 50]]]')),
    [['map/lake.geojson:3:13  feature 1: expected a longitude', /decimal point/]],
  ],
  [
    'a polygon that says it is several',
    map(geometry('MultiPolygon', `[${outline}]`)),
    [['map/lake.geojson:3:1  feature 1: expected coordinates of a MultiPolygon, in 4 pairs of brackets, found 3', /"Polygon"/]],
  ],
  [
    'a type in small letters',
    map(geometry('polygon', `[${outline}]`)),
    [['map/lake.geojson:2:72  feature 1: expected Polygon or MultiPolygon', /"Polygon"/]],
  ],
  [
    'a collection of geometries',
    map('{"type": "Feature", "properties": {"code": "L1"}, "geometry": {"type": "GeometryCollection", "geometries": []}}'),
    [['map/lake.geojson:2:72  feature 1: expected Polygon or MultiPolygon', /Take its geometries out/]],
  ],
  [
    'a whole map of metres',
    map(
      ...['L1', 'L2', 'L3', 'L4', 'L5'].map((code) =>
        geometry('Polygon', '[[[1110000, 6500000], [1120000, 6500000], [1120000, 6600000], [1110000, 6500000]]]', `{"code": "${code}"}`),
      ),
    ),
    [['map/lake.geojson:3:3  feature 1: expected a latitude from -90 to 90, found 6500000; 4 more', /not metres/]],
  ],
  [
    'an id twice, without names',
    map(...['L1', 'L2', 'L3', 'L2'].map((code) => geometry('Polygon', `[${outline}]`, `{"code": "${code}"}`))),
    [['map/lake.geojson:11:1  warning: feature 4: expected each code once, found "L2" again, first in feature 2', /MultiPolygon/]],
  ],
  [
    'a comma behind the last feature',
    file(`{"type": "FeatureCollection", "features": [\n${geometry('Polygon', `[${outline}]`)},\n]}`),
    [['map/lake.geojson:4:3  this is not right JSON: expected no comma before ]', /Leave out/]],
  ],
  [
    'a file that is cut off',
    file(whole['map/lake.geojson'].slice(0, 120)),
    [['map/lake.geojson:2:72  this is not right JSON: expected the rest of the file', /cut off/]],
  ],
  [
    'single quotes',
    file(whole['map/lake.geojson'].replace('"L1"', "'L1'")),
    [['map/lake.geojson:2:44  this is not right JSON: expected double quotes', /^Write "/]],
  ],
  [
    'a file of XML',
    file('<?xml version="1.0"?><kml></kml>'),
    [['map/lake.geojson:1:1  this is not right JSON: expected { at its beginning', /GeoJSON/]],
  ],
  [
    'a feature a line',
    file(`${geometry('Polygon', `[${outline}]`).replaceAll('\n', '')}\n${geometry('Polygon', `[${outline}]`).replaceAll('\n', '')}\n`),
    [['map/lake.geojson:2:1  this is not right JSON: expected the end of the file', /one FeatureCollection/]],
  ],
  ['right arcs', topology({}), []],
  [
    'an arc that is not there',
    topology({ second: [[9]] }),
    [['map/lake.geojson:3:26  feature 2: expected arcs of the file, from 0 to 3, found "9"', /anew/]],
  ],
  [
    'arcs that do not join',
    topology({ first: [[0, -2]] }),
    [['map/lake.geojson:2:26  feature 1: expected arcs that join, found a gap behind the arc 0', /anew/]],
  ],
  [
    'a ring that does not end',
    topology({ first: [[0]] }),
    [['map/lake.geojson:2:26  feature 1: expected a ring that ends where it began', /anew/]],
  ],
  ['an arc of one point', topology({ arcs: { 2: [[10, 50]] } }), [['map/lake.geojson:7:1  arc 2: expected two points or more', /anew/]]],
  [
    'a hole that runs as its outline',
    topology({
      arcs: {
        2: [
          [10.2, 50.2],
          [10.4, 50.4],
          [10.2, 50.4],
          [10.2, 50.2],
        ],
      },
    }),
    [['map/lake.geojson:2:1  warning: feature 1: expected a hole that runs the other way', /filled/]],
  ],
  [
    'arcs of whole numbers without their transform',
    topology({
      arcs: {
        3: [
          [1200, 5000],
          [1300, 5000],
          [1300, 5100],
          [1200, 5000],
        ],
      },
    }),
    [['map/lake.geojson:4:9  expected a transform beside arcs', /anew/]],
  ],
];

testSlips(slips);

test('two lines cross where their segments do, and not where they touch', () => {
  const square = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ];
  expect(
    crossingBetween(square, [
      [1, 1],
      [5, 1],
      [5, 2],
      [1, 2],
      [1, 1],
    ]),
  ).toEqual({ at: [4, 1], index: 0 });
  expect(
    crossingBetween(square, [
      [1, 1],
      [4, 1],
      [4, 2],
      [1, 2],
      [1, 1],
    ]),
  ).toBeNull();
  expect(
    crossingBetween(square, [
      [5, 5],
      [6, 5],
      [6, 6],
      [5, 5],
    ]),
  ).toBeNull();
});
