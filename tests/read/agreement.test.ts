import { expect, test } from 'vitest';
import { checkAgreement } from '../../src/read/agreement.ts';
import { createReport } from '../../src/read/report.ts';
import type { Fact } from '../../src/story.ts';
import { languageOf } from '../../src/words/languages.ts';
import { factOf } from '../scene/fact-of.ts';

const fact = (own: Partial<Fact>): Fact => factOf({ id: 'a', label: 'A', low: 0, high: 0, ...own });
const issueOf = (words: string, own: Partial<Fact>, locale = 'en-GB', [before, behind] = ['', '']) => {
  const report = createReport();
  checkAgreement(words, fact(own), languageOf(locale), { file: 'story.md', line: 1, column: 1 }, report, { before, behind });
  return report.issues[0] ?? null;
};
const agrees = (...link: Parameters<typeof issueOf>) => issueOf(...link) === null;

const share: Partial<Fact> = { low: 40, high: null, qualifier: 'more than', unit: '%' };
const area: Partial<Fact> = { low: 984, high: 984, qualifier: 'as stated', unit: 'km2' };
const range: Partial<Fact> = { low: 10000, high: 12000, qualifier: 'range' };
const about: Partial<Fact> = { low: 40, high: 40, qualifier: 'about' };
const under: Partial<Fact> = { low: null, high: 590, qualifier: 'less than', unit: 'km2' };
const near: Partial<Fact> = { low: null, high: 40, qualifier: 'almost', unit: '%' };
const million: Partial<Fact> = { low: 1500000, high: 1500000, qualifier: 'exact', unit: 'people' };
const pair: Partial<Fact> = { low: 2, high: 2, qualifier: 'exact', unit: 'people', words: ['two'] };
const crowd: Partial<Fact> = { low: null, high: null, qualifier: 'in words', unit: 'people', words: ['thousands'] };

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
  ['over 40 percent', share],
  ['at least 40 per cent', share],
  ['upwards of 40%', share],
  ['no less than 40 per cent', share],
  ['40 per cent or more', share],
  ['in excess of 40 percent', share],
  ['10,000–12,000', range],
  ['10 to 12 thousand', range],
  ['10-12k', range],
  ['from 10,000 to 12,000 troops', range],
  ['up to 12,000', range],
  ['as many as 12,000', range],
  ['no more than 12,000', range],
  ['at least 10,000', range],
  ['at least 10,000 and up to 12,000', range],
  ['between 10,000 and at most 12,000', range],
  ['from 10,000 to no more than 12,000', range],
  ['1.5 million', million],
  ['1,500,000 people', million],
  ['1.5m', { ...million, unit: 'people', words: ['1.5m'] }],
  ['$1.5m', { ...million, unit: 'dollars' }],
  ['some 40', about],
  ['40-odd', about],
  ['40 or so', about],
  ['roughly 40', about],
  ['circa 40', about],
  ['an estimated 40', { ...about, words: ['an estimated 40'] }],
  ['nearly 40 %', near],
  ['just under 40 per cent', near],
  ['fewer than 590 km²', under],
  ['up to 590 square kilometres', under],
  ['984 square kilometres (about 380 square miles)', area],
  ['984 km2', area],
  ['two North Korean soldiers', pair],
  ['Two', pair],
  ['2', pair],
  ['thousands', crowd],
  ['On 11 January 2025, 2 soldiers', pair],
  ['12 million euros', { low: 12, high: 12, qualifier: 'exact', unit: 'million euros' }],
  ['3-year', { low: 3, high: 3, qualifier: 'exact', unit: 'years' }],
  ['more than a hundred', { low: 100, high: 100, words: ['a hundred', 'more than a hundred'] }],
  ['two (2) soldiers', pair],
  ['ten to twelve thousand (10,000 to 12,000)', { ...range, words: ['ten to twelve thousand'] }],
  ['984  km²', area],
  ['the 3rd', { low: 3, high: 3 }],
  ['12 cm', { low: 12, high: 12, unit: '' }],
  ['5 m', { low: 5, high: 5, unit: 'metres' }],
  ['5 metres', { low: 5, high: 5, unit: 'm' }],
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
  ['no more than 40 per cent', share],
  ['up to 40 per cent', share],
  ['not more than 40 per cent', share],
  ['as much as 40 per cent', share],
  ['far more than 40 per cent', share],
  ['well over 40 per cent', share],
  ['nearly 40 per cent', share],
  ['more than about 40 per cent', share],
  ['two-fifths', share],
  ['more than 40 percentage points', share],
  ['more than 0.4', share],
  ['at least 984 km²', area],
  ['up to 984 km²', area],
  ['over 984 km²', area],
  ['984 km', area],
  ['984 hectares', area],
  ['12,000', range],
  ['more than 10,000', range],
  ['less than 12,000', range],
  ['up to 10,000', range],
  ['at least 12,000', range],
  ['10,000 at most, and 12,000', range],
  ['between at most 10,000 and 12,000', range],
  ['10,000 to at least 12,000', range],
  ['about 10,000 to 12,000', range],
  ['10,000 or 12,500', range],
  ['10 to 13 thousand', range],
  ['10 to 12 million', range],
  ['10 to 12', range],
  ['1.5 thousand', million],
  ['1.6 million', million],
  ['40', about],
  ['nearly 40', about],
  ['about 40 to 50', about],
  ['40+', about],
  ['about 40 per cent', near],
  ['more than 590 km²', under],
  ['almost 590 km²', under],
  ['two hundred soldiers', pair],
  ['twenty-two', pair],
  ['two thousand', pair],
  ['more than two', pair],
  ['nearly two', pair],
  ['two of 500', pair],
  ['three', pair],
  ['2 per cent', pair],
  ['2 years', pair],
  ['tens of thousands', crowd],
  ['hundreds', crowd],
  ['3,000', crowd],
  ['3 months', { low: 3, high: 3, qualifier: 'exact', unit: 'years' }],
  ['12 cm', { low: 12, high: 12, qualifier: 'exact', unit: 'mm' }],
  ['10,000 to 12,000 tonnes', range],
  ['5 km', { low: 5, high: 5, unit: 'metres' }],
  ['often', { low: 10, high: 10, words: ['ten'] }],
  ['12,000 to 10,000', range],
  ['at least 10,000 and up to 13,000', range],
  ['10,000 to at least 12,000', range],
  ['up to 10,000 to 12,000', range],
] as [string, Partial<Fact>][])('%j disagrees with its fact', (words, own) => {
  expect(agrees(words, own)).toBe(false);
});

test('what stands in front of a link and behind it counts', () => {
  expect(agrees('40 per cent', share, 'en', ['It took more than ', ' of it.'])).toBe(true);
  expect(agrees('40 per cent', share, 'en', ['It took over ', ' of it.'])).toBe(true);
  expect(agrees('984', area, 'en', ['', ' square kilometres'])).toBe(true);
  expect(agrees('984 km²', area, 'en', ['They fought over ', ''])).toBe(true);
  expect(agrees('984 km²', area, 'en', ['They took more than ', ''])).toBe(false);
  expect(agrees('984 km²', area, 'en', ['nearly ', ''])).toBe(false);
  expect(agrees('40 per cent', share, 'en', ['no more than ', ''])).toBe(false);
  expect(agrees('2', pair, 'en', ['', ' per cent'])).toBe(false);
  expect(agrees('10,000 to over 12,000', range, 'en', ['They say that it is ', ''])).toBe(false);
});

test.each<[string, Partial<Fact>, string]>([
  ['many', crowd, 'expected "thousands", because "a" has no number'],
  ['a pair', { ...pair, words: [] }, 'expected the number of "a" in digits, or words that its column words holds'],
  ['a pair', pair, 'expected the number of "a" in digits, or "two"'],
  ['two of 500', pair, 'expected no number beside "two" but that of "a"'],
  ['983 km²', area, 'expected 984, as "a" says'],
  ['383 square miles', area, 'expected 380, as "a" says'],
  ['10,000', range, 'expected 10,000 and 12,000, as "a" says'],
  ['12,000 to 10,000', range, 'expected the lower number of "a" first'],
  ['40', about, 'expected "about", because the qualifier of "a" is "about"'],
  ['less than 40 per cent', share, 'expected "more than", because the qualifier of "a" is "more than"'],
  ['far more than 40 per cent', share, 'expected no "far" or "well" beside the number, because the qualifier of "a" is "more than"'],
  ['about 984 km²', area, 'expected no "about", because the qualifier of "a" is "as stated"'],
  ['about 10,000 to 12,000', range, 'expected no "about", because the qualifier of "a" is "range"'],
  ['up to 10,000 to 12,000', range, 'expected no "at most" there, because the qualifier of "a" is "range"'],
  ['10,000 to at least 12,000', range, 'expected no "at least" there, because the qualifier of "a" is "range"'],
  ['984', area, 'expected the unit of "a" (km2) beside the number'],
  ['2 years', pair, 'expected no other unit than that of "a" (people)'],
])('of %j in place of its fact the editor is told what is wrong', (words, own, message) => {
  expect(issueOf(words, own)?.message).toBe(`${message}, found "${words}"`);
});

test.each<[string, string, Partial<Fact>, string]>([
  ['en', '983', area, 'Write "984 square kilometres (380 square miles)" or "984 km²", or'],
  ['en', '40', share, 'Write "more than 40 per cent", or'],
  ['en', 'many', crowd, 'Write "thousands", or'],
  ['en', '3', pair, 'Write "2" or "two", or'],
  ['fr', '40 %', share, 'Write "plus de 40" and its unit, or'],
  ['hi', '41 %', share, 'Put the words into the fact’s column words.'],
  ['hi', '3', pair, 'Write "2" or "two", or'],
])('in %s the cure for %j is to write what the fact says', (locale, words, own, cure) => {
  expect(issueOf(words, own, locale)?.suggestion?.slice(0, cure.length)).toBe(cure);
});

test.each<[string, string, Partial<Fact>, boolean]>([
  ['de', 'mehr als 40 Prozent', share, true],
  ['de', 'über 40 %', share, true],
  ['de', 'mindestens 40 Prozent', share, true],
  ['de', 'höchstens 40 Prozent', share, false],
  ['de', 'rund 40 Prozent', share, false],
  ['de', '10 bis 12 Tausend', range, true],
  ['de', '1,5 Millionen', million, true],
  ['de', '984 Quadratkilometer', area, true],
  ['de', '984 Prozent', area, false],
  ['fr', 'plus de 40 %', share, true],
  ['fr', 'moins de 40 %', share, false],
  ['fr', 'pas plus de 40 %', share, false],
  ['fr', 'entre 10 000 et 12 000', range, true],
  ['fr', 'près de 40 %', near, true],
  ['es', 'más de 40 %', share, true],
  ['es', 'no más de 40 %', share, false],
  ['es', 'hasta 12.000', range, true],
  ['ru', 'более 40 процентов', share, true],
  ['ru', 'не более 40 %', share, false],
  ['ru', 'от 10 до 12 тысяч', range, true],
  ['ru', '1,5 млн', million, true],
  ['uk', 'понад 40 відсотків', share, true],
  ['uk', 'щонайменше 40 %', share, true],
  ['uk', 'близько 40 %', share, false],
  ['uk', '10–12 тис.', range, true],
  ['uk', '984 кв. км', area, true],
  ['ar-EG', '١٠٬٠٠٠ – ١٢٬٠٠٠', range, true],
  ['ar-EG', '١٠٬٠٠٠', range, false],
  ['hi', '15,00,000', million, true],
  ['de-CH', "12'000", { low: 12000, high: 12000 }, true],
])('in %s, %j is told to agree or not', (locale, words, own, expected) => {
  expect(agrees(words, own, locale)).toBe(expected);
});

test('digits are read in the notation of the language', () => {
  expect(agrees('12.000 Menschen', { low: 12000, high: 12000 }, 'de')).toBe(true);
  expect(agrees('12,000', { low: 12000, high: 12000 }, 'de')).toBe(false);
  expect(agrees('12 000 personnes', { low: 12000, high: 12000 }, 'fr')).toBe(true);
});
