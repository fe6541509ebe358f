import { expect, test } from 'vitest';
import { endOf, finestOf, isBy, isOver, precisionOf, startOf } from '../../src/scene/dates.ts';

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

test.each([
  ['2024-02-29', 'day', '2024-02-29', '2024-03-01'],
  ['2024-02', 'month', '2024-02-01', '2024-03-01'],
  ['2023-12', 'month', '2023-12-01', '2024-01-01'],
  ['2024', 'year', '2024-01-01', '2025-01-01'],
  // Date.UTC would make 1979 of it.
  ['0079-08-24', 'day', '0079-08-24', '0079-08-25'],
])('%s is a %s, from %s until %s begins', (date, precision, from, until) => {
  expect([precisionOf(date), day(startOf(date)), day(endOf(date))]).toEqual([precision, from, until]);
});

test('a date is in as soon as it has begun, and over when its last day is', () => {
  expect([isBy('2024-08', '2024-08-06'), isOver('2024-08', '2024-08-06')]).toEqual([true, false]);
  expect([isBy('2024-08', '2024-08-31'), isOver('2024-08', '2024-08-31')]).toEqual([true, true]);
  expect([isBy('2024-09', '2024-08'), isOver('2024-09', '2024-08')]).toEqual([false, false]);
  expect([isBy('2024', null), isOver('2024', null)]).toEqual([true, true]);
});

test('dates are known to the finest of them', () => {
  expect(finestOf(['2024', '2024-08', '2024-08-06'])).toBe('day');
  expect(finestOf(['2024', '2024-08'])).toBe('month');
  expect(finestOf(['2024'])).toBe('year');
});
