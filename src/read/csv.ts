import type { Report } from './report.ts';
import type { SourceText } from './text.ts';

export interface RawCell {
  text: string;
  offset: number;
}

export interface RawTable {
  delimiter: string;
  rows: RawCell[][];
}

/** RFC 4180 in every dialect that spreadsheets write: comma, semicolon or tab, quoted where needed. Rows without any content are left out. */
export function parseCsv(source: SourceText, report: Report): RawTable {
  const delimiter = delimiterOf(source.text);
  const rows: RawCell[][] = [];
  let row: RawCell[] = [];
  let at = 0;
  while (at < source.text.length || row.length > 0) {
    const { cell, end } = source.text[at] === '"' ? quotedCell(source, at, delimiter, report) : bareCell(source.text, at, delimiter);
    row.push(cell);
    at = end + 1;
    if (source.text[end] === delimiter) continue;
    if (row.some(({ text }) => text !== '')) rows.push(row);
    row = [];
  }
  return { delimiter, rows };
}

/** The sign that parts the header's names. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function bareCell(text: string, start: number, delimiter: string): { cell: RawCell; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  const raw = text.slice(start, end);
  return { cell: { text: raw.trim(), offset: start + (raw.length - raw.trimStart().length) }, end };
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
  if (close >= text.length) {
    report.error(
      source.spot(start),
      'expected a closing quote, found the end of the file',
      'Close the quote; inside quotes, a quote is written twice.',
    );
    return { cell, end: text.length };
  }
  const rest = bareCell(text, close + 1, delimiter);
  if (rest.cell.text)
    report.error(
      source.spot(close + 1),
      'expected the next cell after the closing quote, found more text',
      'Inside quotes, a quote is written twice.',
    );
  return { cell, end: rest.end };
}
