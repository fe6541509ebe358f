import { chromium, type Page } from '@playwright/test';
import { expect, further, picture, place, scrollToStep, settle, softwareWebglMs, some, stepIds, test } from '../story.ts';

/** What of the article’s text cannot be read on the screen, because it is cut off or asks to be scrolled sideways. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('.title > *, .card > *, .coda h2, .coda p, .coda li')].filter(
      (element) => element.checkVisibility() && !element.closest('.sr, .data, .foot, .count') && element.getClientRects().length,
    );
    return seen
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.closest('.step')?.id}: ${element.localName}.${element.className}`);
  });

/** Sizes in CSS px: a window of 1280 × 1024 at 400 %, and a narrow phone. */
const narrow = [
  { width: 320, height: 256 },
  { width: 320, height: 568 },
] as const;

for (const size of some(narrow, 1)) {
  test(`at ${size.width} × ${size.height} nothing is lost, and nothing scrolls sideways`, async ({ open }) => {
    const page = await open({ size: 'phone', webgl: 'off' });
    await page.setViewportSize(size);
    await settle(page, 'cover');
    const ids = await stepIds(page);
    for (const id of some(ids, 4)) await scrollToStep(page, id);
    expect(await lost(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const card of await page.locator('section.step .card').all()) {
      const box = await card.boundingBox();
      expect(box?.width ?? 0, 'text has most of the width').toBeGreaterThan(280);
    }
  });
}

test('text is as large as the reader’s browser has it: twice the size, all of it, and nothing lost', async () => {
  const browser = await chromium.launch({
    executablePath: place('BROWSER_PATH') || undefined,
    args: ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await page.goto(place('STORY_URL'));
    await settle(page, 'cover');
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '.title > *, .card p, .card h2, .foot, .coda p, .coda li span, .coda small, button, summary',
        ),
      ]
        .filter((element) => element.checkVisibility() && element.textContent)
        .map((element) => ({
          name: `${element.localName}.${element.className}`,
          px: Number.parseFloat(getComputedStyle(element).fontSize),
        }))
        .filter(({ px }) => px < 22),
    );
    expect(small).toEqual([]);
    expect(await lost(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  } finally {
    await browser.close();
  }
});

for (const theme of some(['light', 'dark'] as const, 1)) {
  test(`more contrast makes second inks first and rules plain, in ${theme} colours`, async ({ open }) => {
    const page = await open({ theme, hash: 'captured', webgl: 'off' });
    await settle(page, 'captured');
    const inks = () =>
      page.evaluate(() => {
        const of = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name);
        return { ink: of('--ink'), second: of('--ink-2'), third: of('--ink-3'), rule: of('--rule'), label: of('--label-2') };
      });
    expect(new Set(Object.values(await inks())).size).toBeGreaterThan(3);
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(async () => new Set(Object.values(await inks())).size).toBe(1);
  });
}

test('names on the map grow with the reader’s text, by half at most, and none of them lies on another', further, async () => {
  const browser = await chromium.launch({
    executablePath: place('BROWSER_PATH') || undefined,
    args: ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(place('STORY_URL'));
    await settle(page, 'cover');
    for (const id of ['captured', 'kyiv', 'washington']) {
      await scrollToStep(page, id);
      await expect(page.locator('.overlay .t-city, .overlay .t-story').first()).toBeVisible();
      const names = await page.locator('.overlay [data-key=labels] text').evaluateAll((texts) =>
        texts.map((text) => {
          const { left, top, right, bottom } = text.getBoundingClientRect();
          return {
            text: text.textContent,
            of: text.parentElement?.dataset.key,
            px: Number.parseFloat(getComputedStyle(text).fontSize),
            box: [left, top, right, bottom],
          };
        }),
      );
      expect(Math.max(...names.map(({ px }) => px)), id).toBeGreaterThan(18);
      expect(overlapping(names), id).toEqual([]);
    }
  } finally {
    await browser.close();
  }
});

interface Name {
  text: string | null;
  /** What it names: a place may have its name in two languages. */
  of: string | undefined;
  box: number[];
}

/** Names with more than a hairline of each other's box. */
const overlapping = (names: Name[]): string[] =>
  names.flatMap((one, i) =>
    names.slice(i + 1).flatMap((other) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 1, 2, 3].map((k) =>
        (k < 2 ? Math.max : Math.min)(one.box[k] ?? 0, other.box[k] ?? 0),
      );
      return one.of !== other.of && right - left > 2 && bottom - top > 4 ? [`${one.text} and ${other.text}`] : [];
    }),
  );

test('in forced colours every mark is of the system’s inks, and the map says nothing to the console', async ({ open }) => {
  const page = await open({ hash: 'captured' });
  await page.emulateMedia({ forcedColors: 'active' });
  await settle(page, 'captured');
  const own = await page.evaluate(() => {
    const system = document.createElement('i');
    system.style.setProperty('forced-color-adjust', 'none');
    document.body.append(system);
    const colourOf = (name: string) => {
      system.style.color = name;
      return getComputedStyle(system).color;
    };
    const inks = [colourOf('Canvas'), colourOf('color-mix(in srgb, CanvasText 14%, Canvas)')];
    const fills = [...document.querySelectorAll('.stage .ground path[class*="f-"]')].map((path) => getComputedStyle(path).fill);
    return fills.filter((fill) => !inks.includes(fill));
  });
  expect(own).toEqual([]);
});

test('in forced colours the map can be freed too, and each sign of its key stands out', further, async ({ open }) => {
  const page = await open({ hash: 'captured' });
  await page.emulateMedia({ forcedColors: 'active' });
  await settle(page, 'captured');
  await page.locator('.rail').getByRole('button', { name: 'Explore the map' }).click();
  await expect(page.locator('.exploring canvas:focus')).toHaveCount(1, { timeout: softwareWebglMs });
  const signs = await page.locator('.free-legend li:not([hidden])').evaluateAll((items) => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const inkOf = ({ borderTopColor, backgroundColor }: CSSStyleDeclaration) =>
      [borderTopColor, backgroundColor].some((ink) => ink !== paper && ink !== 'rgba(0, 0, 0, 0)');
    return items.map((item) => [item.textContent, inkOf(getComputedStyle(item.querySelector('i') ?? item))]);
  });
  expect(signs.map(([name]) => name)).toContain('Water');
  expect(signs.filter(([, seen]) => !seen)).toEqual([]);
});

for (const id of some(['captured', 'kyiv', 'sent', 'new-attacks', 'washington'], 0)) {
  for (const theme of some(['light', 'dark'] as const, 2)) {
    test(`each name on the map of #${id} stands out from the ground beneath it, in ${theme} colours`, async ({ open }) => {
      const page = await open({ theme, hash: id, webgl: 'off' });
      await settle(page, id);
      // The names are laid out again when the whole map’s data is there, and fade in.
      await page.waitForLoadState('networkidle');
      await picture(page);
      expect(await faintNames(page)).toEqual([]);
    });
  }
}

/**
 * Names whose ink has less than 4.5 to 1 against the ground as it is painted: the picture with the letters taken out and their halos left,
 * read at each letter’s place. A fifth of the pixels may be lines that run beneath.
 */
async function faintNames(page: Page): Promise<string[]> {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.stage .overlay text')].map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      return { text: text.textContent ?? '', ink: getComputedStyle(text).fill, x, y, width, height };
    }),
  );
  await page.addStyleTag({ content: '.stage .overlay text{fill:transparent!important}' });
  const shot = await page.screenshot();
  return page.evaluate(
    async ({ data, names }) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      const luminance = (r = 0, g = 0, b = 0) => {
        const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      };
      return names.flatMap(({ text, ink, x, y, width, height }) => {
        const [r, g, b] = ink.match(/\d+/g)?.map(Number) ?? [];
        const own = luminance(r, g, b);
        const pixels =
          context?.getImageData(Math.max(0, x), Math.max(0, y + height * 0.2), Math.max(1, width), Math.max(1, height * 0.6)).data ?? [];
        const contrasts: number[] = [];
        for (let i = 0; i < pixels.length; i += 4) {
          const ground = luminance(pixels[i], pixels[i + 1], pixels[i + 2]);
          contrasts.push((Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05));
        }
        const low = contrasts.sort((a, c) => a - c)[Math.floor(contrasts.length / 5)] ?? 0;
        return low < 4.5 ? [`${text}: ${low.toFixed(1)}`] : [];
      });
    },
    { data: shot.toString('base64'), names },
  );
}
