import { blockKinds } from './markdown.ts';
import { quote, type Report } from './report.ts';
import type { SourceText } from './text.ts';

const ours: readonly string[] = ['step', ...blockKinds];

/**
 * A block of ours that is not closed before the next one ends at its first empty line instead, so that what comes after it is
 * read. Lines stay where they are.
 */
export function closeBlocks(lines: string[], bodyLine: number, source: SourceText, report: Report): string[] {
  const closed = [...lines];
  let open = -1;
  let sign = '';
  let name = '';
  const close = (end: number) => {
    report.error(
      source.spot(source.lineStart(bodyLine + open)),
      `expected a line of \`\`\` at the end of the ${name} block, found none`,
      'Close the block under its last key.',
    );
    const empty = closed.findIndex((line, index) => index > open && index < end && line.trim() === '');
    if (empty >= 0) closed[empty] = sign;
    open = -1;
  };
  // A block that begins with ~~~ and ends with ``` would go on to the end of the file.
  const mixed = (index: number): string => {
    report.error(
      source.spot(source.lineStart(bodyLine + index)),
      `expected a line of ${sign} at the end of the ${name} block, which begins with it, found ${quote(lines[index])}`,
    );
    open = -1;
    return sign;
  };
  lines.forEach((line, index) => {
    const [, fence = '', info = ''] = /^ {0,3}(```|~~~)[`~]*\s*(.*)$/.exec(line) ?? [];
    if (open >= 0 && fence === sign && !info) open = -1;
    else if (open >= 0 && fence && !info) closed[index] = mixed(index);
    else if (open >= 0 && fence && info) close(index);
    const [word = ''] = info.split(/\s/);
    if (open < 0 && ours.includes(word)) [open, sign, name] = [index, fence, word];
  });
  if (open >= 0) close(lines.length);
  return closed;
}
