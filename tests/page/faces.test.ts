import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languageFaces } from '../../src/page/faces.ts';

/** The styles, and the fonts that they name. */
function made(locale: string, text: string) {
  const fonts = new Map<string, Uint8Array>();
  const css = languageFaces(locale, text, (path, read) => {
    fonts.set(path, read());
    return path;
  });
  return { css, fonts };
}

test.each([
  ['ar-EG', 'tests/stories/nile/story.md', 'src/words/ar.ts', ['STIX Two Text', 'Golos Text', 'Golos Text']],
  ['ko', 'src/words/ko.ts', 'src/words/ko.ts', ['Golos Text', 'Golos Text']],
])('a page in %s brings the faces of its letters, cut down to its text, within 80,000 bytes', (locale, story, words, families) => {
  const { css, fonts } = made(locale, readFileSync(story, 'utf8') + readFileSync(words, 'utf8'));
  expect([...css.matchAll(/font-family:'([^']+)';src/g)].map(([, family]) => family)).toEqual(families);
  for (const path of fonts.keys()) expect(css).toContain(`url(${path})`);
  const sizes = [...fonts.values()].map((font) => font.length);
  // A WOFF2 of its own, and no empty one.
  for (const font of fonts.values()) expect(Buffer.from(font.subarray(0, 4)).toString()).toBe('wOF2');
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(80_000);
  expect(Math.min(...sizes)).toBeGreaterThan(4000);
});

test('a page whose letters the two families have brings no others, whatever names it holds', () => {
  expect(made('en-GB', 'Pyongyang, 평양, القاهرة').css).toBe('');
  expect(made('uk', 'Київ').css).toBe('');
  expect(made('ar', 'Latin alone').css).toBe('');
});
