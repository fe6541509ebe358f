import { expect, test } from 'vitest';
import { scaleBar } from '../../src/graphics/scale-bar.ts';
import { languageOf } from '../../src/words/languages.ts';

const english = languageOf('en-GB');

test('a scale bar is 1, 2 or 5 times a power of ten and no longer than asked', () => {
  expect(scaleBar(2.5, 120, english)).toEqual({ px: 50, label: '20 km' });
  expect(scaleBar(120, 120, english)).toEqual({ px: 120, label: '1 km' });
  expect(scaleBar(0.01, 120, english)).toEqual({ px: 100, label: '10,000 km' });
  expect(scaleBar(400, 120, english)).toEqual({ px: 80, label: '0.2 km' });
});

test('where the reader wants miles the bar is as long as so many miles', () => {
  const { px, label } = scaleBar(2.5, 120, { ...english, units: 'mi' });
  expect(label).toBe('20 mi');
  expect(px).toBeCloseTo(20 * 1.609344 * 2.5, 9);
});
