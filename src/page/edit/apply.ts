import { isDeepStrictEqual } from 'node:util';
import { read, type StoryFiles } from '../../read/index.ts';
import { type Change, placed } from './change.ts';
import { addPlace, movePlace, newPlaces } from './places-table.ts';
import { stepBlock } from './step-block.ts';
import { openText, type Splice, type TextFile } from './text-file.ts';
import { addAt, setAt, type YamlPath, yamlValue } from './yaml-value.ts';

/** The files to be written, and what was done in a sentence; or a sentence that says why nothing is written. */
export type Edited = { files: ReadonlyMap<string, Uint8Array>; said: string } | { refused: string };

/** What a change makes of the story's files. The result always reads without an error; nothing but what is asked for differs. */
export function applyChange(files: StoryFiles, change: Change): Edited {
  const wrong = mistake(files);
  if (wrong) return { refused: `The story has a mistake; cure it first. ${wrong}` };
  const edited = editOf(files, change);
  if ('refused' in edited) return edited;
  const after = mistake(new Map([...files, ...edited.files]));
  return after ? { refused: `Nothing was written, because the story would have a mistake. ${after}` } : edited;
}

function mistake(files: StoryFiles): string | null {
  const issue = read(files).issues.find(({ severity }) => severity === 'error');
  return issue ? `${issue.file}:${issue.line}:${issue.column} ${issue.message} ${issue.suggestion ?? ''}`.trim() : null;
}

function editOf(files: StoryFiles, change: Change): Edited {
  switch (change.kind) {
    case 'frame':
      return setFrame(files, change);
    case 'annotation':
      return moveAnnotation(files, change);
    case 'place':
      return newPlace(files, change);
    case 'move':
      return move(files, change);
  }
}

function setFrame(files: StoryFiles, { step, phone, frame }: Change & { kind: 'frame' }): Edited {
  const key = phone ? 'frame-phone' : 'frame';
  const ids = frame.filter((one) => typeof one === 'string');
  const value = ids.length ? (ids.length === 1 ? ids[0] : ids) : { bounds: frame };
  return editStep(files, step, `Saved: ${key} of “${step}” in story.md.`, (yaml, base) => setAt(yaml, [...base, key], value));
}

function moveAnnotation(files: StoryFiles, { step, index, at }: Change & { kind: 'annotation' }): Edited {
  const edited = editStep(files, step, `Saved: the text of “${step}” stands at “${at}” now, in story.md.`, (yaml, base) => {
    const annotation = [...base, 'annotations', index];
    return isThere(yamlValue(yaml), annotation) ? setAt(yaml, [...annotation, 'at'], at) : null;
  });
  const elsewhere = `This text is not written in the block of “${step}”, but in defaults: or in the step whose scene it shows. Move it there.`;
  return 'refused' in edited ? { refused: elsewhere } : edited;
}

function newPlace(files: StoryFiles, { id, name, at, label }: Change & { kind: 'place' }): Edited {
  const said = `Saved: ${name} in places.csv.`;
  const bytes = files.get('places.csv') ?? new TextEncoder().encode(newPlaces);
  const table = editText(bytes, (text) => addPlace(text, { id, name, at: placed(at) }));
  if (!table) return { refused: 'places.csv is not a table with the columns id, name, lon and lat, so no place can be added to it here.' };
  const places = new Map([['places.csv', table]]);
  if (!label) return { files: places, said };
  const { step, labels } = label;
  const named = editStep(files, step, said, (yaml, base) => addAt(yaml, [...base, 'label'], id, [...labels, id]));
  return 'refused' in named
    ? named
    : { files: new Map([...places, ...named.files]), said: `Saved: ${name} in places.csv, and its name in “${step}”.` };
}

function move(files: StoryFiles, { id, at }: Change & { kind: 'move' }): Edited {
  const bytes = files.get('places.csv');
  const table = bytes && editText(bytes, (text) => movePlace(text, id, placed(at)));
  return table
    ? { files: new Map([['places.csv', table]]), said: `Saved: “${id}” has moved, in places.csv.` }
    : { refused: `places.csv has no place “${id}” that could be moved.` };
}

type YamlEdit = (yaml: string, base: YamlPath) => Splice | null;

/** Edits a step's block, and makes sure that it can still be read and that nothing else in story.md has changed. */
function editStep(files: StoryFiles, step: string, said: string, edit: YamlEdit): Edited {
  const refused = `The block of “${step}” in story.md could not be changed here. Change it in the file.`;
  const article = files.get('story.md');
  if (!article) return { refused };
  const bytes = editText(article, (text) => {
    const block = stepBlock(text, step);
    if (!block) return null;
    const yaml = text.slice(block.from, block.to);
    const splice = edit(yaml, block.base);
    const written = splice && yaml.slice(0, splice.from) + splice.text + yaml.slice(splice.to);
    if (!written || !sameBeside(yamlValue(yaml), yamlValue(written))) return null;
    return { from: splice.from + block.from, to: splice.to + block.from, text: splice.text };
  });
  return bytes ? { files: new Map([['story.md', bytes]]), said } : { refused };
}

function editText(bytes: Uint8Array, edit: (text: TextFile['text']) => Splice | Splice[] | null): Uint8Array | null {
  const file = openText(bytes);
  const splices = file && edit(file.text);
  return splices ? file.splice([splices].flat()) : null;
}

/** Whether the two differ in one key at most, at any depth. */
function sameBeside(before: unknown, after: unknown): boolean {
  if (!isGroup(after)) return false;
  const own = isGroup(before) ? before : {};
  const differing = [...new Set([...Object.keys(own), ...Object.keys(after)])].filter((key) => !isDeepStrictEqual(own[key], after[key]));
  return differing.length <= 1 && Object.keys(own).every((key) => key in after);
}

function isThere(value: unknown, path: YamlPath): boolean {
  let at: unknown = value;
  for (const key of path) {
    // A single thing may stand where a list may.
    if (key === 0 && isGroup(at) && !Array.isArray(at)) continue;
    if (!isGroup(at)) return false;
    at = at[key];
  }
  return isGroup(at);
}

const isGroup = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null;
