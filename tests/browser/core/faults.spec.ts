import type { Page } from '@playwright/test';
import { breakScene, denyStorage } from '../faults/breaking.ts';
import { breakings, browsersWords, expectAlive, expectArticle, expectFacts, files, listen, pictureOf } from '../faults/faults.ts';
import { expect, further, scrollToStep, settle, some, test } from '../story.ts';

// The quickest of the faults; the others are in tests/browser/faults.

for (const id of some(['retaken', 'territory', 'captured', 'force', 'two', 'kyiv'], 1)) {
  for (const motion of some(['no-preference', 'reduce'] as const, 1)) {
    test(
      `an exception in the graphic of #${id} (motion: ${motion}) costs that graphic alone: its picture stands there`,
      further,
      async ({ open }) => {
        let said: string[] = [];
        const page = await open({
          webgl: 'off',
          motion,
          excused: /console info: A scene stays a picture/,
          before: async (opened) => {
            said = listen(opened);
            await breakScene(opened, id);
          },
        });
        await expectFacts(page);
        await scrollToStep(page, 'incursion');
        expect(await pictureOf(page, 'incursion')).toBe('drawn');
        await scrollToStep(page, id);
        await expect.poll(() => pictureOf(page, id)).toBe('still');
        // Neither what comes meanwhile nor a look at the step before brings back a drawing that lacks something.
        await page.waitForLoadState('networkidle');
        expect(await pictureOf(page, id)).toBe('still');
        expect(said.filter((line) => line.startsWith('A scene stays a picture'))).toHaveLength(1);
        await glanceBack(page);
        await expect.poll(() => pictureOf(page, id)).toBe('still');
        await scrollToStep(page, 'cost');
        await expect.poll(() => pictureOf(page, 'cost')).toBe('drawn');
        await scrollToStep(page, 'estimate');
        await expect.poll(() => pictureOf(page, 'estimate')).toBe('drawn');
      },
    );
  }
}

/** Scrolls a screen up and down again, faster than anything is drawn. */
async function glanceBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { scrollY: from, innerHeight: screen } = window;
    for (const top of [from - screen, from]) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    }
  });
}

test('without the entry script the page is there to read, and says so', async ({ open }) => {
  let said: string[] = [];
  const page = await open({
    excused: browsersWords,
    before: async (opened) => {
      said = listen(opened);
      await opened.route(files['the entry'], (route) => route.abort());
    },
  });
  await expectArticle(page);
  expect(said).toHaveLength(1);
});

test('an exception while the story begins leaves the page to read, as it was', async ({ open }) => {
  let said: string[] = [];
  const page = await open({
    excused: /console info: The story is a page to read/,
    before: async (opened) => {
      said = listen(opened);
      await opened.addInitScript(() => Reflect.deleteProperty(globalThis, 'IntersectionObserver'));
    },
  });
  await expect.poll(() => said.length).toBe(1);
  await expectArticle(page);
});

test('HTML in place of the near map: each step’s own picture stands there, and charts are drawn', async ({ open }) => {
  const page = await open({
    excused: browsersWords,
    before: (opened) => opened.route(files['the near map'], breakings['a page of HTML'] ?? (() => {})),
  });
  await expectAlive(page, ['still', 'drawn']);
});

test('where all storage is denied, the story is told', async ({ open }) => {
  const page = await open({ webgl: 'off', before: denyStorage });
  await expectAlive(page);
  await page.reload();
  await settle(page, 'cost');
});
