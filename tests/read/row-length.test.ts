import { expect, test } from 'vitest';
import { parseCsv } from '../../src/read/csv.ts';
import { createReport } from '../../src/read/report.ts';
import { checkRowLength } from '../../src/read/row-length.ts';
import { createText } from '../../src/read/text.ts';

/** What is said of a table's second row: where, and the cure. */
function told(text: string, fits?: (cells: readonly string[]) => boolean): [column: number, cure: string | null] | null {
  const source = createText('a.csv', text);
  const report = createReport();
  const raw = parseCsv(source, createReport());
  const [header = [], row = []] = raw.rows;
  const right = checkRowLength(row, header.length, raw, source, report, fits);
  expect(report.issues).toHaveLength(right ? 0 : 1);
  return report.issues.map(({ column, suggestion }): [number, string | null] => [column, suggestion])[0] ?? null;
}
const quotes = 'A text that contains the separator needs double quotes';
const any = () => true;

test('a row as long as the header is right, a shorter one lacks separators, a longer one quotes', () => {
  expect(told('a,b\n1,2')).toBeNull();
  expect(told('a,b,c\n1,2')).toEqual([1, 'An empty cell still needs its separator.']);
  expect(told('a,b\n1,2,3')).toEqual([5, `${quotes} round it.`]);
});

test('cells that are parted by another sign are told by its name', () => {
  expect(told('a,b\n1;2')).toEqual([1, 'Its cells are parted by semicolons, those of the first row by commas.']);
  expect(told('a;b\n1\t2')).toEqual([1, 'Its cells are parted by tabs, those of the first row by semicolons.']);
  expect(told('sep=|\na|b\n1,2')).toEqual([1, 'Its cells are parted by commas, those of the first row by "|".']);
});

test('a number that has come apart is written without its separators', () => {
  expect(told('a,b\n12,000,x')).toEqual([1, 'A number has no separators: write 12000']);
  expect(told('a,b\nx,-1,200')).toEqual([3, 'A number has no separators: write -1200']);
  for (const row of ['1200,000,x', 'a1,000,x', '1,0000,x', '1,00,x', '1,000a,x'])
    expect(told(`a,b\n${row}`)?.[1]).toBe(`${quotes} round it.`);
  expect(told('a;b\n1;000;x')?.[1]).toBe(`${quotes} round it.`);
});

test('a text that has come apart is the one with a blank behind its separators', () => {
  expect(told('a,b,c\nx, y,z,w', any)).toEqual([1, `${quotes}: write "x, y"`]);
  expect(told('a,b,c\nx,y, z,w', any)).toEqual([3, `${quotes}: write "y, z"`]);
  expect(told('a,b\nw,x, y, z', any)).toEqual([3, `${quotes}: write "x, y, z"`]);
  expect(told('a,b\nw,x, y,z', any)).toEqual([6, `${quotes} round it.`]);
});

test('without such blanks it is the one that fits its column, where there is only one', () => {
  expect(told('a,b,c\nx,y,z,w', ([, b]) => b === 'y, z')).toEqual([3, `${quotes}: write "y, z"`]);
  expect(told('a,b,c\nx, y,z,w', ([, b]) => b === 'y, z')).toEqual([4, `${quotes}: write "y, z"`]);
  expect(told('a,b,c\nx,y,z,w', any)).toEqual([7, `${quotes} round it.`]);
});
