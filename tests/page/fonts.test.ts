import { expect, test } from 'vitest';
import { cutFonts, fontFaces } from '../../src/page/fonts.ts';

const addressesIn = (text: string) => [...fontFaces(text, (path) => path).matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address);

test('an English page has smaller Latin fonts, which count before the whole ones', async () => {
  const addresses = addressesIn('“About 1,200 km²” — Zelenskyy’s 5 °C… Київ');
  for (const [path, make] of cutFonts()) {
    const at = addresses.indexOf(path);
    expect(at).toBeGreaterThanOrEqual(0);
    // What is read is there in the smaller one; what is typed is in the sans face.
    const family = path.includes('golos') ? /golos-text-latin-\d00-normal\.woff2$/ : /^(?!.*stix-two-text-latin)/;
    expect(addresses[at - 1] ?? '').toMatch(family);
    const font = Buffer.from(await make());
    expect(font.subarray(0, 4).toString()).toBe('wOF2');
    expect(font.length).toBeGreaterThan(5000);
    expect(font.length).toBeLessThan(22_000);
  }
});

test('a page whose own text has other letters has the whole fonts alone', () => {
  for (const text of ['Zürich', 'Malmö', 'Łódź']) expect(addressesIn(text).filter((address) => address?.includes('basic'))).toEqual([]);
  expect(addressesIn('Zurich').filter((address) => address?.includes('basic'))).toHaveLength(3);
});
