import { lineEnd, lineSpot, type Sheet } from './blocks.ts';
import { type Block, blockKinds, infoOf, plainText } from './markdown.ts';
import { quote } from './report.ts';

const ours: readonly string[] = ['step', ...blockKinds];

/** Mistakes that can stand anywhere in the article. */
export function checkBlock(block: Block, sheet: Sheet): void {
  const { report } = sheet;
  const [first] = block.tokens;
  const spot = lineSpot(sheet, block.from);
  if (first?.type === 'heading_open' && first.markup === '-')
    report.error(lineSpot(sheet, block.to - 1), 'expected an empty line above the rule, found text, which the rule would make a heading');
  if (block.level && !plainText(block.tokens).trim())
    report.warning(spot, `expected words behind ${'#'.repeat(block.level)}, found none`, 'A rule (---) begins a step without a heading.');
  if (block.level === 2 && first?.markup !== '-' && block.tokens.some(({ children }) => children?.some(({ type }) => type === 'link_open')))
    report.warning(spot, 'expected words alone in a heading, found a link, which is not drawn as one', 'Put it into the paragraph.');
  const inner = block.tokens.slice(1).find((token) => token.type === 'fence' && ours.includes(infoOf(token)));
  if (inner)
    report.error(
      lineSpot(sheet, inner.map?.[0] ?? block.from),
      `expected a block of ${infoOf(inner)} at the beginning of a line, found it inside a list or a quotation`,
      'Move its lines to the left.',
    );
}

/** Headings go down a level at a time, as those who hear the page rely on. What stands above a step's block is told of there. */
export function checkLevels(blocks: readonly Block[], sheet: Sheet): void {
  const below = (block: Block) => blocks[blocks.indexOf(block) + 1]?.kind;
  for (const block of blocks) if (below(block) !== 'step') warnOfUnspaced(block, sheet);
  const headings = blocks.filter(({ level, tokens }) => level > 0 && tokens[0]?.markup !== '-');
  headings.forEach((heading, index) => {
    const most = Math.max(2, headings[index - 1]?.level ?? 0) + 1;
    if (heading.level <= most || below(heading) === 'step') return;
    sheet.report.warning(
      lineSpot(sheet, heading.from),
      `expected at most ${'#'.repeat(most)} before the heading at this place, found ${'#'.repeat(heading.level)}`,
      'No level is left out between one heading and the next.',
    );
  });
}

/** `###Where` is a paragraph. */
function warnOfUnspaced({ kind, tokens, from }: Block, sheet: Sheet): void {
  const [found] = /^#{2,6}[^\s#]\S*/.exec(kind === 'content' ? plainText(tokens) : '') ?? [];
  if (found && tokens[0]?.type === 'paragraph_open')
    sheet.report.warning(
      lineSpot(sheet, from),
      `expected a space behind the # of a heading, found ${quote(found)}`,
      `Write ${found.replace(/^#+/, '$& ')}`,
    );
}

/** A step block under a heading of another level, under a line that was meant for a heading, or under none. */
export function reportNoHeading(block: Block, before: Block | undefined, sheet: Sheet): void {
  const { source, bodyLine, report } = sheet;
  const line = bodyLine + (before?.from ?? 0);
  const text = source.text.slice(source.lineStart(line), lineEnd(source, line));
  const [, signs = '', words = ''] = /^(#{1,6})\s*(.*)$/.exec(text) ?? [];
  if (before && signs)
    report.error(
      lineSpot(sheet, before.from),
      `expected ## and a space before the heading of a step, found ${quote(text)}`,
      `Write ## ${words}`,
    );
  else
    report.error(
      lineSpot(sheet, block.from),
      'expected a ## heading or a rule (---) above the step block, found none',
      'Each step begins with a heading or a rule of its own.',
    );
}
