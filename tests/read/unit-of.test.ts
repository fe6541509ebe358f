import { expect, test } from 'vitest';
import { parseFormula } from '../../src/read/formula.ts';
import { unitOf } from '../../src/read/unit-of.ts';

const units: Record<string, string> = { area: 'km2', people: 'people', share: '%', bare: '' };
const unit = (formula: string) => unitOf(parseFormula(formula), (id) => units[id] ?? '');

test.each<[formula: string, unit: string | null]>([
  ['2', 'any'],
  ['area', 'km2'],
  ['bare', null],
  ['area + area', 'km2'],
  ['area - 2', 'km2'],
  ['2 + area', 'km2'],
  ['area + bare', null],
  ['bare - area', null],
  ['area * share', 'km2'],
  ['share * area', 'km2'],
  ['area * 2', 'km2'],
  ['share * 2', '%'],
  ['2 * share', '%'],
  ['2 * 2', 'any'],
  ['area * people', null],
  ['area * bare', null],
  ['bare * area', null],
  ['area / area', 'any'],
  ['area / 2', 'km2'],
  ['area / share', 'km2'],
  ['share / 2', '%'],
  ['2 / area', null],
  ['area / people', null],
  ['area / bare', null],
  ['bare / 2', null],
])('%s is in %j', (formula, expected) => {
  expect(unit(formula)).toBe(expected);
});

test('a sum of two units is a mistake, told at its sign', () => {
  expect(() => unit('area + people')).toThrow('expected one unit on both sides of "+", found "km2" and "people"');
  expect(() => unit('area * 2 - share')).toThrow('of "-"');
});
