import { expect, test } from '@playwright/test';
import { openedAt, type Watched } from '../policy/guarded.ts';
import { place, softwareWebglMs } from '../story.ts';
import type { Driver } from './driver.ts';
import { enginesHere } from './engines.ts';

for (const engine of enginesHere()) {
  for (const form of ['meta', 'header'] as const) {
    test(`${engine.name}: the policy (${form}) is kept to the WebGL map, in the story’s own page and in a frame of no origin`, async () => {
      const driver = await engine.start();
      try {
        const page = place(form === 'meta' ? 'META_URL' : 'HEADER_URL');
        // A story that is opened at a step brings its map at once.
        for (const address of [`${page}#${openedAt[form]}`, `${place('HOST_URL')}${form}.html`]) {
          await driver.goto(address);
          const expected: Watched = { violations: [], step: `${openedAt[form]} settled`, map: 'webgl' };
          await expect.poll(() => told(driver), { timeout: softwareWebglMs }).toEqual(expected);
        }
      } finally {
        await driver.close();
      }
    });
  }
}

const told = (driver: Driver) => driver.value('self.watched ?? null') as Promise<Watched | null>;
