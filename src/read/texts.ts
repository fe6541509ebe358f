import { blockCharts } from '../scene/contents.ts';
import type { Story } from '../story.ts';
import { proseIn } from './blocks.ts';
import { figuresIn } from './figures.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { checkProse, linkedFacts, warnOfFigure } from './prose.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { Parts } from './story.ts';
import type { FactBook } from './template.ts';

/** A text of a block as it is written, with facts in braces, and where its words stand. */
export interface BlockText {
  text: string;
  spotOf(word: string): Spot;
}

/** Doubts about the words of a story that has been read: above all, numbers that none of its facts holds. */
export function checkTexts(story: Story, { article, front, texts, book }: Parts, report: Report): void {
  const holdings = holdingsOf(book, [
    ...[story.cover, ...story.steps.map(({ scene }) => scene)],
    ...blockCharts(story).map((chart) => ({ chart })),
  ]);
  const names = [...story.places, ...story.features, ...story.sources.map(({ title }) => ({ name: title, local: null }))].flatMap(
    ({ name, local }) => [name, local ?? ''],
  );
  for (const { content, spec, spot, title, titleSpot } of article.steps) {
    const tokens = proseIn(content);
    const linked = linkedFacts(tokens);
    const inlines = tokens.filter(({ type }) => type === 'inline');
    if (!inlines.length && content.every(({ kind }) => kind === 'prose') && spec)
      report.warning(spot, `expected a paragraph under the block of ${quote(spec.id)}, found none`, 'Readers see a step by its text.');
    for (const token of inlines) checkProse(token, article.spotsIn(token), { book, holdings, names, linked }, report);
    checkText({ text: title, spotOf: () => titleSpot }, holdings, names, book, report);
  }
  for (const token of [...article.interludes, ...article.coda].flatMap(({ content }) => proseIn(content)))
    if (token.type === 'inline') checkProse(token, article.spotsIn(token), { book, holdings, names, linked: null }, report);
  for (const key of ['title', 'standfirst', 'share'] as const)
    checkText({ text: front.spec[key] ?? '', spotOf: (word) => front.located.wordSpot([key], word) }, holdings, names, book, report);
  for (const text of texts) checkText(text, holdings, names, book, report);
}

/** Smaller numbers in few words are of any one thing: `Each square is 1 km²`. */
const telling = 10;

function checkText(
  { text, spotOf }: BlockText,
  holdings: Holdings,
  names: readonly string[],
  { language }: FactBook,
  report: Report,
): void {
  const typed = text.replace(/\{[^{}]*\}/g, (braces) => '…'.repeat(braces.length));
  for (const figure of figuresIn(typed, language.locale, names))
    if (figure.value >= telling && !holdings.holdersOf(figure, typed))
      warnOfFigure(text.slice(figure.at, figure.end), spotOf(text.slice(figure.at, figure.end)), report);
}
