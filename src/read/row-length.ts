import type { RawCell, RawTable } from './csv.ts';
import { quote, type Report } from './report.ts';
import type { SourceText } from './text.ts';

/** Whether a row has as many cells as the header. Of more, `fits` tells which of them are the parts of one that lacks its quotes. */
export function checkRowLength(
  cells: readonly RawCell[],
  wanted: number,
  { delimiter }: Pick<RawTable, 'delimiter'>,
  source: SourceText,
  report: Report,
  fits: (cells: readonly string[]) => boolean = () => false,
): boolean {
  if (cells.length === wanted) return true;
  // A quote that is not closed has been told of.
  if (cells.some(({ broken }) => broken)) return false;
  const [first] = cells;
  const other = [',', ';', '\t'].find((sign) => sign !== delimiter && (first?.text.split(sign).length ?? 0) === wanted);
  const torn = cells.length > wanted ? tornCell(cells, wanted, delimiter, fits) : null;
  const offset = torn?.offset ?? (cells[wanted] ?? first)?.offset ?? 0;
  const cure = other
    ? `Its cells are parted by ${signs[other]}, those of the first row by ${signs[delimiter] ?? quote(delimiter)}.`
    : torn
      ? torn.cure
      : cells.length > wanted
        ? 'A text that contains the separator needs double quotes round it.'
        : 'An empty cell still needs its separator.';
  report.error(source.spot(offset), `expected ${wanted} cells, found ${cells.length}`, cure);
  return false;
}

const signs: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** The cell that has come apart at its separators. */
function tornCell(
  cells: readonly RawCell[],
  wanted: number,
  delimiter: string,
  fits: (cells: readonly string[]) => boolean,
): { offset: number; cure: string } | null {
  const texts = cells.map(({ text }) => text);
  const thousands = texts.findIndex((text, index) => /^[-+]?\d{1,3}$/.test(text) && /^\d{3}$/.test(texts[index + 1] ?? ''));
  if (thousands >= 0 && delimiter === ',') {
    const number = `${texts[thousands]}${texts[thousands + 1]}`;
    return { offset: cells[thousands]?.offset ?? 0, cure: `A number has no separators: write ${number}` };
  }
  const extra = cells.length - wanted;
  const joined = (at: number) => texts.slice(at, at + extra + 1).join(`${delimiter} `);
  const fitting = texts.flatMap((_, at) => {
    const whole = [...texts.slice(0, at), joined(at), ...texts.slice(at + extra + 1)];
    return whole.length === wanted && fits(whole) ? [at] : [];
  });
  // Behind a comma within a text stands a blank.
  const at =
    fitting.find((index) => cells.slice(index + 1, index + extra + 1).every(({ spaced }) => spaced)) ??
    (fitting.length === 1 ? fitting[0] : undefined);
  return at === undefined
    ? null
    : { offset: cells[at]?.offset ?? 0, cure: `A text that contains the separator needs double quotes: write "${joined(at)}"` };
}
