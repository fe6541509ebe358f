import { expect, test } from 'vitest';
import { evaluate, factsIn, parseFormula } from '../../src/read/formula.ts';
import type { Interval } from '../../src/read/interval.ts';

const known: Record<string, Interval> = {
  seized: { low: 984, high: 984 },
  share: { low: 0.4, high: Number.POSITIVE_INFINITY },
  sent: { low: 10000, high: 12000 },
};
const value = (text: string) => evaluate(parseFormula(text), (id) => known[id] ?? { low: Number.NaN, high: Number.NaN });

test('a formula keeps an open bound open', () => {
  expect(value('seized * share')).toEqual({ low: 393.6, high: Number.POSITIVE_INFINITY });
  expect(value('seized - seized * share').high).toBeCloseTo(590.4);
  expect(value('seized - seized * share').low).toBe(Number.NEGATIVE_INFINITY);
});

test('low and high take one bound out of a range', () => {
  expect(value('high(sent) - low(sent)')).toEqual({ low: 2000, high: 2000 });
  expect(value('sent - sent')).toEqual({ low: -2000, high: 2000 });
});

test('multiplication binds closer than addition, parentheses closer still', () => {
  expect(value('2 + 3 * 4').low).toBe(14);
  expect(value('(2 + 3) * 4').low).toBe(20);
  expect(value('12 / 3 / 2').low).toBe(2);
});

test('a hyphen inside an id is no minus', () => {
  expect(factsIn(parseFormula('nk-sent - nk-lost')).map(({ id }) => id)).toEqual(['nk-sent', 'nk-lost']);
});

test.each(['', '1 +', '(1', '1)', '1 2', 'a % b', 'mid(a)', 'low(1)', '+1'])('%j is no formula', (text) => {
  expect(() => parseFormula(text)).toThrow(/^expected/);
});
