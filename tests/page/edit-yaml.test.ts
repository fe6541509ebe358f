import { expect, test } from 'vitest';
import type { Splice } from '../../src/page/edit/text-file.ts';
import { addAt, flow, setAt, type YamlPath, yamlValue } from '../../src/page/edit/yaml-value.ts';

const done = (text: string, splice: Splice | null) => splice && text.slice(0, splice.from) + splice.text + text.slice(splice.to);
const set = (text: string, path: YamlPath, value: unknown) => done(text, setAt(text, path, value));
const add = (text: string, value: string, whole: string[] = []) => done(text, addAt(text, ['label'], value, whole));

const view = { bounds: [34.1, 50, 39, 53] };

test('a value takes the place of another, whatever its notation, and its neighbours keep theirs', () => {
  const after = 'highlight:   kursk   # lit\n';
  for (const before of [
    'frame: kursk',
    'frame: [kursk,  kyiv]',
    'frame: {bounds: [1, 2,\n  3, 4]}',
    'frame:\n  - kursk\n  - kyiv',
    'frame:\n  bounds:\n    - 1\n    - 2\n    - 3\n    - 4',
    'frame: "kursk"',
    'frame:',
  ])
    expect(set(`id: a\n${before}\n${after}`, ['frame'], view)).toBe(`id: a\nframe: {bounds: [34.1, 50, 39, 53]}\n${after}`);
});

test('comments stay: behind a value, between a key and its list, above and below', () => {
  expect(set('# a\nid: a # b\nframe: kursk  # wide\n# c\n', ['frame'], ['kursk', 'kyiv'])).toBe(
    '# a\nid: a # b\nframe: [kursk, kyiv]  # wide\n# c\n',
  );
  const listed = set('frame: # both\n  - kursk\n  - kyiv\n\n# below\nid: a\n', ['frame'], 'kursk') ?? '';
  expect(listed).toBe('frame: # both\n  kursk\n\n# below\nid: a\n');
  expect(yamlValue(listed)).toEqual({ frame: 'kursk', id: 'a' });
});

test('a new key stands under the id, or at the end of a group without one', () => {
  expect(set('# first\nid: a # its name\nlabel: b\n', ['frame'], 'b')).toBe('# first\nid: a # its name\nframe: b\nlabel: b\n');
  expect(set('title: T\ncover:\n  label: b # c\ndefaults: {}\n', ['cover', 'frame'], 'b')).toBe(
    'title: T\ncover:\n  label: b # c\n  frame: b\ndefaults: {}\n',
  );
  expect(set('title: T\ncover: {label: b}\n', ['cover', 'frame'], view)).toBe(
    'title: T\ncover: {label: b, frame: {bounds: [34.1, 50, 39, 53]}}\n',
  );
  expect(set('title: T\n', ['cover', 'frame'], 'b')).toBe('title: T\ncover: {frame: b}\n');
  expect(set('cover:\n', ['cover', 'frame'], 'b')).toBe('cover: {frame: b}\n');
  expect(set('cover: {}\n', ['cover', 'frame'], 'b')).toBe('cover: {frame: b}\n');
});

test('an item of a list, or the single thing in its place', () => {
  const listed = 'annotations:\n  - {at: b, text: One} # 1\n  - at: c\n    text: Two\n';
  expect(set(listed, ['annotations', 1, 'at'], 'd')).toBe(listed.replace('at: c', 'at: d'));
  expect(set(listed, ['annotations', 0, 'at'], 'd')).toBe(listed.replace('at: b', 'at: d'));
  expect(set('annotations: {at: b, text: One}\n', ['annotations', 0, 'at'], 'd')).toBe('annotations: {at: d, text: One}\n');
  expect(set(listed, ['annotations', 2, 'at'], 'd')).toBe(null);
});

test('a name more in a list of any notation', () => {
  expect(add('label: [a, b] # c\n', 'd')).toBe('label: [a, b, d] # c\n');
  expect(add('label:\n  - a # 1\n  - b # 2\nid: x\n', 'd')).toBe('label:\n  - a # 1\n  - b # 2\n  - d\nid: x\n');
  expect(add('label: a\n', 'd')).toBe('label: [a, d]\n');
  expect(add('label: []\n', 'd')).toBe('label: [d]\n');
  expect(add('id: x\n', 'd', ['a', 'd'])).toBe('id: x\nlabel: [a, d]\n');
  expect(add('label:\n', 'd', ['a', 'd'])).toBe('label: [a, d]\n');
});

test('what is not right YAML is not touched', () => {
  expect(setAt('frame: [a\n', ['frame'], 'b')).toBe(null);
  expect(setAt('- a\n', ['frame'], 'b')).toBe(null);
});

test('words that YAML would take for something else stand in quotes', () => {
  const odd = ['a: b', '{x}', 'Été', '', '12', "it's"];
  expect(yamlValue(`x: ${flow(odd)}`)).toEqual({ x: odd });
  expect(flow({ bounds: [-5.5, 1, 190, 2] })).toBe('{bounds: [-5.5, 1, 190, 2]}');
});
