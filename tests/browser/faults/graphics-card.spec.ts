import type { Frame, Page } from '@playwright/test';
import { scrollInto } from '../embed/checks.ts';
import { fileOf } from '../embed/host-pages.ts';
import { difference, expect, picture, place, refuseWebgl, scrollToStep, settle, softwareWebglMs, test } from '../story.ts';
import { expectAlive, expectToolsWork, listen, pictureOf } from './faults.ts';

/** The story at a step, with its WebGL map on. */
const onWebgl = async (page: Page, id: string) => {
  await settle(page, id);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
};

/** Takes the context away, as a driver does that starts anew. */
const loseContext = (page: Page) =>
  page.evaluate(() =>
    document.querySelector<HTMLCanvasElement>('.webgl canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  );

const excused = /console (info|warning): (The graphics card|The map stays|WebGL: CONTEXT_LOST|Too many active WebGL|WARNING: Too many)/;

test('a context lost once: the drawn map stands in at once, and another WebGL map is made of the present scene', async ({ open }) => {
  const page = await open({ hash: 'captured', excused });
  const said = listen(page);
  await onWebgl(page, 'captured');
  await loseContext(page);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
  await scrollToStep(page, 'kyiv');
  expect(await pictureOf(page, 'kyiv')).toBe('drawn');
  await onWebgl(page, 'kyiv');
  await expect(page.locator('.webgl canvas')).toHaveCount(1);
  const fresh = await open({ hash: 'kyiv', excused });
  await onWebgl(fresh, 'kyiv');
  expect(await difference(fresh, await picture(page), await picture(fresh))).toBeLessThan(0.005);
  expect(said).toEqual(['The graphics card has forgotten the map.']);
});

test('a context lost for good: the story goes on as a drawing', async ({ open }) => {
  const page = await open({ hash: 'captured', excused });
  const said = listen(page);
  await onWebgl(page, 'captured');
  await page.evaluate(refuseWebgl);
  await page.evaluate(() => {
    const canvas = document.querySelector('.webgl canvas');
    // Its own context is handed out no more either: through the prototype that is left.
    canvas?.dispatchEvent(new Event('webglcontextlost', { cancelable: true }));
  });
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
  await expectAlive(page);
  await expectToolsWork(page);
  await expect.poll(() => said.length, { timeout: softwareWebglMs }).toBe(2);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
});

test('a context lost in mid-flight: the flight lands on the drawn map', async ({ open }) => {
  const page = await open({ hash: 'captured', motion: 'no-preference', excused });
  await onWebgl(page, 'captured');
  await page.locator('[id=kyiv]').evaluate((step) => step.scrollIntoView({ behavior: 'instant', block: 'start' }));
  await expect(page.locator('html[data-step=kyiv][data-state=flying]')).toHaveCount(1);
  await loseContext(page);
  await settle(page, 'kyiv');
  expect(await pictureOf(page, 'kyiv')).toBe('drawn');
  await onWebgl(page, 'kyiv');
});

/** Takes the free map's context away. */
const loseFree = (page: Page) =>
  page.evaluate(() =>
    document.querySelector<HTMLCanvasElement>('.free-map canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  );

test('a context lost under the free map: it is made again as the reader had moved it, and once only', async ({ open }) => {
  const page = await open({ hash: 'kyiv', excused });
  await settle(page, 'kyiv');
  await page.locator('.rail .free').click();
  await expect(page.locator('.exploring .free-map canvas')).toHaveCount(1, { timeout: softwareWebglMs });
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.waitForTimeout(1500);
  const scale = await page.locator('.free-scale').innerText();
  await page.evaluate(() => document.querySelector('.free-map canvas')?.setAttribute('data-before', ''));
  await loseFree(page);
  await expect(page.locator('.exploring .free-map canvas:not([data-before])')).toHaveCount(1, { timeout: softwareWebglMs });
  await expect(page.locator('.free-scale')).toHaveText(scale);
  await loseFree(page);
  await expect(page.locator('.notice')).toBeVisible();
  await expect(page.locator('.free-map, .exploring, [inert]')).toHaveCount(0);
  await expectAlive(page);
});

test('a context lost for good under the free map: the story has its page back, and the reader is told', async ({ open }) => {
  const page = await open({ hash: 'kyiv', excused });
  await settle(page, 'kyiv');
  await page.locator('.rail .free').click();
  await expect(page.locator('.exploring .free-map canvas')).toHaveCount(1, { timeout: softwareWebglMs });
  await page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('.free-map canvas')?.getContext('webgl2');
    HTMLCanvasElement.prototype.getContext = () => null;
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(page.locator('.notice')).toBeVisible();
  await expect(page.locator('.free-map, .exploring, [inert]')).toHaveCount(0);
  await page.locator('.notice .close').click();
  await expectToolsWork(page);
});

test('a context lost under the size of an area: it is drawn over the same city without one', async ({ open }) => {
  const page = await open({ hash: 'seized', excused });
  await settle(page, 'seized');
  await page.locator('.rail .more').click();
  await page.getByRole('button', { name: 'How big is that?' }).click();
  await expect(page.locator('.sized canvas')).toHaveCount(1, { timeout: softwareWebglMs });
  await page.getByRole('combobox', { name: 'City' }).fill('istanbul');
  await page.getByRole('combobox', { name: 'City' }).press('Enter');
  await loseFree(page);
  await expect(page.locator('.free-map canvas')).toHaveCount(0);
  await expect(page.locator('.exploring .sized .size-panel [role=status]')).toContainText('over Istanbul');
  await expect(page.locator('.size-field')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.free-map, .exploring, [inert]')).toHaveCount(0);
  await expectAlive(page);
});

for (const [part, query] of Object.entries({ stepper: '?frame=stepper', 'a map alone': '?graphic=kyiv', duet: '' })) {
  test(`a context lost in a host’s page comes back there: ${part}`, async ({ open }) => {
    const isDuet = part === 'duet';
    const page = await open({ address: isDuet ? `${place('HOST_URL')}${fileOf('plain')}` : place('LAKE_URL'), excused });
    if (isDuet) {
      await page.evaluate(scrollInto(-20));
      await expect.poll(() => page.frames().some((frame) => frame.url().includes('frame=graphic'))).toBe(true);
      await expect(async () => {
        await page.evaluate(() => document.getElementById('story')?.dispatchEvent(new CustomEvent('story:go', { detail: 'kyiv' })));
        const graphic = page.frames().find((frame) => frame.url().includes('frame=graphic'));
        expect(await graphic?.evaluate(() => document.documentElement.dataset.step)).toBe('kyiv');
      }).toPass();
    } else
      await page.evaluate(
        (src) =>
          document.body.replaceChildren(Object.assign(document.createElement('iframe'), { src, title: src, width: '900', height: '700' })),
        place('STORY_URL') + query,
      );
    await expect.poll(() => page.frames().length).toBeGreaterThan(1);
    const frame = page.frames().find((one) => (isDuet ? one.url().includes('frame=graphic') : one.parentFrame()));
    if (!frame) throw new Error('there is no frame');
    const root = frame.locator('html');
    if (part === 'stepper') {
      await settle(frame, 'cover');
      for (let i = 0; i < 3; i++) await frame.locator('.stepper-bar button').last().click();
      await settle(frame, 'seized');
    }
    await expect(root).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
    const step = await frame.evaluate(() => document.documentElement.dataset.step ?? '');
    await frame.evaluate(() =>
      document.querySelector<HTMLCanvasElement>('.webgl canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
    );
    await expect(root).toHaveAttribute('data-map', 'svg');
    await expect(frame.locator('.ground:not(.gone) path').first()).toBeAttached();
    if (part === 'stepper') {
      await frame.locator('.stepper-bar button').first().click();
      await settle(frame, 'incursion');
    } else expect(await frame.evaluate(() => document.documentElement.dataset.step)).toBe(step);
    await expect(root).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
  });
}

test('sixteen other maps in the page: the story’s loses its context, and comes back or stays a drawing', async ({ open }) => {
  const page = await open({ hash: 'captured', excused });
  await onWebgl(page, 'captured');
  await page.evaluate(() => {
    for (let i = 0; i < 17; i++) document.body.append(document.createElement('canvas').getContext('webgl2')?.canvas as HTMLCanvasElement);
  });
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
  await scrollToStep(page, 'kyiv');
  await expect.poll(() => pictureOf(page, 'kyiv')).toBe('drawn');
});

test('seventeen maps in one page: each is a map, whoever has lost the graphics card to the others', async ({ open }) => {
  test.slow();
  const page = await open({ address: place('LAKE_URL'), excused });
  await page.evaluate(
    (src) => {
      const frames = Array.from({ length: 17 }, (_, i) =>
        Object.assign(document.createElement('iframe'), { src, title: `Map ${i}`, width: '340', height: '280' }),
      );
      document.body.replaceChildren(...frames);
      document.documentElement.style.setProperty('scroll-behavior', 'auto');
    },
    `${place('STORY_URL')}?graphic=captured`,
  );
  const all = page.locator('iframe');
  await expect(all).toHaveCount(17);
  const shown = (frame: Frame) =>
    frame.evaluate(() => {
      const { map, state } = document.documentElement.dataset;
      const lost = document.querySelector<HTMLCanvasElement>('.webgl canvas')?.getContext('webgl2')?.isContextLost() ?? true;
      const isDrawn = (map === 'webgl' && !lost) || document.querySelectorAll('.ground:not(.gone) path').length > 3;
      return state === 'settled' && isDrawn ? 'a map' : `${state}, ${map}`;
    });
  // The second time, what was lost while others were made is drawn where it is seen.
  for (let time = 0; time < 2; time++) {
    for (const [i, one] of (await all.all()).entries()) {
      await one.scrollIntoViewIfNeeded();
      await expect.poll(() => shown(page.frames()[i + 1] as Frame), { message: `map ${i}`, timeout: 2 * softwareWebglMs }).toBe('a map');
      // As long as a map must stand still until WebGL is brought.
      if (time === 0 && i % 4 === 3) await page.waitForTimeout(1500);
    }
  }
});

test('a frame that its host hides while the map is on its way gets it when it is shown again', async ({ open }) => {
  const page = await open({ address: place('LAKE_URL'), excused });
  await page.evaluate(
    (src) => {
      document.body.replaceChildren(Object.assign(document.createElement('iframe'), { src, title: src, width: '420', height: '520' }));
    },
    `${place('STORY_URL')}?graphic=captured`,
  );
  const frame = page.locator('iframe');
  const inside = frame.contentFrame();
  await expect(inside.locator('.ground path').nth(3)).toBeAttached();
  await frame.evaluate((element) => Object.assign(element.style, { display: 'none' }));
  // As long as the page must stand still before a map is brought, and then some.
  await page.waitForTimeout(2000);
  await frame.evaluate((element) => Object.assign(element.style, { display: '' }));
  await expect(inside.locator('html[data-map=webgl]')).toHaveCount(1, { timeout: softwareWebglMs });
  await expect(inside.locator('.webgl.on canvas')).toBeVisible();
});
