import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Language, SomeWords, Words } from './index.ts';
import { ko } from './ko.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** By language subtag. */
const tables: Record<string, SomeWords> = { ar, de, en, ko, ru, uk };

/** Whether the page's own words are there in a language at all. */
export const speaks = (locale: string): boolean => subtag(locale) in tables;

/** The words of a locale; where one is missing, English stands in. */
export function languageOf(locale: string): Language {
  return { locale, words: filled(en, tables[subtag(locale)] ?? {}) };
}

/** What a language's table lacks, as `chart.filled`. */
export function missingWords(locale: string): string[] {
  const own = tables[subtag(locale)] ?? {};
  return Object.entries(en).flatMap(([group, words]) =>
    Object.keys(words).flatMap((key) => (key in (own[group as keyof Words] ?? {}) ? [] : [`${group}.${key}`])),
  );
}

const subtag = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';

function filled(complete: Words, own: SomeWords): Words {
  const groups = Object.keys(complete).map((group) => [group, { ...complete[group as keyof Words], ...own[group as keyof Words] }]);
  return Object.fromEntries(groups) as Words;
}
