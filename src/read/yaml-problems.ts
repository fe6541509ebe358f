import type { YAMLError } from 'yaml';
import { quote, type Report } from './report.ts';
import type { SourceText } from './text.ts';
import { unclosedIn } from './unclosed.ts';

/** What is wrong with a text of YAML, in an editor's words, and where. */
interface Diagnosis {
  offset: number;
  message: string;
  cure: string | null;
}

/** What follows the first break of the syntax follows from it, and is not said. */
export function reportProblem(problem: YAMLError, text: string, source: SourceText, from: number, report: Report): void {
  const { offset, message, cure } = diagnose(problem, text);
  report.error(source.spot(from + offset), message, cure);
}

function diagnose({ code, pos, message }: YAMLError, text: string): Diagnosis {
  const [offset] = pos;
  if (code === 'DUPLICATE_KEY')
    return { offset, message: 'expected each key once, found it again here', cure: 'Leave out one of the two.' };
  const { line, at } = lineAt(text, offset);
  return (
    tabbed(line, at) ??
    smartlyQuoted(line, at) ??
    unclosed(text) ??
    bareLine(text, offset, code, message) ??
    badIndent(text, offset, code) ??
    behindEnd(line, at, offset, message) ??
    starred(line, at) ?? {
      offset,
      message: inWords(code, message, line),
      cure: needsQuotes(code) ? 'Text that contains ": " or begins with a sign such as { [ & * ! % @ needs quotes.' : null,
    }
  );
}

function tabbed(line: string, at: number): Diagnosis | null {
  if (!/^ *\t/.test(line)) return null;
  return { offset: at + line.indexOf('\t'), message: 'expected spaces before the key, found a tab', cure: sameColumn };
}

const sameColumn = 'Keys of one group start in the same column, after spaces.';

/** A word processor’s quotes, where YAML’s own were meant. */
function smartlyQuoted(line: string, at: number): Diagnosis | null {
  const found = /(?<=(?:^|[:,[{-])\s*)[“”„‟‘‚]/u.exec(line);
  if (!found) return null;
  return { offset: at + found.index, message: `expected straight quotes, found ${found[0]}`, cure: 'Write " at both ends of the text.' };
}

function unclosed(text: string): Diagnosis | null {
  const open = unclosedIn(text);
  return (
    open && { offset: open.offset, message: `expected ${open.missing} to close what begins here with ${open.sign}, found none`, cure: null }
  );
}

/** A line that has no key, and so can’t be followed by one. */
function bareLine(text: string, offset: number, code: string, message: string): Diagnosis | null {
  const bare = code === 'MISSING_CHAR' && message.startsWith('Implicit map keys') ? offset : lineAbove(text, offset, message);
  if (bare === null) return code === 'MULTILINE_IMPLICIT_KEY' ? noKey(text, offset) : null;
  return noKey(text, bare);
}

function noKey(text: string, offset: number): Diagnosis {
  const { line } = lineAt(text, offset);
  return { offset, message: `expected a key, a colon and a space, found ${quote(line.trim())}`, cure: 'For example label: kursk' };
}

/** Of a key that stands at the beginning of its line, where the line above it is text alone; null otherwise. */
function lineAbove(text: string, offset: number, message: string): number | null {
  const { line, at } = lineAt(text, offset);
  if (!/^Unexpected scalar/.test(message) || line.slice(0, offset - at).trim()) return null;
  const above = text.slice(0, at).trimEnd();
  const last = lineAt(above, above.length);
  return last.line && !/^\s*(#|- )|:(\s|$)/.test(last.line) ? last.at : null;
}

function badIndent(text: string, offset: number, code: string): Diagnosis | null {
  const stray = code === 'BLOCK_AS_IMPLICIT_KEY' ? strayKey(text, offset) : -1;
  if (stray < 0 && code !== 'BAD_INDENT') return null;
  return { offset: stray < 0 ? offset : stray, message: 'expected this line to be indented like its neighbours', cure: sameColumn };
}

/** A key that is indented too far goes on with the text above it: where it stands; -1 where the text's own line has the second colon. */
function strayKey(text: string, offset: number): number {
  const [first = ''] = text.slice(offset).split('\n', 1);
  const key = /\n[ ]*()[\w-]+:(?:\s|$)/.exec(text.slice(offset + first.length));
  return /:\s/.test(first) || !key ? -1 : offset + first.length + key.index + key[0].search(/[^\n ]/);
}

/** More text behind the sign that ends a list, a group or a quoted text. */
function behindEnd(line: string, at: number, offset: number, message: string): Diagnosis | null {
  if (!/^Unexpected .* at node end/.test(message)) return null;
  const sign =
    line
      .slice(0, offset - at)
      .trimEnd()
      .at(-1) ?? '';
  const found = `found ${quote(line.slice(offset - at).trim())}`;
  if (sign === '' && /^[\w-]+:/.test(line))
    return {
      offset,
      message: `expected a hyphen before each part of the list, ${found}`,
      cure: 'Either all parts begin with a hyphen or none does.',
    };
  if (!['}', ']', '"', "'"].includes(sign)) return null;
  const cures: Record<string, string> = {
    '"': 'Inside double quotes, " is written \\"',
    "'": "Inside single quotes, ' is written twice; double quotes need no such care.",
  };
  return {
    offset,
    message: `expected nothing behind ${sign} in this line, ${found}`,
    cure: cures[sign] ?? 'Text that begins with { or [ needs quotes.',
  };
}

/** A list as Markdown may have it. */
function starred(line: string, at: number): Diagnosis | null {
  if (!/^\s*\*\s/.test(line)) return null;
  return {
    offset: at + line.indexOf('*'),
    message: 'expected a hyphen before each part of a list, found *',
    cure: `Write ${line.trim().replace('*', '-')}`,
  };
}

function inWords(code: string, message: string, line: string): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'expected one text behind the key, found another ": " in it';
  if (code === 'BAD_SCALAR_START') return `expected quotes round a text that begins with a sign, found ${quote(line.trim())}`;
  if (/^Missing , or : between flow/.test(message))
    return `expected a comma between the parts of a list, found none in ${quote(line.trim())}`;
  return `this is not right YAML: ${message.replace(/\s+/g, ' ').replace(/ at line \d+.*$/, '')}`;
}

const needsQuotes = (code: string): boolean => ['UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START'].includes(code);

function lineAt(text: string, offset: number): { line: string; at: number } {
  const at = text.lastIndexOf('\n', offset - 1) + 1;
  return { line: text.slice(at).split('\n', 1)[0] ?? '', at };
}
