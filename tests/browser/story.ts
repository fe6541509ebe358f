import { type BrowserContext, test as base, expect, type Frame, type Page } from '@playwright/test';
import type { Places } from './setup.ts';

export { expect };

/** For a test that only `npm run test:all` runs. */
export const further = { tag: '@further' };

/** Under `npm test` one of each kind is tried, so that it takes minutes; with the further engines, all. */
export const some = <T>(all: readonly T[], few: number): readonly T[] => (process.env.ENGINES === 'all' ? all : all.slice(0, few));

export const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;

/** Without a graphics card, on a busy machine, MapLibre takes its time. */
export const softwareWebglMs = 60_000;

export type SizeName = keyof typeof sizes;

export interface OpenOptions {
  /** Where to go; the Kursk story if left out. */
  address?: string;
  /** Step to open on, without the number sign. */
  hash?: string;
  size?: SizeName;
  theme?: 'light' | 'dark';
  /** `reduce` unless a test is about motion. */
  motion?: 'reduce' | 'no-preference';
  script?: 'on' | 'off';
  webgl?: 'on' | 'off';
  /** The browser's language, whose country decides the units; kilometres if left out. */
  locale?: string;
  /** What the page cannot help saying where it is opened. */
  excused?: RegExp;
  /** Done before the page is asked for. */
  before?: (page: Page) => Promise<unknown>;
  /** How long the page is waited for; a file that never comes keeps it from being loaded. */
  until?: 'load' | 'domcontentloaded' | 'commit';
}

interface Fixtures {
  /** Opens a story in a browser of its own. The test fails if it prints, fails or asks another host for anything. */
  open(options?: OpenOptions): Promise<Page>;
}

declare global {
  /** Every layout shift of the page, in words. */
  var mapStoryShifts: string[];
}

/** Address or folder that the setup has left for the tests. */
export function place(name: keyof Places): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the setup did not run`);
  return value;
}

export const test = base.extend<Fixtures>({
  launchOptions: [
    async ({}, use) => {
      await use({ executablePath: place('BROWSER_PATH') || undefined });
    },
    { scope: 'worker' },
  ],
  open: async ({ browser }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(
      async ({
        address = place('STORY_URL'),
        hash,
        size = 'desktop',
        theme = 'light',
        motion = 'reduce',
        script = 'on',
        webgl = 'on',
        locale,
        excused,
        before,
        until = 'load',
      } = {}) => {
        const context = await browser.newContext({
          viewport: sizes[size],
          colorScheme: theme,
          reducedMotion: motion,
          javaScriptEnabled: script === 'on',
          hasTouch: size !== 'desktop',
          ...(locale ? { locale } : {}),
        });
        contexts.push(context);
        watch(context, (complaint) => {
          if (!excused?.test(complaint)) complaints.push(complaint);
        });
        await context.addInitScript(recordLayoutShifts);
        if (webgl === 'off') await context.addInitScript(refuseWebgl);
        const page = await context.newPage();
        await before?.(page);
        await page.goto(hash ? `${address}#${hash}` : address, { waitUntil: until });
        return page;
      },
    );
    // What is still asked for at a test's end is nobody's fault.
    await Promise.all(contexts.flatMap((context) => context.pages()).map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, 'the page says nothing, fails nowhere and stays with its own host').toEqual([]);
  },
});

/** What a machine without a graphics card makes the browser say whenever the screen is copied; the page has no part in it. */
const saidOfNoCard = /GL Driver Message .*GPU stall due to ReadPixels/;

function watch(context: BrowserContext, complain: (complaint: string) => void): void {
  context.on('console', (message) => {
    if (!saidOfNoCard.test(message.text())) complain(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    if (!isOwn(request.url())) complain(`foreign request: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // A page that is left or loaded again takes its open requests with it.
    if (reason !== 'net::ERR_ABORTED') complain(`${reason}: ${request.url()}`);
  });
}

function isOwn(address: string): boolean {
  const { protocol, origin } = new URL(address);
  if (['data:', 'blob:', 'file:', 'about:'].includes(protocol)) return true;
  const own = ['STORY_URL', 'LAKE_URL', 'BLOCKS_URL', 'HOSTILE_URL', 'META_URL', 'HEADER_URL', 'HOST_URL', 'STORIES_URL'] as const;
  return own.some((name) => place(name) && new URL(place(name)).origin === origin);
}

/**
 * Shifts are reported to three places; what is less than half of the last is none. Chrome measures text that runs from the right at
 * the left end of its first line, which moves when its own font comes: where the right end and all lines stay, nothing has shifted.
 */
function recordLayoutShifts(): void {
  self.mapStoryShifts = [];
  interface Source {
    node?: Node;
    previousRect: DOMRect;
    currentRect: DOMRect;
  }
  const stays = ({ node, previousRect: was, currentRect: is }: Source) => {
    const element = node instanceof Element ? node : node?.parentElement;
    const mirrored = element && getComputedStyle(element).direction === 'rtl';
    return mirrored && Math.abs(was.right - is.right) < 1 && was.top === is.top && was.bottom === is.bottom;
  };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as (PerformanceEntry & { value: number; sources: Source[] })[]) {
      if (value < 0.0005 || (sources.length && sources.every(stays))) continue;
      const moved = sources.map(({ node }) =>
        node instanceof Element ? `${node.localName}.${node.getAttribute('class') ?? ''}` : (node?.nodeName ?? 'gone'),
      );
      self.mapStoryShifts.push(`${value.toFixed(4)} ${moved.join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

export function refuseWebgl(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
    return /webgl/.test(kind) ? null : Reflect.apply(getContext, this, [kind, ...rest]);
  } as typeof getContext;
}

/** Every layout shift since the page was opened; empty where nothing moved by itself. */
export const layoutShifts = (page: Page): Promise<string[]> => page.evaluate(() => self.mapStoryShifts);

/** Waits until the step is the current one and its scene stands still. */
export async function settle(page: Page | Frame, step: string, timeout?: number): Promise<void> {
  await expect(page.locator(`html[data-step="${step}"][data-state="settled"]`)).toHaveCount(1, { timeout });
}

/** Brings a step to where it rests, in one go. */
export async function scrollToStep(page: Page | Frame, step: string): Promise<void> {
  await page.locator(`[id="${step}"]`).evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'start' }));
  await settle(page, step);
}

/** Flings from where the page is to a step, a twentieth of the way a frame. */
export async function fling(page: Page, step: string): Promise<void> {
  await page.locator(`[id="${step}"]`).evaluate(async (element) => {
    const from = scrollY;
    const way = element.getBoundingClientRect().top;
    for (let part = 1; part <= 20; part++) {
      scrollTo({ top: from + (way * part) / 20, behavior: 'instant' });
      await new Promise((next) => requestAnimationFrame(next));
    }
  });
  await settle(page, step);
}

/** Ids of cover, steps and coda in their order. */
export const stepIds = (page: Page | Frame): Promise<string[]> =>
  page.locator('.step[id]').evaluateAll((steps) => steps.map(({ id }) => id));

/** The screen once nothing on it changes any more. */
export async function picture(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  await expect(async () => {
    const next = await page.screenshot();
    const same = next.equals(last);
    last = next;
    expect(same, 'the screen stands still').toBe(true);
  }).toPass({ intervals: [300] });
  return last;
}

/** The share of pixels, from 0 to 1, that differ by more than 32 of 255 in any channel. */
export async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (data) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!a || a.length !== b?.length) return 1;
      let differing = 0;
      for (let i = 0; i < a.length; i += 4) {
        if ([0, 1, 2].some((channel) => Math.abs((a[i + channel] ?? 0) - (b[i + channel] ?? 0)) > 32)) differing++;
      }
      return differing / (a.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
