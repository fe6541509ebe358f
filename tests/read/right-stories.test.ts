import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, lineOf, storyText } from './story-of.ts';
import { change, whole } from './whole-story.ts';

const bytesOf = (text: string, encoding: 'utf-16le' | 'utf-16be') =>
  new Uint8Array(
    [...`\ufeff${text}`].flatMap((letter) => {
      const [low, high] = [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8];
      return encoding === 'utf-16le' ? [low, high] : [high, low];
    }),
  );

const everywhere = (edit: (text: string, name: string) => string) =>
  Object.fromEntries(Object.entries(whole).map(([name, text]) => [name, edit(text, name)]));

const expectNothing = (files: ReturnType<typeof filesOf>) => {
  const { issues, story } = read(files);
  expect(issues.map(lineOf)).toEqual([]);
  expect(story).not.toBeNull();
};

test.each<[string, Record<string, string>]>([
  ['with every kind of file', whole],
  ['of story.md alone', { 'story.md': storyText() }],
  ['with Windows line ends', everywhere((text) => text.replaceAll('\n', '\r\n'))],
  ['with a byte order mark in each file', everywhere((text) => `\ufeff${text}`)],
  ['with tables parted by tabs', everywhere((text, name) => (name.endsWith('csv') ? text.replaceAll(',', '\t') : text))],
  ['with empty columns behind its table', { ...whole, 'places.csv': 'id,name,lon,lat,,\naldby,Aldby,10,50,,\n' }],
  ['with the separator told in a line of its own', { ...whole, 'places.csv': 'sep=;\nid;name;lon;lat\naldby;Aldby;10;50\n' }],
  ['with blanks before quoted cells', { ...whole, 'places.csv': 'id, name, lon, lat\naldby, "Aldby, North", 10, 50\n' }],
  ['with files for people beside it', { ...whole, 'README.md': 'About', 'map/NOTICE.md': 'Notice', 'photo.jpg': 'x', LICENSE: 'x' }],
  ['with rings that run the other way', change('map/lake.geojson', '[10.6, 50], [10.6, 50.4]', '[10.6, 50.4], [10.6, 50]')],
  ['with a bbox that holds', change('map/lake.geojson', '"FeatureCollection",', '"FeatureCollection", "bbox": [10.1, 50, 10.6, 50.4],')],
  [
    'with a bbox over the antimeridian',
    change('map/lake.geojson', '"FeatureCollection",', '"FeatureCollection", "bbox": [170, 50, -170, 50.4],'),
  ],
  ['with elevations', change('map/lake.geojson', '[10.6, 50]', '[10.6, 50, 120]')],
  [
    'with its reference system told',
    change(
      'map/lake.geojson',
      '"FeatureCollection",',
      '"FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},',
    ),
  ],
  [
    'with a hyphen alone in a line of its front matter',
    change('story.md', 'source: survey\n', 'source: survey\ncover:\n  label:\n    -\n      aldby\n    -\n      merrow\n'),
  ],
  [
    'with files of other programs',
    { ...whole, 'Thumbs.db': 'x', 'readme.md': 'x', 'README.txt': 'x', 'notes.txt': 'x', 'package.json': '{}', 'story.docx': 'x' },
  ],
  ['with paths as Windows writes them', change('layers.yaml', 'map/lake', '.\\map\\lake')],
  ['with a comment of two hashes in the front matter', change('story.md', 'published', '## When\npublished')],
  [
    'with an empty line and a comment of two hashes in a block',
    change('story.md', 'highlight: merrow', '\n## What is lit\nhighlight: merrow'),
  ],
  ['with what is named just beside its frame', change('story.md', '[9, 49.5, 13, 51.5]}', '[10.05, 49.5, 13, 51.5]}\nlabel: aldby')],
])('a right story %s raises nothing', (_, texts) => {
  expectNothing(filesOf(texts));
});

test.each(['utf-16le', 'utf-16be'] as const)('a right story in %s raises nothing', (encoding) => {
  expectNothing(new Map(Object.entries(whole).map(([name, text]) => [name, bytesOf(text, encoding)])));
});

test('a right story in German, as a German spreadsheet writes it, raises nothing', () => {
  expectNothing(
    filesOf({
      'story.md': storyText({
        front: 'locale: de\nsource: bericht\npublished: 2031-05-02\n',
        blocks: ['frame: [aldby, tornvik]\nlabel: [aldby, tornvik]', 'frame: aldby'],
        text: [
          'Am 11. Januar 2031 zogen [mehr als 12.000](fact:weg) Menschen fort, im 3. Jahr der Dürre; [etwa 40,5 Prozent](fact:anteil) des Sees sind trocken.',
          'Um 14 Uhr, im Kapitel 3 und seit den 1990er Jahren: [10.000 bis 12.000](fact:spanne) Menschen.',
        ],
      }),
      'sources.yaml': 'bericht: {title: Bericht über den See}\n',
      'facts.csv':
        'id;label;low;high;qualifier;unit\nweg;Fortgezogen;12000;;more than;people\nanteil;Trocken;40,5;;about;%\nspanne;Fortgezogen;10000;12000;range;people\n',
      'places.csv': 'id;name;lon;lat\naldby;Aldby;10,25;50,5\ntornvik;Tornvik;12,5;51\n',
    }),
  );
});

test('a right story with a long map raises nothing', () => {
  const ring = Array.from({ length: 5000 }, (_, index) => {
    const angle = (index / 5000) * 2 * Math.PI;
    const radius = 1 + 0.2 * Math.sin(angle * 9) + 0.01 * Math.sin(angle * 300);
    return [Number((11 + radius * Math.cos(angle)).toFixed(5)), Number((50.5 + 0.6 * radius * Math.sin(angle)).toFixed(5))];
  });
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  const map = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: 'L1' }, geometry }] };
  expectNothing(filesOf({ ...whole, 'map/lake.geojson': JSON.stringify(map, null, 1) }));
});

const paragraph = (text: string) => ({ 'story.md': storyText({ text: [text, 'Two.'] }) });

test.each([
  'A list:\n\n- one\n- two\n\n1. first\n2. second\n\n> A quotation\n> over lines\n\n**Bold**, *slanted*, `code 12`, ~~gone~~ and a\\\nbreak.',
  '| Town | What |\n|---|--:|\n| Aldby | a |\n\n### A heading inside\n\nText with a [page](https://example.org/2024/12/300?x=12 "Title 40"), <https://example.org/900> and [one][ref].\n\n[ref]: https://example.org/55',
  'On 11 January 2025, 11–12 January, January 11, 2025 and in January 2025; in 2024, 2014–2016, 2024/25 and the 1990s; by 9/11, 24/7.',
  'At 14:30, 2.30 pm, 2 p.m., 9 o’clock; the 1st, 2nd, 3rd and 11th; Step 1, page 12, Chapter 3, No. 5, § 7, #8 and (9).',
  'An F-16, a T-72, COVID-19, the G7, a 5G mast, Route 66, World War 2 and Apollo 11, at 51.73° N, 36.18° E.',
  'x < y and y > z; a & b; {braces} and [brackets]; an e-mail to mail12@example.org.',
  'A footnote [1] and another [2], and 2025-01-11 or 11.01.2025 or 11/01/2025.',
  'Anna Lund, 45, a fisher, and her son, Per Lund, 12. She was 34 when it began, he is 71, a 70-year-old and a 3-year-old grandson; aged 18 to 24, 80 years old, under-18s.',
  'At 10 Downing Street, 350 Fifth Avenue, 221B Baker Street, 12 Rue de la Paix, Harbour Road 7, Main Street, 22.',
  'Gate 12, room 101, flight 370, bus 42, verse 16, grade 5, an iPhone 15, ISO 9001, EPSG:4326, UTC+3, +44 20 7946 0958, Matthew 5:3–12.',
  'They won 3–1, then 2-0, and worked from 9-to-5.',
  'In Kursk. 1. January is cold. “2024 was worse,” he said; around 2014, before 1945.',
  'A rule of stars:\n\n***\n\nA note[^1], a list:\n\n- [ ] open\n- [x] done',
  'A code block:\n\n```python\nprint(12)\n```\n',
  'She said: [a](#second), [b](mailto:a@example.org), [c](https://example.org/a_(b)).',
])('%j is ordinary Markdown without a figure', (text) => {
  expectNothing(filesOf(paragraph(text)));
});

test.each([
  ['Some 30 people on the road to Main Street', '30'],
  ['In the street 300 houses burned', '300'],
  ['They found 45, all of them alive', '45'],
  ['Of those aged or ill 18 died', '18'],
  ['From 3–10 villages, 5–6 wells', '3'],
])('%j has a figure', (text, figure) => {
  const { issues } = read(filesOf(paragraph(text)));
  expect(issues.map(lineOf)[0]).toContain(`found "${figure}"`);
});

test.each([
  ['uk', 'Вона живе на вул. Хрещатик, 22, і на вулиці Шевченка 5.'],
  ['ru', 'Он живёт на ул. Ленина, 5, и на проспекте Мира 12.'],
  ['de', 'Er wohnt in der Hauptstraße 12 und in der Lindenallee 7a, Zimmer 101.'],
])('an address in %s is no figure', (locale, text) => {
  const { issues } = read(filesOf({ 'story.md': storyText({ front: `locale: ${locale}\n`, text: [text, 'Two.'] }) }));
  expect(issues.map(lineOf)).toEqual([]);
});
