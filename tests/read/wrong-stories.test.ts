import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, storyText } from './story-of.ts';
import { change, whole } from './whole-story.ts';

type Wrong = [name: string, texts: Record<string, string>, expected: [place: string, message: RegExp][]];

/** All that is wrong, at its line, and nothing else. */
const check = (texts: Record<string, string>, expected: [place: string, message: RegExp][]) => {
  const found = read(filesOf(texts)).issues.map(({ severity, file, line, message, suggestion }) => ({
    place: `${severity} ${file}:${line}`,
    said: `${message} → ${suggestion ?? ''}`,
  }));
  expect(found.map(({ place, said }, index) => (expected[index]?.[1].test(said) ? place : `${place} ${said}`))).toEqual(
    expected.map(([place]) => place),
  );
};

const paragraph = (text: string) => ({ 'story.md': storyText({ text: [text, 'Two.'] }) });
const facts = (rows: string, text: string) => ({
  'story.md': storyText({ front: 'source: survey\n', text: [text, 'Two.'] }),
  'sources.yaml': 'survey: {title: A survey}\n',
  'facts.csv': `id,label,low,high,qualifier,unit,formula\n${rows}\n`,
});

test.each<Wrong>([
  [
    'no end of the front matter',
    change('story.md', 'source: survey\n---', 'source: survey'),
    [['error story.md:8', /three hyphens at the end/]],
  ],
  ['no title', change('story.md', 'title: A lake dries out\n', ''), [['error story.md:2', /the key "title"/]]],
  ['an empty title', change('story.md', 'title: A lake dries out', 'title:'), [['error story.md:2', /expected text, found nothing/]]],
  ['a title of blanks', change('story.md', 'title: A lake dries out', 'title: " "'), [['error story.md:2', /expected text/]]],
  ['a key twice', change('story.md', 'locale: en-GB', 'locale: en-GB\nlocale: en-GB'), [['error story.md:6', /each key once/]]],
  ['a tab before a key', change('story.md', 'highlight: merrow', 'lens:\n\ton: merrow'), [['error story.md:15', /found a tab/]]],
  ['a day that is not', change('story.md', '2031-05-02', '2031-02-30'), [['error story.md:4', /2031-02 has no such day/]]],
  ['a month that is not', change('story.md', '2031-05-02', '2031-13-02'), [['error story.md:4', /Did you mean "2031-02-13"/]]],
  ['a date with points', change('story.md', '2031-05-02', '02.05.2031'), [['error story.md:4', /Did you mean "2031-05-02"/]]],
  ['a date in words', change('story.md', '2031-05-02', '2 May 2031'), [['error story.md:4', /Did you mean "2031-05-02"/]]],
  ['a date without its zeros', change('story.md', '2031-05-02', '2031-5-2'), [['error story.md:4', /Did you mean "2031-05-02"/]]],
  ['a prototype as a key', change('story.md', 'locale:', '__proto__: {a: 1}\nlocale:'), [['error story.md:5', /not allowed as a name/]]],
  ['an id in capitals', change('story.md', 'id: lake', 'id: Lake'), [['error story.md:12', /Did you mean "lake"/]]],
  ['an id with a blank', change('story.md', 'id: towns', 'id: the towns'), [['error story.md:23', /Did you mean "the-towns"/]]],
  [
    'an id of another letter',
    change('facts.csv', 'moved,', 'größe,Size,1,1,exact,people,,\nmoved,'),
    [['error facts.csv:4', /Did you mean "grosse"/]],
  ],
  ['a block without an id', change('story.md', 'id: towns\n', ''), [['error story.md:23', /the key "id"/]]],
  ['two blocks in a step', change('story.md', '## The towns\n\n', ''), [['error story.md:20', /heading or a rule/]]],
  [
    'a block that is not closed',
    change('story.md', 'label: [aldby, merrow]\n```', 'label: [aldby, merrow]'),
    [['error story.md:11', /end of the step block/]],
  ],
  ['a last block that is not closed', change('story.md', '51.5]}\n```', '51.5]}'), [['error story.md:22', /end of the step block/]]],
  [
    'a block without the word step',
    change('story.md', '```step\nid: towns', '```\nid: towns'),
    [['error story.md:22', /begins with ```step/]],
  ],
  [
    'a step without text',
    change('story.md', /Since the 1990s.*\n/, ''),
    [
      ['warning facts.csv:4', /"moved" is used by no/],
      ['warning story.md:22', /expected a paragraph/],
    ],
  ],
  ['west for east', change('story.md', '[9, 49.5, 13, 51.5]', '[13, 49.5, 9, 51.5]'), [['error story.md:24', /west before east/]]],
  [
    'a frame without an area',
    change('story.md', '[9, 49.5, 13, 51.5]', '[9, 49.5, 13, 49.5]'),
    [['error story.md:24', /bounds with an area/]],
  ],
  [
    'a frame with latitude first',
    change('story.md', '[9, 49.5, 13, 51.5]', '[49.5, 9, 51.5, 13]'),
    [['error story.md:24', /looks swapped/]],
  ],
  [
    'a locator without an area',
    change('story.md', '51.5]}', '51.5]}\nlocator: {bounds: [9, 50, 9, 51]}'),
    [['error story.md:25', /bounds with an area/]],
  ],
  [
    'a name out of sight',
    change('story.md', '[9, 49.5, 13, 51.5]}', '[20, 49.5, 23, 51.5]}\nlabel: aldby'),
    [['warning story.md:25', /"aldby", which is named out of sight/]],
  ],
  [
    'a lit area out of sight',
    change('story.md', '[9, 49.5, 13, 51.5]}', '[20, 49.5, 23, 51.5]}\nhighlight: merrow'),
    [['warning story.md:25', /"merrow", which is lit out of sight/]],
  ],
  ['a link to no step', change('story.md', '(#lake "Back")', '(#lke)'), [['error story.md:27', /Did you mean "lake"/]]],
  [
    'a link without its protocol',
    change('story.md', '(#lake "Back")', '(www.example.org)'),
    [['error story.md:27', /https:\/\/www\.example\.org/]],
  ],
  [
    'a link to a fact without its word',
    change('story.md', '(fact:moved)', '(moved)'),
    [['error story.md:27', /Did you mean "fact:moved"/]],
  ],
  [
    'a link that is not complete',
    change('story.md', '[the lake](#lake "Back")', '[the lake] (#lake)'),
    [['warning story.md:27', /not complete/]],
  ],
  ['HTML within a line', change('story.md', 'See ', 'See <b>here</b> '), [['warning story.md:27', /looks like HTML/]]],
  ['a comment of HTML', change('story.md', 'See ', '<!-- later -->See '), [['warning story.md:27', /looks like HTML/]]],
  ['a fact in braces in a paragraph', change('story.md', 'See ', 'Of {size}. See '), [['warning story.md:27', /link to the fact "size"/]]],
  [
    'a number that no fact holds',
    change('story.md', 'have moved', 'have moved from 17 villages'),
    [['warning story.md:27', /"17", which none does/]],
  ],
  [
    'a number in the title that no fact holds',
    change('story.md', 'A lake dries out', 'A lake of 400 km² dries out'),
    [['warning story.md:2', /"400", which none does/]],
  ],
  [
    'a number in an annotation that no fact holds',
    change('story.md', 'highlight: merrow', 'annotations: {at: aldby, text: 88 wells}'),
    [['warning story.md:14', /"88", which none does/]],
  ],
  [
    'a number of a fact without a link',
    change('story.md', '[310 km²](fact:size)', '310 km²'),
    [['warning story.md:18', /\[310…\]\(fact:size\)/]],
  ],
  ['other digits', change('story.md', '[310 km²]', '[301 km²]'), [['error story.md:18', /expected 310/]]],
  [
    'another qualifier',
    change('story.md', '[more than 25 per cent]', '[about 25 per cent]'),
    [['error story.md:18', /expected "more than"/]],
  ],
  ['another unit', change('story.md', '[310 km²]', '[310 square miles]'), [['error story.md:18', /expected 120/]]],
  [
    'a fact that nothing uses',
    change('facts.csv', 'moved,', 'spare,Spare,1,1,exact,people,,\nmoved,'),
    [['warning facts.csv:4', /"spare" is used by no/]],
  ],
  [
    'a place that nothing names',
    change('places.csv', 'aldby,', 'spare,Spare,11,50\naldby,'),
    [['warning places.csv:2', /"spare" is named in no step/]],
  ],
  [
    'a source that nothing uses',
    { ...whole, 'sources.yaml': `${whole['sources.yaml']}spare: {title: Spare}\n` },
    [['warning sources.yaml:4', /"spare" is used by no/]],
  ],
  ['a table that nothing draws', { ...whole, 'rainfall.csv': 'label,value\na,1\n' }, [['warning rainfall.csv:1', /used by nothing/]]],
  ['a map that nothing draws', { ...whole, 'map/old.geojson': '{}' }, [['warning map/old.geojson:1', /used by nothing/]]],
  [
    'a file nearly of a name',
    { ...whole, 'facts.csv': whole['facts.csv'], 'layer.yaml': '[]' },
    [['warning layer.yaml:1', /used by nothing/]],
  ],
  ['a link in a heading', change('story.md', '## The towns', '## The [towns](#lake)'), [['warning story.md:20', /found a link/]]],
  [
    'a list without brackets',
    change('story.md', 'frame: [aldby, merrow]', 'frame: aldby, merrow'),
    [['error story.md:13', /\[aldby, merrow\]/]],
  ],
  ['a key without a blank', change('story.md', 'highlight: merrow', 'highlight:merrow'), [['error story.md:14', /a colon and a space/]]],
  [
    'a bracket that is not closed',
    change('story.md', 'frame: [aldby, merrow]', 'frame: [aldby, merrow'),
    [['error story.md:13', /expected \]/]],
  ],
  ['a quote that is not closed', change('story.md', 'title: A', 'title: "A'), [['error story.md:2', /expected "/]]],
  [
    'a block that ends with other signs',
    change('story.md', '```step\nid: towns', '~~~step\nid: towns'),
    [['error story.md:25', /a line of ~~~/]],
  ],
  [
    'a link to a fact with a blank in it',
    change('story.md', '(fact:size)', '(fact: size)'),
    [['warning story.md:18', /\[310 km²\]\(fact:size\)/]],
  ],
  ['a link to a fact that is not closed', change('story.md', '(fact:size),', '(fact:size,'), [['warning story.md:18', /not complete/]]],
  [
    'an address of mail without its host',
    change('story.md', '(#lake "Back")', '(mailto:nobody)'),
    [['error story.md:27', /name@example\.org/]],
  ],
  [
    'bytes of another encoding',
    { ...whole, 'places.csv': 'id,name,lon,lat\naldby,\ufffdldby,10,50\n' },
    [['error places.csv:2', /neither/]],
  ],
  ['an empty file of sources', { ...whole, 'sources.yaml': '' }, [['error sources.yaml:1', /found nothing/]]],
])('%s', (_, texts, expected) => check(texts, expected));

test.each<Wrong>([
  ['separators of thousands', facts('a,A,"12,000",,about,people,', 'x'), [['error facts.csv:2', /Write 12000/]]],
  ['a decimal comma', facts('a,A,"40,5",,about,people,', 'x'), [['error facts.csv:2', /Write 40\.5/]]],
  ['a qualifier in the number', facts('a,A,>40,,about,people,', 'x'), [['error facts.csv:2', /column qualifier/]]],
  ['a unit in the number', facts('a,A,40%,,about,%,', 'x'), [['error facts.csv:2', /Write 40, and % under unit/]]],
  ['a range in one cell', facts('a,A,40-50,,range,people,', 'x'), [['error facts.csv:2', /under low and high/]]],
  ['NaN', facts('a,A,NaN,,about,people,', 'x'), [['error facts.csv:2', /Leave the cell empty/]]],
  ['Infinity', facts('a,A,Infinity,,about,people,', 'x'), [['error facts.csv:2', /Leave the cell empty/]]],
  ['more than with an upper figure', facts('a,A,40,50,more than,people,', 'x'), [['error facts.csv:2', /expected nothing under high/]]],
  ['low above high', facts('a,A,50,40,range,people,', 'x'), [['error facts.csv:2', /swapped/]]],
  ['a misspelt qualifier', facts('a,A,50,,abuot,people,', 'x'), [['error facts.csv:2', /Did you mean "about"/]]],
  ['a share above the whole', facts('a,Share of it,150,,about,%,', '[about 150 %](fact:a)'), [['warning facts.csv:2', /at most 100 %/]]],
  ['a unit in other letters', facts('a,A,50,,about,km²,', '[about 50 km²](fact:a)'), [['warning facts.csv:2', /Did you mean "km2"/]]],
  [
    'people and area added',
    facts('a,A,50,,about,km2,\nb,B,5,,about,people,\nc,C,,,,km2,a + b', 'x'),
    [['error facts.csv:4', /one unit on both sides/]],
  ],
  [
    'a unit that does not follow',
    facts('a,A,50,,about,km2,\nb,B,5,,about,%,\nc,C,,,,people,a * b', 'x'),
    [['error facts.csv:4', /expected the unit "km2"/]],
  ],
  ['a circle of formulas', facts('a,A,,,,people,b\nb,B,,,,people,a', 'x'), [['error facts.csv:3', /do not need this one/]]],
  ['a division by nought', facts('a,A,0,,exact,people,\nb,B,,,,people,5 / a', 'x'), [['error facts.csv:3', /divisor that is not nought/]]],
  ['an id twice', facts('a,A,50,,about,people,\na,A,51,,about,people,', '[about 50](fact:a)'), [['error facts.csv:3', /each id once/]]],
  [
    'a column twice',
    { ...whole, 'places.csv': 'id,name,lon,lat,lat\naldby,Aldby,10,50,50\n' },
    [['error places.csv:1', /each column once/]],
  ],
  [
    'cells without a column',
    { ...whole, 'places.csv': 'id,name,lon,lat,\naldby,Aldby,10,50,note\n' },
    [['error places.csv:1', /found nothing above/]],
  ],
  ['too few cells', facts('a,A,50', 'x'), [['error facts.csv:2', /expected 7 cells, found 3/]]],
  ['too many cells', facts('a,A,50,,about,people,,', 'x'), [['error facts.csv:2', /expected 7 cells, found 8/]]],
  [
    'a quote that is not closed in its line',
    { ...whole, 'places.csv': 'id,name,lon,lat\naldby,"Aldby,10,50\nb,"Bee",11,50\n' },
    [
      ['error places.csv:2', /closing quote/],
      ['warning places.csv:3', /named in no step/],
    ],
  ],
  ['an empty table', { ...whole, 'places.csv': '' }, [['error places.csv:1', /found none/]]],
  ['a latitude that is a longitude', change('places.csv', '10,50', '50,110'), [['error places.csv:2', /latitude from -85 to 85/]]],
  [
    'a German number that may be two',
    {
      ...facts('x', 'x'),
      'story.md': storyText({ front: 'source: survey\nlocale: de\n', text: ['Eins.', 'Zwei.'] }),
      'facts.csv': 'id;label;low;qualifier\na;A;12.000;exact\n',
    },
    [['error facts.csv:2', /Write 12000, or 12/]],
  ],
  ['a misspelt column', change('facts.csv', 'label,', 'labell,'), [['error facts.csv:1', /Did you mean "label"/]]],
  ['people below nought', facts('a,A,-5,,about,people,', '[about -5](fact:a)'), [['error facts.csv:2', /from 0 up/]]],
  [
    'longitude and latitude swapped',
    {
      ...change('story.md', 'label: [aldby, merrow]', 'label: [aldby, merrow, bee, sea]'),
      'places.csv': 'id,name,lon,lat\naldby,Aldby,10,50\nbee,Bee,10.2,50.1\nsea,Sea,50.2,10.4\n',
    },
    [['error places.csv:4', /Did you mean longitude 10\.4, latitude 50\.2/]],
  ],
])('facts and places: %s', (_, texts, expected) => check(texts, expected));

const map = (feature: string) => ({ ...whole, 'map/lake.geojson': `{"type": "FeatureCollection", "features": [\n${feature}\n]}\n` });
const lake = (coordinates: string, properties = '{"code": "L1"}') =>
  `{"type": "Feature", "properties": ${properties}, "geometry": {"type": "Polygon", "coordinates": [\n${coordinates}]}}`;
const square = '[[10.1, 50], [10.6, 50], [10.6, 50.4], [10.1, 50]]';

test.each<Wrong>([
  ['a comma too many', map(`${lake(square)},`), [['error map/lake.geojson:3', /no comma before \]/]]],
  [
    'a value that JSON has not',
    map(lake('[[10.1, NaN], [10.6, 50], [10.6, 50.4], [10.1, 50]]')),
    [['error map/lake.geojson:3', /found NaN/]],
  ],
  ['an empty file', { ...whole, 'map/lake.geojson': '' }, [['error map/lake.geojson:1', /empty file/]]],
  [
    'a point in a layer of areas',
    map('{"type": "Feature", "properties": {"code": "L1"}, "geometry": {"type": "Point", "coordinates": [10, 50]}}'),
    [['error map/lake.geojson:2', /expected Polygon/]],
  ],
  [
    'a feature without a geometry',
    map(`${lake(square)},\n{"type": "Feature", "properties": {}, "geometry": null}`),
    [['error map/lake.geojson:4', /feature 2: expected a Feature with a geometry/]],
  ],
  [
    'a ring that is open',
    map(lake('[[10.1, 50], [10.6, 50], [10.6, 50.4], [10.2, 50]]')),
    [['error map/lake.geojson:3', /ends where it began/]],
  ],
  ['a ring of too few points', map(lake('[[10.1, 50], [10.6, 50], [10.1, 50]]')), [['error map/lake.geojson:3', /at least 4 points/]]],
  [
    'a ring that crosses itself',
    map(lake('[[10, 50], [11, 51],\n[11, 50], [10, 51], [10, 50]]')),
    [['warning map/lake.geojson:4', /at \[10\.5, 50\.5\]/]],
  ],
  [
    'a ring without an area',
    map(lake('[[10, 50], [11, 51], [10.5, 50.5], [10, 50]]')),
    [['warning map/lake.geojson:3', /ring with an area/]],
  ],
  [
    'two mistakes in one feature',
    map(lake(`[[10, 150], [11, 51], [10.5, 50.5], [10, 150]],\n[[10, 50], [11, 50], [11, 51], [10.1, 51]]`)),
    [
      ['error map/lake.geojson:3', /looks swapped/],
      ['error map/lake.geojson:4', /ends where it began/],
    ],
  ],
  [
    'a latitude of metres',
    map(lake('[[10, 5000000], [11, 51], [10.5, 50.5], [10, 5000000]]')),
    [['error map/lake.geojson:3', /not metres/]],
  ],
  [
    'points outside the bbox of the file',
    change('map/lake.geojson', '"FeatureCollection",', '"FeatureCollection", "bbox": [10.3, 50, 10.6, 50.4],'),
    [['warning map/lake.geojson:2', /inside the bbox of the file/]],
  ],
  [
    'points outside the bbox of their feature',
    change('map/lake.geojson', '{"type": "Feature",', '{"type": "Feature", "bbox": [10.1, 50, 10.6, 50.2],'),
    [['warning map/lake.geojson:2', /inside the bbox, /]],
  ],
  [
    'another reference system',
    change(
      'map/lake.geojson',
      '"FeatureCollection",',
      '"FeatureCollection",\n"crs": {"type": "name", "properties": {"name": "EPSG:3857"}},',
    ),
    [['error map/lake.geojson:2', /found the reference system "EPSG:3857"/]],
  ],
  [
    'a feature without its id',
    map(`${lake(square)},\n${lake(square, '{"name": "B"}')}`),
    [['warning map/lake.geojson:4', /expected the property "code"/]],
  ],
  [
    'another feature of the same id',
    map(`${lake(square, '{"code": "L1", "name": "A"}')},\n${lake(square, '{"code": "L1", "name": "B"}')}`),
    [['warning map/lake.geojson:4', /each code once/]],
  ],
  ['a match that no feature has', change('layers.yaml', 'match: L1', 'match: L2'), [['error layers.yaml:6', /Did you mean "L1"/]]],
  ['a map with latitude first', map(lake('[[50, 10.1], [50, 10.6], [50.4, 10.6], [50, 10.1]]')), [['error layers.yaml:1', /look swapped/]]],
  [
    'a property as a name that every object has',
    map(lake(square, '{"code": "L1", "__proto__": {"polluted": true}}')),
    [['error map/lake.geojson:2', /found the name "__proto__", which is not allowed/]],
  ],
  [
    'such a name inside a property, in other letters',
    map(lake(square, '{"code": "L1", "more": [{"\\u0063onstructor": 1}]}')),
    [['error map/lake.geojson:2', /found the name "constructor"/]],
  ],
  [
    'a feature with latitude first among others',
    map(
      `${lake(square)},\n${lake(square.replaceAll('10.', '11.'))},\n${lake('[[50, 10.2], [50, 10.6], [50.4, 10.6], [50, 10.2]]', '{"code": "L3"}')}`,
    ),
    [['error map/lake.geojson:6', /feature 3: .* look swapped/]],
  ],
  ['a file of more than a megabyte', map(lake(`${square}${' '.repeat(1e6)}`)), [['warning map/lake.geojson:1', /found 1\.0 MB/]]],
])('maps: %s', (_, texts, expected) => {
  check(texts, expected);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('each number of a paragraph is told where it stands, also behind a line end', () => {
  const { issues } = read(filesOf(paragraph('First 15 of\n**them** and, [there](https://example.org/99), 16\nmore; 15 again.')));
  expect(issues.map(({ line, column }) => [line, column])).toEqual([
    [12, 7],
    [13, 48],
    [14, 7],
  ]);
});

test('a link in a table, and a second one of the same words, is told where it stands', () => {
  const { issues } = read(filesOf(paragraph('| a | b |\n|---|---|\n| [x](#first) | [x](#no) |\n\n[one](#first)\nand [one](#none)')));
  expect(issues.map(({ line, column }) => [line, column])).toEqual([
    [14, 17],
    [17, 5],
  ]);
});
