import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { StoryFiles } from '../read/index.ts';

/** Every file of a story folder, by its path inside it. Hidden files are left out. */
export function storyFiles(folder: string): StoryFiles {
  return new Map(paths(folder).map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]));
}

function paths(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? paths(path) : [path]));
}
