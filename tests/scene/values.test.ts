import { expect, test } from 'vitest';
import { barMarks, eventMarks, figureOf, isVague, lineMarks, sayValue, unitName } from '../../src/scene/values.ts';
import type { ChartPoint, ChartValue } from '../../src/story.ts';
import { languageOf } from '../../src/words/languages.ts';

const english = languageOf('en');
const value = (own: Partial<ChartValue>): ChartValue => ({
  value: null,
  low: null,
  high: null,
  qualifier: 'exact',
  decimals: 0,
  ...own,
});
const exact = value({ value: 12 });
const band = value({ low: 10, high: 12, qualifier: 'range' });
const estimate = value({ value: 11, low: 10, high: 12 });
const more = value({ low: 40, qualifier: 'more than' });
const less = value({ high: 40, qualifier: 'less than' });
const about = value({ low: 40, high: 40, qualifier: 'about' });
const none = value({});

test.each<[string, ChartValue, number | null]>([
  ['10 to 12 mm', band, 10],
  ['11 mm (10\u00a0to\u00a012)', estimate, 11],
  ['more than 40 mm', more, 40],
  ['less than 40 mm', less, 40],
  ['about 40 mm', about, 40],
  ['', none, null],
])('a chart says %j of a value, whose mark stands at its figure', (said, one, figure) => {
  expect(sayValue(one, 'mm', english)).toBe(said);
  expect(figureOf(one)).toBe(figure);
});

test('a value whose bounds are one is no estimate', () => {
  expect(sayValue(value({ value: 40, low: 40, high: 40 }), 'mm', english)).toBe('40 mm');
});

test('one figure that is not exact is vague; a band is drawn as one', () => {
  expect([exact, value({ value: 12, qualifier: 'as stated' }), band, estimate, none].map(isVague)).toEqual(Array(5).fill(false));
  expect([more, less, about].map(isVague)).toEqual([true, true, true]);
});

const said = (marks: string[]) => marks.map((mark) => mark.split(' ').slice(0, 3).join(' '));

test('bars and lines say how they draw what is uncertain, and only what they draw', () => {
  const { rangeEnds, openEnd, hollowBar, fadingEnd, band: bandWords, rings, gaps } = english.words.chart;
  expect(barMarks([exact, none], english)).toEqual([]);
  expect([band, more, less, about].map((one) => barMarks([exact, one], english))).toEqual([
    [rangeEnds],
    [openEnd],
    [hollowBar],
    [fadingEnd],
  ]);
  expect(barMarks([value({ high: 40, qualifier: 'almost' })], english)).toEqual([fadingEnd]);
  const points = (...values: ChartValue[]) => values.map((one): ChartPoint => ({ ...one, date: '2031', note: '', source: '' }));
  expect(lineMarks(points(exact), english)).toEqual([]);
  expect([band, about, none].map((one) => lineMarks(points(exact, one), english))).toEqual([[bandWords], [rings], [gaps]]);
  expect(said(eventMarks(['2031-05-01', '2031-05'], english))).toEqual(['A ring or']);
  expect(eventMarks(['2031-05-01'], english)).toEqual([]);
});

test('an axis counts in the unit’s short name', () => {
  expect(['km2', '%', 'people', 'years', 'mm', '', 'constructor'].map((unit) => unitName(unit, english))).toEqual([
    'km²',
    '%',
    'people',
    'years',
    'mm',
    '',
    'constructor',
  ]);
});
