import { expect, test } from 'vitest';
import { factValue, formatDate, formatFact, formatList, formatNumber, formatPrecision } from '../../src/scene/format.ts';
import type { Fact } from '../../src/story.ts';
import { languageOf } from '../../src/words/languages.ts';
import { factOf } from './fact-of.ts';

const english = languageOf('en');

test('an area is said in square kilometres and, where asked, in square miles', () => {
  const seized = factOf({ low: 984, high: 984, qualifier: 'as stated', unit: 'km2' });
  expect(formatFact(seized, english)).toBe('984\u00a0km²');
  expect(formatFact(seized, english, 'both')).toBe('984\u00a0km² (380 square miles)');
  expect(formatFact(seized, english, 'long')).toBe('984 square kilometres (380 square miles)');
  expect(formatFact(seized, english, 'number')).toBe('984');
});

test('a derived open bound is rounded outwards, so that it never says more than the arithmetic', () => {
  expect(formatFact(factOf({ low: 393.6, qualifier: 'more than', unit: 'km2', formula: 'a' }), english, 'both')).toBe(
    'more than 393\u00a0km² (151 square miles)',
  );
  expect(formatFact(factOf({ high: 590.4, qualifier: 'less than', unit: 'km2', formula: 'a' }), english, 'both')).toBe(
    'less than 591\u00a0km² (228 square miles)',
  );
});

test('who reads in miles has them first, and never rounded to nothing; where there is room for one unit it is the sentence’s', () => {
  const miles = { ...english, units: 'mi' } as const;
  const seized = factOf({ low: 984, high: 984, qualifier: 'as stated', unit: 'km2' });
  expect(formatFact(seized, miles)).toBe('984\u00a0km²');
  expect(formatFact(seized, miles, 'both')).toBe('380 square miles (984\u00a0km²)');
  const [more, less] = [
    factOf({ low: 393.6, qualifier: 'more than', unit: 'km2', formula: 'a' }),
    factOf({ high: 590.4, qualifier: 'less than', unit: 'km2', formula: 'a' }),
  ];
  expect(formatFact(more, miles, 'both')).toBe('more than 151 square miles (393\u00a0km²)');
  expect(formatFact(less, miles, 'both')).toBe('less than 228 square miles (591\u00a0km²)');
  expect(formatFact(factOf({ low: 1, high: 1, unit: 'km2' }), miles, 'both')).toMatch(/^0\.39 square miles? \(1\u00a0km²\)$/);
});

test('a range keeps both ends and the locale’s grouping', () => {
  expect(formatFact(factOf({ low: 10000, high: 12000, qualifier: 'range' }), english)).toBe('10,000 to 12,000');
});

test('a share is % in charts and per cent in sentences', () => {
  const share = factOf({ low: 40, qualifier: 'more than', unit: '%' });
  expect(formatFact(share, english)).toBe('more than 40\u00a0%');
  expect(formatFact(share, english, 'long')).toBe('more than 40 per cent');
});

test('a fact in words has no number at all', () => {
  const losses = factOf({ qualifier: 'in words', words: ['thousands'] });
  expect(formatFact(losses, english)).toBe('thousands');
  expect(factValue(losses)).toBeNull();
});

test('a date is as precise as it was written', () => {
  expect(formatDate('2025-01-11', { locale: 'en-GB' })).toBe('11 January 2025');
  expect(formatDate('2024-12', { locale: 'en-GB' })).toBe('December 2024');
  expect(formatDate('2024', { locale: 'en-GB' })).toBe('2024');
});

test('each qualifier is said in front of its own number, and means something of its own', () => {
  const said = (own: Partial<Fact>) => formatFact(factOf(own), english);
  expect(said({ low: 5, high: 5 })).toBe('5');
  expect(said({ low: 5, high: 5, qualifier: 'as stated' })).toBe('5');
  expect(said({ low: 5, high: 7, qualifier: 'about' })).toBe('about 6');
  expect(said({ low: 5, high: null, qualifier: 'about' })).toBe('about 5');
  expect(said({ low: null, high: 7, qualifier: 'about' })).toBe('about 7');
  expect(said({ low: 5, high: 7, qualifier: 'almost' })).toBe('almost 7');
  expect(said({ low: 5, high: 7, qualifier: 'less than' })).toBe('less than 7');
  expect(said({ low: 5, high: 7, qualifier: 'more than' })).toBe('more than 5');
  expect(said({ low: 5, high: 5, qualifier: 'range' })).toBe('5');
  expect(said({ qualifier: 'in words', words: [] })).toBe('One');
  const qualifiers = ['exact', 'as stated', 'about', 'more than', 'less than', 'almost', 'range', 'in words'] as const;
  const means = qualifiers.map((qualifier) => formatPrecision({ qualifier }, english));
  expect(new Set(means).size).toBe(qualifiers.length);
  expect(means.join()).not.toMatch(/undefined|\[object/);
});

test('a unit has the form that goes with its number; one that is not known stands as it is', () => {
  const said = (n: number, unit: string, style: 'short' | 'long' = 'long') => formatFact(factOf({ low: n, high: n, unit }), english, style);
  expect([said(1, 'years'), said(2, 'years')]).toEqual(['1 year', '2 years']);
  expect([said(1, 'km2'), said(3, 'km2')]).toEqual(['1 square kilometre (0 square miles)', '3 square kilometres (1 square mile)']);
  expect([said(5, 'mm'), said(5, ''), said(5, 'people')]).toEqual(['5 mm', '5', '5']);
  expect([said(5, '%'), said(5, '%', 'short')]).toEqual(['5 per cent', '5\u00a0%']);
});

test('miles that come first are as fine as they are few', () => {
  const miles = (n: number | null, high = n) =>
    formatFact(factOf({ low: n, high, unit: 'km2', decimals: 2 }), { ...english, units: 'mi' }, 'both').replace(/ square.*/, '');
  // 2.59 km² is a square mile, 25.9 km² ten of them.
  expect([miles(2.58), miles(2.6), miles(25.8), miles(26), miles(null, 2)]).toEqual(['1.00', '1.0', '10.0', '10', '0.77']);
});

test('one number stands for a fact where it is drawn', () => {
  expect(factValue(factOf({ low: 5, high: null, qualifier: 'more than' }))).toBe(5);
  expect(factValue(factOf({ low: null, high: 7, qualifier: 'less than' }))).toBe(7);
  expect(factValue(factOf({ low: 5, high: 7, qualifier: 'about' }))).toBe(6);
  expect(factValue(factOf({ low: 5, high: 7, qualifier: 'range' }))).toBe(7);
});

test.each([
  ['en', '-1,234,567.50'],
  ['de', '-1.234.567,50'],
  ['es', '-1.234.567,50'],
  ['hi', '-12,34,567.50'],
  ['ar-EG', '\u061c-١٬٢٣٤٬٥٦٧٫٥٠'],
])('in %s a number is written as Intl writes it: %s', (locale, written) => {
  const language = languageOf(locale);
  expect(formatNumber(-1234567.5, language, 2)).toBe(written);
  for (const [value, decimals] of [
    [0, 0],
    [890, 0],
    [1234, 0],
    [12345, 1],
    [-3, 0],
  ] as const)
    expect(formatNumber(value, language, decimals)).toBe(
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
    );
});

test('a day has its weekday where that is asked for, in the words of its language', () => {
  const english = { locale: 'en-GB' };
  expect(formatDate('2025-01-11', english, true)).toBe('Saturday 11 January 2025');
  expect([formatDate('2025-01', english, true), formatDate('2025', english, true)]).toEqual(['January 2025', '2025']);
  expect(formatDate('2025-01-11', { locale: 'de' }, true)).toBe('Samstag 11. Januar 2025');
  expect(formatList(['a', 'b', 'c'], english)).toBe('a, b and c');
});
