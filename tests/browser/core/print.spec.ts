import type { Page } from '@playwright/test';
import { sheetsOf, timeless } from '../pdf.ts';
import { expect, further, type OpenOptions, scrollToStep, settle, softwareWebglMs, some, test } from '../story.ts';

/** As from the browser’s menu, where the paper waits for the pictures: older versions do not when they are driven. */
async function print(page: Page, format = 'A4'): Promise<Buffer> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Promise.all([...document.images].filter((image) => image.loading === 'eager').map((image) => image.decode())));
  return page.pdf({ format, printBackground: true });
}

const readers: [who: string, options: OpenOptions, act: (page: Page) => Promise<unknown>][] = [
  ['whose device is dark', { theme: 'dark', hash: 'territory' }, (page) => settle(page, 'territory')],
  [
    'who has switched to dark colours on a phone, and read to the end',
    { size: 'phone', hash: 'coda' },
    async (page) => {
      await settle(page, 'coda');
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    },
  ],
  [
    'who has a number’s note open',
    { hash: 'retaken' },
    async (page) => {
      await settle(page, 'retaken');
      await page.locator('#retaken a.fact').first().click();
    },
  ],
  [
    'who has freed the map',
    { hash: 'kyiv' },
    async (page) => {
      await settle(page, 'kyiv');
      await page.getByRole('button', { name: 'Explore the map' }).filter({ visible: true }).first().click();
      await expect(page.locator('.exploring')).toHaveCount(1, { timeout: softwareWebglMs });
    },
  ],
];

for (const [who, options, act] of some(readers, 0)) {
  test(`a reader ${who} prints the same as one without a script`, async ({ open }) => {
    const [plain, live] = await Promise.all([open({ script: 'off' }), open(options)]);
    await act(live);
    expect(timeless(await print(live)) === timeless(await print(plain))).toBe(true);
  });
}

for (const format of ['Letter', 'A4'] as const) {
  test(`printed on ${format} it is five pages or six, none of them empty, and no picture is cut`, further, async ({ open }) => {
    const page = await open({ script: 'off' });
    const sheets = sheetsOf(await print(page, format));
    expect([5, 6]).toContain(sheets.length);
    for (const { texts } of sheets) expect(texts).toBeGreaterThan(40);
    // A map is drawn within a rectangle as wide as its column; one that is cut is lower.
    const clips = sheets.flatMap(({ clips }) => clips);
    const [map] = clips.filter(({ width, height }) => isMap(width / height));
    const across = clips.filter(({ width }) => Math.abs(width - (map?.width ?? 0)) < 4);
    expect(across.length).toBeGreaterThanOrEqual(11);
    expect(across.filter(({ width, height }) => width / height > paperMap * 1.02)).toEqual([]);
  });
}

test('on paper are the article, its pictures and the notes to its numbers, on white, and nothing to press', async ({ open }) => {
  const page = await open({ theme: 'dark' });
  await settle(page, 'cover');
  await scrollToStep(page, 'retaken');
  // All of it on one screen, so that no picture waits to be scrolled to.
  await page.setViewportSize({ width: 688, height: 5000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('button, summary, nav, [rel=next], [rel=prev], .rail, .bar').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('section.step figure.still').locator('img, svg').filter({ visible: true })).toHaveCount(15);
  await expect(page.locator('.stage svg').filter({ visible: true })).not.toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const numbers = await page.evaluate(() => {
    const of = (element: Element | null, part: string) => (element ? getComputedStyle(element, part).content : 'missing');
    return [...document.querySelectorAll('main a.fact')].map((link) => [
      of(link, '::after'),
      of(document.querySelector(link.getAttribute('href') ?? ''), '::before'),
    ]);
  });
  expect(numbers.length).toBeGreaterThan(10);
  for (const [inText, inNotes] of numbers) expect(inText?.replace(/[[\]]/g, '')).toBe(inNotes);
  expect(await darkness(page)).toBeLessThan(0.1);
});

/** Width ÷ height of a map's picture for paper. */
const paperMap = 432 / 264;
const isMap = (ratio: number) => Math.abs(ratio / paperMap - 1) < 0.01;

/** The share of the page that is darker than a middle grey. */
async function darkness(page: Page): Promise<number> {
  const shot = await page.screenshot({ fullPage: true });
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    let dark = 0;
    for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0) < 384) dark++;
    return dark / (pixels.length / 4);
  }, shot.toString('base64'));
}
