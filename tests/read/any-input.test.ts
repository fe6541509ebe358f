import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { expectSound, fuzz } from './fuzz.ts';
import { filesOf, folder, storyText } from './story-of.ts';

const lake = folder('tests/fixtures/lake');
const names = [...lake.keys()];
const shortest = filesOf({ 'story.md': storyText({}) });

/** Issues stand in lines that exist, and an error always takes the story away. */
function soundIssues(files: Map<string, Uint8Array>): void {
  const { story, issues } = read(files);
  expect(story === null).toBe(issues.some(({ severity }) => severity === 'error'));
  for (const { line, column, message } of issues) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toMatch(/could not be read|undefined|\[object/);
  }
}

test('any byte of a story may be lost or changed without a throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(30), fc.uint8Array({ maxLength: 6 }), (name, at, lost, put) => {
      const bytes = lake.get(name) ?? new Uint8Array();
      const start = at % (bytes.length + 1);
      soundIssues(new Map(lake).set(name, new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + lost)])));
    }),
    fuzz(11, 40),
  );
});

test('any byte of a picture or film may be lost or changed without a throw', () => {
  const blocks = folder('tests/fixtures/blocks');
  const shown = [...blocks.keys()].filter((name) => name.startsWith('media/'));
  fc.assert(
    fc.property(fc.constantFrom(...shown), fc.nat(300), fc.nat(30), fc.uint8Array({ maxLength: 6 }), (name, start, lost, put) => {
      const bytes = blocks.get(name) ?? new Uint8Array();
      soundIssues(new Map(blocks).set(name, new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + lost)])));
    }),
    fuzz(13, 60),
  );
});

test('any text in any file is read without a throw', () => {
  const text = fc.string({ maxLength: 80, unit: fc.constantFrom(...'---\n```step## :,;[]{}"\'()!&*|>fact:idtleframe\t\u0000é'.split('')) });
  fc.assert(
    fc.property(fc.constantFrom(...names), text, (name, content) => soundIssues(new Map([...lake, ...filesOf({ [name]: content })]))),
    fuzz(12, 40),
  );
});

test('an empty folder lacks its article', () => {
  expect(read(new Map()).issues).toMatchObject([{ file: 'story.md', line: 1, column: 1 }]);
});

test.each(['story.md', 'layers.yaml', 'map/lakes.geojson', 'facts.csv'])(
  '%s nested a hundred thousand deep is refused, not thrown at',
  (name) => {
    const deep = name === 'story.md' ? `---\ntitle: ${'['.repeat(1e5)}\n---\n` : '['.repeat(1e5);
    expect(read(new Map([...lake, ...filesOf({ [name]: deep })])).story).toBeNull();
  },
);

const degrees = fc.oneof(
  fc.integer({ min: -180, max: 180 }),
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.constantFrom<unknown>(180, -180, 90, -90, 181, -0, 1e9, 1e-320, null, '12', []),
);
const position = fc.array(degrees, { minLength: 1, maxLength: 4 });
const ring = fc.array(position, { maxLength: 6 }).map((points) => (points.length > 1 ? [...points, points[0]] : points));
const geometry = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constantFrom('Polygon', 'MultiLineString'), coordinates: fc.array(ring, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('MultiPolygon'), coordinates: fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }) }),
  fc.record({ type: fc.constant('LineString'), coordinates: ring }),
  fc.record({ type: fc.constantFrom('Point', 'Sphere', 'constructor'), coordinates: position }),
);
const collection = fc.record({
  type: fc.constant('FeatureCollection'),
  features: fc.array(
    fc.record({ type: fc.constant('Feature'), properties: fc.constantFrom(null, {}, { name: 'Merrow' }, { name: 7 }), geometry }),
    {
      maxLength: 4,
    },
  ),
});

test.each(['map/lakes.geojson', 'map/provinces.geojson', 'map/rivers.geojson'])('any shapes in %s are refused or drawn', (name) => {
  fc.assert(
    fc.property(collection, (shapes) => void expectSound(new Map([...lake, ...filesOf({ [name]: JSON.stringify(shapes) })]))),
    fuzz(14, 25),
  );
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e999',
    '12.50',
    '1 000',
    '٣',
    'exact',
    'range',
    'more than',
    'people',
    '%',
    'km2',
    '2031-02-30',
    'derived',
    'survey-2031',
  ),
  fc.string({ maxLength: 6 }),
);

test('any rows of figures are refused or told', () => {
  const table = fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 3 });
  const head = 'id,label,low,high,qualifier,unit,date,speaker,source';
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(table, (rows) => {
      const added = rows.map((row, i) => [`figure-${i}`, ...row.slice(1)].map(quoted).join());
      expectSound(new Map([...shortest, ...filesOf({ 'facts.csv': `${[head, ...added].join('\n')}\n` })]));
    }),
    fuzz(15, 60),
  );
});
