import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { sitDown } from '../desk.ts';
import { expect, further, layoutShifts, place, scrollToStep, settle, stepIds, test } from '../story.ts';

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

/** How much of each block between steps is on the screen: from and to, px of its own height. */
const seenOfBlocks = (page: Page): Promise<[from: number, to: number][]> =>
  page.locator('.between').evaluateAll((blocks) =>
    blocks.map((block): [number, number] => {
      const { top, height } = block.getBoundingClientRect();
      return [Math.max(0, -top), Math.min(height, innerHeight - top)];
    }),
  );

for (const [size, first] of [
  ['desktop', 'cover'],
  ['phone', 'gauge'],
] as const) {
  test(`who goes on by key alone on a ${size} sees all that stands between steps, and every step`, async ({ open }) => {
    const page = await open({ address: address(), size });
    if (first === 'cover') await settle(page, 'cover');
    else await scrollToStep(page, first);
    const heights = await page.locator('.between').evaluateAll((blocks) => blocks.map(({ clientHeight }) => clientHeight));
    const passed = await page.evaluate((id) => {
      const stops = [...document.querySelectorAll('.step, .between')];
      return stops
        .slice(
          0,
          stops.findIndex((stop) => stop.id === id),
        )
        .filter((stop) => stop.matches('.between')).length;
    }, first);
    const seen = heights.map(() => 0);
    const steps: (string | undefined)[] = [];
    await page.locator(first === 'cover' ? '.begin' : `#${first} .turns [rel=next]`).focus();
    while (steps.at(-1) !== 'coda' && steps.length < 40) {
      await page.keyboard.press('ArrowDown');
      // The step changes in the frame after the scroll; until then the page is as settled as it was.
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
      await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
      // What has been seen so far goes on where the next screen of it begins.
      for (const [i, [from, to]] of (await seenOfBlocks(page)).entries()) if (from <= (seen[i] ?? 0)) seen[i] = Math.max(seen[i] ?? 0, to);
      steps.push(await page.evaluate(() => document.documentElement.dataset.step));
    }
    expect([...new Set(steps)].filter((id) => id !== first)).toEqual(['gauge', 'level', 'shore', 'coda'].filter((id) => id !== first));
    for (const [i, height] of heights.entries()) if (i >= passed) expect(seen[i], `block ${i}`).toBeGreaterThan(height - 2);
  });
}

test('next and previous stop at what stands between two steps, which the rail’s ticks leave out', async ({ open }) => {
  const page = await open({ address: address() });
  await scrollToStep(page, 'gauge');
  const block = page.locator('#gauge + .between');
  await page.locator('.rail a[rel=next]').click();
  await expect(block).toBeFocused();
  expect(await inTheMiddle(page)).toContain('between');
  await expect(page.locator('.rail a[aria-current]')).toHaveAttribute('href', '#gauge');
  await page.locator('.rail a[rel=prev]').click();
  await settle(page, 'gauge');
  await page.locator('.rail a[href="#level"]:not([rel])').click();
  await settle(page, 'level');
  await page.locator('.rail a[rel=prev]').click();
  await expect(block).toBeFocused();
  await expect(block).toBeInViewport();
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

test('a picture is there as soon as it is saved', further, async ({ browser }) => {
  const desk = await sitDown('blocks', 'tests/fixtures/blocks');
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(desk.address);
    await scrollToStep(page, 'shore');
    await expect(page.locator('.between picture img')).toHaveCount(1);
    // Safari asks for a film's first bytes, and plays none from a host that sends it whole.
    const film = await page.locator('video').evaluate((one: HTMLVideoElement) => one.currentSrc || one.querySelector('source')?.src || '');
    const part = await page.request.get(film, { headers: { range: 'bytes=0-1' } });
    expect([part.status(), part.headers()['content-type'], (await part.body()).length]).toEqual([206, 'video/webm', 2]);
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
