import type { CDPSession, Page } from '@playwright/test';
import {
  difference,
  expect,
  fling,
  further,
  layoutShifts,
  picture,
  type SizeName,
  scrollToStep,
  settle,
  sizes,
  softwareWebglMs,
  some,
  stepIds,
  test,
} from '../story.ts';

for (const size of Object.keys(sizes) as SizeName[]) {
  for (const theme of some(['light', 'dark'] as const, size === 'tablet' ? 0 : 1)) {
    test(`the story opens in peace on a ${size} in ${theme} colours, and is read through without a shift`, async ({ open }) => {
      const page = await open({ size, theme, webgl: 'off' });
      await settle(page, 'cover');
      for (const id of await stepIds(page)) await scrollToStep(page, id);
      expect(await layoutShifts(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}

test('scripts that come late move nothing of the step that is read meanwhile', async ({ open }) => {
  for (const size of ['tablet', 'phone'] as const) {
    let come = () => {};
    const late = new Promise<void>((resolve) => {
      come = resolve;
    });
    const before = (page: Page) =>
      page.route(/assets\/main-/, async (route) => {
        await late;
        await route.continue();
      });
    const page = await open({ size, before, until: 'domcontentloaded' });
    await page.evaluate(() => document.fonts.ready);
    await page.locator('#captured').evaluate((step) => step.scrollIntoView({ behavior: 'instant' }));
    // What is seen has been painted before the scripts come.
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    come();
    await settle(page, 'captured');
    expect(await layoutShifts(page), size).toEqual([]);
  }
});

test('in motion, every step becomes current and comes to rest, forwards on the WebGL map', async ({ open }) => {
  const page = await open({ motion: 'no-preference' });
  await settle(page, 'cover');
  for (const id of some(await stepIds(page), 5)) await scrollToStep(page, id);
  expect(await layoutShifts(page)).toEqual([]);
});

test('in motion, every step becomes current and comes to rest, backwards on the drawn map', further, async ({ open }) => {
  const page = await open({ motion: 'no-preference', webgl: 'off', hash: 'coda' });
  await settle(page, 'coda');
  for (const id of (await stepIds(page)).reverse()) await scrollToStep(page, id);
  expect(await layoutShifts(page)).toEqual([]);
});

test('the address follows the step without filling the history', async ({ open }) => {
  const page = await open({ webgl: 'off' });
  await settle(page, 'cover');
  const before = await page.evaluate(() => history.length);
  const [, ...ids] = await stepIds(page);
  for (const id of some([...ids, ...[...ids].reverse().slice(1)], 5)) {
    await scrollToStep(page, id);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`);
  }
  await scrollToStep(page, 'cover');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('a link to a step opens on it, at rest', async ({ open }) => {
  const page = await open({ hash: 'kyiv', motion: 'no-preference' });
  await settle(page, 'kyiv');
  expect(await topOf(page, 'kyiv')).toBeCloseTo(0, 0);
});

test('a link to the coda, or to a figure in its list, opens on it, although all of that is laid out later', async ({ open }) => {
  const coda = await open({ hash: 'coda', size: 'phone' });
  await settle(coda, 'coda');
  expect(await topOf(coda, 'coda')).toBeCloseTo(0, 0);
  const last = await coda.evaluate(() => document.querySelector('.facts li:last-child')?.id ?? '');
  const figure = await open({ hash: last, size: 'phone' });
  await settle(figure, 'coda');
  await expect(figure.locator(`#${last}`)).toBeInViewport({ ratio: 0.9 });
});

test('a page loaded again mid-way stays where it was', async ({ open }) => {
  const page = await open({ motion: 'no-preference' });
  await settle(page, 'cover');
  await scrollToStep(page, 'territory');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#territory');
  await page.reload();
  await settle(page, 'territory');
  expect(await topOf(page, 'territory')).toBeCloseTo(0, 0);
});

for (const webgl of ['on', 'off'] as const) {
  for (const id of webgl === 'on' ? ['retaken', 'sent'] : ['sent', 'two', 'retaken', 'kyiv', 'coda']) {
    test(`a fling to #${id} ends in the picture that a jump there gives, WebGL ${webgl}`, further, async ({ open }, info) => {
      const map = webgl === 'on' ? 'webgl' : 'svg';
      const flung = await open({ motion: 'no-preference', webgl });
      await settle(flung, 'cover');
      await fling(flung, 'coda');
      await fling(flung, id);
      await expect(flung.locator('html')).toHaveAttribute('data-map', map, { timeout: softwareWebglMs });
      const jumped = await open({ hash: id, webgl });
      await settle(jumped, id);
      await expect(jumped.locator('html')).toHaveAttribute('data-map', map, { timeout: softwareWebglMs });
      const pictures = { flung: await picture(flung), jumped: await picture(jumped) };
      for (const [name, body] of Object.entries(pictures)) await info.attach(name, { body, contentType: 'image/png' });
      expect(await difference(jumped, pictures.flung, pictures.jumped)).toBeLessThan(0.005);
    });
  }
}

test('without WebGL the map goes on as a drawing', async ({ open }) => {
  const page = await open({ webgl: 'off', motion: 'no-preference' });
  for (const id of ['captured', 'kyiv', 'territory', 'sent']) await scrollToStep(page, id);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
  await expect(page.locator('.stage svg.ground path').first()).toBeAttached();
});

/** What makes a browser say that its reader has little to spend. */
const frugal: Record<string, (page: Page, session: CDPSession) => Promise<unknown>> = {
  'saved data': (_, session) => session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true }),
  'a line of 2G': (page) => sayOf(page, 'NetworkInformation', 'effectiveType', '2g'),
  'little memory': (page) => sayOf(page, 'Navigator', 'deviceMemory', 1),
};

/** Chromium tells these of the machine alone. */
const sayOf = (page: Page, owner: string, name: string, value: unknown) =>
  page.addInitScript((one) => Object.defineProperty(Reflect.get(globalThis, one.owner).prototype, one.name, { get: () => one.value }), {
    owner,
    name,
    value,
  });

for (const [what, begin] of some(Object.entries(frugal), 1)) {
  test(`on ${what} the story is told to its end as a drawing, and MapLibre is not fetched`, async ({ open }) => {
    const page = await open({ size: 'phone' });
    await begin(page, await page.context().newCDPSession(page));
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.reload();
    for (const id of ['captured', 'territory', 'sent']) await scrollToStep(page, id);
    // Still for longer than the map would wait.
    await page.waitForTimeout(2500);
    await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
    expect(fetched.some((address) => /geo-near/.test(address))).toBe(true);
    expect(fetched.filter((address) => /webgl|worker/.test(address))).toEqual([]);
  });
}

for (const [id, size] of some(
  [
    ['captured', 'phone'],
    ['sent', 'desktop'],
    ['captured', 'desktop'],
    ['kyiv', 'tablet'],
  ] as const,
  1,
)) {
  test(`WebGL takes the map over in place at #${id} on a ${size}: the picture stays`, async ({ open }, info) => {
    const [drawn, taken] = await Promise.all([open({ hash: id, size, webgl: 'off' }), open({ hash: id, size })]);
    await settle(drawn, id);
    await settle(taken, id);
    await expect(taken.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
    const pictures = { drawn: await picture(drawn), taken: await picture(taken) };
    for (const [name, body] of Object.entries(pictures)) await info.attach(name, { body, contentType: 'image/png' });
    expect(await difference(drawn, pictures.drawn, pictures.taken)).toBeLessThan(0.01);
  });
}

const topOf = (page: Page, id: string): Promise<number> =>
  page.locator(`[id="${id}"]`).evaluate((step) => step.getBoundingClientRect().top);
