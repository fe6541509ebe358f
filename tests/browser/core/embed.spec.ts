import type { Frame, Page } from '@playwright/test';
import { type Frames, frames, scrollInto } from '../embed/checks.ts';
import { fileOf, hostPages } from '../embed/host-pages.ts';
import { expect, further, place, test } from '../story.ts';

/** One of each rung under `npm test`; the whole matrix with the further engines. */
const rungs = ['plain', 'sandboxed', 'script forbidden', 'ancestor hides overflow', 'sticky header', 'pasted pair', 'bare frame'];
const pages = Object.entries(hostPages('https://story.example/')).filter(([name]) => process.env.ENGINES === 'all' || rungs.includes(name));

/** No browser gives fonts to a frame of no origin without CORS; policies are there to be hit, and said so. */
const excused = /\.woff2|^console error: Failed to load resource: net::ERR_FAILED$|Content Security Policy|csp/i;

const addressOf = (name: string) => `${place('HOST_URL')}${fileOf(name)}`;

const partOf = (page: Page, part: string): Frame | undefined => page.frames().find((frame) => frame.url().includes(`frame=${part}`));

const stepIn = (page: Page, part: string) => partOf(page, part)?.evaluate(() => document.documentElement.dataset.step);

/** Brings a stage of the story to rest under the reader's eyes. */
async function readStage(page: Page, stage: number, { topPx = 0, scroller = '' } = {}): Promise<void> {
  const { graphic } = (await page.evaluate(frames)) as Frames;
  await page.evaluate(scrollInto(stage * (graphic?.height ?? 0) - topPx, scroller));
}

for (const [name, { want, topPx = 0, scroller = '' }] of pages) {
  test(`in a host’s page (${name}) the story is ${want}`, async ({ open }) => {
    const page = await open({ address: addressOf(name), motion: 'reduce', excused });
    await page.evaluate(scrollInto(-20, scroller));
    if (want === 'stepper') {
      const stepper = () => page.frames().find((frame) => frame.parentFrame() && !frame.isDetached());
      await expect
        .poll(() =>
          stepper()
            ?.evaluate(() => document.documentElement.dataset.frame)
            .catch(() => ''),
        )
        .toBe('stepper');
      const inside = stepper();
      await inside?.getByRole('button', { name: 'Next' }).click();
      await expect(inside?.locator('html') ?? page.locator('nothing')).toHaveAttribute('data-step', 'captured');
      expect(await inside?.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) - innerHeight)).toBeLessThanOrEqual(0);
      return;
    }
    await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
    await readStage(page, 4, { topPx, scroller });
    await expect.poll(() => stepIn(page, 'text')).toBe('retaken');
    if (want === 'flat') {
      await expect(partOf(page, 'text')?.locator('html.flat') ?? page.locator('nothing')).toHaveCount(1);
      await expect(partOf(page, 'text')?.locator('#retaken .still picture img') ?? page.locator('nothing')).toBeVisible();
      return;
    }
    await expect.poll(() => stepIn(page, 'graphic')).toBe('retaken');
    const { text, graphic, own, pin } = (await page.evaluate(frames)) as Frames;
    expect(pin ?? 'pasted pair').toBe(want);
    expect(Math.abs((graphic?.top ?? 99) - topPx), 'the graphic stands still').toBeLessThanOrEqual(1);
    expect(graphic?.width).toBeCloseTo(own.width, 0);
    expect(text?.height).toBeGreaterThan(15 * (graphic?.height ?? 0));
    expect(await partOf(page, 'text')?.evaluate(() => scrollY), 'nothing scrolls inside').toBe(0);
    expect(await page.evaluate('shift')).toBeLessThan(0.05);
  });
}

test('the place kept free for the story holds until both of its frames are there', async ({ open }) => {
  const page = await open({ address: 'about:blank', excused });
  const held: (() => void)[] = [];
  await page.route(/frame=graphic/, async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto(addressOf('plain'), { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('#story[data-pin]');
  const height = () => page.evaluate('document.getElementById("story").offsetHeight');
  const kept = await height();
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => page.evaluate('told.length')).toBeGreaterThan(0);
  await page.waitForTimeout(300);
  expect(await height()).toBe(kept);
  for (const go of held) go();
  await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
  expect(await page.evaluate('shift')).toBeLessThan(0.05);
});

test('a host hears which step is read and may ask for one, by its address as well', async ({ open }) => {
  const page = await open({ address: `${addressOf('plain')}#story=kyiv`, excused });
  await expect.poll(() => stepIn(page, 'text')).toBe('kyiv');
  await expect.poll(() => page.evaluate('heard.at(-1)')).toBe('kyiv');
  await page.evaluate(() => document.getElementById('story')?.dispatchEvent(new CustomEvent('story:go', { detail: 'territory' })));
  await expect.poll(() => stepIn(page, 'graphic')).toBe('territory');
  await expect.poll(() => page.evaluate('heard.at(-1)')).toBe('territory');
});

test('who turns the phone mid-story stays at the step', further, async ({ open }) => {
  const page = await open({ address: addressOf('plain'), motion: 'reduce', excused });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
  await readStage(page, 4);
  await expect.poll(() => stepIn(page, 'graphic')).toBe('retaken');
  for (const [width, height] of [
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const rested = async () => {
      const { text, graphic } = (await page.evaluate(frames)) as Frames;
      const top = (await partOf(page, 'text')?.evaluate(() => document.getElementById('retaken')?.getBoundingClientRect().top)) ?? -1;
      return { rested: Math.abs((text?.top ?? 0) + top - (graphic?.top ?? 0)) <= 2, stage: graphic?.height };
    };
    await expect.poll(rested).toEqual({ rested: true, stage: height });
    await expect.poll(() => stepIn(page, 'graphic')).toBe('retaken');
  }
});

test('Back leads to the place where the reader was, and no step was an entry of the history', async ({ open }) => {
  const page = await open({ address: addressOf('plain'), motion: 'reduce', excused });
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
  await readStage(page, 4);
  await expect.poll(() => stepIn(page, 'graphic')).toBe('retaken');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goto(addressOf('dark host'));
  await page.goBack();
  await expect.poll(() => stepIn(page, 'text')).toBe('retaken');
  await expect.poll(() => stepIn(page, 'graphic')).toBe('retaken');
});

test('what the browser finds in the text of a later step is brought to the reader', async ({ open }) => {
  const page = await open({ address: addressOf('plain'), motion: 'reduce', excused });
  const searches = await page.evaluate("find('article')");
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
  const text = partOf(page, 'text');
  const words = (await text?.locator('#kyiv .card p').last().textContent())?.slice(0, 24) ?? '';
  const found = await text?.evaluate((what) => (window as unknown as { find(what: string): boolean }).find(what), words);
  expect(found).toBe(searches);
  // A browser without a search of its own scrolls as one that has found something.
  if (!searches)
    await text
      ?.locator('#kyiv .card p')
      .last()
      .evaluate((paragraph) => paragraph.scrollIntoView({ block: 'center' }));
  await expect.poll(() => stepIn(page, 'text')).toBe('kyiv');
  await expect.poll(() => stepIn(page, 'graphic')).toBe('kyiv');
});

test('a number in the text of a duet opens its note in the card, and lights its mark in the graphic', async ({ open }) => {
  const page = await open({ address: addressOf('plain'), excused });
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
  await readStage(page, 3);
  await expect.poll(() => stepIn(page, 'graphic')).toBe('seized');
  const [text, graphic] = [partOf(page, 'text'), partOf(page, 'graphic')];
  await text?.locator('#seized a.fact').first().click();
  await expect(text?.locator('#seized .note') ?? page.locator('nothing')).toBeVisible();
  await expect(graphic?.locator('.stage [data-lit]').first() ?? page.locator('nothing')).toBeAttached();
});

test('Tab goes through the text alone, and the host shows what has the focus', async ({ open }) => {
  const page = await open({ address: addressOf('plain'), excused });
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => stepIn(page, 'graphic')).toBe('cover');
  for (let i = 0; i < 12; i++) await page.keyboard.press('Tab');
  const top = await partOf(page, 'text')?.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
  const { text } = (await page.evaluate(frames)) as Frames;
  const seen = (text?.top ?? 0) + (top ?? 0);
  expect(seen).toBeGreaterThanOrEqual(0);
  expect(seen).toBeLessThan(900);
  expect(await partOf(page, 'graphic')?.evaluate(() => document.hasFocus())).toBe(false);
});

for (const width of [280, 1200]) {
  for (const id of ['territory', 'kyiv']) {
    test(`the graphic of #${id} stands alone in a frame ${width} px wide`, async ({ open }) => {
      const page = await open({ address: `${place('STORY_URL')}?graphic=${id}&theme=dark` });
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
      await expect(page.locator(`#${id} .chart-title`).first()).toBeVisible();
      await expect(page.locator('.whole a')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      if (id === 'territory') {
        await page.locator(`#${id} summary`).click();
        await expect(page.getByRole('link', { name: 'Download CSV' })).toBeVisible();
      }
    });
  }
}

test('a busy browser that tells late where a graphic was, and where it is, keeps no graphic asleep', further, async ({ open }) => {
  const before = (page: Page) =>
    page.addInitScript(() => {
      const Real = IntersectionObserver;
      self.IntersectionObserver = class extends Real {
        constructor(run: IntersectionObserverCallback, options?: IntersectionObserverInit) {
          const was = ({ target }: IntersectionObserverEntry) => ({ target, isIntersecting: false }) as IntersectionObserverEntry;
          super((entries, observer) => run([...entries.map(was), ...entries], observer), options);
        }
      };
    });
  const alone = await open({ address: `${place('STORY_URL')}?graphic=kyiv`, before });
  await expect(alone.locator('html')).toHaveAttribute('data-state', 'settled');
  const host = await open({ address: addressOf('plain'), excused, before });
  await host.evaluate(scrollInto(-20));
  await expect.poll(() => stepIn(host, 'graphic')).toBe('cover');
  await readStage(host, 4);
  await expect.poll(() => stepIn(host, 'graphic')).toBe('retaken');
  await expect.poll(() => partOf(host, 'graphic')?.evaluate(() => document.documentElement.dataset.state)).toBe('settled');
});

test('what an address asks for and the story lacks falls back, and is said once', async ({ open }) => {
  const said: string[] = [];
  const page = await open({ address: 'about:blank', excused: /The story has no graphic/ });
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${place('STORY_URL')}?theme=pink&start=nowhere&graphic=nothing&lang=xx`);
  await expect(page.locator('html')).toHaveAttribute('data-step', 'cover');
  expect(said).toEqual(['The story has no graphic=nothing, start=nowhere, theme=pink, lang=xx']);
});
