import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, further, place, scrollToStep, settle, softwareWebglMs, stepIds, test } from '../story.ts';

const more = '.more:visible';

/** What axe finds wrong, in words. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map((fault) => `${fault.id}: ${fault.nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

test('the reader copies a link to the step, and Escape closes the tools and gives the focus back', async ({ open }) => {
  const page = await open({ hash: 'kyiv' });
  await settle(page, 'kyiv');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.locator('.rail').getByRole('button', { name: 'Explore the map' })).toBeVisible();
  const button = page.locator(more).first();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('button', { name: 'Copy a link to this step' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.tools').getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${place('STORY_URL')}#kyiv`);
  await page.keyboard.press('Escape');
  await expect(page.locator('.tools')).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('without a clipboard the address stands there, selected', async ({ open }) => {
  const page = await open({ hash: 'kyiv', size: 'phone' });
  await settle(page, 'kyiv');
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator(`#kyiv ${more}`).click();
  await page.getByRole('button', { name: 'Copy a link to this step' }).click();
  const field = page.getByRole('textbox', { name: 'Copy this address' });
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe(await field.inputValue());
  expect(await field.inputValue()).toMatch(/#kyiv$/);
});

test('the colours that the reader chooses stay, until the device is to choose again', further, async ({ open }) => {
  const page = await open({ hash: 'kyiv', theme: 'light' });
  await settle(page, 'kyiv');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--paper'));
  const light = await paper();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('theme')))).toEqual([]);
  await page.locator(more).first().click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await paper()).not.toBe(light);
  await page.reload();
  await settle(page, 'kyiv');
  expect(await paper()).not.toBe(light);
  await page.locator(more).first().click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('radio', { name: 'As the device' }).check();
  expect(await paper()).toBe(light);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('theme')))).toEqual([]);
});

test('who comes back mid-story is offered their step, and nothing moves before they take it', async ({ open }) => {
  const page = await open();
  await settle(page, 'cover');
  const ids = await stepIds(page);
  const fourth = ids[4] ?? '';
  await scrollToStep(page, fourth);
  await page.goto('about:blank');
  await page.goto(place('STORY_URL'));
  const title = await page.locator(`[id="${fourth}"] h2`).innerText();
  const offer = page.getByRole('button', { name: `Go on where you were: ${title}` });
  await expect(offer).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(1);
  await offer.click();
  await settle(page, fourth);
  await expect(offer).toHaveCount(0);
});

test('what is closed, too near, over or too old is not offered', further, async ({ open }) => {
  const page = await open();
  await settle(page, 'cover');
  const ids = await stepIds(page);
  const offer = page.locator('.notice');
  const comeBack = async () => {
    await page.goto('about:blank');
    await page.goto(place('STORY_URL'));
    await settle(page, 'cover');
    await page.waitForLoadState('networkidle');
  };
  await scrollToStep(page, ids[2] ?? '');
  await comeBack();
  await expect(offer).toHaveCount(0);
  await scrollToStep(page, ids[4] ?? '');
  await comeBack();
  await offer.getByRole('button', { name: 'Close' }).click();
  await comeBack();
  await expect(offer).toHaveCount(0);
  await scrollToStep(page, ids[4] ?? '');
  await page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace(/\d{4}-\d{2}-\d{2}/, '2020-01-01'));
  });
  await comeBack();
  await expect(offer).toHaveCount(0);
  await scrollToStep(page, ids[4] ?? '');
  await scrollToStep(page, ids.at(-1) ?? '');
  await comeBack();
  await expect(offer).toHaveCount(0);
});

test('in a host’s page a story has no tools and remembers nothing', async ({ open }) => {
  const page = await open({ address: `${place('STORY_URL')}?frame=stepper` });
  await settle(page, 'cover');
  await expect(page.locator('.tool, .notice')).toHaveCount(0);
});

test('the reader frees the map, moves it, and comes back to the scene as it was', async ({ open }) => {
  const page = await open({ hash: 'kyiv', size: 'phone' });
  await settle(page, 'kyiv');
  const button = page.locator('#kyiv').getByRole('button', { name: 'Explore the map' });
  const scene = () => page.evaluate(() => [scrollY, document.querySelector('.ground > g')?.getAttribute('transform')]);
  const before = await scene();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.exploring canvas:focus')).toHaveCount(1, { timeout: softwareWebglMs });
  await expect(page.locator('main')).toHaveAttribute('inert');
  const kyiv = page.getByRole('button', { name: 'Kyiv · Київ · capital' });
  const where = async () => (await kyiv.boundingBox())?.x ?? 0;
  const start = await where();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(where).toBeGreaterThan(start);
  await page.mouse.move(200, 450);
  await page.mouse.wheel(0, 200);
  await kyiv.focus();
  await expect(page.locator('.tip:visible')).toHaveText('Kyiv · Київ · capital');
  await page.keyboard.press('Escape');
  await expect(page.locator('.free-map, [inert]')).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(await scene()).toEqual(before);
});

test('Escape takes back a map that is still on its way', further, async ({ open }) => {
  const page = await open({ hash: 'kyiv' });
  await settle(page, 'kyiv');
  await page.getByRole('button', { name: 'Explore the map' }).filter({ visible: true }).first().click();
  await expect(page.locator('.free-map')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[aria-busy]')).toHaveCount(0, { timeout: softwareWebglMs });
  await expect(page.locator('.free-map, [inert], .notice')).toHaveCount(0);
});

test('scrolling the page on leaves the free map, and a step with a chart has none', further, async ({ open }) => {
  const page = await open({ hash: 'kyiv', size: 'phone' });
  await settle(page, 'kyiv');
  await page.locator('#kyiv').getByRole('button', { name: 'Explore the map' }).click();
  await expect(page.locator('.exploring')).toHaveCount(1, { timeout: softwareWebglMs });
  await scrollToStep(page, 'territory');
  await expect(page.locator('.free-map, [inert]')).toHaveCount(0);
  await expect(page.locator('#territory').getByRole('button', { name: 'Explore the map' })).toHaveCount(0);
});

test('without WebGL the reader is told that the map can’t be freed', async ({ open }) => {
  const page = await open({ hash: 'kyiv', size: 'phone', webgl: 'off' });
  await settle(page, 'kyiv');
  await page.locator('#kyiv').getByRole('button', { name: 'Explore the map' }).click();
  await expect(page.locator('.notice')).toHaveText(/can’t be moved freely/);
  await expect(page.locator('.free-map')).toHaveCount(0);
});

test('axe finds no fault in the tools, the offer and the free map', further, async ({ open }) => {
  const page = await open({ size: 'phone', theme: 'dark' });
  await settle(page, 'cover');
  await scrollToStep(page, 'kyiv');
  await page.goto('about:blank');
  await page.goto(place('STORY_URL'));
  await expect(page.locator('.notice')).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await scrollToStep(page, 'kyiv');
  await page.locator('#kyiv .more').click();
  await expect(page.locator('.tools')).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.locator('#kyiv').getByRole('button', { name: 'Explore the map' }).click();
  await expect(page.locator('.exploring')).toHaveCount(1, { timeout: softwareWebglMs });
  expect(await faults(page)).toEqual([]);
});

test('a reader in miles’ country has them first, chooses kilometres, and keeps them', async ({ open }) => {
  const page = await open({ hash: 'captured', locale: 'en-GB' });
  await settle(page, 'captured');
  const figure = page.locator('#fact-seized b');
  const scale = page.locator('.overlay [data-key=km]');
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 1);
  await expect(figure).toHaveText('380 square miles (984 km²)');
  await expect(scale).toHaveText(/^\d+ mi$/);
  await page.locator(more).first().click();
  await page.getByRole('radio', { name: /^Kilometres/ }).check();
  await expect(figure).toHaveText('984 km² (380 square miles)');
  await expect(scale).toHaveText(/^\d+ km$/);
  await page.reload();
  await settle(page, 'captured');
  await page.locator(more).first().click();
  await expect(page.getByRole('radio', { name: /^Kilometres/ })).toBeChecked();
  await expect(figure).toHaveText('984 km² (380 square miles)');
  await page.getByRole('radio', { name: /^Miles/ }).check();
  await page.keyboard.press('Escape');
  await scrollToStep(page, 'seized');
  await expect(page.locator('#seized a.fact').first()).toHaveText('984 km²');
  await page.locator('#seized a.fact').first().click();
  await expect(page.locator('.note .value')).toHaveText('380 square miles (984 km²)');
  await scrollToStep(page, 'territory');
  await expect(page.locator('.sheet')).toContainText('more than 151 square miles (393 km²)');
});

test('the story’s area is laid to scale over the city that the reader types', async ({ open }) => {
  const page = await open({ hash: 'seized', size: 'phone', locale: 'en-GB' });
  await settle(page, 'seized');
  const button = page.locator(`#seized ${more}`);
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'How big is that?' }).press('Enter');
  const field = page.getByRole('combobox', { name: 'City' });
  await expect(page.locator('.exploring .free-map canvas')).toHaveCount(1, { timeout: softwareWebglMs });
  await field.fill('sao');
  await field.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText('São Paulo, Brazil');
  expect(await faults(page)).toEqual([]);
  await field.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await field.press('Enter');
  const said = page.locator('.size-panel [role=status]');
  await expect(said).toContainText('380 square miles (984 km²) over São Paulo, Brazil');
  const widthOf = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
  const barMiles = Number.parseInt(await page.locator('.free-scale').innerText(), 10);
  const sideMiles = (barMiles * (await widthOf('.size-field'))) / (await widthOf('.free-scale i'));
  expect(sideMiles).toBeGreaterThan(19.2);
  expect(sideMiles).toBeLessThan(19.9);
  await field.fill('nowhere at all');
  await field.press('Enter');
  await expect(said).toContainText('The list has no such city');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.free-map, [inert]')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('without WebGL the area is laid over a drawing of the city', further, async ({ open }) => {
  const page = await open({ hash: 'seized', webgl: 'off', theme: 'dark' });
  await settle(page, 'seized');
  await page.locator(more).first().click();
  await page.getByRole('button', { name: 'How big is that?' }).click();
  const field = page.getByRole('combobox', { name: 'City' });
  await field.fill('istanbul');
  await field.press('Enter');
  await expect(page.locator('.size-panel [role=status]')).toContainText('over Istanbul');
  await expect(page.locator('.size-field')).toBeInViewport({ ratio: 1 });
  // The world's outlines are too coarse for a city's shore; from far away they say where it is.
  const outlines = page.locator('.free-map svg path[d]');
  await expect(outlines).toHaveCount(0);
  const width = async () => (await page.locator('.size-field').boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await width()) / before).toBeCloseTo(2, 1);
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => outlines.count()).toBeGreaterThan(0);
});

test('the free map has a key and a scale bar, and the tools are there on a phone’s cover and at its end', further, async ({ open }) => {
  const page = await open({ size: 'phone' });
  await settle(page, 'cover');
  await page.locator(`#cover ${more}`).click();
  await expect(page.locator('.tools')).toBeVisible();
  await page.keyboard.press('Escape');
  await scrollToStep(page, 'coda');
  await page.locator(`#coda ${more}`).click();
  await expect(page.locator('.tools')).toBeVisible();
  await page.keyboard.press('Escape');
  await scrollToStep(page, 'captured');
  await page.locator('#captured').getByRole('button', { name: 'Explore the map' }).click();
  await expect(page.locator('.exploring .free-scale')).toHaveText(/^\d+ km$/, { timeout: softwareWebglMs });
  await page.getByText('Key', { exact: true }).click();
  const key = page.locator('.free-legend li:visible');
  await expect(key).toHaveText(['Kursk region', 'Border between countries', 'Border within a country', 'Water']);
  // Rivers are drawn from nearer on.
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(key).toHaveText(['Kursk region', 'Border between countries', 'Border within a country', 'River', 'Water']);
});
