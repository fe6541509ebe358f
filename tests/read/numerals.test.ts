import { expect, test } from 'vitest';
import { findNumbers, hasDecimalComma, numbersIn, withLatinDigits } from '../../src/read/numerals.ts';
import { phrasesOf, sayingsAround, tellsQualifiers } from '../../src/read/phrases.ts';
import { unitBehind } from '../../src/read/units.ts';

test.each<[locale: string, text: string, numbers: number[]]>([
  ['en', '1,234,567.5', [1234567.5]],
  ['en', '15,00,000', [15, 0]],
  ['hi', '15,00,000 या 1,50,000', [1500000, 150000]],
  ['de', '1.234.567,5', [1234567.5]],
  ['fr', '12 000,5 ou 12\u202f000', [12000.5, 12000]],
  ['de-CH', "12'000.5 oder 12’000", [12000.5, 12000]],
  ['ar-EG', '١٬٢٣٤٫٥', [1234.5]],
  ['en', '10 to 12 thousand', [10000, 12000]],
  ['en', '10–12 thousand', [10000, 12000]],
  ['en', '2 thousand to 3 million', [2000, 3e6]],
  ['en', '5 to 3 thousand', [5, 3000]],
  ['en', '3 to 3 thousand', [3, 3000]],
  ['en', '10 tents for 12 thousand', [10, 12000]],
  ['en', '$5m, $ 5m and 5m', [5e6, 5e6, 5]],
  ['en', '$3 for 5m', [3, 5]],
  ['en', '€2b, 2bn, $2 x 5b', [2e9, 2e9, 2, 5]],
  ['es', '2 mil millones', [2e9]],
  ['ru', '12 тысячами', [12000]],
])('in %s, %j is read as %j', (locale, text, numbers) => {
  expect(numbersIn(text, locale)).toEqual(numbers);
});

test('a number is found where it stands, with the word for its scale', () => {
  expect(findNumbers('Some 1.5 million fled', 'en')).toEqual([{ value: 1.5e6, face: 1.5, at: 5, end: 16 }]);
});

test('digits of other scripts are read digit for digit, and those that no locale writes are left', () => {
  expect(withLatinDigits('٠٩ ۰۹ ०९ ০৯ ０９ 09 ๓')).toBe('09 09 09 09 09 09 ๓');
});

test('languages know their decimal sign, and some their qualifiers', () => {
  expect(['de', 'uk', 'en', 'ar-EG'].map(hasDecimalComma)).toEqual([true, true, false, false]);
  expect(['en', 'de-AT', 'hi'].map(tellsQualifiers)).toEqual([true, true, false]);
});

test('what is said of a number is said in front of its currency as well', () => {
  const said = (before: string, behind = '') => sayingsAround(before, behind, phrasesOf('en')).map(({ saying }) => saying);
  expect(['more than ', 'more than $', 'more than € ', 'more than us$'].map((before) => said(before))).toEqual(
    Array(4).fill(['more than']),
  );
  expect([said('no more than '), said('more than $5 and '), said('', ' or more')]).toEqual([['at most'], [], ['at least']]);
});

test('a unit is known right behind its number alone', () => {
  const found = (text: string) => unitBehind(text, 'en');
  expect([' km²', '-year', '  %', ' metres', 'mi'].map(found)).toEqual(['km2', 'years', '%', 'm', 'miles']);
  expect([' of the 50%', ' large km²', ' minutes', ''].map(found)).toEqual([null, null, null, null]);
});
