import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { checkBlock, checkLevels, reportNoHeading } from './article-checks.ts';
import { blockYaml, lineEnd, lineSpot, readBlock, type Sheet, type WrittenContent } from './blocks.ts';
import { mendFences } from './fences.ts';
import { offsetsOf } from './inline.ts';
import { type Block, blocksOf, createMarkdown, infoOf, plainText } from './markdown.ts';
import { overlay, withoutWords, wordsAlone } from './overlay.ts';
import { countErrors, createReport, quote, type Report, type Spot } from './report.ts';
import { type StepSpec, stepBlock } from './schema.ts';
import { idPattern } from './schema-values.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import type { Located } from './yaml.ts';

/** A step as it is written: its block checked by itself, its paragraphs not yet drawn. */
export interface WrittenStep {
  title: string;
  /** Of the heading; of the block where there is none. */
  titleSpot: Spot;
  /** Null where the block is wrong. */
  spec: StepSpec | null;
  located: Located;
  spot: Spot;
  content: WrittenContent[];
}

/** What stands between two steps: `after` is the index of the first of the two, -1 for the cover. */
export interface WrittenInterlude {
  after: number;
  content: WrittenContent[];
}

interface WrittenChapter {
  title: string;
  spot: Spot;
  /** Index of its first step. */
  first: number;
}

export interface WrittenSection {
  title: string;
  content: WrittenContent[];
}

export interface Article {
  steps: WrittenStep[];
  interludes: WrittenInterlude[];
  chapters: WrittenChapter[];
  coda: WrittenSection[];
  /** Whether its headings, rules and blocks are in order: where they are not, a step or its text may be missing. */
  sound: boolean;
  markdown: MarkdownIt;
  /** Where each part of an inline token stands, and what is `offset` letters behind its beginning. */
  spotsIn(token: Token): (part: number, offset?: number) => Spot;
}

/** The article below the front matter: steps, then the coda. A translation's steps say over what those of `base` show. */
export function readArticle(source: SourceText, bodyLine: number, report: Report, base: Article | null = null): Article {
  const before = countErrors(report);
  const markdown = createMarkdown();
  const sheet: Sheet = { source, bodyLine, markdown, report };
  const body = mendFences(source.text.slice(source.lineStart(bodyLine)).split('\n'), bodyLine, source, report);
  const blocks = bodyLine < source.text.split('\n').length ? blocksOf(markdown.parse(body.join('\n'), {})) : [];
  const lastStep = blocks.map(({ kind }) => kind).lastIndexOf('step');
  const codaAt = blocks.findIndex(({ kind, level }, index) => index > lastStep && kind === 'heading' && level === 2);
  const end = codaAt < 0 ? blocks.length : codaAt;
  const told = readSteps(blocks.slice(0, lastStep < 0 ? 0 : end), sheet, base);
  if (lastStep < 0)
    report.error(
      lineSpot(sheet, 0),
      'expected at least one step: a ## heading and, under it, a fenced block that begins with ```step; found none',
    );
  for (const block of blocks) checkBlock(block, sheet);
  checkLevels(blocks, sheet);
  const chapters = readChapters(blocks, lastStep, sheet);
  const coda = codaAt < 0 || lastStep < 0 ? [] : readCoda(blocks.slice(codaAt), sheet, base);
  const spotsIn = (token: Token) => {
    const [from, to] = token.map ?? [0, 0];
    const [start, end] = [source.lineStart(bodyLine + from), lineEnd(source, bodyLine + Math.max(from, to - 1))];
    const offsets = offsetsOf(token, source.text, start, end);
    return (part: number, offset = 0) => source.spot((offsets[part] ?? start) + offset);
  };
  return { ...told, chapters, coda, sound: countErrors(report) === before, markdown, spotsIn };
}

interface OpenPart {
  into: WrittenContent[];
  below: WrittenContent[];
  /** Whether it stands between two steps. */
  between: boolean;
}

function readSteps(blocks: Block[], sheet: Sheet, base: Article | null): Pick<Article, 'steps' | 'interludes'> {
  const { report } = sheet;
  const steps: WrittenStep[] = [];
  const interludes: WrittenInterlude[] = [];
  /** What the next paragraph or block belongs to, and the same of the first language. */
  let open: OpenPart | null = null;
  const between = (at: number): OpenPart => {
    const own = interludes.find((one) => one.after === at) ?? { after: at, content: [] };
    if (!interludes.includes(own)) interludes.push(own);
    return { into: own.content, below: base?.interludes.find((one) => one.after === at)?.content ?? [], between: true };
  };
  blocks.forEach((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const spot = lineSpot(sheet, block.from);
    if (block.kind === 'step') {
      const step = readStep(block, before, sheet, base);
      steps.push(step);
      open = { into: step.content, below: stepOf(base, step)?.content ?? [], between: false };
    } else if (block.kind === 'heading' && block.level === 2) {
      // Text that the rule under it makes a heading is meant for a paragraph.
      if (block.tokens[0]?.markup === '-') {
        open?.into.push({ kind: 'prose', tokens: block.tokens });
        if (after?.kind === 'block') open = between(steps.length - 1);
      } else if (after?.kind !== 'step') {
        report.error(
          spot,
          `expected a step block under the heading ${quote(headingText(block))}, found none`,
          'Put a fenced block that begins with ```step under it, or write ### for a heading inside a step.',
        );
        // Its text is that of no step, and so not compared with what the step before it links to.
        open = { ...between(steps.length - 1), between: false };
      }
    } else if (block.kind === 'rule') {
      if (after?.kind === 'block') open = between(steps.length - 1);
      else if (after?.kind !== 'step')
        report.error(
          spot,
          'expected a step block under the rule, found none',
          'A rule begins a step without a heading: put a fenced block that begins with ```step under it.',
        );
    } else if (block.level === 1) {
      // Said where it stands: a title is a mistake anywhere, a chapter is read by itself.
    } else if (!open)
      report.error(
        spot,
        `expected the first step, found ${block.kind === 'block' ? `a block of ${infoOf(block.tokens[0])}` : 'text'} before it`,
        block.kind === 'block'
          ? 'Under a rule (---) it stands between the cover and the first step.'
          : 'Text stands under the heading and the block of its step.',
      );
    else if (block.kind === 'block') {
      if (infoOf(block.tokens[0]) === 'chart' && !open.between) reportChart(spot, 'inside a step', report);
      else open.into.push(readBlock(block, sheet, open.below, open.into));
    } else if (open.between)
      report.error(
        spot,
        'expected a heading and a step block, found text between two steps',
        'Text stands in a step; map: false in its block makes one of text alone.',
      );
    else addProse(open.into, block);
  });
  return { steps, interludes };
}

/** As it is written, right or wrong. */
export const idOf = ({ value }: Located): unknown => (value as { id?: unknown } | null | undefined)?.id;

const stepOf = (base: Article | null, { located }: WrittenStep): WrittenStep | undefined =>
  base?.steps.find(({ spec }) => spec !== null && spec.id === idOf(located));

function reportChart(spot: Spot, where: 'inside a step' | 'in the coda', report: Report): void {
  report.error(
    spot,
    `expected a rule (---) above the block of a chart, found it ${where}`,
    'Between two steps it is as wide as the page. In place of a step’s map it is a key of the step’s block: chart: {…}',
  );
}

function addProse(content: WrittenContent[], { tokens }: Block): void {
  const last = content.at(-1);
  if (last?.kind === 'prose') last.tokens.push(...tokens);
  else content.push({ kind: 'prose', tokens: [...tokens] });
}

function readStep(block: Block, before: Block | undefined, sheet: Sheet, base: Article | null): WrittenStep {
  const spot = lineSpot(sheet, block.from);
  const titled = before?.kind === 'heading' && before.level === 2;
  if (!titled && before?.kind !== 'rule' && before?.level !== 1) reportNoHeading(block, before, sheet);
  const own = blockYaml(block, sheet);
  const below = base?.steps.find(({ spec }) => spec !== null && spec.id === idOf(own));
  const shown = below && withoutWords(below.located);
  const located = shown ? overlay(wordsAlone(own, shown, sheet.report), shown) : own;
  // What a step that the first language has not would show can't be told: that it is unknown is said, and no more.
  const spec = located.value === undefined ? null : validate(stepBlock, located, base && !below ? createReport() : sheet.report);
  const heading = titled && before ? before : null;
  return {
    title: heading ? headingText(heading) : '',
    titleSpot: heading ? lineSpot(sheet, heading.from) : spot,
    spec,
    located,
    spot,
    content: [],
  };
}

/** A # heading above the ## heading or the rule of a step. One alone is the title, which stands elsewhere. */
function readChapters(blocks: Block[], lastStep: number, sheet: Sheet): WrittenChapter[] {
  const headings = blocks.flatMap((block, index) => (block.level === 1 ? [{ block, index, after: blocks[index + 1] }] : []));
  const isChapter = ({ index, after }: (typeof headings)[number]) => index < lastStep && (after?.level === 2 || after?.kind === 'rule');
  const right = headings.filter(isChapter);
  for (const heading of headings)
    if (right.length < 2 || !right.includes(heading))
      sheet.report.error(
        lineSpot(sheet, heading.block.from),
        `expected ## before a heading, found #: the story's title stands in the front matter`,
        right.length > 1
          ? 'A chapter’s # heading stands right above the ## heading of its first step.'
          : 'Write ## for a step. Two # headings or more make chapters, each right above the ## heading of its first step.',
      );
  return right.map(({ block, index }) => ({
    title: headingText(block),
    spot: lineSpot(sheet, block.from),
    first: blocks.slice(0, index).filter(({ kind }) => kind === 'step').length,
  }));
}

function readCoda(blocks: Block[], sheet: Sheet, base: Article | null): WrittenSection[] {
  const sections: WrittenSection[] = [];
  for (const block of blocks) {
    const below = base?.coda[sections.length - 1]?.content ?? [];
    const into = sections.at(-1)?.content ?? [];
    if (block.kind === 'heading' && block.level <= 3) sections.push({ title: headingText(block), content: [] });
    else if (infoOf(block.tokens[0]) === 'chart' && block.kind === 'block')
      reportChart(lineSpot(sheet, block.from), 'in the coda', sheet.report);
    else if (block.kind === 'block') into.push(readBlock(block, sheet, below, into));
    else addProse(into, block);
  }
  return sections;
}

const headingText = (block: Block) => plainText(block.tokens);

/** Ids of anchors that the page itself has, and of folders beside it, where each step has one of its own. */
export function isReservedId(id: string): boolean {
  return (
    !idPattern.test(id) ||
    ['cover', 'coda', 'story', 'steps', 'map', 'chart', 'assets', 'cards', 'data', 'stills'].includes(id) ||
    /^((fact|source|step)-|(data|stills)-[0-9a-f]{8}$|figure-\d+$)/.test(id)
  );
}
