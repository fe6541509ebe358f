import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { sitDown } from '../desk.ts';
import { expect, further, place, refuseWebgl, settle, test } from '../story.ts';

const template = 'src/page/new/template';

/** As an editor on Windows may have it: nothing of that may be lost. */
function forWindows(folder: string): void {
  const path = join(folder, 'story.md');
  writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
}

/** Nothing here is about the WebGL map, which takes its time without a graphics card. */
async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript(refuseWebgl);
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: RegExp) => expect(page.locator('.status')).toHaveText(words);

async function openEditor(page: Page, address: string, step: string): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${address}#${step}`);
  await settle(page, step);
  await button(page, 'Edit the map').click();
  await expect(page.locator('.map-view .ground path').first()).toBeAttached();
  return errors;
}

/** Moves the map by dragging it from its lower left, where nothing stands. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
}

test('an editor moves the map, and the step’s view follows in story.md and on the page', further, async ({ browser }) => {
  const desk = await sitDown('edit-view', template, forWindows);
  try {
    const page = await newPage(browser);
    const errors = await openEditor(page, desk.address, 'meeting');
    const before = desk.read('story.md');
    await page.locator('body').evaluate((body) => body.setAttribute('data-before', ''));
    await page.evaluate(() => Object.assign(self, { same: true }));

    await drag(page, [60, 800], [160, 740]);
    await page.locator('.map-view').press('ArrowRight');
    await page.locator('.map-view').press('+');
    await button(page, 'Use this view').click();
    await said(page, /^Saved: frame of “meeting” in story\.md\.$/);
    const after = desk.read('story.md').split('\r\n');
    const changed = after.filter((line, i) => line !== before.split('\r\n')[i]);
    expect(changed).toEqual([expect.stringMatching(/^frame: \{bounds: \[31\.\d+, -3\.\d+, 34\.\d+, -?0\.\d+\]\}$/)]);
    await expect(page.locator('body[data-before]'), 'the page behind is another').toHaveCount(0);
    await settle(page, 'meeting');
    expect(await page.evaluate(() => 'same' in self), 'and was not loaded again').toBe(true);
    await expect(page.locator('html.still-maps'), 'its map is live').toHaveCount(0);

    await button(page, 'Frame what is named: Kenya, Three borders, Uganda, Tanzania').click();
    await said(page, /^Saved/);
    expect(desk.read('story.md')).toContain('\r\nframe: [kenya, three-borders, uganda, tanzania]\r\n');
    await button(page, 'Undo the last change').click();
    await said(page, /^Taken back/);
    await button(page, 'Undo the last change').click();
    await expect.poll(() => desk.read('story.md')).toBe(before);
    await expect(button(page, 'Undo the last change')).toBeDisabled();
    expect(errors).toEqual([]);
    await page.close();
  } finally {
    desk.close();
  }
});

test('an editor puts a place on the map, moves it, and drags a text to another place', further, async ({ browser }) => {
  const desk = await sitDown('edit-places', template);
  try {
    const page = await newPage(browser);
    const errors = await openEditor(page, desk.address, 'meeting');
    const [story, places] = [desk.read('story.md'), desk.read('places.csv')];

    await page.locator('.map-view').press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Mitte des Sees');
    await expect(page.getByLabel('Id, by which steps name it')).toHaveValue('mitte-des-sees');
    await page.keyboard.press('Enter');
    await said(page, /^Saved: Mitte des Sees in places\.csv, and its name in “meeting”\.$/);
    expect(desk.read('places.csv')).toMatch(/\nmitte-des-sees,Mitte des Sees,33\.3,-1\.25\d*,\n$/);
    await expect(page.locator('.map-view').getByText('Mitte des Sees')).toBeVisible();
    await expect(page.locator('.stage .overlay').getByText('Mitte des Sees')).toBeAttached();

    await page.mouse.click(300, 700);
    await page.getByLabel('Place', { exact: true }).selectOption('mitte-des-sees');
    await button(page, 'Move it here').click();
    await said(page, /^Saved: “mitte-des-sees” has moved/);
    expect(desk.read('places.csv')).toMatch(/\nmitte-des-sees,Mitte des Sees,3[12]\.\d+,-[23]\.\d+,\n$/);

    const text = await page.locator('.map-view [data-key=annotation-0]').boundingBox();
    const target = await page.locator('.map-view').getByText('Three borders', { exact: true }).boundingBox();
    if (!text || !target) throw new Error('the text and the place are on the map');
    await drag(page, [text.x + text.width / 2, text.y + 8], [target.x - 6, target.y + 8]);
    await said(page, /^Saved: the text of “meeting” stands at “three-borders” now/);
    expect(desk.read('story.md')).toContain('- {at: three-borders, text: [Lake Victoria, "{lake:short}"], fact: lake}');

    for (let left = 3; left > 0; left--) {
      await button(page, 'Undo the last change').click();
      await said(page, /^Taken back/);
    }
    await expect.poll(() => [desk.read('story.md'), desk.read('places.csv')]).toEqual([story, places]);
    expect(errors).toEqual([]);
    await page.close();
  } finally {
    desk.close();
  }
});

test('phone, tablet and desktop stand side by side, and follow each other', further, async ({ browser }) => {
  const desk = await sitDown('edit-screens', template);
  try {
    const page = await newPage(browser);
    await page.goto(`${desk.address}#lake`);
    await settle(page, 'lake');
    await button(page, 'Screens').click();
    const all = page.locator('dialog.screens');
    const screens = ['Phone', 'Tablet', 'Desktop'].map((name) => all.frameLocator(`iframe[title=${name}]`));
    const stand = (step: string) =>
      Promise.all(screens.map((screen) => expect(screen.locator(`html[data-step=${step}][data-state=settled]`)).toBeAttached()));
    await stand('lake');
    await all.getByRole('button', { name: 'Next' }).click();
    await stand('meeting');
    await all.locator('iframe[title=Tablet]').hover();
    await page.mouse.wheel(0, 1180);
    await stand('shares');
    await all.getByRole('button', { name: 'Close' }).click();
    await settle(page, 'shares');
    await page.close();
  } finally {
    desk.close();
  }
});

test('what is published holds none of the editor’s tools', () => {
  const folder = place('STORY_FOLDER');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  const holding = files.filter(({ parentPath, name }) =>
    /__edit|x-edit-token|Edit the map|Use this view/.test(readFileSync(join(parentPath, name), 'utf8')),
  );
  expect(holding.map(({ name }) => name)).toEqual([]);
});
