import { expect, test } from 'vitest';
import { layoutData } from '../../src/graphics/charts/data-charts.ts';
import { layoutDots } from '../../src/graphics/charts/dots.ts';
import { layoutShare } from '../../src/graphics/charts/share.ts';
import { browserWords } from '../../src/page/browser-words.ts';
import { languageOf } from '../../src/words/languages.ts';
import { months, timeline, towns, uncertainBars } from '../graphics/charts/data.ts';
import { dots, ground, people, share } from '../graphics/charts/facts.ts';

const whole = languageOf('en-GB');
const few = { ...whole, words: browserWords(whole.words) };

test.each([
  [812, 700],
  [300, 170],
])('moving charts have all the words that they say, %i × %i', (width, height) => {
  const box = { width, height, kind: width > 640 ? 'desk' : 'phone', phone: width < 640 } as const;
  for (const chart of [uncertainBars, months, towns, timeline]) expect(layoutData(chart, few, box)).toEqual(layoutData(chart, whole, box));
  for (const show of [dots.whole, ...dots.parts]) {
    const chart = { ...dots, show };
    expect(layoutDots(chart, people, few, box)).toEqual(layoutDots(chart, people, whole, box));
  }
  expect(layoutShare(share, ground, few, box, 1)).toEqual(layoutShare(share, ground, whole, box, 1));
});

test('what is said once, where the page is made, is not sent again', () => {
  expect(JSON.stringify(few.words).length).toBeLessThan(JSON.stringify(whole.words).length * 0.6);
});
