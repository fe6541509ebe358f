import type { z } from 'zod';
import { parseCsv, type RawCell } from './csv.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean, nearest } from './suggest.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';

export interface TableRow<T> {
  value: T;
  /** Of a column's cell. */
  spot(column: string): Spot;
}

export interface Table<T> {
  rows: TableRow<T>[];
  /** Ids of rows that can't be used. */
  broken: Set<string>;
}

type RowSchema = z.ZodObject;

/** Reads a CSV whose columns and cells the schema knows. Columns with a default may be missing. */
export function readTable<T extends RowSchema>(
  source: SourceText,
  schema: T,
  report: Report,
  numbers: { columns: string[]; decimalComma: boolean },
): Table<z.output<T>> {
  const { delimiter, rows: lines } = parseCsv(source, report);
  const [header, ...body] = lines;
  if (!header) {
    report.error(source.spot(0), `expected a first row with the columns ${Object.keys(schema.shape).join(', ')}, found none`);
    return { rows: [], broken: new Set() };
  }
  const names = readHeader(header, schema, source, report);
  const comma = numbers.decimalComma && delimiter !== ',' ? new Set(numbers.columns) : new Set<string>();
  const idAt = names.indexOf('id');
  const table: Table<z.output<T>> = { rows: [], broken: new Set() };
  const rows = withoutMissing(report);
  for (const cells of body) {
    const row = rightLength(cells, names, source, report) ? readRow(cells, names, comma, schema, source, rows) : null;
    if (row) table.rows.push(row);
    else table.broken.add(cells[idAt]?.text ?? '');
  }
  return table;
}

/** A column that is missing has been reported once: not again in every row. */
function withoutMissing(report: Report): Report {
  return {
    ...report,
    error(spot, message, suggestion) {
      if (!message.startsWith('expected the key')) report.error(spot, message, suggestion);
    },
  };
}

/** Column names by position; null for a column that can't be used. */
function readHeader(header: RawCell[], schema: RowSchema, source: SourceText, report: Report): (string | null)[] {
  const known = Object.keys(schema.shape);
  const written = new Set(header.map(({ text }) => text.toLowerCase()));
  const seen = new Set<string>();
  const names = header.map(({ text, offset }) => {
    const name = text.toLowerCase();
    const isKnown = known.includes(name);
    // A misspelt column is read as the one that is meant, so that what is wrong in it is said as well.
    const meant = isKnown
      ? name
      : nearest(
          text,
          known.filter((column) => !written.has(column)),
        );
    const again = meant !== null && seen.has(meant);
    if (!isKnown) report.error(source.spot(offset), unknownColumn(text, known), didYouMean(text, known));
    else if (again) report.error(source.spot(offset), `expected each column once, found ${quote(name)} again`);
    if (meant === null || again) return null;
    seen.add(meant);
    return meant;
  });
  for (const column of known)
    if (!seen.has(column) && !schema.shape[column]?.safeParse(undefined).success)
      report.error(source.spot(0), `expected the column ${quote(column)}, found none`);
  return names;
}

function unknownColumn(text: string, known: string[]): string {
  return text
    ? `unknown column ${quote(text)}, expected ${known.join(', ')}`
    : 'expected the name of a column, found nothing above its cells';
}

function rightLength(cells: RawCell[], names: unknown[], source: SourceText, report: Report): boolean {
  if (cells.length === names.length) return true;
  const extra = cells[names.length];
  const spot = source.spot((extra ?? cells[0])?.offset ?? 0);
  const cure = extra ? 'A text that contains the separator needs double quotes round it.' : 'An empty cell still needs its separator.';
  report.error(spot, `expected ${names.length} cells, found ${cells.length}`, cure);
  return false;
}

function readRow<T extends RowSchema>(
  cells: RawCell[],
  names: (string | null)[],
  comma: Set<string>,
  schema: T,
  source: SourceText,
  report: Report,
): TableRow<z.output<T>> | null {
  const written = new Map<string, RawCell>();
  names.forEach((name, index) => {
    const cell = cells[index];
    if (name && cell) written.set(name, cell);
  });
  const spot = (column: string): Spot => source.spot((written.get(column) ?? cells[0])?.offset ?? 0);
  const text = (name: string, cell: RawCell) => (comma.has(name) ? cell.text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2') : cell.text);
  const located = {
    value: Object.fromEntries([...written].map(([name, cell]) => [name, text(name, cell)])),
    spot: ([column]: readonly PropertyKey[]) => spot(String(column)),
    keySpot: (_path: readonly PropertyKey[], column: string) => spot(column),
    wordSpot: ([column]: readonly PropertyKey[]) => spot(String(column)),
  };
  const value = validate(schema, located, report);
  return value ? { value, spot } : null;
}
