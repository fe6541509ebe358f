import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { z } from 'zod';
import { type Block, type BlockKind, infoOf } from './markdown.ts';
import { overlay, withoutBlockWords } from './overlay.ts';
import type { Report, Spot } from './report.ts';
import type { ChartSpec } from './schema.ts';
import {
  type AsideSpec,
  asideBlock,
  type ImageSpec,
  imageBlock,
  type QuoteSpec,
  quoteBlock,
  type VideoSpec,
  videoBlock,
} from './schema-blocks.ts';
import { chart } from './schema-chart.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, parseYaml } from './yaml.ts';

interface Written<K extends BlockKind, S> {
  kind: K;
  /** Null where the block is wrong. */
  spec: S | null;
  located: Located;
  /** Of the line that it begins with. */
  spot: Spot;
  /** Paragraphs of an aside; empty for all others. */
  tokens: Token[];
}

export type WrittenBlock =
  | Written<'image', ImageSpec>
  | Written<'video', VideoSpec>
  | Written<'quote', QuoteSpec>
  | Written<'aside', AsideSpec>
  | Written<'chart', ChartSpec>;

export type WrittenContent = WrittenBlock | { kind: 'prose'; tokens: Token[] };

/** All paragraphs, those in asides among them. */
export const proseIn = (content: readonly WrittenContent[]): Token[] => content.flatMap(({ tokens }) => tokens);

/** What the article's blocks have under `source:`, as it is written. */
export function sourcesNamed({
  steps,
  interludes,
  coda,
}: Record<'steps' | 'interludes' | 'coda', readonly { content: WrittenContent[] }[]>): unknown[] {
  const blocks = [...steps, ...interludes, ...coda]
    .flatMap(({ content }) => content)
    .filter((one): one is WrittenBlock => one.kind !== 'prose');
  return blocks.map(({ located }) => (located.value as { source?: unknown } | null | undefined)?.source);
}

/** The article's text, and where its first line stands in the file. */
export interface Sheet {
  source: SourceText;
  bodyLine: number;
  markdown: MarkdownIt;
  report: Report;
}

/** Of a 0-based line of the article. */
export const lineSpot = ({ source, bodyLine }: Sheet, line: number): Spot => source.spot(source.lineStart(bodyLine + line));

/** Offset of a line's end in the file. */
export function lineEnd(source: SourceText, line: number): number {
  const end = source.text.indexOf('\n', source.lineStart(line));
  return end < 0 ? source.text.length : end;
}

/** What stands between the two lines of a fenced block. */
export function blockYaml({ from, to }: Block, { source, bodyLine, report }: Sheet): Located {
  const last = bodyLine + to - 1;
  const lastLine = source.text.slice(source.lineStart(last), lineEnd(source, last));
  // An empty line stands in for a missing end, and a line of other signs for the right one.
  const closed = /^\s*[`~'’‘´“”"]*\s*$/.test(lastLine);
  const start = source.lineStart(bodyLine + from + 1);
  return parseYaml(source, start, closed ? Math.max(start, source.lineStart(last)) : source.text.length, report);
}

const schemas = { image: imageBlock, video: videoBlock, quote: quoteBlock, aside: asideBlock, chart } satisfies Record<
  BlockKind,
  z.ZodType
>;

/** A block between paragraphs or between steps; in a translation, over what the same block of `base` shows. */
export function readBlock(block: Block, sheet: Sheet, base: WrittenContent[], before: WrittenContent[]): WrittenBlock {
  const kind = infoOf(block.tokens[0]) as BlockKind;
  const alike = (content: WrittenContent[]) => content.filter((one): one is WrittenBlock => one.kind === kind);
  const below = alike(base)[alike(before).length];
  const own = blockYaml(block, sheet);
  const located = below ? overlay(own, withoutBlockWords(kind, below.located)) : own;
  const spec = located.value === undefined ? null : validate(schemas[kind], located, sheet.report);
  const tokens = kind === 'aside' && spec ? asideTokens((spec as AsideSpec).text, located, sheet) : [];
  return { kind, spec, located, spot: lineSpot(sheet, block.from), tokens } as WrittenBlock;
}

/** Paragraphs in a YAML text keep the lines that they have in the file: those of a block text are its own. */
function asideTokens(text: string, located: Located, { source, bodyLine, markdown, report }: Sheet): Token[] {
  const spot = located.spot(['text']);
  const isBlock = /[|>]/.test(source.text[source.lineStart(spot.line - 1) + spot.column - 1] ?? '');
  const first = spot.line - 1 - bodyLine + (isBlock ? 1 : 0);
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    const [from, to] = token.map ?? [0, 1];
    token.map = [from + first, to + first];
  }
  const heading = tokens.find(({ type }) => type === 'heading_open');
  if (heading)
    report.error(
      lineSpot({ source, bodyLine, markdown, report }, heading.map?.[0] ?? first),
      'expected paragraphs in an aside, found a heading',
      'Its heading is title:',
    );
  return tokens;
}
