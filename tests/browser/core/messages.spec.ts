import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { limits } from '../../../src/embed/message.ts';
import { type Frames, frames, scrollInto } from '../embed/checks.ts';
import { fileOf } from '../embed/host-pages.ts';
import { hostileMessages } from '../embed/hostile.ts';
import { expect, further, place, settle, some, stepIds, test } from '../story.ts';

// A host may make its frame as large as it likes, larger than a canvas can be.
const excused = /hostile-|maxCanvasSize|\.woff2|^console error: Failed to load resource: net::ERR_FAILED$/i;
const addressOf = (name: string) => `${place('HOST_URL')}${fileOf(name)}`;
/** A stranger in the story's place: it says that it is there, and then whatever comes into its head. */
const hostilePage = (said: string) =>
  `<!doctype html><meta charset="utf-8"><script type="application/json" id="said">${said.replaceAll('<', '\\u003c')}</script><script>
const said = JSON.parse(document.getElementById('said').textContent, (_, value) => (value === '∞' ? Infinity : value));
parent.postMessage([7301, 0, 1], '*');
addEventListener('message', () => said.forEach((message) => parent.postMessage(message, '*')), { once: true });
</script>`;

const partOf = (page: Page, part: string) => page.frames().find((frame) => frame.url().includes(`frame=${part}`));

for (const seed of some([1, 2, 3], 1)) {
  test(`a hostile host can at most scroll the story (seed ${seed})`, async ({ open }) => {
    const page = await open({ address: addressOf('plain'), motion: 'reduce', excused });
    await page.evaluate(scrollInto(-20));
    await expect.poll(() => partOf(page, 'graphic')?.evaluate(() => document.documentElement.dataset.step)).toBe('cover');
    const before = await partOf(page, 'text')?.evaluate(() => document.querySelector('main')?.textContent);
    await page.evaluate((messages) => {
      const all = [...(document.getElementById('story')?.shadowRoot?.querySelectorAll('iframe') ?? [])];
      for (const { contentWindow } of all) for (const message of messages) contentWindow?.postMessage(message, '*');
    }, hostileMessages(seed));
    await page.waitForTimeout(300);
    // Whatever height of a stage the host has given out, its own next word puts right.
    await page.setViewportSize({ width: 1300, height: 820 });
    const screen = () => partOf(page, 'text')?.evaluate(() => document.documentElement.style.getPropertyValue('--screen'));
    await expect.poll(screen).toBe('820px');
    // The text first comes back to the step that it was at.
    await page.waitForTimeout(1500);
    await page.evaluate(() => document.getElementById('story')?.dispatchEvent(new CustomEvent('story:go', { detail: 'kyiv' })));
    await expect.poll(() => partOf(page, 'text')?.evaluate(() => document.documentElement.dataset.step)).toBe('kyiv');
    await expect.poll(() => partOf(page, 'graphic')?.evaluate(() => document.documentElement.dataset.step)).toBe('kyiv');
    expect(await partOf(page, 'text')?.evaluate(() => document.querySelector('main')?.textContent)).toBe(before);
  });

  test(`a hostile frame can at most set its own height (seed ${seed})`, async ({ open }) => {
    const page = await open({ address: 'about:blank', excused: /hostile-/ });
    const folder = place('HOST_FOLDER');
    const said = JSON.stringify(hostileMessages(seed), (_, value) => (value === Number.POSITIVE_INFINITY ? '∞' : value));
    writeFileSync(join(folder, `hostile-${seed}.html`), hostilePage(said));
    const plain = readFileSync(join(folder, fileOf('plain')), 'utf8');
    const stranger = `${place('HOST_URL').replace('localhost', '127.0.0.1')}hostile-${seed}.html`;
    writeFileSync(join(folder, `among-${seed}.html`), plain.replace(/data-story="[^"]*"/, `data-story="${stranger}"`));
    await page.goto(`${place('HOST_URL')}among-${seed}.html`);
    await page.evaluate(scrollInto(-20));
    await page.waitForTimeout(1500);
    const { own, text } = (await page.evaluate(frames)) as Frames;
    expect(text?.height).toBeGreaterThan(0);
    expect(own.height).toBeLessThanOrEqual(limits.stages * limits.stagePx[1]);
    expect(own.width).toBeLessThanOrEqual(1440);
    expect(await page.evaluate(() => document.title)).toBe('A host');
    expect(await page.evaluate(() => [...document.body.children].map(({ tagName }) => tagName).join())).toMatch(/^(P,)+DIV,SCRIPT(,P)+$/);
    const heard = (await page.evaluate('heard')) as unknown[];
    for (const id of heard) expect(typeof id === 'string' && id.length <= limits.letters).toBe(true);
  });
}

/** The parts that a host may frame by itself. */
const parts = { stepper: '?frame=stepper', text: '?frame=text', graphic: '?frame=graphic', part: '?graphic=territory' } as const;

/** A host with each of them, and with `more`; gives their frames when all are at rest. */
async function framed(page: Page, name: string, more = ''): Promise<Frame[]> {
  const frames = Object.values(parts).map(
    (query) =>
      `<iframe src="${place('STORY_URL')}${query}" title="${query}" width="600" height="${query === parts.text ? 9000 : 600}"></iframe>`,
  );
  writeFileSync(
    join(place('HOST_FOLDER'), `${name}.html`),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,"><style>iframe{display:block}</style><body>${frames.join('')}${more}`,
  );
  await page.goto(`${place('HOST_URL')}${name}.html`);
  const all = Object.values(parts).map((query) => page.frames().find((frame) => frame.url().endsWith(query)) as Frame);
  for (const frame of all) await expect(frame.locator('html[data-step][data-state=settled]')).toHaveCount(1);
  return all;
}

const stepsIn = (all: Frame[]) => Promise.all(all.map((frame) => frame.evaluate(() => document.documentElement.dataset.step)));
const wordsIn = (all: Frame[]) => Promise.all(all.map((frame) => frame.evaluate(() => document.querySelector('main')?.textContent)));

for (const seed of some([4, 5, 6], 1)) {
  test(
    `a hostile host can at most choose the step of each part, also through a port of its own (seed ${seed})`,
    further,
    async ({ open }) => {
      const page = await open({ address: 'about:blank', excused, motion: 'reduce' });
      const all = await framed(page, `hostile-host-${seed}`);
      const [before, ids] = [await wordsIn(all), await stepIds(all[0] as Frame)];
      await page.evaluate((messages) => {
        for (const { contentWindow } of document.querySelectorAll('iframe')) {
          for (const message of messages) contentWindow?.postMessage(message, '*');
          const { port1, port2 } = new MessageChannel();
          contentWindow?.postMessage([7301, 0, 700, 1], '*', [port2]);
          for (const message of [...messages, [3, 0.5], [3, 2, 0], [1e9, 0, 0], [-1, 0, 0], [2.5, 0, 0], [2, 0, 1e9]])
            port1.postMessage(message);
          // Behind all that, one step that there is, and places that there are not.
          for (const stage of [4, 0, -1, 1.5, 18, 1e9]) contentWindow?.postMessage([7301, 4, stage], '*');
        }
      }, hostileMessages(seed));
      await page.waitForTimeout(300);
      await page.evaluate(() => scrollTo(0, 0));
      await settle(all[0] as Frame, 'seized');
      for (const step of await stepsIn(all)) expect(ids).toContain(step);
      expect(await wordsIn(all)).toEqual(before);
      await all[0]?.getByRole('button', { name: 'Next' }).click();
      await settle(all[0] as Frame, 'retaken');
    },
  );

  test(`a stranger beside the story is heard by none of its parts (seed ${seed})`, further, async ({ open }) => {
    const page = await open({ address: 'about:blank', excused, motion: 'reduce' });
    const all = await framed(page, `strangers-${seed}`, '<iframe src="about:blank" name="stranger" title="A stranger"></iframe>');
    const before = [await stepsIn(all), await wordsIn(all)];
    const stranger = page.frame('stranger') as Frame;
    writeFileSync(join(place('HOST_FOLDER'), 'hostile-stranger.html'), '<!doctype html><title>A stranger</title>');
    await stranger.goto(`${place('HOST_URL').replace('localhost', '127.0.0.1')}hostile-stranger.html`);
    await stranger.evaluate(
      (messages) => {
        for (let i = 0; i < parent.length; i++) for (const message of messages) parent[i]?.postMessage(message, '*');
      },
      [...hostileMessages(seed), [7301, 4, 4], [7301, 0, 700, 1], { message: 'ready' }, '[iFrameSizer]x:1'],
    );
    // What was said before is heard before what is asked now.
    expect([await stepsIn(all), await wordsIn(all)]).toEqual(before);
    await all[0]?.getByRole('button', { name: 'Next' }).click();
    await settle(all[0] as Frame, 'captured');
    expect(await stepsIn(all.slice(1))).toEqual(before[0]?.slice(1));
  });
}

test('a story that says nothing leaves what was pasted, and so does one that speaks a language to come', further, async ({ open }) => {
  const page = await open({ address: 'about:blank', excused });
  await page.route(/\?frame=(text|graphic)/, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>parent.postMessage([9999,1,7],'*')</script>` }),
  );
  await page.goto(addressOf('plain'));
  await page.evaluate(scrollInto(-20));
  await expect(page.locator('#story')).toHaveAttribute('data-pin', 'stepper', { timeout: 15_000 });
  await expect(page.frameLocator('#story > iframe').getByRole('button', { name: 'Next' })).toBeVisible();
});

test('a later story that adds kinds and a later version is understood as far as it goes', async ({ open }) => {
  const page = await open({ address: 'about:blank', excused });
  // What the frames say comes with a version of tomorrow, and with words that nobody knows yet.
  await page.addInitScript(() => {
    if (parent === self) return;
    const own = parent.postMessage.bind(parent);
    const say = (message: unknown) => {
      if (!Array.isArray(message) || message[1] !== 0) return own(message, '*');
      own([message[0], 98, 5, 5], '*');
      own([message[0], message[1], 12], '*');
    };
    try {
      Object.defineProperty(self, 'parent', {
        value: new Proxy(parent, { get: (target, key) => (key === 'postMessage' ? say : Reflect.get(target, key)) }),
      });
    } catch {
      // Not to be changed: the story's own words stand.
    }
  });
  await page.goto(addressOf('plain'));
  await page.evaluate(scrollInto(-20));
  await expect.poll(() => page.evaluate('heard.length')).toBeGreaterThan(0);
  await expect(page.locator('#story')).toHaveAttribute('data-pin', 'sticky');
});
