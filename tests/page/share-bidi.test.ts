import { expect, test } from 'vitest';
import { seenFromLeft } from '../../src/page/share/bidi.ts';

test('stretches of a line that is read from the right stand in the order in which they are seen from the left', () => {
  expect(seenFromLeft('المصدر: statsmodels 0.13.5')).toBe('statsmodels 0.13.5 :المصدر');
  expect(seenFromLeft('من Natural Earth إلى النيل.')).toBe('.إلى النيل Natural Earth من');
  expect(seenFromLeft('«النيل»')).toBe('«النيل»');
  expect(seenFromLeft('(النيل) CLDR')).toBe('CLDR (النيل)');
});

test('what is of one direction stays as it is, numbers with it', () => {
  for (const line of ['مئة عام من النيل', '٤٥٫٦ كم³ من ١٣٧ كم³', 'statsmodels 0.13.5', 'نحو ٢٥ كم³', '٧٣٫٩٪', ''])
    expect(seenFromLeft(line)).toBe(line);
});
