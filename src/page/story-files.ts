import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { StoryFiles } from '../read/index.ts';

/**
 * Every file of a story folder, by its path inside it. Hidden files are left out. What is as it was `before` is the same
 * object, so that what was made of it need not be made again.
 */
export function storyFiles(folder: string, before: StoryFiles = new Map()): StoryFiles {
  const named = paths(folder).map((path): [string, Buffer] => [relative(folder, path).split(sep).join('/'), readFileSync(path)]);
  return new Map(
    named.map(([name, bytes]) => {
      const old = before.get(name);
      return [name, old && bytes.equals(old) ? old : bytes];
    }),
  );
}

function paths(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? paths(path) : [path]));
}
