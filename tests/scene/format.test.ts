import { expect, test } from 'vitest';
import { factValue, formatDate, formatFact } from '../../src/scene/format.ts';
import type { Fact } from '../../src/story.ts';
import { languageOf } from '../../src/words/languages.ts';

const english = languageOf('en');

const fact = (own: Partial<Fact>): Fact => ({
  id: 'one',
  label: 'One',
  low: null,
  high: null,
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

test('an area is said in square kilometres and, where asked, in square miles', () => {
  const seized = fact({ low: 984, high: 984, qualifier: 'as stated', unit: 'km2' });
  expect(formatFact(seized, english)).toBe('984\u00a0km²');
  expect(formatFact(seized, english, 'both')).toBe('984\u00a0km² (380 square miles)');
  expect(formatFact(seized, english, 'long')).toBe('984 square kilometres (380 square miles)');
  expect(formatFact(seized, english, 'number')).toBe('984');
});

test('a derived open bound is rounded outwards, so that it never says more than the arithmetic', () => {
  expect(formatFact(fact({ low: 393.6, qualifier: 'more than', unit: 'km2', formula: 'a' }), english, 'both')).toBe(
    'more than 393\u00a0km² (151 square miles)',
  );
  expect(formatFact(fact({ high: 590.4, qualifier: 'less than', unit: 'km2', formula: 'a' }), english, 'both')).toBe(
    'less than 591\u00a0km² (228 square miles)',
  );
});

test('who reads in miles has them first, and never rounded to nothing; where there is room for one unit it is the sentence’s', () => {
  const miles = { ...english, units: 'mi' } as const;
  const seized = fact({ low: 984, high: 984, qualifier: 'as stated', unit: 'km2' });
  expect(formatFact(seized, miles)).toBe('984\u00a0km²');
  expect(formatFact(seized, miles, 'both')).toBe('380 square miles (984\u00a0km²)');
  const [more, less] = [
    fact({ low: 393.6, qualifier: 'more than', unit: 'km2', formula: 'a' }),
    fact({ high: 590.4, qualifier: 'less than', unit: 'km2', formula: 'a' }),
  ];
  expect(formatFact(more, miles, 'both')).toBe('more than 151 square miles (393\u00a0km²)');
  expect(formatFact(less, miles, 'both')).toBe('less than 228 square miles (591\u00a0km²)');
  expect(formatFact(fact({ low: 1, high: 1, unit: 'km2' }), miles, 'both')).toMatch(/^0\.39 square miles? \(1\u00a0km²\)$/);
});

test('a range keeps both ends and the locale’s grouping', () => {
  expect(formatFact(fact({ low: 10000, high: 12000, qualifier: 'range' }), english)).toBe('10,000 to 12,000');
});

test('a share is % in charts and per cent in sentences', () => {
  const share = fact({ low: 40, qualifier: 'more than', unit: '%' });
  expect(formatFact(share, english)).toBe('more than 40\u00a0%');
  expect(formatFact(share, english, 'long')).toBe('more than 40 per cent');
});

test('a fact in words has no number at all', () => {
  const losses = fact({ qualifier: 'in words', words: ['thousands'] });
  expect(formatFact(losses, english)).toBe('thousands');
  expect(factValue(losses)).toBeNull();
});

test('a date is as precise as it was written', () => {
  expect(formatDate('2025-01-11', { locale: 'en-GB' })).toBe('11 January 2025');
  expect(formatDate('2024-12', { locale: 'en-GB' })).toBe('December 2024');
  expect(formatDate('2024', { locale: 'en-GB' })).toBe('2024');
});
