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

test('csv counts separators in the first line alone, outside its quotes; a single column has commas', () => {
  expect(parse('a,b\n"1; 2; 3",4').delimiter).toBe(',');
  expect(parse('"a; b; c",d\n1,2').delimiter).toBe(',');
  expect(parse('a\n1').delimiter).toBe(',');
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

test('csv leaves out columns that have neither a name nor content, and no others', () => {
  expect(parse('a,b,,\n1,2,,').rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  // What stands in a column without a name is a mistake that others tell of, and must not be lost.
  expect(parse('a,b,\n1,2,\n3,4,5').rows).toEqual([
    ['a', 'b', ''],
    ['1', '2', ''],
    ['3', '4', '5'],
  ]);
  expect(parse('a,b,,\n1,2,,5').rows[1]).toEqual(['1', '2', '', '5']);
  // A row of another length is told of as it is.
  expect(parse('a,b,\n1,2').rows[1]).toEqual(['1', '2']);
});

test('csv takes the separator that a spreadsheet names in a first line of its own, and only there', () => {
  expect(parse('sep=;\na;b\n1,5;2')).toMatchObject({
    delimiter: ';',
    rows: [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  });
  expect(parse('a,b\nsep=;\n').rows[1]).toEqual(['sep=;']);
});

test('csv reads a quote that opens the file, and one behind blanks', () => {
  expect(parse('"a, b",c\n  "1 ",2').rows).toEqual([
    ['a, b', 'c'],
    ['1', '2'],
  ]);
});

test('csv tells what is wrong with a quote: the end of the line or of the file that it should have closed before, or what follows it', () => {
  const told = (text: string) => parse(text).issues.map(({ line, column, message }) => [line, column, message]);
  expect(told('a,b\n1,"2\n3,4')).toEqual([[2, 3, 'expected a closing quote, found the end of the file']]);
  expect(told('a,b\n1,"2\n3,"4"')).toEqual([[2, 3, 'expected a closing quote, found the end of the line']]);
  expect(parse('a,b\n1,"2\n3,"4"').rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(told('a,b\n"1" x,2')).toEqual([[2, 4, 'expected the next cell after the closing quote, found more text']]);
});
