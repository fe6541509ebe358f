import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, place, scrollToStep, settle, softwareWebglMs, test } from '../story.ts';

test('the story runs from the disk, with no server', async ({ open }) => {
  const page = await open({ address: pathToFileURL(join(place('STORY_FOLDER'), 'index.html')).href });
  await settle(page, 'cover');
  await scrollToStep(page, 'captured');
  await scrollToStep(page, 'territory');
  await expect(page.locator('.stage svg.ground path').first()).toBeAttached();
});

test('the story runs in a sandboxed frame of another host that knows no CORS, WebGL map and all', async ({ open }) => {
  // No browser gives a font to a frame of no origin without CORS: the page falls back to the reader's own.
  const excused = /\.woff2|^console error: Failed to load resource: net::ERR_FAILED$/;
  const page = await open({ address: place('HOST_URL'), excused });
  const story = page.frames().find((frame) => frame.parentFrame());
  if (!story) throw new Error('the host page has no frame');
  expect(await story.evaluate(() => self.origin)).toBe('null');
  await settle(story, 'cover');
  await scrollToStep(story, 'captured');
  await scrollToStep(story, 'kyiv');
  await expect(story.locator('html')).toHaveAttribute('data-map', 'webgl', { timeout: softwareWebglMs });
  await scrollToStep(story, 'two');
});
