import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { type Block, blocksOf, createMarkdown, infoOf, plainText } from './markdown.ts';
import { quote, type Report, type Spot } from './report.ts';
import { idPattern, type StepSpec, stepBlock } from './schema.ts';
import { editDistance } from './suggest.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, parseYaml } from './yaml.ts';

/** A step as it is written: its block checked by itself, its paragraphs not yet drawn. */
export interface WrittenStep {
  title: string;
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
  /** Where the first of the words that the token's lines hold stands. */
  spotOf(token: Token, ...words: string[]): Spot;
}

/** The article below the front matter: steps, then the coda. */
export function readArticle(source: SourceText, bodyLine: number, report: Report): Article {
  const markdown = createMarkdown();
  const body = source.text.slice(source.lineStart(bodyLine));
  const blocks = bodyLine < source.text.split('\n').length ? blocksOf(markdown.parse(body, {})) : [];
  const lineSpot = (line: number) => source.spot(source.lineStart(bodyLine + line));
  const lastStep = blocks.map(({ kind }) => kind).lastIndexOf('step');
  const codaAt = blocks.findIndex(({ kind, level }, index) => index > lastStep && kind === 'heading' && level === 2);
  const end = codaAt < 0 ? blocks.length : codaAt;
  const steps = readSteps(blocks.slice(0, lastStep < 0 ? 0 : end), source, bodyLine, lineSpot, report);
  if (lastStep < 0)
    report.error(
      lineSpot(0),
      'expected at least one step: a ## heading and, under it, a fenced block that begins with ```step; found none',
    );
  for (const block of blocks) checkBlock(block, source, bodyLine, lineSpot, report);
  const coda = codaAt < 0 || lastStep < 0 ? [] : readCoda(blocks.slice(codaAt));
  const spotOf = (token: Token, ...words: string[]): Spot => {
    const [from, to] = token.map ?? [0, 0];
    const start = source.lineStart(bodyLine + from);
    const written = source.text.slice(start, to > from ? lineEnd(source, bodyLine + to - 1) : undefined);
    const offset = words.map((word) => written.indexOf(word)).find((at) => at >= 0) ?? 0;
    return source.spot(start + offset);
  };
  return { steps, coda, markdown, spotOf };
}

function lineEnd(source: SourceText, line: number): number {
  const end = source.text.indexOf('\n', source.lineStart(line));
  return end < 0 ? source.text.length : end;
}

function readSteps(blocks: Block[], source: SourceText, bodyLine: number, lineSpot: (line: number) => Spot, report: Report): WrittenStep[] {
  const steps: WrittenStep[] = [];
  blocks.forEach((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const opens = after?.kind === 'step';
    if (block.kind === 'step') {
      steps.push(readStep(block, before, source, bodyLine, lineSpot, report));
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
): WrittenStep {
  const spot = lineSpot(block.from);
  const titled = before?.kind === 'heading' && before.level === 2;
  if (!titled && before?.kind !== 'rule')
    report.error(
      spot,
      'expected a ## heading or a rule (---) above the step block, found none',
      'Each step begins with a heading or a rule of its own.',
    );
  const last = bodyLine + block.to - 1;
  const closed = /^ {0,3}(`{3,}|~{3,})\s*$/.test(source.text.slice(source.lineStart(last), lineEnd(source, last)));
  if (!closed) report.error(spot, 'expected a line of ``` at the end of the step block, found none');
  const from = source.lineStart(bodyLine + block.from + 1);
  const located = parseYaml(source, from, closed ? Math.max(from, source.lineStart(last)) : source.text.length, report);
  const spec = located.value === undefined ? null : validate(stepBlock, located, report);
  return { title: titled && before ? headingText(before) : '', spec, located, spot, tokens: [] };
}

/** Mistakes that can stand anywhere in the article. */
function checkBlock(block: Block, source: SourceText, bodyLine: number, lineSpot: (line: number) => Spot, report: Report): void {
  const [first] = block.tokens;
  const spot = lineSpot(block.from);
  if (block.level === 1) report.error(spot, `expected ## before a heading, found #: the story's title stands in the front matter`);
  if (first?.type === 'heading_open' && first.markup === '-')
    report.error(lineSpot(block.to - 1), 'expected an empty line above the rule, found text, which the rule would make a heading');
  if (first?.type === 'fence' && block.kind !== 'step') {
    const info = infoOf(first);
    if (editDistance(info.toLowerCase(), 'step') <= 2 && info)
      report.error(spot, `expected a block that begins with \`\`\`step, found ${quote(info)}`, 'Did you mean "step"?');
  }
  if (
    block.kind === 'content' &&
    /^\s*<(?![a-z][\w+.-]*:|[^>\s]+@)[a-z/!]/i.test(
      source.text.slice(source.lineStart(bodyLine + block.from), source.lineStart(bodyLine + block.from) + 200),
    )
  )
    report.warning(spot, 'expected Markdown, found what looks like HTML, which is shown as it is written');
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
