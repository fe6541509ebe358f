import type { Report } from './report.ts';
import { type FrontMatter, frontMatter } from './schema.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, parseYaml } from './yaml.ts';

export interface Front {
  spec: FrontMatter;
  located: Located;
}

/** Where the article begins, and what stands above it between two lines of three hyphens. */
export function readFrontMatter(source: SourceText, report: Report): { front: Front | null; bodyLine: number } {
  const lines = source.text.split('\n');
  const fence = (line: string | undefined) => /^---[ \t]*$/.test(line ?? '');
  if (!fence(lines[0])) {
    report.error(
      source.spot(0),
      'expected front matter at the top: a line of three hyphens, then title: and so on, then three hyphens again; found none',
      'The shortest is three lines: --- and title: What happened and ---',
    );
    return { front: null, bodyLine: 0 };
  }
  const end = lines.findIndex((line, index) => index > 0 && fence(line));
  if (end < 0) {
    report.error(source.spot(0), 'expected a line of three hyphens at the end of the front matter, found none');
    return { front: null, bodyLine: lines.length };
  }
  const located = parseYaml(source, source.lineStart(1), source.lineStart(end), report);
  const spec = located.value === undefined ? null : validate(frontMatter, located, report);
  return { front: spec && { spec, located }, bodyLine: end + 1 };
}
