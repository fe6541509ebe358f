import { expect, test } from 'vitest';
import { blocksOf, createMarkdown, plainText } from '../../src/read/markdown.ts';

const parse = (text: string) => createMarkdown().parse(text, {});

test('what is written stays as it is: no HTML, no link and no sign of the parser’s own making', () => {
  expect(createMarkdown().render('<b>(c)</b> "x" -- see https://example.org')).toBe(
    '<p>&lt;b&gt;(c)&lt;/b&gt; &quot;x&quot; -- see https://example.org</p>\n',
  );
});

test('each top-level element is a block, of its kind, level and lines', () => {
  const text = '## A\n\n---\n\n***\n\n```step x\nid: a\n```\n\n``` image \n```\n\n```py\n```\n\n    code\n\n- one\n\n  two\n\n> three\n';
  expect(blocksOf(parse(text)).map(({ kind, level, from, to }) => [kind, level, from, to])).toEqual([
    ['heading', 2, 0, 1],
    ['rule', 0, 2, 3],
    ['content', 0, 4, 5],
    ['step', 0, 6, 9],
    ['block', 0, 10, 12],
    ['content', 0, 13, 15],
    ['content', 0, 16, 17],
    ['content', 0, 18, 22],
    ['content', 0, 22, 23],
  ]);
});

test('a table’s cells have the lines that they stand in', () => {
  const lines = parse('One.\n\n| x | y |\n|---|---|\n| 1 | 2 |\n').filter(({ type }) => type === 'inline');
  expect(lines.map(({ content, map }) => [content, map?.[0]])).toEqual([
    ['One.', 0],
    ['x', 2],
    ['y', 2],
    ['1', 4],
    ['2', 4],
  ]);
});

test('the words alone are without marks and pictures, in one line a paragraph', () => {
  expect(plainText(parse('One\ntwo  \nthree `four` *five* [six](#a) ![seven](b.jpg)\n\n- Eight\n'))).toBe(
    'One two three four five six \n\nEight',
  );
});
