import { parseCsv, type RawCell } from '../csv.ts';
import { hasDecimalComma } from '../numerals.ts';
import { quote, type Spot } from '../report.ts';
import { checkRowLength } from '../row-length.ts';
import { date as dateSchema, isReserved } from '../schema-values.ts';
import { didYouMean } from '../suggest.ts';
import type { SourceText } from '../text.ts';
import type { ChartContext } from './context.ts';

/** A table whose columns the editor may name freely: what each holds is told by its name or its cells. */
export interface DataTable {
  file: string;
  columns: Column[];
  rows: DataRow[];
}

export interface Column {
  name: string;
  index: number;
  /** Whether most of its cells are. A year is a date as well as a number. */
  dates: boolean;
  numbers: boolean;
  /** Of its name. */
  spot: Spot;
}

export interface DataRow {
  /** Empty where the table has no such column. */
  text(column: Column | null): string;
  spot(column: Column | null): Spot;
}

const numberPattern = /^[-+]?\d+(\.\d+)?$/;

export const isNumber = (text: string): boolean => numberPattern.test(text);
export const isDate = (text: string): boolean => dateSchema.safeParse(text).success;

/** Null where the file is missing or is no table; why is reported. */
export function readDataTable(file: string, context: ChartContext): DataTable | null {
  const { tables, report, spot } = context;
  if (['facts.csv', 'places.csv'].includes(file)) {
    report.error(spot(['data']), `expected a table of the chart's own, found ${quote(file)}`, 'Facts are drawn by facts: and their ids.');
    return null;
  }
  const source = tables.open(file);
  if (!source) {
    const none = 'A table is a CSV file in the story folder, with names of columns in its first line.';
    report.error(spot(['data']), `expected a file of the story folder, found ${quote(file)}`, didYouMean(file, tables.names) ?? none);
    return null;
  }
  return tableOf(source, file, context);
}

function tableOf(source: SourceText, file: string, { report, book }: ChartContext): DataTable | null {
  const before = report.issues.length;
  const { delimiter, rows } = parseCsv(source, report);
  const [header, ...body] = rows;
  if (!header || !body.length) {
    const found = header ? 'the names alone' : 'nothing';
    report.error(source.spot(0), `expected a first line with the names of columns and lines of data under it, found ${found}`);
    return null;
  }
  const comma = delimiter !== ',' && hasDecimalComma(book.language.locale);
  const plain = (text: string) => (comma ? text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2') : text);
  const cells = body.map((row) => row.map((cell) => ({ ...cell, text: plain(cell.text) })));
  const whole = cells.map((row) => checkRowLength(row, header.length, { delimiter }, source, report));
  if (!checkHeader(header, source, report) || whole.includes(false) || report.issues.length > before) return null;
  const columns = header.map(({ text, offset }, index): Column => {
    const filled = cells.map((row) => row[index]?.text ?? '').filter(Boolean);
    const most = (test: (text: string) => boolean) => filled.length > 0 && filled.filter(test).length * 2 > filled.length;
    return { name: text, index, dates: most(isDate), numbers: most(isNumber), spot: source.spot(offset) };
  });
  const row = (own: RawCell[]): DataRow => ({
    text: (column) => (column && own[column.index]?.text) || '',
    spot: (column) => source.spot((column ? own[column.index] : own[0])?.offset ?? 0),
  });
  return { file, columns, rows: cells.map(row) };
}

function checkHeader(header: RawCell[], source: SourceText, report: ChartContext['report']): boolean {
  const seen = new Set<string>();
  const wrong = header.filter(({ text, offset }) => {
    const name = text.toLowerCase();
    const again = seen.has(name);
    if (!name) report.error(source.spot(offset), 'expected the name of a column, found nothing');
    else if (isReserved(name))
      report.error(source.spot(offset), `expected another name of a column, found ${quote(text)}, which is not allowed`);
    else if (again) report.error(source.spot(offset), `expected each column once, found ${quote(text)} again`);
    seen.add(name);
    return !name || again || isReserved(name);
  });
  return wrong.length === 0;
}
