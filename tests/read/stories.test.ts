import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { storyNames } from '../browser/stories/names.ts';
import { folder, lineOf } from './story-of.ts';

const root = 'tests/stories';
const stories = storyNames();

test.each(stories)('the story in tests/stories/%s reads without an error or a warning', (name) => {
  const { story, issues } = read(folder(join(root, name)));
  expect(issues.map(lineOf)).toEqual([]);
  expect(story?.steps.length).toBeGreaterThanOrEqual(6);
});
