import { expect, test } from 'vitest';
import { decimalsOf, niceTicks, spread } from '../../../src/graphics/charts/scale.ts';
import { timeTicks } from '../../../src/graphics/charts/time.ts';
import { wrapText } from '../../../src/graphics/charts/wrap.ts';
import { startOf } from '../../../src/scene/dates.ts';
import { languageOf } from '../../../src/words/languages.ts';

const labels = (from: string, to: string, most: number, finest: 'year' | 'month' | 'day', locale = 'en-GB') =>
  timeTicks(startOf(from), startOf(to), most, finest, languageOf(locale)).map(({ label }) => label);

test('ticks are round numbers from below the least to above the most', () => {
  expect(niceTicks(3, 97, 5)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(niceTicks(-4, 9, 3)).toEqual([-5, 0, 5, 10]);
  expect(niceTicks(0.12, 0.31, 4)).toEqual([0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
  expect(niceTicks(1e6, 3.2e6, 3)).toEqual([1e6, 2e6, 3e6, 4e6]);
});

test('a single figure has two ticks round it', () => {
  expect(niceTicks(5, 5, 4).length).toBeGreaterThan(1);
  expect(niceTicks(0, 0, 4).length).toBeGreaterThan(1);
});

test('all ticks are written to the digits that the finest needs', () => {
  expect(decimalsOf([0, 0.25, 0.5])).toBe(2);
  expect(decimalsOf([0, 20, 40])).toBe(0);
});

test('dates are round, no finer than the data, in the story’s language, the year where it is new', () => {
  expect(labels('2020', '2030', 6, 'year')).toEqual(['2020', '2022', '2024', '2026', '2028', '2030']);
  expect(labels('2030-11', '2031-03', 8, 'month')).toEqual(['Nov 2030', 'Dec', 'Jan 2031', 'Feb', 'Mar']);
  expect(labels('2031-02-03', '2031-02-06', 8, 'day')).toEqual(['3 Feb 2031', '4 Feb', '5 Feb', '6 Feb']);
  expect(labels('2030', '2031', 9, 'year')).toEqual(['2030', '2031']);
  expect(labels('2030-12', '2031-01', 9, 'month', 'de')).toEqual(['Dez. 2030', 'Jan. 2031']);
});

test('years before 100 are no years of the twentieth century', () => {
  expect(new Date(startOf('0079')).getUTCFullYear()).toBe(79);
});

test('boxes that want one place stand one under the other, inside', () => {
  const boxes = [20, 21, 22, 90].map((middle) => ({ middle, height: 20 }));
  expect(spread(boxes, 0, 100)).toEqual([10, 30, 50, 80]);
  expect(spread([{ middle: 95, height: 20 }], 0, 100)).toEqual([80]);
});

test('a text is broken at its spaces, a word only where it must be, and what is left over is three dots', () => {
  expect(wrapText('one two three', 60, 13, false, 3)).toEqual(['one two', 'three']);
  expect(wrapText('Donaudampfschifffahrt', 60, 13, false, 9).length).toBeGreaterThan(1);
  expect(wrapText('one two three four five', 50, 13, false, 2).at(-1)).toMatch(/…$/);
  expect(wrapText('12\u00a0mm of rain', 50, 13, false, 3)).toEqual(['12\u00a0mm', 'of rain']);
});
