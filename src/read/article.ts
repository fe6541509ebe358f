import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { offsetsOf } from './inline.ts';
import { type Block, blocksOf, createMarkdown, infoOf, plainText } from './markdown.ts';
import { overlay, withoutWords } from './overlay.ts';
import { quote, type Report, type Spot } from './report.ts';
import { type StepSpec, stepBlock } from './schema.ts';
import { idPattern } from './schema-values.ts';
import { editDistance } from './suggest.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, parseYaml } from './yaml.ts';

/** A step as it is written: its block checked by itself, its paragraphs not yet drawn. */
export interface WrittenStep {
  title: string;
  /** Of the heading; of the block where there is none. */
  titleSpot: Spot;
  /** Null where the block is wrong. */
  spec: StepSpec | null;
  located: Located;
  spot: Spot;
  tokens: Token[];
}

export interface WrittenSection {
  title: string;
  tokens: Token[];
}

export interface Article {
  steps: WrittenStep[];
  coda: WrittenSection[];
  markdown: MarkdownIt;
  /** Where each part of an inline token stands, and what is `offset` letters behind its beginning. */
  spotsIn(token: Token): (part: number, offset?: number) => Spot;
}

/** The article below the front matter: steps, then the coda. A translation's steps say over what those of `base` show. */
export function readArticle(source: SourceText, bodyLine: number, report: Report, base: Article | null = null): Article {
  const markdown = createMarkdown();
  const body = closeBlocks(source.text.slice(source.lineStart(bodyLine)).split('\n'), bodyLine, source, report);
  const blocks = bodyLine < source.text.split('\n').length ? blocksOf(markdown.parse(body.join('\n'), {})) : [];
  const lineSpot = (line: number) => source.spot(source.lineStart(bodyLine + line));
  const lastStep = blocks.map(({ kind }) => kind).lastIndexOf('step');
  const codaAt = blocks.findIndex(({ kind, level }, index) => index > lastStep && kind === 'heading' && level === 2);
  const end = codaAt < 0 ? blocks.length : codaAt;
  const steps = readSteps(blocks.slice(0, lastStep < 0 ? 0 : end), source, bodyLine, lineSpot, report, base);
  if (lastStep < 0)
    report.error(
      lineSpot(0),
      'expected at least one step: a ## heading and, under it, a fenced block that begins with ```step; found none',
    );
  for (const block of blocks) checkBlock(block, lineSpot, report);
  const coda = codaAt < 0 || lastStep < 0 ? [] : readCoda(blocks.slice(codaAt));
  const spotsIn = (token: Token) => {
    const [from, to] = token.map ?? [0, 0];
    const [start, end] = [source.lineStart(bodyLine + from), lineEnd(source, bodyLine + Math.max(from, to - 1))];
    const offsets = offsetsOf(token, source.text, start, end);
    return (part: number, offset = 0) => source.spot((offsets[part] ?? start) + offset);
  };
  return { steps, coda, markdown, spotsIn };
}

function lineEnd(source: SourceText, line: number): number {
  const end = source.text.indexOf('\n', source.lineStart(line));
  return end < 0 ? source.text.length : end;
}

function readSteps(
  blocks: Block[],
  source: SourceText,
  bodyLine: number,
  lineSpot: (line: number) => Spot,
  report: Report,
  base: Article | null,
): WrittenStep[] {
  const steps: WrittenStep[] = [];
  blocks.forEach((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const opens = after?.kind === 'step';
    if (block.kind === 'step') {
      steps.push(readStep(block, before, source, bodyLine, lineSpot, report, base));
    } else if (block.kind === 'heading' && block.level === 2) {
      if (!opens && block.tokens[0]?.markup !== '-')
        report.error(
          lineSpot(block.from),
          `expected a step block under the heading ${quote(headingText(block))}, found none`,
          'Put a fenced block that begins with ```step under it, or write ### for a heading inside a step.',
        );
    } else if (block.kind === 'rule') {
      if (!opens)
        report.error(
          lineSpot(block.from),
          'expected a step block under the rule, found none',
          'A rule begins a step without a heading: put a fenced block that begins with ```step under it.',
        );
    } else if (!steps.length && block.level === 1) {
      // Said where it stands: a title is a mistake anywhere.
    } else if (!steps.length)
      report.error(
        lineSpot(block.from),
        'expected the first step, found text before it',
        'Text stands under the heading and the block of its step.',
      );
    else steps.at(-1)?.tokens.push(...block.tokens);
  });
  return steps;
}

function readStep(
  block: Block,
  before: Block | undefined,
  source: SourceText,
  bodyLine: number,
  lineSpot: (line: number) => Spot,
  report: Report,
  base: Article | null,
): WrittenStep {
  const spot = lineSpot(block.from);
  const titled = before?.kind === 'heading' && before.level === 2;
  if (!titled && before?.kind !== 'rule' && before?.level !== 1)
    report.error(
      spot,
      'expected a ## heading or a rule (---) above the step block, found none',
      'Each step begins with a heading or a rule of its own.',
    );
  const last = bodyLine + block.to - 1;
  const lastLine = source.text.slice(source.lineStart(last), lineEnd(source, last));
  // An empty line stands in for a missing end.
  const closed = /^ {0,3}(`{3,}|~{3,})?\s*$/.test(lastLine);
  const from = source.lineStart(bodyLine + block.from + 1);
  const own = parseYaml(source, from, closed ? Math.max(from, source.lineStart(last)) : source.text.length, report);
  const located = base ? over(own, base) : own;
  const spec = located.value === undefined ? null : validate(stepBlock, located, report);
  const heading = titled && before ? before : null;
  return {
    title: heading ? headingText(heading) : '',
    titleSpot: heading ? lineSpot(heading.from) : spot,
    spec,
    located,
    spot,
    tokens: [],
  };
}

function over(own: Located, base: Article): Located {
  const id = (own.value as { id?: unknown } | undefined)?.id;
  const step = base.steps.find(({ spec }) => spec?.id === id);
  return step ? overlay(own, withoutWords(step.located)) : own;
}

/**
 * A step block that is not closed before the next one ends at its first empty line instead, so that what comes after it is
 * read. Lines stay where they are.
 */
function closeBlocks(lines: string[], bodyLine: number, source: SourceText, report: Report): string[] {
  const closed = [...lines];
  let open = -1;
  let sign = '';
  const close = (end: number) => {
    report.error(
      source.spot(source.lineStart(bodyLine + open)),
      'expected a line of ``` at the end of the step block, found none',
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
      `expected a line of ${sign} at the end of the step block, which begins with it, found ${quote(lines[index])}`,
    );
    open = -1;
    return sign;
  };
  lines.forEach((line, index) => {
    const [, fence = '', info = ''] = /^ {0,3}(```|~~~)[`~]*\s*(.*)$/.exec(line) ?? [];
    if (open >= 0 && fence === sign && !info) open = -1;
    else if (open >= 0 && fence && !info) closed[index] = mixed(index);
    else if (open >= 0 && fence && info) close(index);
    if (open < 0 && /^step\b/.test(info)) [open, sign] = [index, fence];
  });
  if (open >= 0) close(lines.length);
  return closed;
}

/** Mistakes that can stand anywhere in the article. */
function checkBlock(block: Block, lineSpot: (line: number) => Spot, report: Report): void {
  const [first] = block.tokens;
  const spot = lineSpot(block.from);
  if (block.level === 1) report.error(spot, `expected ## before a heading, found #: the story's title stands in the front matter`);
  if (first?.type === 'heading_open' && first.markup === '-')
    report.error(lineSpot(block.to - 1), 'expected an empty line above the rule, found text, which the rule would make a heading');
  if (block.level === 2 && block.tokens.some(({ children }) => children?.some(({ type }) => type === 'link_open')))
    report.warning(spot, 'expected words alone in a heading, found a link, which is not drawn as one', 'Put it into the paragraph.');
  if (first?.type === 'fence' && block.kind !== 'step') {
    const info = infoOf(first);
    const wrong = info ? editDistance(info.toLowerCase(), 'step') <= 2 || /ya?ml/i.test(info) : true;
    if (wrong && (/^(id|frame):/m.test(first.content) || (info && !/ya?ml/i.test(info))))
      report.error(spot, `expected a block that begins with \`\`\`step, found ${quote(info)}`, 'Did you mean "step"?');
  }
}

function readCoda(blocks: Block[]): WrittenSection[] {
  const sections: WrittenSection[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= 3) sections.push({ title: headingText(block), tokens: [] });
    else sections.at(-1)?.tokens.push(...block.tokens);
  }
  return sections;
}

const headingText = (block: Block) => plainText(block.tokens);

/** Ids of anchors that the page itself has, and of folders beside it, where each step has one of its own. */
export function isReservedId(id: string): boolean {
  return (
    !idPattern.test(id) ||
    ['cover', 'coda', 'story', 'steps', 'map', 'chart', 'assets', 'cards', 'data', 'stills'].includes(id) ||
    /^((fact|source|step)-|(data|stills)-[0-9a-f]{8}$)/.test(id)
  );
}
