import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import type { Watched } from '../policy/guarded.ts';
import { expect, further, place, scrollToStep, settle, softwareWebglMs, stepIds, test } from '../story.ts';

const forms = { 'in its page': 'META_URL', 'in a header': 'HEADER_URL' } as const;

/** No browser gives fonts to a frame of no origin without CORS; the page falls back to the reader's own. */
const noFonts = /\.woff2|^console error: Failed to load resource: net::ERR_FAILED$/;

for (const [form, url] of Object.entries(forms) as [string, (typeof forms)[keyof typeof forms]][]) {
  const cost = url === 'META_URL' ? {} : further;
  test(`with its policy ${form} the whole story is told, to the WebGL map`, cost, async ({ open }) => {
    const page = await open({ address: place(url) });
    await wholeStory(page);
    expect(await violations(page)).toEqual([]);
  });

  test(`with its policy ${form} it is told in a frame of no origin as well`, further, async ({ open }) => {
    const host = await open({ address: `${place('HOST_URL')}${url === 'META_URL' ? 'meta' : 'header'}.html`, excused: noFonts });
    const story = host.frames().find((frame) => frame.parentFrame());
    if (!story) throw new Error('the host page has no frame');
    expect(await story.evaluate(() => self.origin)).toBe('null');
    await wholeStory(story);
    expect(await violations(story)).toEqual([]);
  });
}

test('with its policy in it the page runs from the disk', async ({ open }) => {
  const page = await open({ address: pathToFileURL(join(place('LAKE_FOLDER'), '../meta/index.html')).href });
  await settle(page, 'cover');
  expect(await violations(page)).toEqual([]);
});

test('embed.html keeps the header’s policy, and so do the frames in it', async ({ open }) => {
  const page = await open({ address: `${place('HEADER_URL')}embed.html` });
  await expect(page.locator('[data-story]')).toHaveAttribute('data-pin', /./);
});

test('what is none of the page’s own is refused, and the refusal is seen', async ({ open }) => {
  const page = await open({ address: place('META_URL'), excused: /Content Security Policy|'TrustedScript/ });
  await settle(page, 'cover');
  const run = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.append('self.ran = "inline"');
    document.head.append(inline);
    const style = document.createElement('style');
    style.append('h1{color:red}');
    document.head.append(style);
    const foreign = document.createElement('script');
    let thrown = '';
    try {
      foreign.src = 'https://elsewhere.example/script.js';
    } catch (error) {
      thrown = String(error);
    }
    await new Promise((next) => setTimeout(next));
    return { ran: 'ran' in self, rules: style.sheet?.cssRules.length ?? 0, thrown };
  });
  expect(run).toMatchObject({ ran: false, rules: 0, thrown: expect.stringContaining('TypeError') });
  await expect.poll(() => violations(page)).toEqual(['style-src-elem inline', 'require-trusted-types-for trusted-types-sink']);
});

async function wholeStory(page: Page | Frame): Promise<void> {
  await expect(page.locator('html.live')).toHaveCount(1);
  const ids = await stepIds(page);
  for (const id of ids) await scrollToStep(page, id);
  await scrollToStep(page, ids[1] ?? 'cover');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
}

const violations = (page: Page | Frame) => page.evaluate('watched.violations') as Promise<Watched['violations']>;
