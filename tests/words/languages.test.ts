import { expect, test } from 'vitest';
import { en } from '../../src/words/en.ts';
import { type Message, say, type Words } from '../../src/words/index.ts';
import { languageOf, missingWords } from '../../src/words/languages.ts';

const locales = ['ar', 'de', 'ko', 'ru', 'uk'];

/** Every message of a table, by its path, with each of its forms. */
function messages(words: Words): [path: string, text: string][] {
  return Object.entries(words).flatMap(([group, entries]) =>
    Object.entries(entries as Record<string, Message | string[]>).flatMap(([key, entry]): [string, string][] =>
      typeof entry === 'string' ? [[`${group}.${key}`, entry]] : Object.values(entry).map((text) => [`${group}.${key}`, text]),
    ),
  );
}

const placesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key).sort();

test.each(locales)('%s has every word, and puts in nothing that English does not give', (locale) => {
  expect(missingWords(locale)).toEqual([]);
  const given = new Map<string, string[]>();
  for (const [path, text] of messages(languageOf('en').words)) given.set(path, [...(given.get(path) ?? []), ...placesIn(text)]);
  const strange = messages(languageOf(locale).words).filter(([path, text]) =>
    placesIn(text).some((key) => !given.get(path)?.includes(key)),
  );
  expect(strange).toEqual([]);
});

test.each(locales)('%s has each plural form that its rules may ask for', (locale) => {
  const rules = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const lacking = Object.entries(languageOf(locale).words).flatMap(([group, entries]) =>
    Object.entries(entries as Record<string, Message | string[]>)
      .filter(([, entry]) => typeof entry === 'object' && 'other' in entry && rules.some((form) => !(form in entry) && !entry.other))
      .map(([key]) => `${group}.${key}`),
  );
  expect(lacking).toEqual([]);
});

test('a number chooses its form, and a language without a table speaks English', () => {
  const [uk, none] = [languageOf('uk'), languageOf('eo')];
  const years = (n: number) => say(uk, uk.words.unit.years, { n, amount: n });
  expect([1, 2, 5, 21, 1.5].map(years)).toEqual(['1 рік', '2 роки', '5 років', '21 рік', '1.5 року']);
  expect(none.words).toEqual(en);
  expect(missingWords('eo').length).toBeGreaterThan(80);
});
