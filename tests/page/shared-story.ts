import { read } from '../../src/read/index.ts';
import type { Story } from '../../src/story.ts';
import { filesOf, folder, storyText } from '../read/story-of.ts';

/** The lake's story, which holds a scene of every kind. */
export function lake(): Story {
  const files = folder('tests/fixtures/lake');
  files.delete('issues.txt');
  return storyIn(files);
}

/** The shortest story, with what is given in its front matter. */
export const shortest = (front = ''): Story => storyIn(filesOf({ 'story.md': storyText({ front }) }));

function storyIn(files: Parameters<typeof read>[0]): Story {
  const { story, issues } = read(files);
  if (!story) throw new Error(issues.map(({ message }) => message).join('\n'));
  return story;
}
