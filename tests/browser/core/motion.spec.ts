import type { Page } from '@playwright/test';
import { expect, scrollToStep, settle, some, test } from '../story.ts';

/** All states, frame by frame, that something on the page has on the way to a step. */
async function statesOnTheWay(page: Page, step: string, read: 'map' | 'chart'): Promise<number> {
  await page.evaluate((what) => {
    const seen = new Set<string>();
    const look = () => {
      const element = document.querySelector(what === 'map' ? '.stage .ground > g' : '.stage .sheet');
      seen.add(what === 'map' ? (element?.getAttribute('transform') ?? '') : (element?.innerHTML ?? ''));
      self.mapStoryStates = seen;
      requestAnimationFrame(look);
    };
    look();
  }, read);
  await scrollToStep(page, step);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => self.mapStoryStates.size);
}

declare global {
  var mapStoryStates: Set<string>;
}

test('with reduced motion the map, a chart and the page cut, and nothing is ever animated', async ({ open }) => {
  const page = await open({ hash: 'captured', webgl: 'off' });
  await settle(page, 'captured');
  expect(await statesOnTheWay(page, 'kyiv', 'map')).toBeLessThanOrEqual(2);
  await scrollToStep(page, 'force');
  expect(await statesOnTheWay(page, 'estimate', 'chart')).toBeLessThanOrEqual(2);
  for (const id of ['cover', 'retaken', 'sent']) {
    await scrollToStep(page, id);
    expect(await page.evaluate(() => document.getAnimations().map((one) => (one as CSSTransition).transitionProperty ?? one.id))).toEqual(
      [],
    );
  }
  const before = await page.evaluate(() => scrollY);
  await page.locator('.rail a[rel=prev]').click();
  expect(await page.evaluate(() => scrollY), 'a step on is a jump').toBeLessThan(before);
  await settle(page, 'concealment');
});

for (const webgl of some(['off', 'on'] as const, 0)) {
  test(`in motion nothing flashes: no part of the screen goes light and dark three times in a second, WebGL ${webgl}`, async ({ open }) => {
    const page = await open({ motion: 'no-preference', webgl });
    await settle(page, 'cover');
    const frames: { at: number; data: string }[] = [];
    const session = await page.context().newCDPSession(page);
    session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      frames.push({ at: metadata.timestamp ?? 0, data });
      void session.send('Page.screencastFrameAck', { sessionId });
    });
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 40, maxWidth: 160, maxHeight: 100 });
    for (const id of ['captured', 'seized', 'retaken', 'territory', 'kyiv']) await scrollToStep(page, id);
    await session.send('Page.stopScreencast');
    expect(frames.length).toBeGreaterThan(20);
    expect(Math.max(...(await flashes(page, frames)))).toBeLessThan(3);
    expect(
      await page.evaluate(() => document.getAnimations().filter((one) => one.effect?.getTiming().iterations === Number.POSITIVE_INFINITY)),
    ).toEqual([]);
  });
}

/** Pairs of opposite changes by a tenth of full light, at most within a second, for each of 4 × 4 parts of the screen. */
function flashes(page: Page, frames: { at: number; data: string }[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const context = new OffscreenCanvas(4, 4).getContext('2d', { willReadFrequently: true });
    const lights: number[][] = [];
    for (const { data } of all) {
      context?.drawImage(await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${data}`)).blob()), 0, 0, 4, 4);
      const pixels = context?.getImageData(0, 0, 4, 4).data ?? [];
      lights.push(Array.from({ length: 16 }, (_, i) => ((pixels[4 * i] ?? 0) + (pixels[4 * i + 1] ?? 0) + (pixels[4 * i + 2] ?? 0)) / 765));
    }
    return Array.from({ length: 16 }, (_, part) => {
      const turns: { at: number; up: boolean }[] = [];
      let base = lights[0]?.[part] ?? 0;
      for (const [i, light] of lights.entries()) {
        const change = (light[part] ?? 0) - base;
        if (Math.abs(change) < 0.1) continue;
        if (turns.at(-1)?.up !== change > 0) turns.push({ at: all[i]?.at ?? 0, up: change > 0 });
        base = light[part] ?? 0;
      }
      return Math.max(0, ...turns.map(({ at }) => Math.floor(turns.filter((other) => other.at >= at && other.at < at + 1).length / 2)));
    });
  }, frames);
}
