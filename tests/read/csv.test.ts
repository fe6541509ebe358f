import { expect, test } from 'vitest';
import { parseCsv } from '../../src/read/csv.ts';
import { createReport } from '../../src/read/report.ts';
import { createText } from '../../src/read/text.ts';

function parse(text: string) {
  const report = createReport();
  const source = createText('a.csv', text);
  const { rows, delimiter } = parseCsv(source, report);
  return {
    delimiter,
    rows: rows.map((row) => row.map((cell) => cell.text)),
    spots: rows.map((row) => row.map(({ offset }) => source.spot(offset).column)),
    issues: report.issues,
  };
}

test('csv finds the separator in the header', () => {
  expect(parse('a,b\n1,2').delimiter).toBe(',');
  expect(parse('a;b\n1,5;2').rows).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(parse('a\tb\n1\t2').delimiter).toBe('\t');
});

test('csv reads quoted cells with separators, quotes and line ends inside', () => {
  expect(parse('a,b\n"x, ""y""\nz",2').rows[1]).toEqual(['x, "y"\nz', '2']);
});

test('csv leaves out rows without any content, and knows where each cell begins', () => {
  const { rows, spots } = parse('a,b\n,\n\n  x ,"y"\n');
  expect(rows).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ]);
  expect(spots[1]).toEqual([3, 6]);
});

test('csv keeps an empty last cell', () => {
  expect(parse('a,b\n1,').rows[1]).toEqual(['1', '']);
  expect(parse('a,b\n1,\n').rows[1]).toEqual(['1', '']);
});

test('csv reports a quote that is never closed, where it begins', () => {
  expect(parse('a,b\n1,"2\n').issues).toMatchObject([{ line: 2, column: 3 }]);
});
