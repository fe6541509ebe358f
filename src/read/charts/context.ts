import type { Fact, Source } from '../../story.ts';
import type { Report, Spot } from '../report.ts';
import { sourceLine } from '../source-line.ts';
import type { FactBook } from '../template.ts';
import type { SourceText } from '../text.ts';

/** Tables of the story folder. */
export interface StoryTables {
  /** Null where there is no such file. */
  open(file: string): SourceText | null;
  /** Paths of all that could be one. */
  names: string[];
}

/** How a chart's words, facts and tables are looked up. */
export interface ChartContext {
  book: FactBook;
  sources: ReadonlyMap<string, Source>;
  /** Id of the source that the story rests on. */
  storySource: string | null;
  tables: StoryTables;
  fill(text: string, path: readonly PropertyKey[]): string;
  spot(path: readonly PropertyKey[]): Spot;
  report: Report;
}

/** What is said of the source, or what its entry says; a line of the editor's own stands for the short one too. */
export function sourceLines(
  spec: { source?: string | undefined; 'source-short'?: string | undefined },
  of: Pick<Fact, 'source'>,
  context: ChartContext,
): { source: string; sourceShort: string } {
  const [long, short] = sourceLine(of, context.sources, context.book.language);
  const own = text(spec.source, ['source'], context);
  return { source: own ?? long, sourceShort: text(spec['source-short'], ['source-short'], context) ?? own ?? short };
}

export function text(value: string | undefined, path: readonly PropertyKey[], { fill }: ChartContext): string | null {
  return value === undefined ? null : fill(value, path);
}

export function pair(
  value: string | [string, string] | undefined,
  path: readonly PropertyKey[],
  { fill }: ChartContext,
): [string, string] | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? [fill(value[0], [...path, 0]), fill(value[1], [...path, 1])] : [fill(value, path), fill(value, path)];
}
