import { cellsOf } from '../read/csv.ts';
import { decodeText } from '../read/index.ts';
import type { Chart, ChartValue } from '../story.ts';
import type { Content } from './shelf.ts';

/** RFC 4180; a cell that a spreadsheet would run as a formula is made plain text, a number with a sign is not. */
export function toCsv(rows: string[][]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** An editor's own table as readers may get it: byte by byte, unless a spreadsheet would run one of its cells. */
export function safeCsv(file: string, bytes: Uint8Array): Content {
  const rows = cellsOf(decodeText(file, bytes));
  return rows.flat().some((text) => plain(text) !== text) ? toCsv(rows) : bytes;
}

/** What spreadsheets take for a formula, in letters of full width too. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]\d+([.,]\d+)?$/.test(text);

/** Where a comma is the decimal sign, a spreadsheet parts cells at semicolons, and begins a cell behind one. */
const plain = (text: string): string => (isFormula(text) ? `'${text}` : text).replace(/;(?=[=+\-@＝＋－＠])/g, ";'");

function cell(text: string): string {
  const safe = plain(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a chart of a table draws, as a table that can be read again: in numbers, without words. Null for charts of facts. */
export function chartRows(chart: Chart): string[][] | null {
  if (!('file' in chart) || chart.file === null) return null;
  if (chart.kind === 'timeline')
    return [['date', 'event', 'source', 'note'], ...chart.events.map(({ date, text, source, note }) => [date, text, source, note])];
  const numbers = ['value', 'low', 'high', 'qualifier', 'unit', 'source', 'note'];
  if (chart.kind === 'bars') {
    const rows = chart.bars.map((bar) => {
      const [label, series] = bar.group ? [bar.group, bar.label] : [bar.label, ''];
      return [label, series, ...numbersOf(bar), chart.unit, bar.source, bar.note];
    });
    return [['label', 'series', ...numbers], ...rows];
  }
  const rows = chart.series.flatMap(({ name, points }) =>
    points.map((point) => [point.date, name, ...numbersOf(point), chart.unit, point.source, point.note]),
  );
  return [['date', 'series', ...numbers], ...rows];
}

function numbersOf({ value, low, high, qualifier, decimals }: ChartValue): string[] {
  const written = (number: number | null) => (number === null ? '' : number.toFixed(decimals));
  const alone = value !== null && low === high;
  return [written(value), alone ? '' : written(low), alone ? '' : written(high), qualifier];
}
