import { overlay, withoutWords } from './overlay.ts';
import { quote, type Report } from './report.ts';
import { type FrontMatter, frontMatter } from './schema.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, parseYaml } from './yaml.ts';

export interface Front {
  spec: FrontMatter;
  located: Located;
}

/** Where the article begins, and what stands above it between two lines of three hyphens; a translation's over the first one's, `base`. */
export function readFrontMatter(
  source: SourceText,
  report: Report,
  base: Located | null = null,
): { front: Front | null; bodyLine: number } {
  const lines = source.text.split('\n');
  const start = startOf(lines, source, report);
  if (start === null) return { front: null, bodyLine: 0 };
  const close = lines.findIndex((line, index) => index > start && (isFence(line) || nearFence.test(line)));
  const article = articleAt(lines, start);
  const open = close < 0 || (article > 0 && article < close);
  const end = open ? (article > 0 ? article : lines.length) : close;
  if (open)
    report.error(
      source.spot(source.lineStart(article > 0 ? article : 0)),
      `expected a line of three hyphens at the end of the front matter, ${article > 0 ? `found ${quote(lines[article])}` : 'found none'}`,
      article > 0 ? 'Put --- on a line of its own between the front matter and the article.' : null,
    );
  else if (!isFence(lines[close]))
    report.error(
      source.spot(source.lineStart(close)),
      `expected a line of three hyphens at the end of the front matter, found ${quote(lines[close]?.trim())}`,
      'Write ---',
    );
  const until = end < lines.length ? source.lineStart(end) : source.text.length;
  const own = parseYaml(source, source.lineStart(start + 1), until, report);
  const located = base ? overlay(own, shared(base)) : own;
  const spec = located.value === undefined ? null : validate(frontMatter, located, report);
  return { front: spec && { spec, located }, bodyLine: open ? end : end + 1 };
}

const isFence = (line: string | undefined): boolean => /^---[ \t]*$/.test(line ?? '');
/** What is typed, or what a word processor puts, in place of three hyphens. */
const nearFence = /^\s*(?:[-‐-―−]{2,}|[–—―]|[_=*+~]{3,})\s*$/;

/** The line that the front matter begins under; null where there is none. */
function startOf(lines: readonly string[], source: SourceText, report: Report): number | null {
  if (isFence(lines[0])) return 0;
  const first = lines.findIndex((line) => line.trim() !== '');
  const line = lines[first] ?? '';
  const spot = source.spot(first < 0 ? 0 : source.lineStart(first));
  if (isFence(line)) {
    report.error(spot, 'expected the line of three hyphens at the very top, found an empty line above it', 'Leave out the empty line.');
    return first;
  }
  if (nearFence.test(line)) {
    report.error(spot, `expected a line of three hyphens at the top, found ${quote(line.trim())}`, 'Write ---');
    return first;
  }
  if (/^[a-z][a-z-]*:(\s|$)/i.test(line)) {
    report.error(
      spot,
      `expected a line of three hyphens above the front matter, found ${quote(line)}`,
      'Put --- on a line of its own above it.',
    );
    return first - 1;
  }
  report.error(
    source.spot(0),
    'expected front matter at the top: a line of three hyphens, then title: and so on, then three hyphens again; found none',
    'The shortest is three lines: --- and title: What happened and ---',
  );
  return null;
}

/** What a translation's front matter need not say again. */
function shared(base: Located): Located {
  const located = withoutWords(base);
  const { title: _, standfirst: __, share: ___, locale: ____, ...rest } = located.value as Record<string, unknown>;
  return { ...located, value: rest };
}

/** The line of the first step block, or of the heading above it; a lone ## may be a comment of the front matter. -1 for none. */
function articleAt(lines: string[], start: number): number {
  const block = lines.findIndex((line, index) => index > start && /^(```|~~~)/.test(line));
  const before = lines.slice(0, Math.max(0, block)).findLastIndex((line) => line.trim() !== '');
  return before > 0 && /^##+ /.test(lines[before] ?? '') ? before : block;
}
