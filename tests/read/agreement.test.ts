import { expect, test } from 'vitest';
import { checkAgreement } from '../../src/read/agreement.ts';
import { createReport } from '../../src/read/report.ts';
import type { Fact } from '../../src/story.ts';
import { languageOf } from '../../src/words/languages.ts';

const fact = (own: Partial<Fact>): Fact => ({
  id: 'a',
  label: 'A',
  low: 0,
  high: 0,
  qualifier: 'exact',
  unit: 'people',
  date: null,
  when: '',
  speaker: '',
  source: '',
  formula: null,
  words: [],
  note: '',
  decimals: 0,
  ...own,
});
const agrees = (words: string, own: Partial<Fact>, locale = 'en-GB') => {
  const report = createReport();
  checkAgreement(words, fact(own), languageOf(locale), { file: 'story.md', line: 1, column: 1 }, report);
  return report.issues.length === 0;
};

const share: Partial<Fact> = { low: 40, high: null, qualifier: 'more than', unit: '%' };
const area: Partial<Fact> = { low: 984, high: 984, qualifier: 'as stated', unit: 'km2' };
const range: Partial<Fact> = { low: 10000, high: 12000, qualifier: 'range' };

test.each([
  ['More than 40 per cent', share],
  ['more than 40\u00a0%', share],
  ['984 km²', area],
  ['380 square miles', area],
  ['984 square kilometres (380 square miles)', area],
  ['10,000 to 12,000', range],
  ['between 10,000 and 12,000', range],
  ['less than 591 km²', { low: null, high: 590.4, qualifier: 'less than', unit: 'km2', formula: 'x' }],
  ['a couple hundred', { low: 200, high: 200, qualifier: 'about', words: ['a couple hundred'] }],
  ['almost three-year', { low: null, high: 3, qualifier: 'almost', unit: 'years', words: ['almost three-year'] }],
] as [string, Partial<Fact>][])('%j agrees with its fact', (words, own) => {
  expect(agrees(words, own)).toBe(true);
});

test.each([
  ['40 per cent', share],
  ['less than 40 per cent', share],
  ['more than 41 per cent', share],
  ['more than 40 square kilometres', share],
  ['983 km²', area],
  ['984 square miles', area],
  ['about 984 km²', area],
  ['984', area],
  ['10,000', range],
  ['10,000 to 13,000', range],
  ['twothree', { low: 2, high: 2, words: ['two'] }],
] as [string, Partial<Fact>][])('%j disagrees with its fact', (words, own) => {
  expect(agrees(words, own)).toBe(false);
});

test('digits are read in the notation of the language', () => {
  expect(agrees('12.000 Menschen', { low: 12000, high: 12000 }, 'de')).toBe(true);
  expect(agrees('12,000', { low: 12000, high: 12000 }, 'de')).toBe(false);
  expect(agrees('12 000 personnes', { low: 12000, high: 12000 }, 'fr')).toBe(true);
});
