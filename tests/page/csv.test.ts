import { expect, test } from 'vitest';
import { chartRows, toCsv } from '../../src/page/csv.ts';
import { bar, barsOf, exactly, months, timeline, towns, uncertainBars } from '../graphics/charts/data.ts';
import { share } from '../graphics/charts/facts.ts';

test('a formula becomes plain text, a negative number stays a number', () => {
  expect(toCsv([['=1+1', '-5', '-5.25', '-x', 'a,b', 'a "b"']])).toBe('\'=1+1,-5,-5.25,\'-x,"a,b","a ""b"""\r\n');
});

test('bars are given as numbers with their bounds', () => {
  expect(chartRows(uncertainBars)?.slice(0, 4)).toEqual([
    ['label', 'series', 'value', 'low', 'high', 'qualifier', 'unit', 'source', 'note'],
    ['Strelsau', '', '400', '', '', 'exact', 'mm', '', ''],
    ['Zenda on the Upper Marches', '', '', '200', '300', 'range', 'mm', '', ''],
    ['Hentzau', '', '', '250', '', 'more than', 'mm', '', ''],
  ]);
  expect(chartRows(barsOf([bar('winter', exactly(3), { group: 'Zenda' })]))?.[1]?.slice(0, 3)).toEqual(['Zenda', 'winter', '3']);
});

test('lines are given whole, a gap with empty cells', () => {
  expect(chartRows({ ...months, until: '2030-09' })).toHaveLength(8);
  expect(chartRows(months)?.[4]).toEqual(['2030-12', '', '', '', '', 'exact', 'mm', '', '']);
  expect(chartRows(towns)?.[1]?.slice(0, 3)).toEqual(['2026', 'Strelsau', '600']);
});

test('events are given by their dates', () => {
  expect(chartRows(timeline)?.[3]).toEqual(['2031-02-04', 'The bridge at Zenda is closed', '', 'Reopened in April']);
});

test('facts are given by the table that says who says so', () => {
  expect(chartRows(share)).toBeNull();
  expect(chartRows({ ...uncertainBars, file: null })).toBeNull();
});
