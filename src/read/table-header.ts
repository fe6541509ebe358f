import type { z } from 'zod';
import type { RawCell } from './csv.ts';
import { quote, type Report } from './report.ts';
import { didYouMeanBy, meantBy } from './synonyms.ts';
import type { SourceText } from './text.ts';

/**
 * Column names by position; null for a column that can't be used. A column of another name is read as the one that is meant, so
 * that what is wrong in it is said as well. Null where the first row has no names at all.
 */
export function readHeader(rows: readonly RawCell[][], schema: z.ZodObject, source: SourceText, report: Report): (string | null)[] | null {
  const [header = []] = rows;
  const known = Object.keys(schema.shape);
  const isHeader = (cells: readonly RawCell[]) =>
    cells.filter(({ text }) => known.includes(text.toLowerCase())).length * 2 > Math.min(cells.length, 4);
  if (!isHeader(header) && !header.some(({ text }) => known.includes(text.toLowerCase()))) {
    reportNoHeader(header, rows.slice(1, 10).some(isHeader), known, source, report);
    return null;
  }
  const needed = known.filter((column) => !schema.shape[column]?.safeParse(undefined).success);
  const names = matched(header, known, needed);
  const seen = new Set<string>();
  const used = header.map(({ text, offset }, index): string | null => {
    const name = names[index] ?? null;
    const again = name !== null && seen.has(name);
    if (name !== text.toLowerCase())
      report.error(source.spot(offset), unknownColumn(text, known), name ? `Did you mean "${name}"?` : didYouMeanBy(text, known));
    else if (again) report.error(source.spot(offset), `expected each column once, found ${quote(name)} again`);
    if (name === null || again) return null;
    seen.add(name);
    return name;
  });
  for (const column of needed) if (!seen.has(column)) report.error(source.spot(0), `expected the column ${quote(column)}, found none`);
  return used;
}

/** Each column's own name, the one that is near to it, or, of one alone that is left over, the one that is still needed. */
function matched(header: readonly RawCell[], known: readonly string[], needed: readonly string[]): (string | null)[] {
  const written = new Set(header.map(({ text }) => text.toLowerCase()));
  const names = header.map(({ text }) => {
    const name = text.toLowerCase();
    const free = known.filter((column) => !written.has(column));
    const meant = known.includes(name) ? name : text ? meantBy(text, free) : null;
    if (meant) written.add(meant);
    return meant;
  });
  const missing = needed.filter((column) => !names.includes(column));
  const left = names.flatMap((name, index) => (name === null && header[index]?.text ? [index] : []));
  const [only] = left;
  return missing.length === 1 && left.length === 1 && only !== undefined ? names.with(only, missing[0] ?? null) : names;
}

function unknownColumn(text: string, known: readonly string[]): string {
  return text
    ? `unknown column ${quote(text)}, expected ${known.join(', ')}`
    : 'expected the name of a column, found nothing above its cells';
}

function reportNoHeader(header: readonly RawCell[], isBelow: boolean, known: readonly string[], source: SourceText, report: Report): void {
  const { text } = source;
  // What is no text at all has been told of.
  if (text.startsWith('PK') || text.includes('\0') || text.includes('\uFFFD')) return;
  const [line = ''] = text.split('\n', 1);
  const cure = /^\s*<(!doctype|html|\?xml)/i.test(text)
    ? 'This is a page of the web: download the table itself.'
    : isBelow
      ? 'Take off the rows above the names of the columns.'
      : /[|:^]/.test(line) && header.length === 1
        ? 'Save it with commas, semicolons or tabs between the cells.'
        : 'The first row has the names of the columns.';
  report.error(
    source.spot(header[0]?.offset ?? 0),
    `expected a first row with the columns ${known.join(', ')}, found ${line.trim() ? quote(line) : 'none'}`,
    cure,
  );
}
