import { readFileSync } from 'node:fs';
import type { Frame, Page, Route } from '@playwright/test';
import { parseTable } from '../core/facts.ts';
import { expect, scrollToStep, settle } from '../story.ts';

/** The files that come after the page, by what they are: all that a build holds, which a test sees to. */
export const files = {
  'the first script': /assets\/first-/,
  'the story’s data': /assets\/story-/,
  'the entry': /assets\/main-/,
  'the charts': /assets\/charts-/,
  'the tools': /assets\/frames-/,
  'the cities': /assets\/cities-/,
  'the WebGL map': /assets\/webgl-/,
  'its worker': /assets\/worker-/,
  'the near map': /assets\/geo-near/,
  'the wide map': /assets\/geo-wide/,
  'the styles for paper and for other colours': /assets\/other-/,
  'the fonts': /\.woff2$/,
  'the still pictures': /\/stills[^/]*\//,
  'pictures, films and captions': /assets\/[^/]+\.(jpg|webp|webm|mp4|vtt)$/,
} as const;
export type FileName = keyof typeof files;

/** What may become of a file on its way. */
export const breakings: Record<string, (route: Route) => Promise<void>> = {
  blocked: (route) => route.abort(),
  hanging: async () => {},
  'cut half-way': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  },
  'a page of HTML': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title><p>Welcome to this network' }),
};

/** What the browser itself says where a file is not there or is none; the page's own words are in `said`. */
export const browsersWords =
  /^net::ERR_FAILED|^uncaught: $|Failed to load resource|Unexpected token|Unexpected end of input|Invalid or unexpected token|missing \)|Unterminated|SyntaxError|decode downloaded font|OTS parsing error|MIME type|console info:/;

/** The page's own words in the console, as they come. */
export function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'info' && said.push(message.text()));
  return said;
}

/** One map and one chart. */
export const lookedAt = ['captured', 'territory'] as const;

/** Every figure is listed, and every step is told. */
export async function expectFacts(page: Page): Promise<void> {
  await expect(page.locator('section.step .card h2')).toHaveCount(15);
  for (const card of await page.locator('section.step .card').all()) expect((await card.textContent())?.length).toBeGreaterThan(60);
  const figures = page.locator('#coda li[id^="fact-"]');
  await expect(figures).toHaveCount(parseTable(readFileSync('data/facts.csv', 'utf8')).length);
  for (const figure of await figures.all()) expect(((await figure.textContent()) ?? '').length).toBeGreaterThan(10);
}

/** What is seen of the step's graphic where the reader has come to it: drawn now, or the picture that the page came with. */
export const pictureOf = (page: Page | Frame, id: string): Promise<'drawn' | 'still' | 'none'> =>
  page.evaluate((step) => {
    const seen = (element: Element | null | undefined) =>
      Boolean(
        element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().height > 100,
      );
    const still = [...document.querySelectorAll(`[id="${step}"] .still :is(img, svg)`)].find(seen);
    if (still instanceof SVGElement || (still instanceof HTMLImageElement && still.naturalWidth > 0)) return 'still';
    const chart = document.getElementById(step)?.matches('.has-chart');
    const marks = chart
      ? document.querySelectorAll('.sheet.on .chart-canvas svg *').length
      : document.querySelectorAll('.ground path').length;
    const drawn = chart
      ? document.querySelector('.sheet.on .chart-canvas svg')
      : document.querySelector('.webgl.on canvas, .ground:not(.gone)');
    return seen(drawn) && marks > 3 ? 'drawn' : 'none';
  }, id);

/** Goes to the steps, and finds facts and a picture there; and that next leads on. */
export async function expectAlive(page: Page, pictures: readonly ('drawn' | 'still')[] = ['drawn', 'drawn']): Promise<void> {
  await expectFacts(page);
  for (const [i, id] of lookedAt.entries()) {
    // A chart that is waited for has not come to rest, and is seen all the same.
    await page.locator(`[id="${id}"]`).evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'start' }));
    await expect(page.locator(`html[data-step="${id}"]`)).toHaveCount(1);
    await expect.poll(() => pictureOf(page, id), { message: `the picture at #${id}` }).toBe(pictures[i]);
  }
  await page.locator('.rail a[rel=next]').click();
  await settle(page, 'cost');
}

/** Asks how large the area of a step is: over a city, or the reader is told that it can't be shown. */
export async function expectSize(page: Page, shown: boolean): Promise<void> {
  await scrollToStep(page, 'seized');
  await page.locator('.rail .more').click();
  await page.getByRole('button', { name: 'How big is that?' }).click();
  await expect(page.locator(shown ? '.free-map.sized .size-field' : '.notice')).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press('Escape');
  await expect(page.locator('.free-map, .tools, [inert]')).toHaveCount(0);
}

/** The page as it is without a script. */
export async function expectArticle(page: Page): Promise<void> {
  await expect(page.locator('html.live')).toHaveCount(0);
  await expectFacts(page);
  for (const id of lookedAt) {
    await page.locator(`[id="${id}"] .still`).scrollIntoViewIfNeeded();
    await expect.poll(() => pictureOf(page, id), { message: `the picture at #${id}` }).toBe('still');
  }
  await expect(page.locator('button').filter({ visible: true })).toHaveCount(0);
}

/** Every tool that is offered does something. */
export async function expectToolsWork(page: Page): Promise<void> {
  await scrollToStep(page, 'kyiv');
  for (const name of ['free', 'more']) {
    const tool = page.locator(`.rail .${name}`);
    if (!(await tool.isVisible())) continue;
    await tool.click();
    await expect(async () => {
      const gone = !(await tool.isVisible());
      expect(gone || (await page.locator('.exploring, .notice, .tools').count()) > 0, `${name} does something`).toBe(true);
    }).toPass({ timeout: 90_000 });
    await page.keyboard.press('Escape');
    if (await page.locator('.notice').count()) await page.locator('.notice .close').click();
  }
}
