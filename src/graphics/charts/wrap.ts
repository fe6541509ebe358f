import { textWidth } from './text.ts';

/** The text, broken at its plain spaces, in lines no wider than that, at most so many; what does not fit ends in an ellipsis. */
export function wrapText(text: string, widthPx: number, sizePx: number, bold: boolean, most: number): string[] {
  const fits = (line: string) => textWidth(line, sizePx, bold) <= widthPx;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).flatMap((one) => pieces(one, fits))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)];
}

/** What is wider than a line, cut where it must be: rather between its words and after a dash than within a number. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts = word.split(softer);
  if (parts.length > 1) return parts.flatMap((part) => pieces(part, fits));
  const cut: string[] = [''];
  for (const char of word) {
    const last = cut.length - 1;
    if (cut[last] && !fits(cut[last] + char)) cut.push(char);
    else cut[last] += char;
  }
  return cut;
}

/** No-break spaces that do not stand between digits, and the place after a dash between numbers. */
const softer = /(?<!\d)\u00a0|\u00a0(?!\d)|(?<=[–~])/;

function shortened(text: string, fits: (text: string) => boolean): string {
  const chars = [...text];
  while (chars.length && !fits(`${chars.join('').trimEnd()}…`)) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
