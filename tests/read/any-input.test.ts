import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, folder } from './story-of.ts';

const lake = folder('tests/fixtures/lake');
const names = [...lake.keys()];

/** Issues stand in lines that exist, and an error always takes the story away. */
function soundIssues(files: Map<string, Uint8Array>): void {
  const { story, issues } = read(files);
  expect(story === null).toBe(issues.some(({ severity }) => severity === 'error'));
  for (const { line, column, message } of issues) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toMatch(/could not be read|undefined|\[object/);
  }
}

test('any byte of a story may be lost or changed without a throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(30), fc.uint8Array({ maxLength: 6 }), (name, at, lost, put) => {
      const bytes = lake.get(name) ?? new Uint8Array();
      const start = at % (bytes.length + 1);
      soundIssues(new Map(lake).set(name, new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + lost)])));
    }),
    { numRuns: 40, seed: 11 },
  );
});

test('any byte of a picture or film may be lost or changed without a throw', () => {
  const blocks = folder('tests/fixtures/blocks');
  const shown = [...blocks.keys()].filter((name) => name.startsWith('media/'));
  fc.assert(
    fc.property(fc.constantFrom(...shown), fc.nat(300), fc.nat(30), fc.uint8Array({ maxLength: 6 }), (name, start, lost, put) => {
      const bytes = blocks.get(name) ?? new Uint8Array();
      soundIssues(new Map(blocks).set(name, new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + lost)])));
    }),
    { numRuns: 60, seed: 13 },
  );
});

test('any text in any file is read without a throw', () => {
  const text = fc.string({ maxLength: 80, unit: fc.constantFrom(...'---\n```step## :,;[]{}"\'()!&*|>fact:idtleframe\t\u0000é'.split('')) });
  fc.assert(
    fc.property(fc.constantFrom(...names), text, (name, content) => soundIssues(new Map([...lake, ...filesOf({ [name]: content })]))),
    { numRuns: 40, seed: 12 },
  );
});

test('an empty folder lacks its article', () => {
  expect(read(new Map()).issues).toMatchObject([{ file: 'story.md', line: 1, column: 1 }]);
});

test.each(['story.md', 'layers.yaml', 'map/lakes.geojson', 'facts.csv'])(
  '%s nested a hundred thousand deep is refused, not thrown at',
  (name) => {
    const deep = name === 'story.md' ? `---\ntitle: ${'['.repeat(1e5)}\n---\n` : '['.repeat(1e5);
    expect(read(new Map([...lake, ...filesOf({ [name]: deep })])).story).toBeNull();
  },
);
