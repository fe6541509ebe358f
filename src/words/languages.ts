import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Language, Notation, SomeWords, Words } from './index.ts';
import { ko } from './ko.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** By language subtag. */
const tables: Record<string, SomeWords> = { ar, de, en, ko, ru, uk };

/** Whether the page's own words are there in a language at all. */
export const speaks = (locale: string): boolean => subtag(locale) in tables;

/** The words of a locale; where one is missing, English stands in. */
export function languageOf(locale: string): Language {
  return { locale, words: filled(en, tables[subtag(locale)] ?? {}), numbers: notationOf(locale) };
}

/** The first formatter that a browser makes costs a slow phone a fifth of a second: a story takes the signs along. */
function notationOf(locale: string): Notation | null {
  const format = new Intl.NumberFormat(locale);
  const signs = new Map(format.formatToParts(-1234567.5).map(({ type, value }) => [type, value]));
  const [group = '', decimal = '', minus = ''] = [signs.get('group'), signs.get('decimal'), signs.get('minusSign')];
  const groupedFrom = format.format(1234) === '1234' ? 5 : 4;
  const plain = format.format(-1234567.5) === `${minus}1${group}234${group}567${decimal}5` && format.format(890) === '890';
  return plain ? { group, decimal, minus, groupedFrom } : null;
}

/** What a language's table lacks, as `chart.filled`. */
export function missingWords(locale: string): string[] {
  const own = tables[subtag(locale)] ?? {};
  return Object.entries(en).flatMap(([group, words]) =>
    Object.keys(words).flatMap((key) => (key in (own[group as keyof Words] ?? {}) ? [] : [`${group}.${key}`])),
  );
}

/** Written in Arabic, Hebrew or Thaana letters. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const isRightToLeft = (locale: string): boolean => rightToLeft.has(subtag(locale));

const subtag = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';

function filled(complete: Words, own: SomeWords): Words {
  const groups = Object.keys(complete).map((group) => [group, { ...complete[group as keyof Words], ...own[group as keyof Words] }]);
  return Object.fromEntries(groups) as Words;
}
