import { expect, place, scrollToStep, settle, stepIds, test } from '../story.ts';
import { breakings, browsersWords, expectAlive, expectFacts, files, listen, pictureOf } from './faults.ts';

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

test('a frame without a size, and one that is hidden, tell the story once they are shown', async ({ open }) => {
  const page = await open({ address: place('LAKE_URL') });
  await page.evaluate((address) => {
    document.body.replaceChildren();
    for (const style of ['width:0;height:0', 'display:none;width:900px;height:700px']) {
      const frame = document.createElement('iframe');
      frame.style.cssText = `border:0;${style}`;
      frame.src = `${address}?frame=stepper`;
      document.body.append(frame);
    }
  }, place('STORY_URL'));
  await expect.poll(() => page.frames().length).toBe(3);
  await page.waitForTimeout(2000);
  for (const [i, frame] of (await page.locator('iframe').all()).entries()) {
    const shown = `display:block;position:fixed;top:0;left:${720 * i}px;width:700px;height:700px`;
    await frame.evaluate((element, style) => Object.assign(element.style, { cssText: style }), shown);
  }
  for (const frame of page.frames().slice(1)) {
    await settle(frame, 'cover');
    await frame.locator('.stepper-bar button').last().click();
    await settle(frame, 'captured');
    await expect(frame.locator('.ground path').first()).toBeAttached();
  }
});

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

test('a clock that stands in 1970 changes nothing', async ({ open }) => {
  const page = await open({ before: (opened) => opened.addInitScript(() => void Object.assign(Date, { now: () => 0 })) });
  await expectAlive(page);
  await page.goto('about:blank');
  await page.goto(place('STORY_URL'));
  await settle(page, 'cover');
  await expectFacts(page);
});
