import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, place, scrollToStep, softwareWebglMs, test } from '../story.ts';

/** What a document has that no text of a story may bring into it. */
const foreign = (source: Document): string[] =>
  [...source.querySelectorAll('*')]
    .filter((one) => one.matches('img[src=x], script:not([src], [type])') || one.getAttributeNames().some((name) => name.startsWith('on')))
    .map(({ outerHTML }) => outerHTML);

test('markup in any text of a story is text, on the page and in all that the page draws', async ({ open }) => {
  const page = await open({ address: place('HOSTILE_URL') });
  for (const id of ['cover', 'second', 'third', 'first']) await scrollToStep(page, id);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
  await page.locator('#first a.fact').click();
  await expect(page.locator('.note')).toContainText('<img src=x onerror="self.hit=1">');
  expect(await page.evaluate('self.hit')).toBeUndefined();
  expect(await page.evaluate(`(${foreign})(document)`)).toEqual([]);
  await expect(page.locator('h1')).toHaveText(`A title <img src=x onerror='self.hit=1'> "onload=self.hit=1 x="`);
});

test('so it is in every page and picture beside it', async ({ open }) => {
  const page = await open({ address: 'about:blank' });
  const folder = place('HOSTILE_FOLDER');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(html|svg)$/.test(file));
  expect(files.length).toBeGreaterThan(6);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const type = file.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
    const found = await page.evaluate(`(${foreign})(new DOMParser().parseFromString(${JSON.stringify(text)}, '${type}'))`);
    expect(found, file).toEqual([]);
    expect(
      await page.evaluate(`new DOMParser().parseFromString(${JSON.stringify(text)}, '${type}').querySelector('parsererror')`),
    ).toBeNull();
  }
});

test('a link to elsewhere tells it nothing, and is seen to lead there', async ({ open }) => {
  const page = await open({ address: place('HOSTILE_URL') });
  const links = page.locator('a[href^="http"]');
  expect(await links.count()).toBeGreaterThan(2);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('↗');
  }
});

test('no cell of its downloads is a formula', () => {
  const folder = place('HOSTILE_FOLDER');
  const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.csv'));
  expect(tables.length).toBeGreaterThan(2);
  for (const file of tables) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text, file).not.toMatch(/(^|[,\n]"?)[=+@]|(^|[,\n]"?)-(?!\d+(\.\d+)?"?[,\r\n])/);
  }
  expect(tables.map((file) => readFileSync(join(folder, file), 'utf8')).join()).toContain(',-5,');
});
