import { parseCsv, type RawCell } from '../../read/csv.ts';
import { createReport } from '../../read/report.ts';
import { createText } from '../../read/text.ts';
import type { LngLat } from '../../story.ts';
import type { Splice } from './text-file.ts';

/** What places.csv begins with where there is none yet. */
export const newPlaces = 'id,name,lon,lat\n';

export interface NewPlace {
  id: string;
  name: string;
  at: LngLat;
}

/** A row more, written as the others are: with their separator, quotes and decimal sign. Null where the table has not the columns for it. */
export function addPlace(text: string, { id, name, at }: NewPlace): Splice | null {
  const table = open(text);
  if (!table) return null;
  const { columns, delimiter, quoted, end } = table;
  const cells: Record<string, string> = { id, name, ...degrees(at, table.comma) };
  const quote = (cell: string) => (quoted || cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const row = columns.map((column) => (cells[column] ? quote(cells[column]) : '')).join(delimiter);
  return { from: end, to: end, text: `\n${row}` };
}

/** Other coordinates in the place's row. Null where the table has no such row. */
export function movePlace(text: string, id: string, at: LngLat): Splice[] | null {
  const table = open(text);
  const row = table?.rows.find((cells) => cells[table.columns.indexOf('id')]?.text === id);
  if (!table || !row) return null;
  return Object.entries(degrees(at, table.comma)).flatMap(([column, degree]): Splice[] => {
    const cell = row[table.columns.indexOf(column)];
    if (!cell) return [];
    const from = cell.offset + (text[cell.offset] === '"' ? 1 : 0);
    const written = text.slice(from).match(/^\s*[-+\d.,]*/)?.[0] ?? '';
    const plain = written.replace(/^\s*/, '').slice(0, cell.text.length);
    const start = from + written.indexOf(plain);
    return [{ from: start, to: start + plain.length, text: degree }];
  });
}

interface OpenTable {
  columns: string[];
  rows: RawCell[][];
  delimiter: string;
  /** Whether every cell of the header stands in quotes. */
  quoted: boolean;
  /** Whether degrees are written as `36,18`. */
  comma: boolean;
  /** After the last row that holds anything. */
  end: number;
}

function open(text: string): OpenTable | null {
  const report = createReport();
  const { delimiter, rows } = parseCsv(createText('places.csv', text), report);
  const [header, ...body] = rows;
  if (!header || report.issues.length) return null;
  const columns = header.map((cell) => cell.text.toLowerCase());
  if (!['id', 'name', 'lon', 'lat'].every((column) => columns.includes(column))) return null;
  return {
    columns,
    rows: body,
    delimiter,
    quoted: header.every(({ offset }) => text[offset] === '"'),
    comma: delimiter !== ',' && body.some((row) => /^[-+]?\d+,\d+$/.test(row[columns.indexOf('lon')]?.text ?? '')),
    end: text.trimEnd().length + emptyCells(text, delimiter),
  };
}

/** Separators of empty cells at the end of the last row, where they are white space. */
const emptyCells = (text: string, delimiter: string): number =>
  delimiter === '\t' ? (text.slice(text.trimEnd().length).match(/^\t+/)?.[0].length ?? 0) : 0;

/** Four decimals, some ten metres. */
function degrees([lon, lat]: LngLat, comma: boolean): { lon: string; lat: string } {
  const written = (value: number) => String(Number(value.toFixed(4))).replace('.', comma ? ',' : '.');
  return { lon: written(lon), lat: written(lat) };
}
