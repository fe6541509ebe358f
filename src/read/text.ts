import type { Spot } from './report.ts';

/** A decoded file that knows its lines. */
export interface SourceText {
  file: string;
  text: string;
  spot(offset: number): Spot;
  /** Offset of a 0-based line's first character. */
  lineStart(line: number): number;
}

export function createText(file: string, text: string): SourceText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineStart = (line: number) => starts[Math.max(0, Math.min(line, starts.length - 1))] ?? 0;
  const spot = (offset: number): Spot => {
    const at = Math.max(0, Math.min(offset, text.length));
    const line = lineOf(starts, at);
    return { file, line: line + 1, column: at - lineStart(line) + 1 };
  };
  return { file, text, spot, lineStart };
}

/** Index of the last start that is not after the offset. */
function lineOf(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
