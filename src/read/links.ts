import type Token from 'markdown-it/lib/token.mjs';
import type { Fact } from '../story.ts';
import { type Around, checkAgreement } from './agreement.ts';
import { lookUpFact } from './chart.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean, nearest } from './suggest.ts';
import type { FactBook } from './template.ts';

/** What a link may lead to. */
export interface Targets {
  book: FactBook;
  /** Whether the page has a place of that name. */
  hasAnchor(id: string): boolean;
  /** Ids of the steps, to suggest one from. */
  steps: readonly string[];
}

/** Checks every link of an inline token and gives it the attributes it is drawn with. `spotOf` is that of one of its parts. */
export function prepareLinks(inline: Token, spotOf: (part: number) => Spot, targets: Targets, report: Report): void {
  const children = inline.children ?? [];
  children.forEach((token, index) => {
    if (token.type === 'image')
      report.error(
        spotOf(index),
        'expected text, found a picture in it',
        'A picture stands in a block of its own, which begins with ```image and says file:, alt: and credit:',
      );
    if (token.type !== 'link_open') return;
    const href = String(token.attrGet('href') ?? '');
    const spot = spotOf(index);
    const fact = href.startsWith('fact:') ? factOf(href, spot, targets.book, report) : null;
    if (fact) {
      checkAgreement(wordsOf(children, index), fact, targets.book.language, spot, report, around(children, index));
      token.attrs = [
        ['class', 'fact'],
        ['href', `#fact-${fact.id}`],
        ['data-fact', fact.id],
      ];
    } else token.attrs = linkAttributes(href, spot, targets, report);
  });
}

function factOf(href: string, spot: Spot, book: FactBook, report: Report): Fact | null {
  const id = decode(href.slice('fact:'.length));
  return lookUpFact(id, spot, book, report);
}

/** Only addresses that lead to a page, a mailbox or a place on this page; anything else may run or load what no one expects. */
function linkAttributes(href: string, spot: Spot, targets: Targets, report: Report): [string, string][] {
  if (/^https?:\/\/[^/]/i.test(href))
    return [
      ['class', 'external'],
      ['href', href],
      ['rel', 'noopener noreferrer'],
    ];
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(href)) return [['href', href]];
  if (/^#[\w-]+$/.test(href)) {
    checkAnchor(href.slice(1), spot, targets, report);
    return [['href', href]];
  }
  if (!href.startsWith('fact:'))
    report.error(spot, `expected a link to https://…, mailto:…, #… or fact:…, found ${quote(decode(href))}`, cure(decode(href), targets));
  return [['href', '#']];
}

function checkAnchor(id: string, spot: Spot, { hasAnchor, steps, book }: Targets, report: Report): void {
  if (hasAnchor(id)) return;
  const fact = book.facts.has(id) ? `A link to a fact is written fact:${id}.` : null;
  report.error(spot, `expected the id of a step behind #, found ${quote(id)}, which the page has not`, fact ?? didYouMean(id, steps));
}

function cure(href: string, { book, steps }: Targets): string | null {
  if (/^mailto:/i.test(href)) return 'Write mailto: and an address such as name@example.org.';
  if (!href) return 'Write the address between the parentheses.';
  if (book.facts.has(href)) return `Did you mean "fact:${href}"?`;
  if (steps.includes(href)) return `Did you mean "#${href}"?`;
  if (/^(www\.|[\w-]+(\.[\w-]+)+(\/|$))/i.test(href)) return `Did you mean "https://${href}"?`;
  const [scheme = '', rest] = href.split(/:(.*)/s);
  if (href.startsWith('#')) return null;
  if (rest === undefined) return 'A page of another site is written with its whole address, which begins with https://';
  const meant = nearest(scheme, ['https', 'http', 'mailto', 'fact']);
  const isWeb = meant === 'https' || meant === 'http';
  return meant
    ? `Did you mean "${meant}:${isWeb ? rest.replace(/^\/*/, '//') : rest}"?`
    : 'A link leads to a page, a mailbox, a step or a fact, and runs nothing.';
}

const closeOf = (children: Token[], open: number) => children.findIndex((token, index) => index > open && token.type === 'link_close');

function wordsOf(children: Token[], open: number): string {
  return plain(children.slice(open + 1, closeOf(children, open)));
}

/** What stands in front of a link and behind it, as far as it may speak of the link's number. */
function around(children: Token[], open: number): Around {
  return { before: plain(children.slice(0, open)).slice(-40), behind: plain(children.slice(closeOf(children, open) + 1)).slice(0, 40) };
}

function plain(tokens: Token[]): string {
  return tokens.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content)).join('');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
