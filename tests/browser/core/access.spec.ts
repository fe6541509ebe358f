import axe from 'axe-core';
import { expect, scrollToStep, settle, some, test } from '../story.ts';

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

test('what the graphic shows is said once, when the reader has come to rest on a step', async ({ open }) => {
  const page = await open({ motion: 'no-preference', webgl: 'off' });
  await settle(page, 'cover');
  await page.evaluate(() => {
    const heard: { words: string; state: string }[] = [];
    Object.assign(globalThis, { heard });
    const status = document.querySelector('.stage + [role=status]');
    if (!status) throw new Error('nothing speaks');
    new MutationObserver(() =>
      heard.push({ words: status.textContent ?? '', state: document.documentElement.dataset.state ?? '' }),
    ).observe(status, { childList: true });
  });
  const visited = ['captured', 'kyiv', 'territory'];
  for (const id of visited) await scrollToStep(page, id);
  const captions = await page.evaluate(
    (ids) => ids.map((id) => document.querySelector<HTMLElement>(`#${id} figcaption`)?.innerText ?? ''),
    visited,
  );
  expect(captions.every((words) => words.length > 20)).toBe(true);
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: { words: string; state: string }[] }).heard);
  expect(heard).toEqual(captions.map((words) => ({ words, state: 'settled' })));
});
