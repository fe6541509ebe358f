import type { Prose } from './prose.ts';
import { quote, type Report } from './report.ts';
import type { FactBook } from './template.ts';

const address = '(?:fact:\\s?|https?:|#|mailto:)[^\\s()\\]]*';

/** Links of which a sign is missing or wrong, each with the words and the address that it has. */
const brokenLinks: RegExp[] = [
  // [two] (fact:captured), [two](fact:captured
  new RegExp(`\\[(?<words>[^\\][]*)\\]\\s?\\((?<to>${address})[)\\]]?`, 'giu'),
  // [two(fact:captured)
  new RegExp(`\\[(?<words>[^\\][()]*[^\\s\\][()])\\((?<to>${address})[)\\]]?`, 'giu'),
  // two](fact:captured)
  new RegExp(`(?<words>[^\\s\\][()]+)\\]\\s?\\((?<to>${address})[)\\]]?`, 'giu'),
  // [two]{fact:captured}, [two][fact:captured], (two)[fact:captured]
  new RegExp(`[[(](?<words>[^\\][()]*)[\\])]\\s?[[{](?<to>${address})[\\]}]`, 'giu'),
  /\[(?<words>[^\][]*)\]\[[^\][]+\]/giu,
  // (fact:captured)
  /\(?(?<to>(?<![\p{L}\d])fact:[a-z][a-z0-9-]*)\)?/giu,
];

/**
 * Doubts about what looks like a link, like HTML or like a fact in braces and is shown as it is written. Returns the text with
 * blanks in place of broken links, whose numbers are no doubt of their own.
 */
export function warnOfMarkup({ text, spot }: Prose, { facts }: FactBook, report: Report): string {
  const tag = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|!--.*?--)>/giu;
  const tags = [...text.matchAll(tag)];
  const opening = tags.filter(([found]) => !found.startsWith('</'));
  for (const { 0: found, index } of opening.length ? opening : tags)
    report.warning(
      spot(index),
      `expected Markdown, found what looks like HTML, ${quote(found)}, which is shown as it is written`,
      'Leave it out: **bold** and *slanted* are written with stars, and what is no text stands in blocks.',
    );
  let rest = text;
  for (const pattern of brokenLinks)
    rest = rest.replace(pattern, (found, ...more) => {
      const { words = '', to = '' } = more.at(-1) as { words?: string; to?: string };
      report.warning(
        spot(more.at(-3) as number),
        `expected a link, found ${quote(found)}, which is not complete and shown as it is written`,
        linkCure(words, to),
      );
      return '…'.repeat(found.length);
    });
  for (const { 0: found, 1: id = '', index } of text.matchAll(/\{\s*([a-z][a-z0-9-]*)\s*(?::\s*\w+\s*)?\}/giu))
    if (facts.has(id))
      report.warning(
        spot(index),
        `expected a link to the fact ${quote(id)}, found ${quote(found)}, which paragraphs show as it is written`,
        `Write [the number in words](fact:${id}).`,
      );
  return rest;
}

function linkCure(words: string, to: string): string {
  const clean = to.replace(/^fact:\s/, 'fact:').replace(/[.,;]$/, '');
  if (words && clean) return `Write [${words}](${clean})`;
  return clean ? `Write [the number in words](${clean})` : 'A link is [words](address), with nothing between the brackets.';
}
