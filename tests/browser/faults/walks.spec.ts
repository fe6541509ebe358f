import { env } from 'node:process';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { storyNames } from '../stories/names.ts';
import { difference, expect, picture, place, refuseWebgl, settle, sizes, softwareWebglMs, stepIds, test } from '../story.ts';

/** `FUZZ_SEED=7` walks other ways; the seed stands in the test's name. */
const seed = Number(env.FUZZ_SEED ?? 5);

const walk = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('scroll' as const), by: fc.integer({ min: -4000, max: 4000 }) }),
    fc.record({ what: fc.constant('wheel' as const), by: fc.integer({ min: -900, max: 900 }) }),
    fc.record({ what: fc.constant('jump' as const), by: fc.nat(99) }),
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
  jump: (page, by, ids) => page.evaluate((id) => location.assign(`#${id}`), ids[by % ids.length] ?? ''),
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

/** What a page says on a machine that is too busy, and where its card is taken away. */
const excused = /console (info|warning): (The map stays a drawing|The graphics card|WebGL: CONTEXT_LOST)/;

/** The Kursk story twice, and once each of those that scrub, have other charts, or are read from the right. */
const walked = ['', '', 'lake', ...storyNames()];

for (const [i, way] of fc.sample(walk, { seed, numRuns: walked.length }).entries()) {
  const story = walked[i] ?? '';
  test(`walk ${i + 1} of seed ${seed}, ${story || 'Kursk'}, ends in the picture that a jump there gives`, async ({ open }, info) => {
    test.slow();
    const address = story === 'lake' ? place('LAKE_URL') : story ? `${place('STORIES_URL')}${story}/` : place('STORY_URL');
    const page = await open({ address, motion: 'no-preference', excused });
    await settle(page, 'cover');
    const ids = await stepIds(page);
    for (const { what, by } of way) await test.step(`${what} ${by}`, () => moves[what](page, by, ids));
    await page.setViewportSize(sizes.desktop);
    // A page that has been turned leads back to the step that was read: who goes elsewhere does so after that.
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    const id = ids[(seed + 5 * i) % (ids.length - 1)] ?? '';
    await page.evaluate((hash) => location.assign(`#${hash}`), id);
    await leaveTheFreeMap(page);
    await page.locator(`[id="${id}"]`).evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'start' }));
    await settle(page, id, softwareWebglMs);
    const jumped = await open({ address, hash: id, excused });
    await settle(jumped, id);
    const isWebgl = await Promise.all([page, jumped].map(hasWebgl));
    for (const one of [page, jumped]) {
      // A machine that is too busy for WebGL leaves the drawing there: then both are to be one.
      if (isWebgl.includes(false)) await beDrawn(one);
      // What has the focus wears a ring.
      await one.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await one.mouse.move(5, 5);
    }
    const pictures = { walked: await picture(page), jumped: await picture(jumped) };
    for (const [name, body] of Object.entries(pictures)) await info.attach(name, { body, contentType: 'image/png' });
    // The edges of a thousand squares are smoothed otherwise where their paper has slid in.
    expect(await difference(jumped, pictures.walked, pictures.jumped)).toBeLessThan(0.01);
  });
}

/** It may still be on its way, asked for a moment ago. */
async function leaveTheFreeMap(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy]')).toHaveCount(0, { timeout: softwareWebglMs });
  if (await page.locator('.free-map').count()) await page.keyboard.press('Escape');
  await expect(page.locator('.free-map')).toHaveCount(0);
}

/** Whether the WebGL map comes, in the time that a busy machine is given. */
const hasWebgl = (page: Page): Promise<boolean> =>
  page
    .locator('html[data-map=webgl]')
    .waitFor({ state: 'attached', timeout: softwareWebglMs / 2 })
    .then(
      () => true,
      () => false,
    );

/** Takes the graphics card away, for good. */
async function beDrawn(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector<HTMLCanvasElement>('.webgl canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  );
  await page.evaluate(refuseWebgl);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
}
