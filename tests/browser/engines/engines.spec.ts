import { expect, test } from '@playwright/test';
import { place } from '../story.ts';
import type { Driver } from './driver.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** Tests are made for the engines that the machine has; run.mjs names those that it lacks. */
for (const engine of [firefox, webkit].filter(({ lacks }) => lacks().length === 0)) {
  const told: [host: string, address: () => string, root: string][] = [
    ['under a deep path', () => place('STORY_URL'), 'document'],
    ['as another story', () => place('LAKE_URL'), 'document'],
  ];
  for (const [host, address, root] of told) {
    test(`${engine.name} tells the story ${host}: every step becomes current and comes to rest, on the WebGL map`, async () => {
      const driver = await engine.start();
      try {
        await driver.goto(address());
        await settled(driver, root, 'cover');
        const ids = (await driver.value(`[...${root}.querySelectorAll('.step[id]')].map((step) => step.id)`)) as string[];
        for (const id of ids) {
          await driver.value(`void ${root}.getElementById('${id}').scrollIntoView({ behavior: 'instant', block: 'start' })`);
          await settled(driver, root, id);
        }
        await expect.poll(() => driver.value(`${root}.documentElement.dataset.map`), { timeout: 60_000 }).toBe('webgl');
        expect(await driver.value(`${root}.documentElement.scrollWidth - innerWidth`)).toBeLessThanOrEqual(0);
      } finally {
        await driver.close();
      }
    });
  }
}

async function settled(driver: Driver, root: string, step: string): Promise<void> {
  const state = () => driver.value(`${root}.documentElement.dataset.step + ' ' + ${root}.documentElement.dataset.state`);
  await expect.poll(state, { timeout: 60_000 }).toBe(`${step} settled`);
}
