import { expect, test } from 'vitest';
import { chartRows, safeCsv, toCsv } from '../../src/page/csv.ts';
import { bar, barsOf, exactly, months, timeline, towns, uncertainBars } from '../graphics/charts/data.ts';
import { share } from '../graphics/charts/facts.ts';

test('a formula becomes plain text, a negative number stays a number', () => {
  expect(toCsv([['=1+1', '-5', '-5.25', '-x', 'a,b', 'a "b"']])).toBe('\'=1+1,-5,-5.25,\'-x,"a,b","a ""b"""\r\n');
});

test('whatever a spreadsheet may run is plain text, whatever it may count is not touched', () => {
  for (const text of ['=1', '+x', '-x', '@SUM(A1)', '\tx', '\rx', '＝1', '-1+2', '=HYPERLINK(A1)']) expect(toCsv([[text]])).toMatch(/^"?'/);
  for (const text of ['-5', '+5', '-5.25', '-40,5', 'x=1', 'a-b', '']) expect(toCsv([[text]])).not.toContain("'");
});

test('what a spreadsheet would run that parts cells at semicolons is plain text too', () => {
  expect(toCsv([['a;=1', 'a;b', 'a; =1', '=1;@x']])).toBe("a;'=1,a;b,a; =1,'=1;'@x\r\n");
  const read = safeCsv('facts.csv', new TextEncoder().encode('id,note\nrise,a;=1\n'));
  expect(read).toBe("id,note\r\nrise,a;'=1\r\n");
});

test('the facts are copied as they are, unless a spreadsheet would run one of their cells', () => {
  const copied = (text: string) => safeCsv('facts.csv', new TextEncoder().encode(text));
  const good = 'id;low;label\nrise;-5;Rise\n';
  expect(copied(good)).toEqual(new TextEncoder().encode(good));
  expect(copied('id;label\nrise;-5 to 5, or so\n')).toBe('id,label\r\nrise,"\'-5 to 5, or so"\r\n');
  expect(copied('\ufeffid,low,label,note\nrise,-5,"=LINK(""x"")",@a\n')).toBe('id,low,label,note\r\nrise,-5,"\'=LINK(""x"")",\'@a\r\n');
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
