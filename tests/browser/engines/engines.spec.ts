import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { place } from '../story.ts';
import type { Driver } from './driver.ts';
import { enginesHere } from './engines.ts';

for (const engine of enginesHere()) {
  for (const story of ['STORY_URL', 'LAKE_URL', 'LAKE_FOLDER'] as const) {
    const where = { STORY_URL: 'Kursk story', LAKE_URL: 'lake story', LAKE_FOLDER: 'lake story from the disk' }[story];
    test(`${engine.name} tells the ${where}: every step comes to rest, and WebGL takes the map over`, async () => {
      const driver = await engine.start();
      try {
        await driver.goto(story === 'LAKE_FOLDER' ? pathToFileURL(join(place(story), 'index.html')).href : place(story));
        await settled(driver, 'cover');
        const ids = await driver.value(`[...document.querySelectorAll('.step[id]')].map((step) => step.id)`);
        for (const id of ids as string[]) {
          await driver.value(`void document.getElementById('${id}').scrollIntoView({ behavior: 'instant', block: 'start' })`);
          await settled(driver, id);
        }
        await expect.poll(() => driver.value('document.documentElement.dataset.map'), { timeout: 60_000 }).toBe('webgl');
        expect(await driver.value('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      } finally {
        await driver.close();
      }
    });
  }
}

async function settled(driver: Driver, step: string): Promise<void> {
  const state = () => driver.value(`document.documentElement.dataset.step + ' ' + document.documentElement.dataset.state`);
  await expect.poll(state, { timeout: 60_000 }).toBe(`${step} settled`);
}
