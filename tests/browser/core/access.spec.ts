import axe from 'axe-core';
import { expect, scrollToStep, some, test } from '../story.ts';

for (const [size, theme] of some(
  [
    ['desktop', 'light'],
    ['phone', 'dark'],
    ['desktop', 'dark'],
    ['phone', 'light'],
  ] as const,
  2,
)) {
  test(`axe finds no fault at the cover, on maps, on charts and in the coda, on a ${size} in ${theme} colours`, async ({ open }) => {
    const page = await open({ size, theme });
    await page.evaluate(axe.source);
    for (const id of ['cover', 'captured', 'retaken', 'kyiv', 'territory', 'two', 'coda']) {
      await scrollToStep(page, id);
      const faults = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations.map((fault) => `${fault.id}: ${fault.nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      });
      expect(faults, id).toEqual([]);
    }
  });
}
