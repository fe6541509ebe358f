import { expect, place, test } from '../story.ts';

test('the story is told in its other language, whose page is named by the first one and by ?lang=', async ({ open }) => {
  const page = await open({ motion: 'reduce' });
  await page.getByRole('link', { name: 'Українська' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  await expect(page.locator('h1')).toHaveText('Двоє полонених на Курщині, каже Київ');
  await expect(page.locator('html')).toHaveAttribute('data-step', 'cover');
  await page.goto(`${place('STORY_URL')}?lang=uk#territory`);
  await expect(page).toHaveURL(/uk\.html\?lang=uk#territory$/);
  await expect(page.locator('html')).toHaveAttribute('data-step', 'territory');
  await expect(page.locator('.stage .chart-title').first()).toHaveText(/^Відбито понад 40/);
  await page.locator('#territory a.fact').first().click();
  await expect(page.getByRole('dialog').getByText('Хто каже')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
});
