import type Token from 'markdown-it/lib/token.mjs';
import type { Fact } from '../story.ts';
import { checkAgreement } from './agreement.ts';
import { lookUpFact } from './chart.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';
import type { FactBook } from './template.ts';

/** Checks every link of an inline token and gives it the attributes it is drawn with. */
export function prepareLinks(inline: Token, spotOf: (...words: string[]) => Spot, book: FactBook, report: Report): void {
  const children = inline.children ?? [];
  children.forEach((token, index) => {
    if (token.type === 'image')
      report.error(spotOf('!['), 'expected text, found a picture, which this version does not show', 'Leave the picture out.');
    if (token.type !== 'link_open') return;
    const href = String(token.attrGet('href') ?? '');
    const words = wordsOf(children, index);
    const spot = spotOf(`[${words}](${href}`, `[${words}](`, `[${words}]`, `<${words}>`, words);
    const fact = href.startsWith('fact:') ? factOf(href, spot, book, report) : null;
    if (fact) {
      checkAgreement(words, fact, book.language, spot, report);
      token.attrs = [
        ['class', 'fact'],
        ['href', `#fact-${fact.id}`],
        ['data-fact', fact.id],
      ];
    } else token.attrs = linkAttributes(href, spot, report);
  });
}

function factOf(href: string, spot: Spot, book: FactBook, report: Report): Fact | null {
  const id = decode(href.slice('fact:'.length));
  return lookUpFact(id, spot, book, report);
}

/** Only addresses that lead to a page, a mailbox or a place on this page; anything else may run or load what no one expects. */
function linkAttributes(href: string, spot: Spot, report: Report): [string, string][] {
  if (/^https?:\/\/[^/]/i.test(href))
    return [
      ['class', 'external'],
      ['href', href],
      ['rel', 'noopener noreferrer'],
    ];
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(href) || /^#[\w-]+$/.test(href)) return [['href', href]];
  if (!href.startsWith('fact:'))
    report.error(
      spot,
      `expected a link to https://…, mailto:…, #… or fact:…, found ${quote(decode(href))}`,
      didYouMean(href.split(':')[0] ?? '', ['https', 'http', 'mailto', 'fact']),
    );
  return [['href', '#']];
}

function wordsOf(children: Token[], open: number): string {
  const close = children.findIndex((token, index) => index > open && token.type === 'link_close');
  return children
    .slice(open + 1, close)
    .map(({ content }) => content)
    .join('');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
