import type { Page } from '@playwright/test';
import axe from 'axe-core';
import {
  difference,
  expect,
  fling,
  layoutShifts,
  picture,
  place,
  type SizeName,
  scrollToStep,
  settle,
  sizes,
  stepIds,
  test,
} from '../story.ts';
import { storyNames } from './names.ts';

const address = (name: string) => `${place('STORIES_URL')}${name}/`;
const themes: Record<SizeName, 'light' | 'dark'> = { desktop: 'light', tablet: 'dark', phone: 'light' };

for (const name of storyNames()) {
  for (const size of Object.keys(sizes) as SizeName[]) {
    test(`${name} is told there, back and there again on a ${size}, without a fault, a shift or a word`, async ({ open }) => {
      const page = await open({ address: address(name), size, theme: themes[size] });
      await settle(page, 'cover');
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(axe.source);
      const ids = await stepIds(page);
      const seen = new Map<string, string>();
      for (const id of ids) {
        await scrollToStep(page, id);
        expect(await faults(page), id).toEqual([]);
      }
      for (const id of ids.toReversed()) {
        await scrollToStep(page, id);
        seen.set(id, await shown(page));
      }
      for (const id of ids) {
        await scrollToStep(page, id);
        await expect.poll(() => shown(page), `${id} is what it is from behind`).toBe(seen.get(id));
      }
      expect(await layoutShifts(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }

  test(`${name}: letters that come late move nothing of the cover`, async ({ open }) => {
    for (const size of [...Object.values(sizes), { width: 360, height: 640 }]) {
      const held: (() => void)[] = [];
      const before = async (page: Page) => {
        await page.setViewportSize(size);
        await page.route(/\.woff2$/, async (route) => {
          await new Promise<void>((come) => held.push(come));
          await route.continue();
        });
      };
      const page = await open({ address: address(name), before, until: 'domcontentloaded' });
      await settle(page, 'cover');
      await expect.poll(() => held.length).toBeGreaterThan(1);
      for (const come of held) come();
      await page.evaluate(() => document.fonts.ready);
      // Two frames on, what has moved has been told of.
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
      expect(await layoutShifts(page), `${size.width} px wide`).toEqual([]);
    }
  });

  test(`${name} flies and draws itself, and each step ends where its link leads`, async ({ open }) => {
    const page = await open({ address: address(name), motion: 'no-preference', webgl: 'off' });
    await settle(page, 'cover');
    const ids = await stepIds(page);
    for (const id of ids.slice(1, -1)) {
      await fling(page, id);
      const linked = await open({ address: address(name), hash: id, webgl: 'off' });
      await settle(linked, id);
      // The far map comes when the near one has been drawn.
      const unlike = async () => difference(linked, await picture(page), await picture(linked));
      await expect.poll(unlike, `${id} by its link`).toBeLessThan(0.005);
      await linked.close();
    }
  });

  test(`${name} is whole without a script`, async ({ open }) => {
    for (const size of ['desktop', 'phone'] as const) {
      const page = await open({ address: address(name), size, script: 'off' });
      const steps = await page.locator('section.step').count();
      await expect(page.locator('section.step figure.still').locator('img, svg').filter({ visible: true })).toHaveCount(steps);
      for (const image of await page.locator('figure.still img').filter({ visible: true }).all()) {
        await image.scrollIntoViewIfNeeded();
        await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
      }
      for (const table of await page.locator('details.data').all()) {
        await table.locator('summary').click();
        await expect(table.locator('table')).toBeVisible();
      }
      await expect(page.locator('#coda [id^="source-"]').first()).toBeVisible();
    }
  });
}

/** What the stage shows, as the reader sees it: the marks of map and chart, and whether the paper lies over the map. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const charted = document.querySelector('.sheet.on');
    return (charted ?? document.querySelector('.overlay'))?.textContent ?? '';
  });

const faults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map((fault) => `${fault.id}: ${fault.nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
