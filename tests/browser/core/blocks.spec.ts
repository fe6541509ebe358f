import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { sitDown } from '../desk.ts';
import { expect, layoutShifts, place, scrollToStep, settle, stepIds, test } from '../story.ts';

const address = () => place('BLOCKS_URL');

const faults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map((fault) => `${fault.id}: ${fault.nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });

/** A picture that has come, in the shape that was kept free for it. */
async function expectDrawn(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0)).toBe(true);
  const [shown, own] = await image.evaluate((one: HTMLImageElement) => [
    one.clientWidth / one.clientHeight,
    one.naturalWidth / one.naturalHeight,
  ]);
  expect(shown).toBeCloseTo(own ?? 0, 1);
}

/** What is seen in the middle of the screen. */
const inTheMiddle = (page: Page): Promise<string> =>
  page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.step, .between')?.className ?? '');

for (const [size, theme] of [
  ['desktop', 'dark'],
  ['phone', 'light'],
] as const) {
  test(`pictures, films, quotes and charts stand in and between steps on a ${size}, and nothing moves when they come`, async ({ open }) => {
    const page = await open({ address: address(), size, theme });
    await page.evaluate(axe.source);
    for (const id of await stepIds(page)) {
      await scrollToStep(page, id);
      expect(await faults(page), id).toEqual([]);
    }
    const images = await page.locator('.media picture img').all();
    expect(images).toHaveLength(3);
    for (const image of images) await expectDrawn(image);
    for (const block of await page.locator('.between').all()) {
      await block.scrollIntoViewIfNeeded();
      expect(await block.evaluate((one) => one.clientWidth)).toBe(await page.evaluate(() => document.documentElement.clientWidth));
    }
    expect(await faults(page)).toEqual([]);
    await expect(page.locator('.chart-block svg:visible')).toHaveCount(1);
    expect(await layoutShifts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('a step without a map is paper with its place in the story, and who jumps over it lands right', async ({ open }) => {
  const page = await open({ address: address() });
  await settle(page, 'cover');
  await expect(page.locator('.rail a[aria-current], .rail a:not([rel])')).toHaveCount(3);
  await scrollToStep(page, 'level');
  expect(await inTheMiddle(page)).toContain('plain');
  await expect(page.locator('#level .count')).toContainText('2 of 3');
  await expect(page.locator('#level .still')).toHaveCount(0);
  await scrollToStep(page, 'gauge');
  await scrollToStep(page, 'shore');
  expect(await inTheMiddle(page)).not.toContain('plain');
  await page.locator('.chapters a').first().click();
  await settle(page, 'gauge');
  await scrollToStep(page, 'level');
  await page.locator('#level a.fact').click();
  await expect(page.locator('.note')).toContainText('4.1');
});

test('without a script everything is there', async ({ open }) => {
  const page = await open({ address: address(), script: 'off', size: 'phone' });
  for (const image of await page.locator('.media picture img').all()) await expectDrawn(image);
  await expect(page.locator('video')).toBeVisible();
  expect(await page.locator('video').getAttribute('poster')).toMatch(/^assets\/water-1280-\w+\.jpg$/);
  for (const words of ['“We moor at a jetty that the water has left.”', 'How the board is read', 'Why the water goes.'])
    await expect(page.getByText(words.replace(/[“”]/g, ''))).toBeVisible();
  await page.locator('.chart-block summary').click();
  await expect(page.locator('.chart-block table')).toBeVisible();
});

test('a step at a time, what stands between two is a stop; a step without a picture shows its text alone', async ({ open }) => {
  const page = await open({ address: `${address()}?frame=stepper`, size: 'phone' });
  const next = page.getByRole('button', { name: 'Next' });
  const chapters = page.locator('.chapters');
  await settle(page, 'cover');
  await next.click();
  await expect(chapters).toBeVisible();
  await next.click();
  await expect(page.locator('.between picture img').first()).toBeVisible();
  await next.click();
  await settle(page, 'gauge');
  await expect(chapters).toBeHidden();
  await next.click();
  await expect(page.locator('.between .chart-block')).toBeVisible();
  await next.click();
  await settle(page, 'level');
  await page.goto(`${address()}?graphic=level`);
  await expect(page.locator('#level .card')).toBeVisible();
  await expect(page.locator('.whole')).toBeVisible();
});

test('a picture is there as soon as it is saved', async ({ browser }) => {
  const desk = await sitDown('blocks', 'tests/fixtures/blocks');
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(desk.address);
    await scrollToStep(page, 'shore');
    await expect(page.locator('.between picture img')).toHaveCount(1);
    desk.change(
      'story.md',
      '# What is left',
      '---\n\n```image\nfile: water.webp\nalt: Flat water.\ncredit: Drawn for this story\n```\n\n# What is left',
    );
    await expect(page.locator('.between picture img')).toHaveCount(2);
    await settle(page, 'shore');
    await expectDrawn(page.locator('.between picture img').nth(1));
    desk.change('story.md', 'alt: Flat water.\n', '');
    await expect(page.getByText(/expected alt: with what is seen/)).toBeVisible();
    await page.close();
  } finally {
    desk.close();
  }
});
