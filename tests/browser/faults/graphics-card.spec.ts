import type { Page } from '@playwright/test';
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

test('a context lost under the free map: the story has its page back, and the reader is told', async ({ open }) => {
  const page = await open({ hash: 'kyiv', excused });
  await settle(page, 'kyiv');
  await page.locator('.rail .free').click();
  await expect(page.locator('.exploring')).toHaveCount(1, { timeout: softwareWebglMs });
  await page.evaluate(() =>
    document.querySelector<HTMLCanvasElement>('.free-map canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  );
  await expect(page.locator('.notice')).toBeVisible();
  await expect(page.locator('.free-map, .exploring, [inert]')).toHaveCount(0);
  await expectAlive(page);
});

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
