import type { Page } from '@playwright/test';
import { expect, scrollToStep, settle, some, stepIds, test } from '../story.ts';

/** Phones standing and lying, with and without the browser’s bars, and a low window. */
const screens = [
  { width: 390, height: 664 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 320, height: 568 },
  { width: 1440, height: 400 },
] as const;

/** Dots, names, lines and instruments that the current step's card lies on, in words. */
const underTheCard = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const card = document.querySelector(`[id="${document.documentElement.dataset.step}"] .card`)?.getBoundingClientRect();
    if (!card) return [];
    const marks = [...document.querySelectorAll('.stage .overlay :is(.dot, text, .plate-frame, .lens-circle, .locator-frame)')];
    return marks
      .filter((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return left < card.right && right > card.left && top < card.bottom && bottom > card.top;
      })
      .map((mark) => mark.textContent || (mark.getAttribute('class') ?? ''));
  });

for (const screen of some(screens, 1)) {
  test(`at ${screen.width} × ${screen.height} nothing of the map lies under a card, and both share the screen`, async ({ open }) => {
    const page = await open({ size: 'phone', webgl: 'off' });
    await page.setViewportSize(screen);
    await settle(page, 'cover');
    for (const id of (await stepIds(page)).slice(1, -1)) {
      await scrollToStep(page, id);
      expect.soft(await underTheCard(page), id).toEqual([]);
      const card = await page.locator(`[id="${id}"] .card`).boundingBox();
      const free = screen.width > screen.height ? screen.width - (card?.x ?? 0) - (card?.width ?? 0) : (card?.y ?? 0);
      expect.soft(free / (screen.width > screen.height ? screen.width : screen.height), id).toBeGreaterThan(0.25);
    }
  });
}

test('on a phone lying down the cover’s picture reaches the screen’s edges, and its title keeps clear of it', async ({ open }) => {
  const page = await open({ size: 'phone', script: 'off' });
  for (const [width, height] of [
    [844, 390],
    [932, 430],
    [667, 375],
    [844, 340],
  ] as const) {
    await page.setViewportSize({ width, height });
    const drawn = await page.locator('.cover-ground rect').first().boundingBox();
    expect((drawn?.x ?? 0) + (drawn?.width ?? 0), `${width} × ${height}`).toBeGreaterThanOrEqual(width);
    expect(drawn?.y).toBeLessThanOrEqual(0);
    expect((drawn?.y ?? 0) + (drawn?.height ?? 0)).toBeGreaterThanOrEqual(height);
    const [title, map] = [await page.locator('.cover .title').boundingBox(), await page.locator('.cover-map').boundingBox()];
    expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThanOrEqual(map?.x ?? 0);
    expect(map?.height).toBeGreaterThan(0.85 * height - 20);
  }
});

test('the browser’s bar comes and goes without a jump of text or picture', async ({ open }) => {
  const page = await open({ size: 'phone', hash: 'kyiv', webgl: 'off' });
  await page.setViewportSize({ width: 390, height: 664 });
  // On a phone the small and the large screen are the same with and without the bar; here they would change with the window.
  await page.addStyleTag({ content: ':root{--screen:664px!important}.stage{height:744px!important}' });
  await scrollToStep(page, 'captured');
  await scrollToStep(page, 'kyiv');
  const places = () =>
    page.evaluate(() => [
      scrollY,
      document.querySelector('#kyiv .card')?.getBoundingClientRect().top,
      // To a millionth: the camera is computed anew.
      document
        .querySelector('.stage .ground > g')
        ?.getAttribute('transform')
        ?.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(6)),
      document.documentElement.dataset.step,
    ]);
  const before = await places();
  for (const height of [744, 700, 664, 744]) {
    await page.setViewportSize({ width: 390, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await settle(page, 'kyiv');
    expect(await places()).toEqual(before);
  }
});

test('who turns the phone mid-story stays at the step, standing, lying and standing again', async ({ open }) => {
  const page = await open({ size: 'phone', hash: 'kyiv', webgl: 'off' });
  await settle(page, 'kyiv');
  for (const [width, height] of [
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await settle(page, 'kyiv');
    await expect(page.locator('#kyiv .card h2')).toBeInViewport({ ratio: 1 });
    expect(await underTheCard(page)).toEqual([]);
  }
});

test('a finger on the map scrolls the page', async ({ open }) => {
  const page = await open({ size: 'phone', hash: 'captured', webgl: 'off' });
  await settle(page, 'captured');
  const before = await page.evaluate(() => scrollY);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 190, y }] });
  await touch('touchStart', 300);
  for (let y = 290; y >= 100; y -= 10) await touch('touchMove', y);
  await touch('touchEnd', 100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 60);
});

test('every control is 44 px at least, but for links in running text and the ticks of the rail', async ({ open }) => {
  const page = await open({ size: 'phone', webgl: 'off' });
  await settle(page, 'cover');
  for (const id of ['kyiv', 'territory', 'coda']) await scrollToStep(page, id);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a:not(.fact), button, summary')]
      .filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true }) && !one.closest('.sr, .skip, .stage') && !one.matches('.sr, .skip, .external'),
      )
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width && (box.height < 43.5 || box.width < 24))
      .map(({ one, box }) => `${one.className || one.localName} ${one.textContent}: ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});

test('cards and title keep clear of a notch', async ({ open }) => {
  const page = await open({ size: 'phone', hash: 'kyiv', webgl: 'off' });
  await settle(page, 'kyiv');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { left: 59, right: 59, bottom: 21 } } as never);
  await page.setViewportSize({ width: 844, height: 390 });
  await settle(page, 'kyiv');
  for (const at of ['#kyiv .card', '.cover h1', '.coda h2']) {
    expect(await page.locator(at).evaluate((element) => element.getBoundingClientRect().left), at).toBeGreaterThanOrEqual(59);
  }
  expect(await underTheCard(page)).toEqual([]);
});
