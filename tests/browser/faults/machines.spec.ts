import { chromium } from '@playwright/test';
import { serve } from '../serve.mjs';
import { expect, place, scrollToStep, settle, softwareWebglMs, stepIds, test } from '../story.ts';
import { breakings, browsersWords, expectAlive, expectToolsWork, files, listen, pictureOf } from './faults.ts';

test('offline after load: the story is read to its end, and the tools come back with the line', async ({ open }) => {
  const page = await open({
    excused: /ERR_INTERNET_DISCONNECTED|Failed to load resource|console info: (A tool did not come|The map stays)/,
  });
  await settle(page, 'cover');
  await scrollToStep(page, 'territory');
  await expect.poll(() => pictureOf(page, 'territory')).toBe('drawn');
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  for (const id of await stepIds(page)) await scrollToStep(page, id);
  await scrollToStep(page, 'kyiv');
  const tool = page.locator('.rail .more');
  await tool.click();
  await expect(tool).toBeHidden();
  await page.context().setOffline(false);
  await expect(tool).toBeVisible();
  await tool.click();
  await expect(page.locator('.tools')).toBeVisible();
});

test('the map data comes when the line is back', async ({ open }) => {
  const page = await open({
    excused: /ERR_FAILED|Failed to load resource|console info: Some of the map/,
    before: (opened) => opened.route(/geo-near/, (route) => route.abort()),
  });
  await scrollToStep(page, 'captured');
  await expect.poll(() => pictureOf(page, 'captured')).toBe('still');
  await page.unroute(/geo-near/);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => pictureOf(page, 'captured')).toBe('drawn');
});

test('a script that turns out to be none in mid-flight costs no scene its drawing', async ({ open }) => {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  let said: string[] = [];
  const page = await open({
    hash: 'captured',
    motion: 'no-preference',
    webgl: 'off',
    excused: browsersWords,
    before: async (opened) => {
      said = listen(opened);
      await opened.route(files['the wide map'], async (route) => {
        await released;
        await breakings['a page of HTML']?.(route);
      });
    },
    until: 'domcontentloaded',
  });
  await settle(page, 'captured');
  await page.locator('[id=kyiv]').evaluate((step) => step.scrollIntoView({ behavior: 'instant', block: 'start' }));
  await expect(page.locator('html[data-step=kyiv][data-state=flying]')).toHaveCount(1);
  release();
  await expect.poll(() => said.length).toBe(1);
  await settle(page, 'kyiv');
  expect(await pictureOf(page, 'kyiv')).toBe('drawn');
  expect(said[0]).toContain('map is missing');
});

test('a tab frozen in mid-flight and thawed comes to rest', async ({ open }) => {
  const page = await open({ motion: 'no-preference', webgl: 'off' });
  await scrollToStep(page, 'captured');
  const session = await page.context().newCDPSession(page);
  await page.locator('[id=kyiv]').evaluate((step) => step.scrollIntoView({ behavior: 'instant', block: 'start' }));
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.waitForTimeout(1500);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await settle(page, 'kyiv');
  expect(await pictureOf(page, 'kyiv')).toBe('drawn');
});

for (const [part, query] of Object.entries({
  stepper: '?frame=stepper',
  graphic: '?frame=graphic',
  'one map': '?graphic=captured',
  'one chart': '?graphic=territory',
})) {
  test(`a frame without a size, and one that is hidden, show their part once they are shown: ${part}`, async ({ open }) => {
    const page = await open({ address: place('LAKE_URL'), webgl: 'off' });
    await page.evaluate((src) => {
      document.body.replaceChildren();
      for (const style of ['width:0;height:0', 'display:none;width:900px;height:700px']) {
        const frame = document.createElement('iframe');
        frame.style.cssText = `border:0;${style}`;
        frame.src = src;
        document.body.append(frame);
      }
    }, place('STORY_URL') + query);
    await expect.poll(() => page.frames().length).toBe(3);
    await page.waitForTimeout(2000);
    for (const [i, frame] of (await page.locator('iframe').all()).entries()) {
      const shown = `display:block;position:fixed;top:0;left:${720 * i}px;width:700px;height:700px`;
      await frame.evaluate((element, style) => Object.assign(element.style, { cssText: style }), shown);
    }
    for (const frame of page.frames().slice(1)) {
      await expect(frame.locator('html[data-state=settled]')).toHaveCount(1);
      if (part === 'one chart') {
        await expect(frame.locator('#territory .still :is(svg.chart-svg, img)').filter({ visible: true })).not.toHaveCount(0);
        continue;
      }
      if (part === 'stepper') {
        await frame.locator('.stepper-bar button').last().click();
        await settle(frame, 'captured');
      }
      await expect(frame.locator('.ground path').first()).toBeAttached();
      expect((await frame.locator('.ground').boundingBox())?.height).toBeGreaterThan(200);
    }
  });
}

test('the back button brings the story back where it was', async ({ open }) => {
  const page = await open();
  await scrollToStep(page, 'territory');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#territory');
  await page.goto(place('LAKE_URL'));
  await page.goBack();
  await settle(page, 'territory');
  await expect.poll(() => pictureOf(page, 'territory')).toBe('drawn');
  await scrollToStep(page, 'kyiv');
  expect(await pictureOf(page, 'kyiv')).toBe('drawn');
});

test('out of the back/forward cache the story goes on, from a step and from mid-flight', async () => {
  // Tests are run without that cache, and a host that says no-store has none.
  const host = await serve(place('STORY_FOLDER'), { headers: { 'cache-control': 'max-age=60' } });
  const browser = await chromium.launch({
    executablePath: place('BROWSER_PATH') || undefined,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => persisted && document.documentElement.setAttribute('data-persisted', '')),
    );
    await page.goto(`${host.url}#captured`);
    await settle(page, 'captured');
    for (const [id, isFlying] of [
      ['territory', false],
      ['kyiv', true],
    ] as const) {
      // A busy browser may let go of a page that it was to keep, and does not say why: that is tried again.
      await expect(async () => {
        await scrollToStep(page, isFlying ? 'captured' : id);
        if (isFlying) {
          await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView({ behavior: 'instant', block: 'start' }));
          await expect(page.locator(`html[data-step=${id}][data-state=flying]`)).toHaveCount(1);
        }
        await page.goto(`${host.url}embed.html`);
        // What comes out of the cache is not loaded.
        await page.goBack({ waitUntil: 'commit' });
        await expect(page.locator('html[data-persisted]'), 'the page is the one that was left').toHaveCount(1, { timeout: 2000 });
      }).toPass({ timeout: 60_000 });
      await settle(page, id);
      await expect.poll(() => pictureOf(page, id)).toBe('drawn');
      await page.locator('html').evaluate((root) => root.removeAttribute('data-persisted'));
    }
    await scrollToStep(page, 'cost');
    expect(await pictureOf(page, 'cost')).toBe('drawn');
  } finally {
    await browser.close();
    await host.close();
  }
});

test('twenty times slower, the story is told', async ({ open }) => {
  test.slow();
  const page = await open({ hash: 'captured', webgl: 'off' });
  await settle(page, 'captured');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  for (const id of ['seized', 'territory', 'kyiv']) {
    await page.locator(`[id=${id}]`).evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'start' }));
    await expect(page.locator(`html[data-step="${id}"][data-state="settled"]`)).toHaveCount(1, { timeout: 60_000 });
    expect(await pictureOf(page, id)).toBe('drawn');
  }
});

test('a clock that stands in 1970, and one that is set back while the story is read, change nothing', async ({ open }) => {
  const page = await open({ before: (opened) => opened.clock.setFixedTime(0) });
  expect(await page.evaluate(() => [Date.now(), new Date().getFullYear()])).toEqual([0, 1970]);
  await expectAlive(page);
  // The place that is remembered is of 1970, and its reader comes back in it.
  await page.goto('about:blank');
  await page.goto(place('STORY_URL'));
  await settle(page, 'cover');
  await expect(page.locator('.notice')).toBeVisible();
  await page.clock.setFixedTime('2031-05-02');
  await scrollToStep(page, 'captured');
  await page.clock.setFixedTime(0);
  await expectAlive(page);
});

test('who asks for little data has the whole story, drawn, and no WebGL', async ({ open }) => {
  const fetched: string[] = [];
  const page = await open({
    before: async (opened) => {
      opened.on('request', (request) => fetched.push(request.url()));
      await opened.addInitScript(() => {
        Object.defineProperty(Reflect.get(globalThis, 'NetworkInformation').prototype, 'saveData', { get: () => true });
      });
    },
  });
  await settle(page, 'cover');
  await page.waitForLoadState('networkidle');
  expect(
    fetched.filter((url) => /geo-|webgl|worker|charts|frames/.test(url)),
    'nothing is fetched ahead',
  ).toEqual([]);
  await expectAlive(page);
  await expectToolsWork(page);
});

test('the charts’ code comes when the line is back, to the step that lacks it', async ({ open }) => {
  const page = await open({
    excused: browsersWords,
    before: (opened) => opened.route(files['the charts'], (route) => route.abort()),
  });
  await scrollToStep(page, 'territory');
  await expect.poll(() => pictureOf(page, 'territory')).toBe('still');
  await page.unroute(files['the charts']);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => pictureOf(page, 'territory')).toBe('drawn');
});

test('map data that did not come is asked for again by the next flight', async ({ open }) => {
  let refused = 0;
  const page = await open({
    excused: browsersWords,
    motion: 'no-preference',
    webgl: 'off',
    before: (opened) =>
      opened.route(files['the near map'], (route) => {
        // Once as it is fetched ahead, once as it is wanted.
        if (refused++ < 2) return route.abort();
        return route.continue();
      }),
  });
  await scrollToStep(page, 'captured');
  await expect.poll(() => refused).toBeGreaterThan(1);
  await expect.poll(() => pictureOf(page, 'captured')).toBe('still');
  await expect(async () => {
    await scrollToStep(page, 'territory');
    await scrollToStep(page, 'kyiv');
    expect(await pictureOf(page, 'kyiv')).toBe('drawn');
  }).toPass();
});

for (const part of ['the WebGL map', 'its worker'] as const) {
  test(`${part} comes when the line is back`, async ({ open }) => {
    let said: string[] = [];
    const page = await open({
      hash: 'captured',
      excused: browsersWords,
      before: async (opened) => {
        said = listen(opened);
        await opened.route(files[part], (route) => route.abort());
      },
    });
    await expect.poll(() => said.length, { timeout: softwareWebglMs }).toBe(1);
    await page.unroute(files[part]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
  });
}

test('an address whose fragment is no text leads to the beginning', async ({ open }) => {
  for (const query of ['', '?frame=stepper', '?frame=graphic']) {
    const page = await open({ address: `${place('STORY_URL')}${query}#%`, webgl: 'off' });
    await settle(page, 'cover');
  }
});
