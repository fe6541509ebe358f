import { expect, type SizeName, scrollToStep, settle, some, test } from '../story.ts';

for (const size of some(['desktop', 'phone', 'tablet'] as const satisfies SizeName[], 2)) {
  test(`a number opens a note on a ${size}: its value, who says so, as of when; Escape leads back`, async ({ open }) => {
    const page = await open({ size });
    await scrollToStep(page, 'retaken');
    const link = page.locator('#retaken a.fact').first();
    await link.focus();
    await page.keyboard.press('Enter');
    const note = page.locator('[role=dialog].note');
    await expect(note).toBeVisible();
    await expect(note).toBeInViewport({ ratio: 1 });
    await expect(note).toContainText(/more than 40\s%/);
    await expect(note).toContainText('the report');
    await expect(note).toContainText('by 11 January 2025');
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test(`a chart’s Data button opens its table on a ${size}, with the same as a file`, async ({ open }) => {
    const page = await open({ size });
    await scrollToStep(page, 'territory');
    await page.locator('#territory summary, .stage .open-data').filter({ visible: true }).first().click();
    const panel = page.locator('dialog[open]');
    await expect(panel.locator('table')).toBeVisible();
    await expect(panel).toBeInViewport({ ratio: 1 });
    const address = await panel.locator('a[download]').evaluate((link: HTMLAnchorElement) => link.href);
    const file = await page.request.get(address);
    expect(file.headers()['content-type']).toContain('text/csv');
    expect(await file.text()).toContain('more than 393');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
  });
}

test('every download is there, and not empty', async ({ open }) => {
  const page = await open({ script: 'off' });
  const addresses = await page.locator('a[download]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(4);
  for (const address of addresses) {
    const file = await page.request.get(address);
    expect(file.status(), address).toBe(200);
    const text = await file.text();
    expect(text, address).not.toBe('');
    if (address.endsWith('.csv')) expect(text.trim().split('\n').length, `${address} has rows`).toBeGreaterThan(1);
  }
});

for (const size of ['desktop', 'phone'] as const) {
  test(`next and previous lead from rest to rest on a ${size}, by pointer and by key`, async ({ open }) => {
    const page = await open({ size });
    const turn = (rel: 'next' | 'prev') =>
      page.locator(`.rail a[rel=${rel}], [data-current] a[rel=${rel}]`).filter({ visible: true }).first();
    await scrollToStep(page, 'captured');
    await turn('next').click();
    await settle(page, 'incursion');
    await turn('next').press('Enter');
    await settle(page, 'seized');
    await turn('next').press('ArrowDown');
    await settle(page, 'retaken');
    await turn('prev').click();
    await settle(page, 'seized');
    await expect.poll(() => page.locator('#seized').evaluate((step) => Math.round(step.getBoundingClientRect().top))).toBe(0);
  });
}

test('what the browser finds in the text of a later step, it leads to', async ({ open }) => {
  const page = await open({ webgl: 'off' });
  await settle(page, 'cover');
  const find = (words: string) => page.evaluate((what) => (window as unknown as { find(what: string): boolean }).find(what), words);
  const words = (await page.locator('#concealment .card p').last().textContent())?.slice(0, 24) ?? '';
  const searches = await find('story');
  expect(await find(words)).toBe(searches);
  // A browser without a search of its own scrolls as one that has found something.
  if (!searches) await page.locator('#concealment .card p').last().scrollIntoViewIfNeeded();
  await settle(page, 'concealment');
});
