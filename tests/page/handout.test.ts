import { expect, test } from 'vitest';
import { otherCss } from '../../src/page/css.ts';
import { handoutCss } from '../../src/page/handout.ts';
import { lake, shortest } from './shared-story.ts';

test('every figure has one number, in the text and among the notes, and every source a letter', () => {
  const story = lake();
  const css = handoutCss(story, null);
  for (const [i, { id }] of story.facts.entries()) {
    expect(css).toContain(`.fact[data-fact="${id}"]::after{content:"[${i + 1}]"}`);
    expect(css).toContain(`#fact-${id}::before{content:"${i + 1}"}`);
  }
  expect(css).toContain(`#source-${story.sources[0]?.id}::before{content:"A"}`);
});

test('more sources than letters go on with two of them', () => {
  const story = lake();
  const sources = Array.from({ length: 28 }, (_, i) => ({ ...story.sources[0], id: `s${i}` })) as typeof story.sources;
  expect(handoutCss({ ...story, sources }, null)).toContain('#source-s26::before{content:"AA"}');
});

test('the page says where it is from, where that is known', () => {
  expect(handoutCss(shortest(), 'https://example.org/')).toContain('.title::after{content:"https://example.org/"}');
  expect(handoutCss(shortest(), null)).not.toContain('.title');
});

test('quotation marks and backslashes in a title stay within it', () => {
  const css = otherCss(handoutCss({ ...shortest(), title: 'A "deep" \\ lake' }, null));
  expect(css).toMatch(/@bottom-left\s*\{[^}]*content:\s*(?:"A \\"deep\\" \\\\ lake"|'A "deep" \\\\ lake')/);
});
