import type { z } from 'zod';
import { parseCsv, type RawCell } from './csv.ts';
import type { Report, Spot } from './report.ts';
import { checkRowLength } from './row-length.ts';
import { idPattern } from './schema-values.ts';
import { readHeader } from './table-header.ts';
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
  /** Whether a row has no id, or none that can be told: any id may be its. */
  lost: boolean;
  /** Names of the columns that it has. */
  columns: ReadonlySet<string>;
  /** Where the first row begins. */
  head: Spot;
}

type RowSchema = z.ZodObject;

/** Reads a CSV whose columns and cells the schema knows. Columns with a default may be missing. */
export function readTable<T extends RowSchema>(
  source: SourceText,
  schema: T,
  report: Report,
  numbers: { columns: string[]; decimalComma: boolean },
): Table<z.output<T>> {
  const raw = parseCsv(source, report);
  const table: Table<z.output<T>> = { rows: [], broken: new Set(), lost: true, columns: new Set(), head: source.spot(0) };
  const names = readHeader(raw.rows, schema, source, report);
  if (!names) return table;
  const comma = numbers.decimalComma && raw.delimiter !== ',' ? new Set(numbers.columns) : new Set<string>();
  const idAt = names.indexOf('id');
  const rows = withoutMissing(report);
  const fits = (texts: readonly string[]) =>
    schema.safeParse(Object.fromEntries(names.flatMap((name, index) => (name ? [[name, texts[index]]] : [])))).success;
  table.columns = new Set(names.filter((name) => name !== null));
  table.lost = idAt < 0;
  for (const cells of raw.rows.slice(1)) {
    const row = checkRowLength(cells, names.length, raw, source, report, fits) ? readRow(cells, names, comma, schema, source, rows) : null;
    const id = cells[idAt]?.text ?? '';
    if (row) table.rows.push(row);
    else if (idPattern.test(id)) table.broken.add(id);
    else table.lost = true;
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
