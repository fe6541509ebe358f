import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import type { Content } from '../../src/story.ts';
import { filesOf, storyText } from './story-of.ts';

const proseOf = (part: { content: Content[] } | undefined): string =>
  (part?.content ?? []).map((one) => (one.kind === 'prose' ? one.html : '')).join('');

const readText = (text: string[], tail = '') => read(filesOf({ 'story.md': `${storyText({ text })}${tail}` }));

test('links to other sites say so, and HTML is shown as text', () => {
  const { story } = readText(['[a page](https://example.org/?a=1&b=2), <b>bold</b>', 'Two.']);
  expect(proseOf(story?.steps[0])).toBe(
    '<p><a class="external" href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">a page</a>, &lt;b&gt;bold&lt;/b&gt;</p>',
  );
});

test('a link to a fact leads to its entry', () => {
  const { story } = read(
    filesOf({
      'story.md': storyText({ front: 'source: survey\n', text: ['There are [two](fact:towns).', 'Two.'] }),
      'sources.yaml': 'survey: {title: A survey}\n',
      'facts.csv': 'id,label,low,qualifier,words\ntowns,Towns,2,exact,two\n',
    }),
  );
  expect(proseOf(story?.steps[0])).toBe('<p>There are <a class="fact" href="#fact-towns" data-fact="towns">two</a>.</p>');
  expect(story?.steps[0]?.text).toBe('There are two.');
});

test('the first heading after the steps without a block opens the coda, lesser ones its sections', () => {
  const { story } = readText(['One.', 'Two.'], '\n## How this is known\n\nLead.\n\n### Method\n\nMore.\n\n- a list\n');
  expect(story?.coda.map(({ title }) => title)).toEqual(['How this is known', 'Method']);
  expect(proseOf(story?.coda[1])).toContain('<li>a list</li>');
});

test('a rule begins a step without a title', () => {
  const { story, issues } = readText(['One.', 'Two.'], '\n---\n\n```step\nid: third\nframe: {bounds: [1, 2, 3, 4]}\n```\n\nThree.\n');
  expect(issues).toEqual([]);
  expect(story?.steps[2]).toMatchObject({ id: 'third', title: '' });
});

test('a paragraph that begins with an address in angle brackets is no HTML, one that begins with a tag is', () => {
  expect(readText(['<https://example.org> is a page.', 'Two.']).issues).toEqual([]);
  expect(readText(['<div>', 'Two.']).issues).toMatchObject([{ severity: 'warning', line: 12, column: 1 }]);
});

test('tables carry no style', () => {
  const { story } = readText(['One.', 'Two.'], '\n## Table\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n');
  expect(proseOf(story?.coda[0])).toContain('<th class="align-right">');
  expect(proseOf(story?.coda[0])).not.toContain('style=');
});
