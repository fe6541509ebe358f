import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { badName } from '../../src/page/new/name.ts';
import { newStory } from '../../src/page/new/new.ts';
import { read } from '../../src/read/index.ts';
import { folder, lineOf } from '../read/story-of.ts';

const desk = () => mkdtempSync(join(tmpdir(), 'new-story-'));

test('a new story is whole, and reads without an error or a warning', () => {
  const at = desk();
  const { said, made } = newStory(['my-story'], at);
  expect(made).toBe(true);
  expect(said).toContain('STORY=my-story npm start');
  const { story, issues } = read(folder(join(at, 'my-story')));
  expect(issues.map(lineOf)).toEqual([]);
  expect(story?.title).toBe('My story');
  expect(story?.steps.map(({ scene }) => scene.chart?.kind ?? 'map')).toEqual(['map', 'map', 'bars', 'map']);
  expect(story?.steps.map(({ scene }) => scene.highlight.join())).toEqual(['', 'kenya', '', 'tanzania']);
  expect(story?.places.every(({ id }) => story.steps.some(({ scene }) => scene.labels.includes(id)))).toBe(true);
});

test('every file of a new story teaches: notes where the format has them, and a few bytes of map', () => {
  const at = desk();
  newStory(['sub/folder/my-story/'], at);
  const files = folder(join(at, 'sub/folder/my-story'));
  const notes = (file: string) => new TextDecoder().decode(files.get(file)).match(/(^|\s)# /gm)?.length ?? 0;
  expect(['story.md', 'layers.yaml', 'sources.yaml'].filter((file) => notes(file) < 3)).toEqual([]);
  expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(200_000);
});

test('a name that says something else in YAML is a title all the same', () => {
  const at = desk();
  for (const [name, title] of [
    ['2026', '2026'],
    ['null', 'Null'],
    ['élection_du-maire', 'Élection du maire'],
  ] as const) {
    expect(newStory([name], at).made).toBe(true);
    expect(read(folder(join(at, name))).story?.title).toBe(title);
  }
});

test('what exists is never written over', () => {
  const at = desk();
  mkdirSync(join(at, 'full'));
  writeFileSync(join(at, 'full/notes.txt'), 'mine');
  writeFileSync(join(at, 'file'), 'mine');
  expect(newStory(['full'], at)).toEqual({
    said: 'expected a new or an empty folder, found "full", which has files in it: none was touched. Choose another name.',
    made: false,
  });
  expect(newStory(['file'], at).said).toBe('expected the name of a new folder, found "file", which is a file. Choose another name.');
  expect(readdirSync(join(at, 'full'))).toEqual(['notes.txt']);
  expect(readFileSync(join(at, 'file'), 'utf8')).toBe('mine');
  mkdirSync(join(at, 'empty'));
  expect(newStory(['empty'], at).made).toBe(true);
});

test('a bad name is refused with a cure', () => {
  const example = 'For example: npm run new -- my-story';
  expect(badName([])).toBe(`expected the name of the new story's folder, found none. ${example}`);
  expect(badName(['My', 'story'])).toBe('expected one name, found 2. Did you mean "my-story"?');
  expect(badName(['stories/My story!'])).toBe(
    'expected a folder name of letters, digits and hyphens, found "My story!". Did you mean "my-story"?',
  );
  expect(badName(['--help'])).toBe('expected a folder name of letters, digits and hyphens, found "--help". Did you mean "help"?');
  expect(badName(['..'])).toBe(`expected the name of a folder, found "..". ${example}`);
  expect(badName(['dist/my-story'])).toBe(`expected a folder of yours, found "dist/my-story", which is the program's own. ${example}`);
  expect(['my-story', '../stories/my-story', '/tmp/2026', './été'].map((name) => badName([name]))).toEqual([null, null, null, null]);
});

test('a refused name leaves nothing behind', () => {
  const at = desk();
  newStory(['not a name'], at);
  expect(existsSync(join(at, 'not a name'))).toBe(false);
});
