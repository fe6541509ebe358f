import { expect, test } from 'vitest';
import { evaluate, factsIn, isSum, parseFormula } from '../../src/read/formula.ts';
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

test('a product and a quotient reach from the least to the most that their parts can make', () => {
  expect(value('sent / 4')).toEqual({ low: 2500, high: 3000 });
  expect(value('seized / sent')).toEqual({ low: 0.082, high: 0.0984 });
  expect(value('(low(sent) - high(sent)) * sent')).toEqual({ low: -24e6, high: -20e6 });
  expect(value('12000 / (8000 - sent)')).toEqual({ low: -6, high: -3 });
});

test('nought times what has no bound is nought; what may be nought divides nothing', () => {
  expect(value('0 * share')).toEqual({ low: 0, high: 0 });
  expect(value('share * 0')).toEqual({ low: 0, high: 0 });
  for (const divisor of ['0', '(sent - sent)', '(sent - 10000)', '(10000 - sent)'])
    expect(() => value(`1 / ${divisor}`), divisor).toThrow('expected a divisor that is not nought');
});

test('multiplication binds closer than addition, parentheses closer still', () => {
  expect(value('2 + 3 * 4').low).toBe(14);
  expect(value('(2 + 3) * 4').low).toBe(20);
  expect(value('12 / 3 / 2').low).toBe(2);
  expect(value('0.125 * 8').low).toBe(1);
});

test('a hyphen inside an id is no minus', () => {
  expect(factsIn(parseFormula('nk-sent - nk-lost')).map(({ id }) => id)).toEqual(['nk-sent', 'nk-lost']);
});

test.each(['', '1 +', '(1', '1)', '1 2', 'a % b', 'mid(a)', 'low(1)', '+1'])('%j is no formula', (text) => {
  expect(() => parseFormula(text)).toThrow(/^expected/);
});

test.each([
  ['sent', true],
  ['sent + 2 - seized', true],
  ['2.5', false],
  ['sent + 0.5', false],
  ['0.5 + sent', false],
  ['sent * 2', false],
  ['seized - sent / 2', false],
  ['sent * 2 + seized', false],
])('that %s is only a sum of whole numbers and facts: %j', (text, sum) => expect(isSum(parseFormula(text))).toBe(sum));

test('a mistake is told where it stands', () => {
  const at = (text: string) => {
    try {
      parseFormula(text);
    } catch (error) {
      return [(error as Error).message, (error as { at?: number }).at];
    }
  };
  expect(at('sent sent')).toEqual(['expected + - * or /, found "sent"', 5]);
  expect(at('sent +')).toEqual(['expected a fact, a number or "(", found the end', 6]);
  expect(at('(sent ')).toEqual(['expected ")", found the end', 6]);
  expect(at('sent − 2')).toEqual(['expected a fact, a number or one of + - * / ( ), found "−"', 5]);
  expect(at('mid(sent)')).toEqual(['expected low(…) or high(…), found "mid"', 0]);
  expect(at('low(2)')).toEqual(['expected a fact, found "2"', 4]);
});

test('a formula may be long, and one that would exhaust the reader is told so', () => {
  expect(value(Array(400).fill('1').join(' + ')).low).toBe(400);
  expect(() => parseFormula('('.repeat(100_000))).toThrow('expected a shorter formula');
});
