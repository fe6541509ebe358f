import { lineSpot, type Sheet } from './blocks.ts';
import { type Block, blockKinds, infoOf } from './markdown.ts';
import { quote } from './report.ts';
import { editDistance } from './suggest.ts';

const ours: readonly string[] = ['step', ...blockKinds];

/** Mistakes that can stand anywhere in the article. */
export function checkBlock(block: Block, sheet: Sheet): void {
  const { report } = sheet;
  const [first] = block.tokens;
  const spot = lineSpot(sheet, block.from);
  if (first?.type === 'heading_open' && first.markup === '-')
    report.error(lineSpot(sheet, block.to - 1), 'expected an empty line above the rule, found text, which the rule would make a heading');
  if (block.level === 2 && block.tokens.some(({ children }) => children?.some(({ type }) => type === 'link_open')))
    report.warning(spot, 'expected words alone in a heading, found a link, which is not drawn as one', 'Put it into the paragraph.');
  if (first?.type === 'fence' && block.kind === 'content') checkFence(infoOf(first), first.content, block, sheet);
  const inner = block.tokens.slice(1).find((token) => token.type === 'fence' && ours.includes(infoOf(token)));
  if (inner)
    report.error(
      lineSpot(sheet, inner.map?.[0] ?? block.from),
      `expected a block of ${infoOf(inner)} at the beginning of a line, found it inside a list or a quotation`,
      'Move its lines to the left.',
    );
}

/** A fenced block that is none of ours and most likely was meant for one. */
function checkFence(info: string, content: string, block: Block, sheet: Sheet): void {
  const spot = lineSpot(sheet, block.from);
  const word = info.toLowerCase();
  const isNear = (kind: string) => editDistance(word, kind) <= (kind === 'step' ? 2 : 1);
  const kind = isNear('step') ? 'step' : blockKinds.find(isNear);
  const isYaml = /ya?ml/i.test(info);
  if (/^(id|frame):/m.test(content) && (!info || isYaml || kind))
    sheet.report.error(spot, `expected a block that begins with \`\`\`step, found ${quote(info)}`, 'Did you mean "step"?');
  else if (kind)
    sheet.report.error(spot, `expected a block that begins with \`\`\`${kind}, found ${quote(info)}`, `Did you mean "${kind}"?`);
  else if ((!info || isYaml) && /^(file|poster|speaker):/m.test(content)) {
    const meant = /^poster:/m.test(content) ? 'video' : /^speaker:/m.test(content) ? 'quote' : 'image';
    sheet.report.error(spot, `expected a block that begins with \`\`\`${meant}, found ${quote(info)}`, `Did you mean "${meant}"?`);
  }
}
