import type Token from 'markdown-it/lib/token.mjs';
import type { Fact } from '../story.ts';
import { figuresIn } from './figures.ts';
import type { Holdings } from './holdings.ts';
import { quote, type Report, type Spot } from './report.ts';
import { warnOfMarkup } from './stray-markup.ts';
import type { FactBook } from './template.ts';

/** What prose is compared with. */
export interface ProseContext {
  book: FactBook;
  holdings: Holdings;
  /** Names of places and areas: a number in one counts nothing. */
  names: readonly string[];
  /** Facts that the step links to; null where figures need no link, as in the coda, which tells how they came about. */
  linked: ReadonlySet<string> | null;
}

/** The text of a paragraph beside its links to facts, with the place of each letter. */
export interface Prose {
  text: string;
  spot(at: number): Spot;
}

/** Facts that paragraphs link to; their links have been prepared. */
export function linkedFacts(tokens: readonly Token[]): Set<string> {
  const links = tokens.flatMap(({ children }) => children ?? []).map((token) => token.attrGet('data-fact'));
  return new Set(links.filter((id) => id !== null));
}

/** Doubts about a paragraph: figures that no fact holds, and what looks like a link, like HTML or like a fact in braces and is shown as it is written. */
export function checkProse(inline: Token, spotOf: (part: number, offset?: number) => Spot, context: ProseContext, report: Report): void {
  const prose = proseOf(inline, spotOf);
  // What is no link yet is one once it is cured.
  const text = warnOfMarkup(prose, context.book, report);
  const meant = [...prose.text.matchAll(/fact:\s?([a-z0-9-]+)/g)].map(([, id = '']) => id);
  const linked = context.linked && new Set([...context.linked, ...meant]);
  warnOfFigures({ ...prose, text }, { ...context, linked }, report);
}

function proseOf(inline: Token, spotOf: (part: number, offset?: number) => Spot): Prose {
  const starts: number[] = [];
  let text = '';
  let inFact = false;
  (inline.children ?? []).forEach((token, part) => {
    starts[part] = text.length;
    // A link that is wrong may be meant for a fact.
    if (token.type === 'link_open') inFact = token.attrGet('data-fact') !== null || token.attrGet('href') === '#';
    if (token.type === 'link_close') inFact = false;
    const words = token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
    text += inFact || token.type === 'code_inline' ? '…'.repeat(words.length) : words;
  });
  const spot = (at: number) => {
    const part = starts.findLastIndex((start) => start <= at);
    return spotOf(part, at - (starts[part] ?? 0));
  };
  return { text, spot };
}

function warnOfFigures({ text, spot }: Prose, { book, holdings, names, linked }: ProseContext, report: Report): void {
  for (const figure of figuresIn(text, book.language.locale, names)) {
    const written = text.slice(figure.at, figure.end);
    const holders = holdings.holdersOf(figure, text);
    if (!holders) warnOfFigure(written, spot(figure.at), report);
    else if (linked && holders.length && !holders.some(({ id }) => linked.has(id)))
      warnOfUnlinked(holders, written, spot(figure.at), report);
  }
}

export function warnOfFigure(written: string, spot: Spot, report: Report): void {
  report.warning(
    spot,
    `expected a number that a fact holds, found ${quote(written)}, which none does`,
    'Give it a row in facts.csv and link to it, or leave it out.',
  );
}

function warnOfUnlinked([fact]: Fact[], written: string, spot: Spot, report: Report): void {
  if (fact)
    report.warning(
      spot,
      `expected a link to the fact ${quote(fact.id)}, found its number ${quote(written)} without one`,
      `Write [${written}…](fact:${fact.id}), so that readers see whose number it is.`,
    );
}
