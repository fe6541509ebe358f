import { env } from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compiler } from '../../src/page/compile.ts';
import { publishedShelf } from '../../src/page/shelf.ts';
import { corruptions } from './corruptions.ts';
import { expectSound, fuzz } from './fuzz.ts';
import { folder } from './story-of.ts';

const kinds = Object.keys(corruptions);
const lake = folder('tests/fixtures/lake');

/** The files with one of them corrupted. */
function corrupted(files: ReadonlyMap<string, Uint8Array>, name: string, kind: string, at: number): Map<string, Uint8Array> {
  const text = new TextDecoder().decode(files.get(name));
  const result = corruptions[kind]?.(text, at) ?? text;
  return new Map(files).set(name, typeof result === 'string' ? new TextEncoder().encode(result) : result);
}

/** Every other kind in one file, the rest in the next: more than two hundred in all. Where more runs are asked for, each in each. */
const kindsIn = (name: string): [at: number, kind: string][] => {
  const turn = [...lake.keys()].indexOf(name);
  return [...kinds.entries()].filter(([i]) => env.FUZZ_RUNS || (i + turn) % 2 === 0);
};

test('there are more than two hundred kinds of corruption', () => {
  expect([...lake.keys()].flatMap(kindsIn).length).toBeGreaterThan(200);
});

// At a place that the seed picks.
test.each([...lake.keys()])('%s, corrupted in many ways, is a list of mistakes or a story that can be told', (name) => {
  const compile = compiler();
  const { seed } = fuzz(47, 1);
  const wrong = kindsIn(name).flatMap(([i, kind]) => {
    const at = (seed * 7919 + i * 104_729) % 1_000_003;
    try {
      expectSound(corrupted(lake, name, kind, at), compile);
      return [];
    } catch (error) {
      return [`${kind}, at ${at}: ${error instanceof Error ? error.stack : error}`];
    }
  });
  expect(wrong, `FUZZ_SEED=${seed}`).toEqual([]);
});

test.each(['data', 'tests/fixtures/charts', 'tests/stories/nile'])('%s with several corruptions at once', (root) => {
  const files = folder(root);
  files.delete('README.md');
  const compile = compiler();
  const texts = [...files.keys()].filter((name) => /\.(md|csv|yaml)$/.test(name));
  const corruption = fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...kinds), fc.nat(1e6));
  fc.assert(
    fc.property(fc.array(corruption, { minLength: 1, maxLength: 3 }), (all) => {
      expectSound(
        all.reduce((before, [name, kind, at]) => corrupted(before, name, kind, at), files),
        compile,
      );
    }),
    fuzz(19, 12),
  );
});

test('what is accepted after a corruption is published whole, with every picture', () => {
  const compile = compiler();
  fc.assert(
    fc.property(fc.constantFrom(...lake.keys()), fc.constantFrom(...kinds), fc.nat(1e6), (name, kind, at) => {
      const { told } = compile(corrupted(lake, name, kind, at));
      if (!told) return;
      const shelf = publishedShelf();
      told.page(shelf);
      for (const [path, content] of shelf.files) {
        if (path.endsWith('.svg')) expect(String(content), path).not.toMatch(/NaN|Infinity|undefined|<script/);
      }
    }),
    fuzz(23, 12),
  );
});
