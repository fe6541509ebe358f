import axe from 'axe-core';
import { expect, scrollToStep, settle, some, stepIds, test } from '../story.ts';

for (const [size, theme] of some(
  [
    ['desktop', 'light'],
    ['phone', 'dark'],
    ['desktop', 'dark'],
    ['phone', 'light'],
  ] as const,
  1,
)) {
  test(`axe finds no fault at any kind of step, or at all of them, on a ${size} in ${theme} colours`, async ({ open }) => {
    const page = await open({ size, theme });
    await page.evaluate(axe.source);
    const ids = await stepIds(page);
    const kinds = ['cover', 'captured', 'retaken', 'kyiv', 'territory', 'two', 'coda'];
    for (const id of some([...kinds, ...ids.filter((one) => !kinds.includes(one))], kinds.length)) {
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

test('the accessibility tree is the article in its order: landmarks, headings, a picture in words, numbers as links', async ({ open }) => {
  const page = await open({ hash: 'retaken', webgl: 'off' });
  await settle(page, 'retaken');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the story"
    - status
    - navigation "Steps":
      - link "Previous step"
      - link "Two prisoners"
      - link "Over the border in August"
    - main:
      - heading "Two captured in Kursk, Kyiv says" [level=1]
      - paragraph: /Ukraine’s president says/
      - region "Two prisoners":
        - figure /^Map showing Sudzha, .*, with Kursk region highlighted/
        - heading "Two prisoners" [level=2]
      - region "The counterattack":
        - figure /Kursk region/
        - heading "The counterattack" [level=2]
        - paragraph:
          - link "more than 40 per cent"
      - region "What was left":
        - heading "What was left" [level=2]
    - contentinfo:
      - heading "Where each figure comes from" [level=2]
  `);
});
