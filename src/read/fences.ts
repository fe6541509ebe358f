import { blockKinds } from './markdown.ts';
import { meantBlock } from './meant-block.ts';
import { quote, type Report } from './report.ts';
import type { SourceText } from './text.ts';

const ours: readonly string[] = ['step', ...blockKinds];

/** A block that has begun and not yet ended. */
interface Open {
  line: number;
  /** What its first line begins with. */
  sign: string;
  /** Empty for code, which is none of ours. */
  name: string;
  /** Whether its first line is wrong, which has been said. */
  mended: boolean;
}

/** Signs that are typed, or that a word processor puts, in place of three backticks. */
const nearFence = /^\s*[`'’‘´“”"~]{2,}\s*([\p{L}-]*)\s*$/u;

/**
 * The lines of the article, those that begin and end blocks of ours as they are meant: what is wrong with one is reported, so
 * that all else is read. A block that is not closed before the next one ends at its first empty line. Lines stay where they are.
 */
export function mendFences(lines: readonly string[], bodyLine: number, source: SourceText, report: Report): string[] {
  const mended = [...lines];
  const spot = (line: number) => source.spot(source.lineStart(bodyLine + line));
  let open: Open | null = null;
  for (const [index, line] of lines.entries()) {
    const [, sign = '', info = ''] = /^ {0,3}(```|~~~)[`~]*\s*(.*)$/.exec(line) ?? [];
    if (open?.name && sign && info) open = closeAbove(open, index);
    if (!open) open = begin(line, index, sign, info);
    else if (sign === open.sign && !info) open = null;
    else if (open.name && (sign || nearFence.exec(line)?.[1] === '')) open = end(open, index);
  }
  if (open?.name) closeAbove(open, lines.length);
  return mended;

  function begin(line: string, index: number, sign: string, info: string): Open | null {
    const [word = ''] = info.split(/\s/);
    if (sign && ours.includes(word)) return { line: index, sign, name: word, mended: false };
    const near = sign ? word : nearFence.exec(line)?.[1];
    const name = near === undefined ? null : meantBlock(near, lines.slice(index + 1));
    if (!name) return sign ? { line: index, sign, name: '', mended: false } : null;
    mended[index] = `\`\`\`${name}`;
    const isIndented = near === name && /^\s+(```|~~~)/.test(line);
    report.error(
      spot(index),
      isIndented
        ? `expected a block of ${name} at the beginning of a line, found it indented`
        : `expected a block that begins with \`\`\`${name}, found ${quote(sign ? word : line.trim())}`,
      isIndented ? 'Move its lines to the left.' : `Did you mean "${sign ? name : `\`\`\`${name}`}"?`,
    );
    return { line: index, sign: '```', name, mended: true };
  }

  /** A line of other signs, such as ~~~ for ``` or two backticks: without it the block would go on to the end of the file. */
  function end({ name, sign, mended: isMended }: Open, index: number): null {
    if (!isMended)
      report.error(
        spot(index),
        `expected a line of ${sign} at the end of the ${name} block, which begins with it, found ${quote(lines[index]?.trim())}`,
      );
    mended[index] = sign;
    return null;
  }

  function closeAbove({ line, sign, name }: Open, end: number): null {
    report.error(
      spot(line),
      `expected a line of \`\`\` at the end of the ${name} block, found none`,
      'Close the block under its last key.',
    );
    const empty = mended.findIndex((text, index) => index > line && index < end && text.trim() === '');
    if (empty >= 0) mended[empty] = sign;
    return null;
  }
}
