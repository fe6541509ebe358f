import { createReport, type Report } from './report.ts';
import type { SourceText } from './text.ts';

export interface RawCell {
  text: string;
  offset: number;
  /** Whether a quote in it is not closed, which has been reported. */
  broken?: boolean;
  /** Whether blanks stand in front of it. */
  spaced?: boolean;
}

export interface RawTable {
  delimiter: string;
  rows: RawCell[][];
}

/** RFC 4180 in every dialect that spreadsheets write: comma, semicolon or tab, quoted where needed. Rows without any content are left out. */
export function parseCsv(source: SourceText, report: Report): RawTable {
  // Some spreadsheets tell the separator in a line of its own.
  const told = /^sep=(.)\n/i.exec(source.text);
  const delimiter = told?.[1] ?? delimiterOf(source.text);
  const rows: RawCell[][] = [];
  let row: RawCell[] = [];
  let at = told?.[0].length ?? 0;
  while (at < source.text.length || row.length > 0) {
    const quote = quoteAt(source.text, at);
    const { cell, end } = quote >= 0 ? quotedCell(source, quote, delimiter, report) : bareCell(source.text, at, delimiter);
    row.push(cell);
    at = end + 1;
    if (source.text[end] === delimiter) continue;
    if (row.some(({ text }) => text !== '')) rows.push(row);
    row = [];
  }
  return { delimiter, rows: withoutEmptyColumns(rows) };
}

/** The cells of a table in which nothing is wrong. */
export const cellsOf = (source: SourceText): string[][] => parseCsv(source, createReport()).rows.map((row) => row.map(({ text }) => text));

/** Spreadsheets may write columns beyond the last one that is used: those without a name and without content are left out. */
function withoutEmptyColumns(rows: RawCell[][]): RawCell[][] {
  const [header = []] = rows;
  const used = header.findLastIndex(({ text }) => text !== '') + 1;
  const full = rows.some((cells) => cells.slice(used, header.length).some(({ text }) => text !== ''));
  return full ? rows : rows.map((cells) => (cells.length === header.length ? cells.slice(0, used) : cells));
}

/** The sign that parts the header's names. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Where a quoted cell begins; blanks in front of the quote are let pass. -1 where the cell is bare. */
function quoteAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return text[at] === '"' ? at : -1;
}

function bareCell(text: string, start: number, delimiter: string): { cell: RawCell; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  const raw = text.slice(start, end);
  const blanks = raw.length - raw.trimStart().length;
  return { cell: { text: raw.trim(), offset: start + blanks, spaced: blanks > 0 }, end };
}

function quotedCell(source: SourceText, start: number, delimiter: string, report: Report): { cell: RawCell; end: number } {
  const { text } = source;
  let close = start + 1;
  while (close < text.length && !(text[close] === '"' && text[close + 1] !== '"')) close += text[close] === '"' ? 2 : 1;
  const cell = {
    text: text
      .slice(start + 1, close)
      .replaceAll('""', '"')
      .trim(),
    offset: start,
  };
  const rest = bareCell(text, close + 1, delimiter);
  const open = close >= text.length;
  // A quote that closes in another line, before more text, opens a cell of its own: the one before was never closed.
  if (open || (rest.cell.text && text.slice(start, close).includes('\n'))) {
    report.error(
      source.spot(start),
      `expected a closing quote, found the end of the ${open ? 'file' : 'line'}`,
      'Close the quote; inside quotes, a quote is written twice.',
    );
    const bare = bareCell(text, start + 1, delimiter);
    return { cell: { ...bare.cell, offset: start, broken: true }, end: bare.end };
  }
  if (rest.cell.text)
    report.error(
      source.spot(close + 1),
      'expected the next cell after the closing quote, found more text',
      'Inside quotes, a quote is written twice.',
    );
  return { cell, end: rest.end };
}
