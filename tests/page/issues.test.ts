import { expect, test } from 'vitest';
import { formatIssues } from '../../src/page/issues.ts';
import type { Issue } from '../../src/read/index.ts';
import { filesOf } from '../read/story-of.ts';

const issue = (own: Partial<Issue>): Issue => ({
  severity: 'error',
  file: 'story.md',
  line: 1,
  column: 1,
  message: 'expected a, found b',
  suggestion: null,
  ...own,
});
const textOf = (line: string, own: Partial<Issue>) => formatIssues([issue(own)], filesOf({ 'story.md': line }), 'data').split('\n');

test('an issue is its place, its line with a caret under the column, and its cure', () => {
  expect(textOf('label: [Kurks]', { column: 9, suggestion: 'Did you mean "kursk"?' })).toEqual([
    'data/story.md:1:9  error: expected a, found b',
    '    label: [Kurks]',
    '            ^',
    '    → Did you mean "kursk"?',
    '1 error in 1 file',
  ]);
});

test('the caret stands under the column behind tabs, wide letters, accents of their own and signs that move the cursor', () => {
  expect(textOf('\ta\u001b[31m', { column: 2 })[2]).toBe('     ^');
  expect(textOf('평양 x', { column: 4 })[2]).toBe('         ^');
  expect(textOf('e\u0301x', { column: 3 })[2]).toBe('     ^');
  expect(textOf('a\u001b[31mb', { column: 2 })[1]).toBe('    a [31mb');
});

test('of a long line a window round the column is shown', () => {
  const [, line = '', caret = ''] = textOf(`${'a'.repeat(4000)}X${'b'.repeat(4000)}`, { column: 4001 });
  expect(line.length).toBeLessThan(112);
  expect(line[caret.indexOf('^')]).toBe('X');
  expect(textOf('a'.repeat(300), { column: 301 })[2]?.length).toBeLessThan(112);
});

test('a place at the end of the file has no line to show', () => {
  expect(textOf('', { line: 1 })).toEqual(['data/story.md:1:1  error: expected a, found b', '1 error in 1 file']);
});

test('a line of UTF-16 is shown as it reads', () => {
  const bytes = new Uint8Array([...'\ufeffid'].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
  expect(formatIssues([issue({ file: 'facts.csv' })], new Map([['facts.csv', bytes]]), 'data').split('\n')[1]).toBe('    id');
});

test('errors come before warnings, each by place, and are counted', () => {
  const issues = [
    issue({ file: 'a.csv', severity: 'warning' }),
    issue({ file: 'b.csv' }),
    issue({ file: 'b.csv', line: 2, severity: 'warning' }),
    issue({ file: 'c.csv' }),
  ];
  expect(formatIssues(issues, new Map(), 'data/').split('\n')).toEqual([
    'data/b.csv:1:1  error: expected a, found b',
    'data/c.csv:1:1  error: expected a, found b',
    'data/a.csv:1:1  warning: expected a, found b',
    'data/b.csv:2:1  warning: expected a, found b',
    '2 errors, 2 warnings in 3 files',
  ]);
});

test('workflow commands of GitHub are escaped', () => {
  const [line] = formatIssues([issue({ file: 'a,b:c.csv', message: '40 %\nof', suggestion: 'x' })], new Map(), 'data', 'github').split(
    '\n',
  );
  expect(line).toBe('::error file=data/a%2Cb%3Ac.csv,line=1,col=1::40 %25%0Aof%0A→ x');
});

test('JSON has the issues and their count', () => {
  const made = JSON.parse(formatIssues([issue({})], new Map(), 'data', 'json'));
  expect(made).toEqual({ issues: [{ ...issue({}), file: 'data/story.md' }], summary: { errors: 1, warnings: 0, files: 1 } });
  expect(JSON.parse(formatIssues([], new Map(), 'data', 'json')).issues).toEqual([]);
});
