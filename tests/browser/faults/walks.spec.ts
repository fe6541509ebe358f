import { env } from 'node:process';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { difference, expect, picture, settle, sizes, softwareWebglMs, stepIds, test } from '../story.ts';
import { listen } from './faults.ts';

/** `FUZZ_SEED=7` walks other ways; the seed stands in the test's name. */
const seed = Number(env.FUZZ_SEED ?? 5);

const walk = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('scroll' as const), by: fc.integer({ min: -4000, max: 4000 }) }),
    fc.record({ what: fc.constant('wheel' as const), by: fc.integer({ min: -900, max: 900 }) }),
    fc.record({ what: fc.constant('jump' as const), by: fc.nat(15) }),
    fc.record({ what: fc.constant('key' as const), by: fc.constantFrom(-1, 1) }),
    fc.record({ what: fc.constant('resize' as const), by: fc.nat(2) }),
    fc.record({ what: fc.constant('wait' as const), by: fc.nat(900) }),
    fc.record({ what: fc.constant('explore' as const), by: fc.constant(0) }),
  ),
  { minLength: 8, maxLength: 12 },
);
type Move = ReturnType<typeof walk.generate>['value'][number];

const moves: Record<Move['what'], (page: Page, by: number, ids: string[]) => Promise<unknown>> = {
  scroll: (page, by) => page.evaluate((px) => scrollBy({ top: px, behavior: 'instant' }), by),
  wheel: (page, by) => page.mouse.wheel(0, by),
  jump: (page, by, ids) => page.evaluate((id) => location.assign(`#${id}`), ids[by] ?? ''),
  key: (page, by) =>
    page
      .evaluate(() => document.querySelector<HTMLElement>('.rail a')?.focus())
      .then(() => page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp')),
  resize: (page, by) => page.setViewportSize(Object.values(sizes)[by] ?? sizes.desktop),
  wait: (page, by) => page.waitForTimeout(by),
  async explore(page) {
    const free = page.locator('.rail .free:visible');
    if (!(await free.count())) return;
    await free.click();
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
  },
};

for (const [i, way] of fc.sample(walk, { seed, numRuns: 2 }).entries()) {
  test(`walk ${i + 1} of seed ${seed} ends in the picture that a jump there gives`, async ({ open }, info) => {
    test.slow();
    const walked = await open({ motion: 'no-preference', excused: /console info: The map stays a drawing/ });
    const said = listen(walked);
    await settle(walked, 'cover');
    const ids = await stepIds(walked);
    for (const { what, by } of way) await test.step(`${what} ${by}`, () => moves[what](walked, by, ids));
    await walked.setViewportSize(sizes.desktop);
    // A page that has been turned leads back to the step that was read: who goes elsewhere does so after that.
    await walked.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    const id = ids[(seed + 5 * i) % 15] ?? 'kyiv';
    await walked.evaluate((hash) => location.assign(`#${hash}`), id);
    await leaveTheFreeMap(walked);
    await walked.locator(`[id="${id}"]`).evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'start' }));
    await settle(walked, id, softwareWebglMs);
    // A machine that is too busy for WebGL leaves the drawing there, which is what a jump without it gives.
    const isDrawn = async () => said.length > 0 || (await walked.locator('html[data-map=webgl]').count()) > 0;
    await expect.poll(isDrawn, { timeout: softwareWebglMs }).toBe(true);
    const map = said.length ? 'svg' : 'webgl';
    const jumped = await open({ hash: id, webgl: said.length ? 'off' : 'on' });
    await settle(jumped, id);
    for (const page of [walked, jumped]) {
      await expect(page.locator('html')).toHaveAttribute('data-map', map, { timeout: softwareWebglMs });
      // What has the focus wears a ring.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.mouse.move(5, 5);
    }
    const pictures = { walked: await picture(walked), jumped: await picture(jumped) };
    for (const [name, body] of Object.entries(pictures)) await info.attach(name, { body, contentType: 'image/png' });
    expect(await difference(jumped, pictures.walked, pictures.jumped)).toBeLessThan(0.005);
  });
}

/** It may still be on its way, asked for a moment ago. */
async function leaveTheFreeMap(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy]')).toHaveCount(0, { timeout: softwareWebglMs });
  if (await page.locator('.free-map').count()) await page.keyboard.press('Escape');
  await expect(page.locator('.free-map')).toHaveCount(0);
}
