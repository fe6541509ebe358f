import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, place, scrollToStep, settle, stepIds, test } from '../story.ts';

/** Bytes on the wire with brotli 11, by what a reader pays them for. 1 KB is 1,000 bytes. */
const budgets: [what: string, limit: number, files: RegExp][] = [
  ['the first flight', 14_600, /^index\.html$/],
  ['the entry script', 30_000, /^assets\/main-/],
  ['the charts’ script', 20_000, /^assets\/charts-/],
  ['the story’s data', 8_000, /^assets\/story-[0-9a-f]{8}\.js$/],
  ['MapLibre with its worker', 370_000, /^assets\/(webgl|worker)-/],
  ['the map data', 120_000, /^assets\/geo-/],
  ['what a host loads', 3_000, /^embed\.js$/],
];

for (const [what, limit, pattern] of budgets) {
  test(`${what} costs at most ${limit.toLocaleString('en')} bytes`, () => {
    const folder = place('STORY_FOLDER');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => pattern.test(file));
    const sizes = files.map((file) => ({ file, bytes: brotliCompressSync(readFileSync(join(folder, file))).length }));
    expect(files).not.toHaveLength(0);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, sizes.map(({ file, bytes }) => `${file}: ${bytes}`).join(', ')).toBeLessThanOrEqual(limit);
  });
}

test('the page’s own styles cost at most 6,000 bytes', () => {
  const html = readFileSync(join(place('STORY_FOLDER'), 'index.html'), 'utf8');
  const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const script = readdirSync(join(place('STORY_FOLDER'), 'assets')).find((file) => file.startsWith('story-')) ?? '';
  const live =
    /"css":"((?:[^"\\]|\\.)*)"/.exec(readFileSync(join(place('STORY_FOLDER'), 'assets', script), 'utf8').replaceAll('\\\\', '\\'))?.[1] ??
    '';
  expect(live).not.toBe('');
  expect(brotliCompressSync(css + live).length).toBeLessThanOrEqual(6000);
});

test('a reader who goes to the end has fetched at most 50,000 bytes of fonts, and MapLibre only after a first move', async ({ open }) => {
  const page = await open();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.reload();
  await settle(page, 'cover');
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((url) => /webgl|worker/.test(url))).toEqual([]);
  for (const id of await stepIds(page)) await scrollToStep(page, id);
  const fonts = [...new Set(fetched.filter((url) => url.endsWith('.woff2')))].map((url) => url.split('/').at(-1) ?? '');
  const bytes = fonts.reduce((sum, file) => sum + readFileSync(join(place('STORY_FOLDER'), 'assets', file)).length, 0);
  expect(fonts.length).toBeGreaterThan(0);
  expect(bytes, fonts.join(', ')).toBeLessThanOrEqual(50_000);
});
