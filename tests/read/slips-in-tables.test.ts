import { type Slip, testSlips } from './named-once.ts';
import { change, whole } from './whole-story.ts';

const facts = (from: string | RegExp, to: string) => change('facts.csv', from, to);
const places = (text: string) => ({ ...whole, 'places.csv': text });
const withoutColumn = (at: number) => ({
  ...whole,
  'facts.csv': whole['facts.csv'].replace(/^.+$/gm, (line) => line.split(',').toSpliced(at, 1).join(',')),
});
const renamed = (from: keyof typeof whole, to: string) =>
  Object.fromEntries(Object.entries(whole).map(([name, text]) => [name === from ? to : name, text]));
const { 'facts.csv': _, ...noFacts } = whole;
const { 'sources.yaml': __, ...noSources } = whole;
const chart: Record<'story.md' | 'rain.csv', string> = {
  ...(change('story.md', 'id: towns', 'id: towns\nchart: {data: rain.csv}') as typeof whole),
  'rain.csv': 'date,value,low,high\n2030,4,3,5\n2031,5,4,6\n',
};

const slips: Slip[] = [
  ['an id in capitals, and all that names it', facts('moved,', 'MOVED,'), [['facts.csv:4:1  expected an id', /"moved"/]]],
  ['an id that is empty', facts('moved,', ','), [['facts.csv:4:1  expected an id', null]]],
  ['an id of another row', facts('moved,', 'size,'), [['facts.csv:4:1  expected each id once', null]]],
  ['no column of ids', withoutColumn(0), [['facts.csv:1:1  expected the column "id", found none', null]]],
  ['no column of qualifiers', withoutColumn(4), [['facts.csv:1:1  expected the column "qualifier", found none', /exact/]]],
  [
    'no column of sources, in a story without one',
    { ...withoutColumn(7), 'story.md': whole['story.md'].replace('source: survey\n', '') },
    [
      ['facts.csv:1:1  expected the column "source"', /where it is from/],
      ['layers.yaml:1:3  expected source:', /sources\.yaml/],
    ],
  ],
  ['a column of another name', facts('low', 'value'), [['facts.csv:1:10  unknown column "value"', /"low"/]]],
  ['the one column that is left over', facts('label', 'indicator text'), [['facts.csv:1:4  unknown column "indicator text"', /"label"/]]],
  [
    'longitude and latitude in full',
    places('id,name,longitude,latitude\naldby,Aldby,10,50\n'),
    [
      ['places.csv:1:9  unknown column "longitude"', /"lon"/],
      ['places.csv:1:19  unknown column "latitude"', /"lat"/],
    ],
  ],
  ['no names of columns', places('aldby,Aldby,10,50\n'), [['places.csv:1:1  expected a first row with the columns', /first row/]]],
  [
    'a title above the names of the columns',
    places('Places,,,\nid,name,lon,lat\naldby,Aldby,10,50\n'),
    [['places.csv:1:1  expected a first row', /rows above/]],
  ],
  [
    'bars between the cells',
    places('id|name|lon|lat\naldby|Aldby|10|50\n'),
    [['places.csv:1:1  expected a first row', /commas, semicolons or tabs/]],
  ],
  [
    'a page of the web',
    { ...whole, 'facts.csv': '<!doctype html>\n<title>Log in</title>\n' },
    [['facts.csv:1:1  expected a first row', /page of the web/]],
  ],
  [
    'a workbook',
    { ...whole, 'facts.csv': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0xff]) },
    [['facts.csv:1:1  expected text, found a workbook', /as CSV/]],
  ],
  [
    'a row with other separators',
    facts('size,Size,310,310,as stated,km2,2031-05,survey', 'size;Size;310;310;as stated;km2;2031-05;survey'),
    [['facts.csv:2:1  expected 8 cells, found 1', /semicolons/]],
  ],
  [
    'a comma in a text without quotes',
    facts('People who moved', 'People, who moved'),
    [['facts.csv:4:7  expected 8 cells, found 9', /"People, who moved"/]],
  ],
  [
    'a number with a separator and without quotes',
    facts('10000,12000', '10,000,12000'),
    [['facts.csv:4:24  expected 8 cells, found 9', /write 10000$/]],
  ],
  [
    'a quote that is not closed',
    facts('Share that is dry', '"Share, that is dry'),
    [['facts.csv:3:7  expected a closing quote', /written twice/]],
  ],
  ['a unit as it is printed', facts('km2', 'km²'), [['facts.csv:2:29  warning: expected km2', /"km2"/]]],
  ['a qualifier of other words', facts('more than', 'over'), [['facts.csv:3:29  expected exact, as stated', /"more than"/]]],
  ['about two numbers', facts('310,310,as stated', '310,320,about'), [['facts.csv:2:19  expected low and high to be the same', /"range"/]]],
  ['a day as a spreadsheet counts it', facts('2031-05-01', '47969'), [['facts.csv:3:41  expected a date', /"2031-05-01"/]]],
  [
    'degrees and minutes',
    places("id,name,lon,lat\naldby,Aldby,10°,50°0'N\n"),
    [
      ['places.csv:2:13  expected a longitude in degrees', /^Write 10$/],
      ['places.csv:2:17  expected a latitude in degrees', /Write 50$/],
    ],
  ],
  ['no facts.csv', noFacts, [['story.md:18:14  expected the id of a fact, found "size"', /facts\.csv/]]],
  [
    'facts.csv under another name',
    renamed('facts.csv', 'facts (1).csv'),
    [['facts (1).csv:1:1  expected a file of the story', /"facts\.csv"/]],
  ],
  ['facts.csv as a workbook', { ...noFacts, 'facts.xlsx': 'x' }, [['facts.xlsx:1:1  expected a file of the story', /as CSV/]]],
  ['story.md under another name', renamed('story.md', 'Story.md.txt'), [['Story.md.txt:1:1  expected a file of the story', /"story\.md"/]]],
  [
    'the folder above the story’s',
    Object.fromEntries(Object.entries(whole).map(([name, text]) => [`lake/${name}`, text])),
    [['story.md:1:1  expected the file story.md', /"lake"/]],
  ],
  ['no sources.yaml', noSources, [['facts.csv:2:41  expected the id of a source', /sources\.yaml/]]],
  [
    'a value above its range',
    { ...chart, 'rain.csv': chart['rain.csv'].replace('5,4,6', '7,4,6') },
    [['rain.csv:3:6  expected a number up to 6', null]],
  ],
  [
    'a month before its year',
    { ...chart, 'rain.csv': chart['rain.csv'].replace('2030', '04/2030') },
    [['rain.csv:2:1  expected a date', /"2030-04"/]],
  ],
  [
    'a date twice, in two columns',
    { ...chart, 'rain.csv': 'date,a,b\n2030,4,3\n2031,5,4\n2031,5,4\n' },
    [['rain.csv:4:1  expected each date once, found "2031" again', null]],
  ],
  [
    'a table of which nothing is read because of a slip',
    { ...chart, 'story.md': chart['story.md'].replace('data: rain.csv', 'data: rian.csv') },
    [['story.md:24:15  expected a file of the story folder', /"rain\.csv"/]],
  ],
];

testSlips(slips);
