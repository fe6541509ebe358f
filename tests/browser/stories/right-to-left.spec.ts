import type { Locator } from '@playwright/test';
import { expect, place, scrollToStep, settle, sizes, test } from '../story.ts';

const address = () => `${place('STORIES_URL')}nile/`;

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('expected an element that is seen');
  return { ...box, right: box.x + box.width };
};

test('a story in Arabic is mirrored: the card at the right, the rail, the locator and the credits at the left', async ({ open }) => {
  const page = await open({ address: address() });
  await settle(page, 'cover');
  const middle = sizes.desktop.width / 2;
  expect((await boxOf(page.locator('h1'))).right).toBeGreaterThan(middle + 400);
  await scrollToStep(page, 'aswan');
  expect((await boxOf(page.locator('#aswan .card'))).x).toBeGreaterThan(middle);
  expect((await boxOf(page.locator('.rail'))).right).toBeLessThan(80);
  expect((await boxOf(page.locator('.locator-frame'))).right).toBeLessThan(middle / 2);
  expect((await boxOf(page.locator('body > .credit'))).x).toBe(0);
  const aswan = page.locator('.overlay text').filter({ hasText: /^أسوان$/ });
  expect((await boxOf(aswan.first())).right).toBeLessThan((await boxOf(page.locator('#aswan .card'))).x);
});

test('its charts run from the right, with texts that can be read', async ({ open }) => {
  const page = await open({ address: address() });
  await settle(page, 'cover');
  await scrollToStep(page, 'people');
  const label = await boxOf(page.locator('.chart-canvas text').filter({ hasText: /^السودان$/ }));
  const value = await boxOf(page.locator('.chart-canvas text').filter({ hasText: '٥٠٫٥' }));
  expect(label.x).toBeGreaterThan(value.right);
  // Turned over with the drawing, and back by itself: a word read in a mirror would be turned once.
  const turns = await page
    .locator('.chart-canvas text')
    .first()
    .evaluate((text: SVGTextElement) => text.getScreenCTM()?.a ?? 0);
  expect(turns).toBeGreaterThan(0);
  await scrollToStep(page, 'record');
  const year = (written: string) => boxOf(page.locator('.chart-canvas text').filter({ hasText: new RegExp(`^${written}$`) }));
  expect((await year('١٨٨٠')).x).toBeGreaterThan((await year('١٩٦٠')).x);
});

test('what points or goes left leads on', async ({ open }) => {
  const page = await open({ address: address() });
  await settle(page, 'cover');
  await scrollToStep(page, 'aswan');
  await page.locator('.rail .down').focus();
  await page.keyboard.press('ArrowLeft');
  await settle(page, 'record');
  const stepper = await open({ address: `${address()}?frame=stepper`, hash: 'aswan' });
  await settle(stepper, 'aswan');
  await stepper.keyboard.press('ArrowLeft');
  await settle(stepper, 'record');
  await stepper.keyboard.press('ArrowRight');
  await settle(stepper, 'aswan');
});

test('its letters come in faces of their own, at most 80,000 bytes of them, and no other page names them', async ({ open, request }) => {
  const page = await open({ address: address() });
  const fetched: string[] = [];
  page.on('request', (one) => fetched.push(one.url()));
  await page.reload();
  await settle(page, 'cover');
  await scrollToStep(page, 'people');
  await page.evaluate(() => document.fonts.ready);
  const arabic = [...new Set(fetched.filter((url) => /arabic.*\.woff2$/.test(url)))];
  expect(arabic).toHaveLength(3);
  const bodies = await Promise.all(arabic.map(async (url) => (await request.get(url)).body()));
  expect(bodies.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(80_000);
  expect(await (await request.get(place('STORY_URL'))).text()).not.toMatch(/arabic|-kr-/);
});
