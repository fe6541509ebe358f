import type { Page } from '@playwright/test';
import { sitDown } from '../desk.ts';
import { expect, scrollToStep, settle, test } from '../story.ts';

const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('an editor sees each saved change in its place, and each mistake over the last good story', async ({ browser }) => {
  const desk = await sitDown('editing', 'data');
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => localStorage.setItem('map-story-theme', 'dark'));
    await page.goto(desk.address);
    await expect(page.locator('html'), 'the colours chosen before').toHaveAttribute('data-theme', 'dark');
    await scrollToStep(page, 'incursion');
    await page.mouse.wheel(0, 90);
    await page.locator('.stage').evaluate((stage) => stage.setAttribute('data-same', ''));
    const before = await scrolled(page);

    desk.change('story.md', 'took ground there.', 'took ground there, and held it.');
    await expect(page.locator('#incursion')).toContainText('and held it');
    await expect(page.locator('.stage[data-same]'), 'words change and nothing else').toHaveCount(1);
    expect(await scrolled(page)).toBe(before);

    desk.change('story.md', 'frame: [sumy, sudzha, kursk-city', 'frame: [sumy, sudza, kursk-city');
    await expect(page.getByText('1 mistake', { exact: true })).toBeVisible();
    await expect(page.getByText(/Did you mean "sudzha"/)).toBeVisible();
    await expect(page.locator('#incursion'), 'the last good story stays').toContainText('and held it');

    desk.change('story.md', 'frame: [sumy, sudza, kursk-city', 'frame: [sudzha]');
    desk.change('story.md', 'frame: [sudzha], rylsk', 'frame: [sumy, rylsk');
    await expect(page.getByText('1 mistake', { exact: true })).toHaveCount(0);
    await expect(page.locator('.stage[data-same]'), 'another view is another stage').toHaveCount(0);
    await settle(page, 'incursion');
    expect(await scrolled(page)).toBe(before);

    desk.change('facts.csv', '984', '985');
    await expect(page.getByText(/mistakes?$/)).toBeVisible();
    expect(errors).toEqual([]);
    await page.close();
  } finally {
    desk.close();
  }
});
