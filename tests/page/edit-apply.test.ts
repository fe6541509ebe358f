import { expect, test } from 'vitest';
import { applyChange, type Edited } from '../../src/page/edit/apply.ts';
import { type Change, parseRequest } from '../../src/page/edit/change.ts';
import { stepBlock } from '../../src/page/edit/step-block.ts';
import { setAt } from '../../src/page/edit/yaml-value.ts';
import { filesOf, folder, storyText } from '../read/story-of.ts';

const article = (blocks: string[], front = '') => storyText({ blocks, front });
const places = 'id,name,lon,lat\noslo,Oslo,10.75,59.91\nbergen,Bergen,5.32,60.39\n';
const frame = (step: string, frame: string[] | [number, number, number, number], phone = false): Change => ({
  kind: 'frame',
  step,
  phone,
  frame,
});

function file(edited: Edited, name: string): string {
  if ('refused' in edited) throw new Error(edited.refused);
  return Buffer.from(edited.files.get(name) ?? []).toString();
}
const refusal = (edited: Edited) => ('refused' in edited ? edited.refused : null);

test('a view is written into the block of its step, and nothing else changes', () => {
  const text = article(['# Where it began\nframe: {bounds: [10, 50, 12, 51]} # wide', 'frame: [oslo]']);
  const files = filesOf({ 'story.md': text, 'places.csv': places });
  expect(file(applyChange(files, frame('first', [9.5, 50, 12, 51])), 'story.md')).toBe(
    text.replace('{bounds: [10, 50, 12, 51]}', '{bounds: [9.5, 50, 12, 51]}'),
  );
  expect(file(applyChange(files, frame('second', ['oslo', 'bergen'])), 'story.md')).toBe(text.replace('[oslo]', '[oslo, bergen]'));
  expect(file(applyChange(files, frame('second', ['bergen'], true)), 'story.md')).toBe(
    text.replace('id: second\n', 'id: second\nframe-phone: bergen\n'),
  );
});

test('the cover’s view stands in the front matter', () => {
  const text = article([], 'cover:\n  locator: false # none\n');
  expect(file(applyChange(filesOf({ 'story.md': text }), frame('cover', [1, 2, 3, 4])), 'story.md')).toBe(
    text.replace('# none\n', '# none\n  frame: {bounds: [1, 2, 3, 4]}\n'),
  );
});

test('a story with a byte order mark and CRLF keeps them', () => {
  const text = `\uFEFF${article(['frame: {bounds: [10, 50, 12, 51]}']).replaceAll('\n', '\r\n')}`;
  expect(file(applyChange(filesOf({ 'story.md': text }), frame('second', [1, 2, 3, 4])), 'story.md')).toBe(
    text.replace(/(id: second\r\nframe: \{bounds: )\[[^\]]+/, '$1[1, 2, 3, 4'),
  );
});

test('a text moves to another place, where it is the step’s own', () => {
  const text = article(['frame: [oslo]\nannotations:\n  - {at: oslo, text: "Here: now"}', 'scene: first']);
  const files = filesOf({ 'story.md': text, 'places.csv': places });
  const moved = (step: string, at: string): Change => ({ kind: 'annotation', step, index: 0, at });
  expect(file(applyChange(files, moved('first', 'bergen')), 'story.md')).toBe(text.replace('{at: oslo', '{at: bergen'));
  expect(refusal(applyChange(files, moved('second', 'bergen')))).toBe(
    'This text is not written in the block of “second”, but in defaults: or in the step whose scene it shows. Move it there.',
  );
});

test('a new place is a row more, and a name more in the step', () => {
  const files = filesOf({ 'story.md': article(['frame: [oslo]\nlabel: oslo']), 'places.csv': places });
  const change: Change = { kind: 'place', id: 'rome', name: 'Rome', at: [12.5, 41.9], label: { step: 'first', labels: ['oslo'] } };
  const edited = applyChange(files, change);
  expect(file(edited, 'places.csv')).toBe(`${places}rome,Rome,12.5,41.9\n`);
  expect(file(edited, 'story.md')).toContain('label: [oslo, rome]\n');
  const alone = applyChange(filesOf({ 'story.md': article([]) }), { ...change, label: null });
  expect(file(alone, 'places.csv')).toBe('id,name,lon,lat\nrome,Rome,12.5,41.9\n');
});

test('a place moves in its row', () => {
  const files = filesOf({ 'story.md': article(['frame: [oslo, bergen]']), 'places.csv': places });
  expect(file(applyChange(files, { kind: 'move', id: 'oslo', at: [10.8, 59.95] }), 'places.csv')).toBe(
    places.replace('10.75,59.91', '10.8,59.95'),
  );
  expect(refusal(applyChange(files, { kind: 'move', id: 'rome', at: [1, 2] }))).toBe('places.csv has no place “rome” that could be moved.');
});

test('what would be a mistake is not written, and what is one is cured first', () => {
  const files = filesOf({ 'story.md': article(['frame: [oslo]']), 'places.csv': places });
  const taken: Change = { kind: 'place', id: 'oslo', name: 'Oslo', at: [1, 2], label: null };
  expect(refusal(applyChange(files, taken))).toMatch(/^Nothing was written, .* places\.csv:4:1 expected each id once, found "oslo" again/);
  expect(refusal(applyChange(files, { ...taken, id: 'New Town' }))).toMatch(/expected an id: lowercase words/);
  expect(refusal(applyChange(files, frame('first', ['olso'])))).toMatch(/Did you mean "oslo"\?$/);
  expect(refusal(applyChange(files, frame('first', [3, 2, 1, 4])))).toMatch(/west before east/);
  const wrong = filesOf({ 'story.md': article(['frame: [olso]']), 'places.csv': places });
  expect(refusal(applyChange(wrong, frame('second', [1, 2, 3, 4])))).toMatch(/^The story has a mistake; cure it first\. story\.md:/);
  expect(refusal(applyChange(files, frame('third', [1, 2, 3, 4])))).toMatch(/^The block of “third” .* could not be changed here/);
});

test('every step of data/ can be given another view, and differs in one line', () => {
  const text = Buffer.from(folder('data').get('story.md') ?? []).toString();
  const before = text.split('\n');
  const steps = [...text.matchAll(/^id: (.+)$/gm)].map(([, id = '']) => id);
  expect(steps).toHaveLength(15);
  for (const step of ['cover', ...steps]) {
    const block = stepBlock(text, step);
    const splice = block && setAt(text.slice(block.from, block.to), [...block.base, 'frame'], { bounds: [30, 50, 40, 55] });
    if (!splice) throw new Error(step);
    const after = (text.slice(0, block.from + splice.from) + splice.text + text.slice(block.from + splice.to)).split('\n');
    expect(after.filter((line, i) => line !== before[i]).map((line) => line.trim())).toEqual(['frame: {bounds: [30, 50, 40, 55]}']);
  }
});

test('only what the page can ask for is a request', () => {
  expect(parseRequest(JSON.stringify({ change: frame('first', [1, 2, 3, 4]), seen: 'x' }))).toEqual({
    change: frame('first', [1, 2, 3, 4]),
    seen: 'x',
  });
  expect(parseRequest('{"undo":true}')).toEqual({ undo: true });
  expect(parseRequest(JSON.stringify({ change: { ...frame('first', ['a']), file: '/etc/passwd' }, seen: 'x' }))).toBe(null);
  expect(parseRequest(JSON.stringify({ change: { kind: 'move', id: 'a', at: [1e9, 2] }, seen: 'x' }))).toBe(null);
  expect(parseRequest('nothing')).toBe(null);
});
