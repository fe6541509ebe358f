import type { Page } from '@playwright/test';
import { difference, expect, picture, place, scrollToStep, settle, softwareWebglMs, stepIds, test } from '../story.ts';
import { type Breaking, breakScene } from './breaking.ts';
import { listen, pictureOf } from './faults.ts';

const told = (name: string) => `${place('STORIES_URL')}${name}/`;
const stories = {
  Kursk: () => place('STORY_URL'),
  lake: () => place('LAKE_URL'),
  'mauna-loa': () => told('mauna-loa'),
  nile: () => told('nile'),
} as const;

/** Each kind of graphic, and what of it can't be read when it is drawn. */
const broken: [what: string, story: keyof typeof stories, step: string, breaking: Breaking][] = [
  ['the names of a map', 'mauna-loa', 'island', { path: 'labels' }],
  ['the layers of a map', 'nile', 'today', { path: 'layers', there: true }],
  ['the lens over a map', 'nile', 'basin', { path: 'lens.labels' }],
  ['a plate', 'lake', 'measure', { path: 'plate.title' }],
  ['the line of a journey', 'lake', 'onward', { path: 'arcs.0.label' }],
  ['an annotation', 'lake', 'lake', { path: 'annotations.0.text' }],
  ['a share', 'lake', 'left', { path: 'chart.partLabel' }],
  ['a field of dots', 'lake', 'found', { path: 'chart.figure' }],
  ['bars', 'nile', 'people', { path: 'chart.bars' }],
  ['a line', 'nile', 'record', { path: 'chart.series' }],
  ['a line with its band', 'mauna-loa', 'band', { path: 'chart.series.0.points' }],
  ['a timeline', 'nile', 'extremes', { path: 'chart.events' }],
  ['the head of a chart', 'Kursk', 'territory', { path: 'chart.caption' }],
];

/** What the page says of itself where something failed. */
const excused = /console info: (A scene stays a picture|The map stays|A tool did not)/;

for (const [i, [what, story, id, breaking]] of broken.entries()) {
  test(`${what} that can't be drawn: its picture stands there, and all else is drawn`, async ({ open }) => {
    let said: string[] = [];
    const page = await open({
      address: stories[story](),
      webgl: 'off',
      motion: i % 2 ? 'reduce' : 'no-preference',
      excused,
      before: async (one) => {
        said = listen(one);
        await breakScene(one, id, breaking);
      },
    });
    await settle(page, 'cover');
    const ids = await stepIds(page);
    const at = ids.indexOf(id);
    await scrollToStep(page, id);
    await expect.poll(() => pictureOf(page, id)).toBe('still');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^A scene stays a picture: /);
    // Nothing of it is offered that does nothing: its table opens, its map says that it can't be moved.
    await expectNothingDead(page, id);
    for (const other of [ids[at + 1], ids[at - 1], id, ids[at + 2]]) {
      if (!other || other === 'cover' || other === 'coda') continue;
      await scrollToStep(page, other);
      await expect.poll(() => pictureOf(page, other), { message: other }).toBe(other === id ? 'still' : 'drawn');
    }
    expect(said.filter((line) => line.startsWith('A scene'))).toHaveLength(1);
  });
}

async function expectNothingDead(page: Page, id: string): Promise<void> {
  const free = page.locator('.rail .free');
  if (await free.isVisible()) {
    await free.click();
    await expect(page.locator('.notice')).toBeVisible();
    await expect(page.locator('.free-map, [inert]')).toHaveCount(0);
    await page.locator('.notice .close').click();
  }
  const summary = page.locator(`[id="${id}"] summary`);
  if (await summary.count()) {
    // The button on the chart is gone with it: the card's, else the keyboard's alone, is the pointer's too.
    await summary.click();
    await expect(page.locator('dialog[open] table, details[open] table').first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
}

// A step that follows the scroll: no story of ours has one yet, so it is told so before it begins.
const scrubbed = { story: 'lake', before: 'fish', id: 'onward', after: 'counted' } as const;

/** Brings a step's top to a share of the way from the middle of the screen to its top. */
const scrollIn = (page: Page, id: string, progress: number) =>
  page.locator(`[id="${id}"]`).evaluate((step, share) => {
    scrollTo({ top: scrollY + step.getBoundingClientRect().top - (innerHeight / 2) * (1 - share), behavior: 'instant' });
  }, progress);

for (const [name, breaking] of [
  ['names', { path: 'arcs.0.label' }],
  ['layers', { path: 'layers', there: true }],
] as const) {
  test(`a map that follows the scroll and whose ${name} can't be drawn stays its picture, said once`, async ({ open }) => {
    let said: string[] = [];
    const page = await open({
      address: stories[scrubbed.story](),
      webgl: 'off',
      motion: 'no-preference',
      excused,
      before: async (one) => {
        said = listen(one);
        await breakScene(one, scrubbed.id, { ...breaking, scrub: true });
      },
    });
    await scrollToStep(page, scrubbed.before);
    for (const progress of [0.2, 0.5, 0.8, 1, 0.6, 1]) {
      await scrollIn(page, scrubbed.id, progress);
      await expect.poll(() => pictureOf(page, scrubbed.id), { message: `at ${progress}` }).toBe('still');
    }
    expect(said).toHaveLength(1);
    for (const id of [scrubbed.after, scrubbed.before]) {
      await scrollToStep(page, id);
      await expect.poll(() => pictureOf(page, id)).toBe('drawn');
    }
  });
}

const scrub = { path: 'describe', there: true, scrub: true };

test('a map that follows the scroll is what its place on the screen says, however it is come to', async ({ open }) => {
  const openAt = async (id: string) => {
    const page = await open({
      address: stories[scrubbed.story](),
      hash: id,
      webgl: 'off',
      motion: 'no-preference',
      before: (one) => breakScene(one, scrubbed.id, scrub),
    });
    await settle(page, id);
    return page;
  };
  // From a chart at the end of the story, from the step before, and by a link.
  const [fromChart, fromBefore, linked] = [await openAt('found'), await openAt('dried'), await openAt(scrubbed.id)];
  for (const progress of [0.35, 0.85, 1]) {
    const pictures: Buffer[] = [];
    for (const page of [fromChart, fromBefore, linked]) {
      await scrollIn(page, scrubbed.id, progress);
      await settle(page, scrubbed.id);
      pictures.push(await picture(page));
    }
    const [one, two, three] = pictures as [Buffer, Buffer, Buffer];
    expect(await difference(linked, one, two), `from a chart and from before, at ${progress}`).toBeLessThan(0.005);
    expect(await difference(linked, two, three), `from before and by a link, at ${progress}`).toBeLessThan(0.005);
  }
  // A turned screen shows the same as one that was so from the beginning.
  for (const page of [fromChart, linked]) {
    await scrollIn(page, scrubbed.id, 0.5);
    await settle(page, scrubbed.id);
  }
  await fromChart.setViewportSize({ width: 1200, height: 800 });
  await fromChart.setViewportSize({ width: 1440, height: 900 });
  await scrollIn(fromChart, scrubbed.id, 0.5);
  await settle(fromChart, scrubbed.id);
  expect(await difference(linked, await picture(fromChart), await picture(linked))).toBeLessThan(0.005);
});

test('after a fault the free map is that of the step, and not of the cover', async ({ open }) => {
  const page = await open({
    address: stories.lake(),
    motion: 'no-preference',
    excused,
    before: (one) => breakScene(one, 'fish', { path: 'arcs.0.label' }),
  });
  await scrollToStep(page, 'dried');
  await scrollToStep(page, 'fish');
  await expect.poll(() => pictureOf(page, 'fish')).toBe('still');
  await page.locator('.rail .free').click();
  await expect(page.locator('.exploring')).toHaveCount(1, { timeout: softwareWebglMs });
  // The step lights nothing; the cover lights the lake.
  await expect(page.locator('.free-legend li')).not.toHaveCount(0);
  await expect(page.locator('.free-legend li').filter({ hasText: 'Lake Merrow' })).toHaveCount(0);
  await expect(page.locator('.spot.lit')).toHaveCount(0);
});

test('MapLibre fails in a frame of its own: the drawn map goes on, and another WebGL map is made', async ({ open }) => {
  const page = await open({ hash: 'captured', motion: 'no-preference', excused });
  const said = listen(page);
  await settle(page, 'captured');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
  await page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('.webgl canvas')?.getContext('webgl2');
    Object.assign(context ?? {}, { drawElements: null });
  });
  // A map that is looked at from elsewhere draws a frame.
  await page.setViewportSize({ width: 1300, height: 800 });
  await expect(page.locator('html')).toHaveAttribute('data-map', 'svg');
  await page.setViewportSize({ width: 1440, height: 900 });
  await scrollToStep(page, 'kyiv');
  expect(await pictureOf(page, 'kyiv')).toBe('drawn');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
  expect(said.length).toBeGreaterThan(0);
});

test('a note that can’t be made leads to the figure instead', async ({ open }) => {
  const page = await open({ hash: 'captured', webgl: 'off', excused: /uncaught: / });
  await settle(page, 'captured');
  await page.evaluate(() => {
    const { facts } = (globalThis as unknown as { mapStory: { story: { facts: object[] } } }).mapStory.story;
    for (const fact of facts)
      Object.defineProperty(fact, 'label', {
        get() {
          throw new Error('no label here');
        },
      });
  });
  await page.locator('#captured a.fact').first().click();
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#fact-/);
  await expect(page.locator('.note')).toHaveCount(0);
});
