import { readFileSync } from 'node:fs';
import { expect, some, test } from '../story.ts';
import { parseTable } from './facts.ts';

test('the page is a cover, fifteen steps with a headed card each, and a coda', async ({ open }) => {
  const page = await open();
  await expect(page.locator('main')).toHaveCount(1);
  await expect(page.locator('header.cover h1')).toHaveCount(1);
  await expect(page.locator('section.step[id]')).toHaveCount(15);
  await expect(page.locator('section.step .card h2')).toHaveCount(15);
  await expect(page.locator('footer#coda.coda')).toHaveCount(1);
});

for (const size of some(['desktop', 'phone', 'tablet'] as const, 2)) {
  test(`without a script the whole article is there on a ${size}: words, pictures, tables, sources`, async ({ open }) => {
    const page = await open({ size, script: 'off' });
    await expect(page.locator('h1')).toBeVisible();
    for (const card of await page.locator('section.step .card').all()) await expect(card).toBeVisible();
    await expect(page.locator('section.step figure.still').locator('img, svg').filter({ visible: true })).toHaveCount(15);
    for (const image of await page.locator('figure.still img').filter({ visible: true }).all()) {
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    }
    const tables = await page.locator('details.data').all();
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      await table.locator('summary').click();
      await expect(table.locator('table')).toBeVisible();
    }
    await expect(page.locator('#coda [id^="source-"]').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('every figure of facts.csv is told in the article and listed in the coda, as exact as it is', async ({ open }) => {
  const page = await open({ script: 'off' });
  const told = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  for (const fact of parseTable(readFileSync('data/facts.csv', 'utf8'))) {
    const entry = page.locator(`#coda li[id="fact-${fact.id}"]`);
    await expect(entry).toContainText(fact.label ?? '');
    for (const words of wordsOf(fact)) await expect(entry).toContainText(words);
    await expect(page.locator(`main a.fact[href="#fact-${fact.id}"]`).first(), `${fact.id} is told`).toBeVisible();
    const phrases = (fact.words ?? '').split(';').filter(Boolean);
    if (phrases.length)
      expect(
        phrases.filter((phrase) => told.includes(phrase)),
        `${fact.id} is told in its own words`,
      ).not.toEqual([]);
  }
});

test('the figures are those of the report, and the derived ones those that follow', async ({ open }) => {
  const page = await open({ script: 'off' });
  const told = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  for (const words of [
    'two North Korean soldiers',
    '984 km²',
    '380 square miles',
    'more than 40 per cent',
    'more than 393 km²',
    'less than 591 km²',
    '10,000 to 12,000',
    '2,000',
    'a couple hundred',
    'thousands of Ukraine’s soldiers',
    'almost three-year war',
  ]) {
    expect(told).toContain(words);
  }
});

/** What must be read where a fact of the table is listed; nothing for one that is derived, whose numbers the table does not hold. */
function wordsOf({ qualifier, low = '', high = '', words = '', formula }: Record<string, string>): string[] {
  if (formula) return ['derived'];
  const [from, to] = [low, high].map((digits) => Number(digits).toLocaleString('en-GB'));
  switch (qualifier) {
    case 'in words':
      return words.split(';').slice(0, 1);
    case 'range':
      return [`${from} to ${to}`];
    case 'more than':
    case 'about':
      return [`${qualifier} ${from}`];
    case 'less than':
    case 'almost':
      return [`${qualifier} ${to}`];
    default:
      return [from ?? ''];
  }
}
