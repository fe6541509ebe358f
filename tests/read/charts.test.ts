import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import type { BarsChart, Chart, LineChart, TimelineChart } from '../../src/story.ts';
import { filesOf, folder, lineOf, storyText } from './story-of.ts';

const facts =
  'id,label,low,high,qualifier,unit,date,source\nnorth,Fields in the north,310,,as stated,km2,2031-02-03,gauge\nsouth,Fields in the south,120,,more than,km2,,gauge\n' +
  'west,Fields in the west,60,90,range,km2,2031-02,gauge\nrain,Rain,80,,exact,mm,2031,gauge\n';

/** A story whose first step has the chart, over a table rain.csv. */
const files = (chart: string, table = '', front = 'source: gauge\n') =>
  filesOf({
    'story.md': storyText({ front, blocks: [`frame: {bounds: [10, 50, 12, 51]}\nchart: {${chart}}`, ''] }),
    'sources.yaml': 'gauge: {title: Rain gauge, date: 2031-04}\nradar: {title: Radar, credit: The radar}\n',
    'facts.csv': facts,
    'rain.csv': table,
  });
const chartOf = <T extends Chart>(chart: string, table?: string, front?: string): T => {
  const { story, issues } = read(files(chart, table, front));
  expect(issues.filter(({ severity }) => severity === 'error').map(lineOf)).toEqual([]);
  const found = story?.steps[0]?.scene.chart;
  if (!found) throw new Error('expected a chart');
  return found as T;
};
/** What is wrong, without the warnings. */
const mistakes = (chart: string, table?: string, front?: string) =>
  read(files(chart, table, front))
    .issues.filter(({ severity }) => severity === 'error')
    .map(lineOf);

const monthly = 'date,value\n2031-01,10\n2031-02,30\n2031-03,20\n';

test('the story with a chart of each kind reads without an error or a warning', () => {
  const { story, issues } = read(folder('tests/fixtures/charts'));
  expect(issues.map(lineOf)).toEqual([]);
  expect([...new Set(story?.steps.map(({ scene }) => scene.chart?.kind))].sort()).toEqual(['area', 'bars', 'line', 'timeline']);
  expect(JSON.parse(JSON.stringify(story))).toEqual(story);
});

test('a line of a table alone is complete', () => {
  expect(chartOf('kind: line, data: rain.csv', monthly)).toEqual({
    kind: 'line',
    drawing: 'rain.csv',
    file: 'rain.csv',
    title: 'Rain',
    caption: '',
    source: 'Rain gauge, April 2031',
    sourceShort: 'Rain gauge, April 2031',
    sources: ['gauge'],
    unit: '',
    series: [
      {
        name: '',
        shown: true,
        lit: true,
        points: [10, 30, 20].map((value, i) => ({
          date: `2031-0${i + 1}`,
          value,
          low: value,
          high: value,
          qualifier: 'exact',
          decimals: 0,
          note: '',
          source: '',
        })),
      },
    ],
    from: null,
    to: null,
    until: null,
    annotations: [],
  });
});

test.each([
  ['dates and numbers are a line', monthly, 'line'],
  ['years and numbers are a line', 'year,rain\n2029,5\n2030,6\n', 'line'],
  ['dates and texts are a timeline', 'date,event\n2031-01-03,Rain begins\n', 'timeline'],
  ['dates and texts under any names are a timeline', 'day,what\n2031-01-03,Rain begins\n', 'timeline'],
  ['texts and numbers are bars', 'town,rain\nStrelsau,5\nZenda,6\n', 'bars'],
])('where no kind is said, %s', (_, table, kind) => {
  expect(chartOf('data: rain.csv', table).kind).toBe(kind);
});

test('facts are bars where no kind is said, each with its own bounds and its own words', () => {
  const chart = chartOf<BarsChart>('facts: [north, south, west]');
  expect(chart.bars.map(({ fact, value, low, high, said }) => [fact, value, low, high, said])).toEqual([
    ['north', 310, 310, 310, '310\u00a0km²'],
    ['south', null, 120, null, 'more than 120\u00a0km²'],
    ['west', null, 60, 90, '60 to 90\u00a0km²'],
  ]);
  expect(chart.title).toBe('Fields in the north, Fields in the south, and Fields in the west');
  expect(chart.caption).toBe(
    'A dot and a ring mark the lower and the upper figure. A bar that ends in shrinking steps has no upper figure.',
  );
});

test('facts with dates are a timeline, by date', () => {
  const chart = chartOf<TimelineChart>('kind: timeline, facts: [west, north]');
  expect(chart.events.map(({ date, text }) => [date, text])).toEqual([
    ['2031-02-03', 'Fields in the north: 310\u00a0km²'],
    ['2031-02', 'Fields in the west: 60 to 90\u00a0km²'],
  ]);
});

test('a qualifier and bounds mean in a table what they mean of a fact', () => {
  const table =
    'label,value,low,high,qualifier\na,5,,,more than\nb,6,,,less than\nc,7,,,about\nd,,8,9,\ne,,10,,\nf,,,11,almost\ng,12,11,14,\nh,3.50,,,\n';
  const { bars } = chartOf<BarsChart>('data: rain.csv, unit: mm', table);
  expect(bars.map(({ value, low, high, qualifier, said }) => [value, low, high, qualifier, said])).toEqual([
    [null, 5, null, 'more than', 'more than 5 mm'],
    [null, null, 6, 'less than', 'less than 6 mm'],
    [7, 7, 7, 'about', 'about 7 mm'],
    [null, 8, 9, 'range', '8 to 9 mm'],
    [null, 10, null, 'more than', 'more than 10 mm'],
    [null, null, 11, 'almost', 'almost 11 mm'],
    [12, 11, 14, 'exact', '12 mm (11\u00a0to\u00a014)'],
    [3.5, 3.5, 3.5, 'exact', '3.50 mm'],
  ]);
});

test('series stand in columns of their own, in one column, or under another name', () => {
  const names = (chart: string, table: string) => chartOf<LineChart>(chart, table).series.map(({ name }) => name);
  expect(names('data: rain.csv', 'date,Zenda,Hofbau\n2030,1,2\n2031,2,3\n')).toEqual(['Zenda', 'Hofbau']);
  expect(names('data: rain.csv', 'date,series,value\n2030,Zenda,1\n2030,Hofbau,1\n2031,Zenda,2\n2031,Hofbau,2\n')).toEqual([
    'Zenda',
    'Hofbau',
  ]);
  expect(names('data: rain.csv', 'date,town,value\n2030,Zenda,1\n2031,Zenda,2\n')).toEqual(['Zenda']);
  expect(names('data: rain.csv, x: when measured, y: mm', 'place,when measured,mm\nx,2030,1\nx,2031,2\n')).toEqual(['x']);
});

test('bars of several columns stand in groups', () => {
  const { bars } = chartOf<BarsChart>('data: rain.csv', 'town,winter,summer\nZenda,5,3\nHofbau,6,4\n');
  expect(bars.map(({ group, label, value }) => [group, label, value])).toEqual([
    ['Zenda', 'winter', 5],
    ['Zenda', 'summer', 3],
    ['Hofbau', 'winter', 6],
    ['Hofbau', 'summer', 4],
  ]);
});

test('rows may stand in any order, and a figure may be missing', () => {
  const [line] = chartOf<LineChart>('data: rain.csv', 'date,value\n2031-03,3\n2031-01,1\n2031-02,\n').series;
  expect(line?.points.map(({ date, value }) => [date, value])).toEqual([
    ['2031-01', 1],
    ['2031-02', null],
    ['2031-03', 3],
  ]);
});

test('a table is read as its language’s spreadsheets write it', () => {
  const chart = chartOf<BarsChart>('data: rain.csv', '\ufeffOrt;Regen\r\nZenda;5,5\r\nHofbau;6\r\n', 'source: gauge\nlocale: de\n');
  expect(chart.bars.map(({ value }) => value)).toEqual([5.5, 6]);
});

test('states of one drawing differ in what is shown, lit and up to when', () => {
  const table = 'date,Zenda,Hofbau\n2030,1,2\n2031,2,3\n';
  const [one, other] = [
    chartOf<LineChart>('data: rain.csv', table),
    chartOf<LineChart>('data: rain.csv, until: 2030, show: Zenda, highlight: Hofbau', table),
  ];
  expect(one.drawing).toBe(other.drawing);
  expect(other.series.map(({ name, shown, lit }) => [name, shown, lit])).toEqual([
    ['Zenda', true, false],
    ['Hofbau', false, true],
  ]);
  expect(other.until).toBe('2030');
});

test('bars are chosen by their labels, facts also by their ids', () => {
  const { bars, annotations } = chartOf<BarsChart>(
    'facts: [north, west], highlight: west, annotations: {at: west, text: "{west} of it", fact: west}',
  );
  expect(bars.map(({ lit }) => lit)).toEqual([false, true]);
  expect(annotations).toEqual([
    { at: 'Fields in the west', series: '', text: ['60 to 90 square kilometres (23 to 35 square miles) of it'], fact: 'west' },
  ]);
});

test('rows may each have a source, which then counts as used', () => {
  const chart = chartOf<BarsChart>('data: rain.csv', 'label,value,source\na,1,\nb,2,radar\n');
  expect(chart.sources).toEqual(['gauge', 'radar']);
  expect(chart.source).toBe('Rain gauge, April 2031; Radar');
  expect(chart.bars.map(({ source }) => source)).toEqual(['Rain gauge', 'Radar']);
});

test.each([
  [
    'neither data nor facts',
    'kind: bars',
    '',
    ['story.md:11:8  expected data: with a table or facts: with a list of facts, found neither  → For example data: rainfall.csv'],
  ],
  [
    'data and facts',
    'data: rain.csv, facts: north',
    monthly,
    ['story.md:11:32  expected data: with a table or facts: with a list of facts, found both'],
  ],
  [
    'no such file',
    'data: rian.csv',
    '',
    ['story.md:11:15  expected a file of the story folder, found "rian.csv"  → Did you mean "rain.csv"?'],
  ],
  [
    'facts.csv as a table',
    'data: facts.csv',
    '',
    ['story.md:11:15  expected a table of the chart\'s own, found "facts.csv"  → Facts are drawn by facts: and their ids.'],
  ],
  [
    'an empty table',
    'data: rain.csv',
    '',
    ['rain.csv:1:1  expected a first line with the names of columns and lines of data under it, found nothing'],
  ],
  [
    'a table of names alone',
    'data: rain.csv',
    'date,value\n',
    ['rain.csv:1:1  expected a first line with the names of columns and lines of data under it, found the names alone'],
  ],
  [
    'a table that is no chart',
    'data: rain.csv',
    'town,mayor\nZenda,Michael\n',
    [
      'story.md:11:15  expected dates or labels in one column and numbers in another, found the columns town, mayor  → Say which is which by x: and y:.',
    ],
  ],
  [
    'a kind that the table is not of',
    'kind: line, data: rain.csv',
    'town,rain\nZenda,5\n',
    [
      'story.md:11:27  expected a column of dates and one of numbers for a line, found the columns town, rain  → Say which is which by x: and y:.',
    ],
  ],
  [
    'no such column',
    'data: rain.csv, y: vallue',
    monthly,
    ['story.md:11:28  expected a column of rain.csv, found "vallue"  → Did you mean "value"?'],
  ],
  [
    'a column of nearly a known name',
    'data: rain.csv',
    'date,value,qualifer\n2030,1,\n2031,2,about\n',
    [
      'rain.csv:1:12  unknown column "qualifer", expected date, label, event, value, low, high, series, qualifier, unit, source, note  → Did you mean "qualifier"?',
    ],
  ],
  ['a column twice', 'data: rain.csv', 'date,value,value\n2030,1,2\n', ['rain.csv:1:12  expected each column once, found "value" again']],
  [
    'a row too short',
    'data: rain.csv',
    'date,value\n2030,1\n2031\n',
    ['rain.csv:3:1  expected 2 cells, found 1  → An empty cell still needs its separator.'],
  ],
  [
    'a number with separators',
    'data: rain.csv',
    'date,value\n2030,1\n2031,"12,000"\n2032,3\n',
    ['rain.csv:3:6  expected a number such as 984 or 40.5, found "12,000"  → Write 12000, without separators.'],
  ],
  [
    'a date in another order',
    'data: rain.csv',
    'date,value\n2030-01-01,1\n2031-01-01,3\n3.2.2031,2\n',
    [
      'rain.csv:4:1  expected a date such as 2025-01-11, 2025-01 or 2025, found "3.2.2031"  → The year stands first: 2031-02-03, if the day is written before the month.',
    ],
  ],
  [
    'a date twice',
    'data: rain.csv',
    'date,value\n2030,1\n2030,2\n',
    ['rain.csv:3:1  expected each date once, found "2030" again, first in line 2'],
  ],
  [
    'one date',
    'data: rain.csv',
    'date,value\n2030,1\n',
    ['story.md:11:15  expected figures of at least two dates, found 1  → A single figure is a bar, or a fact.'],
  ],
  [
    'an unknown qualifier',
    'data: rain.csv',
    'label,value,qualifier\na,1,abuot\n',
    ['rain.csv:2:5  expected exact, as stated, about, more than, less than, almost, range, found "abuot"  → Did you mean "about"?'],
  ],
  [
    'bounds the wrong way round',
    'data: rain.csv',
    'label,low,high\na,9,5\n',
    ['rain.csv:2:5  expected a number from 9 up, found "5"  → Are low and high swapped?'],
  ],
  [
    'a value out of its bounds',
    'data: rain.csv',
    'label,value,low,high\na,1,2,3\n',
    ['rain.csv:2:3  expected a number from 2 up, because that is low, found "1"'],
  ],
  [
    'half of the bounds beside a value',
    'data: rain.csv',
    'label,value,low,high\na,2,1,\n',
    ['rain.csv:2:3  expected both low and high beside a value, or neither, found low alone'],
  ],
  [
    'a range of one number',
    'data: rain.csv',
    'label,value,qualifier\na,2,range\n',
    ['rain.csv:2:5  expected low and high, because the qualifier is "range", found a value alone'],
  ],
  [
    'a bar without a number',
    'data: rain.csv',
    'label,value\na,1\nb,\n',
    ['rain.csv:3:3  expected a number, found nothing  → A bar without a number is left out of the table.'],
  ],
  ['a bar twice', 'data: rain.csv', 'label,value\na,1\na,2\n', ['rain.csv:3:1  expected each bar once, found "a" again, first in line 2']],
  [
    'two units',
    'data: rain.csv',
    'label,value,unit\na,1,mm\nb,2,cm\n',
    ['rain.csv:3:5  expected "mm", as in the rows before, found "cm"  → A chart has one scale, and so one unit.'],
  ],
  [
    'an unknown source',
    'data: rain.csv',
    'label,value,source\na,1,gage\n',
    ['rain.csv:2:5  expected the id of a source, found "gage"  → Did you mean "gauge"?'],
  ],
  [
    'six lines at once',
    'data: rain.csv',
    'date,a,b,c,d,e,f\n2030,1,2,3,4,5,6\n2031,1,2,3,4,5,6\n',
    [
      'story.md:11:15  expected at most 5 series that are lit, found 6  → Name those that the text is about under highlight:; the others stay grey.',
    ],
  ],
  [
    'an area of two series',
    'kind: area, data: rain.csv',
    'date,a,b\n2030,1,2\n2031,2,3\n',
    ['story.md:11:15  expected one series in an area, found 2  → Several are drawn as lines: kind: line.'],
  ],
  [
    'no such series',
    'data: rain.csv, highlight: Zendar',
    'date,Zenda,Hofbau\n2030,1,2\n2031,2,3\n',
    ['story.md:11:36  expected the name of a series, found "Zendar"  → Did you mean "Zenda"?'],
  ],
  [
    'no such bar',
    'data: rain.csv, show: [Zenda, Tarlenheim]',
    'town,rain\nZenda,1\nHofbau,2\n',
    ['story.md:11:39  expected the name of a bar, found "Tarlenheim"  → There are Zenda, Hofbau.'],
  ],
  [
    'a note outside the dates',
    'data: rain.csv, annotations: {at: 2035, text: x}',
    monthly,
    ['story.md:11:43  expected a date from January 2031 to March 2031, which the table is of, found "2035"'],
  ],
  [
    'a note at no date',
    'data: rain.csv, annotations: {at: spring, text: x}',
    monthly,
    ['story.md:11:43  expected a date such as 2025-01-11, 2025-01 or 2025, found "spring"'],
  ],
  [
    'a note of an unknown fact',
    'data: rain.csv, annotations: {at: 2031-02, text: x, fact: norht}',
    monthly,
    ['story.md:11:67  expected the id of a fact, found "norht"  → Did you mean "north"?'],
  ],
  [
    'a time before the first',
    'data: rain.csv, until: 2030',
    monthly,
    ['story.md:11:32  expected a date from January 2031 to March 2031, which the table is of, found "2030"'],
  ],
  [
    'a scale that cuts the line',
    'data: rain.csv, from: 15',
    monthly,
    ['story.md:11:31  expected a number up to 10, which is the lowest figure, found "15"'],
  ],
  [
    'a scale that cuts the bars',
    'data: rain.csv, to: 5',
    'town,rain\nZenda,9\n',
    ['story.md:11:29  expected a number from 9 up, which is the highest figure, found "5"'],
  ],
  [
    'bars that begin above zero',
    'data: rain.csv, from: 5',
    'town,rain\nZenda,9\n',
    [
      'story.md:11:31  expected no from: in a chart of the kind bars, found it  → Bars and areas begin at zero, so that their sizes can be compared.',
    ],
  ],
  ['columns of facts', 'facts: [north], x: town', '', ['story.md:11:28  expected no x: in a chart of facts, found it']],
  [
    'a line of facts',
    'kind: line, facts: [north]',
    '',
    ['story.md:11:28  expected data: with a table for a line, found facts:  → Facts are drawn as bars or as a timeline.'],
  ],
  [
    'facts of two units',
    'facts: [north, rain]',
    '',
    ['story.md:11:24  expected a fact in km2, as "north" is, found "rain", which is in mm  → A chart has one scale, and so one unit.'],
  ],
  ['a fact twice', 'facts: [north, north]', '', ['story.md:11:24  expected each fact once, found "north" again']],
  [
    'a fact without a date on a timeline',
    'kind: timeline, facts: [north, south]',
    '',
    ['story.md:11:40  expected a fact with a date, found "south", which has none  → Its date stands in facts.csv.'],
  ],
  [
    'an event without words',
    'data: rain.csv',
    'date,event\n2031-01-01,Rain\n2031-01-02,\n',
    ['rain.csv:3:12  expected what happened, found nothing'],
  ],
])('%s is a mistake', (_, chart, table, expected) => {
  expect(mistakes(chart, table)).toEqual(expected);
});

test('a table without a source is a mistake, unless the chart says whose figures they are', () => {
  expect(mistakes('data: rain.csv', monthly, '')[0]).toMatch(/^story\.md:10:15 {2}expected a source of these figures, found none/);
});

test('a column that nothing draws is named, and does no harm', () => {
  const { issues, story } = read(files('data: rain.csv', 'town,mayor,rain\nZenda,Michael,5\n'));
  expect(issues.map(lineOf)).toContain(
    'rain.csv:1:6  warning: the column "mayor" is not drawn  → Leave it out, or name it under x:, y: or series:.',
  );
  expect(story).not.toBeNull();
});

test('columns of numbers that one chart does not draw may be another’s', () => {
  const { issues } = read(files('data: rain.csv, y: rain', 'town,snow,rain\nZenda,3,5\nStreslau,4,6\n'));
  expect(issues.map(lineOf).filter((line) => line.startsWith('rain.csv'))).toEqual([]);
});
