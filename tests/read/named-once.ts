import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, lineOf } from './story-of.ts';

/** A slip of an editor's, the files that have it, and all that is said of it: how each line begins, and its cure. */
export type Slip = [name: string, texts: Record<string, string | Uint8Array>, said: [start: string, cure: RegExp | null][]];

/** Each slip is told where it stands, with its cure, and nothing else is. */
export function testSlips(slips: Slip[]): void {
  test.each(slips)('%s', (_, texts, said) => {
    const bytes = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);
    const files = new Map(Object.entries(texts).map(([path, text]): [string, Uint8Array] => [path, bytes(text)]));
    const { issues } = read(files.size ? files : filesOf({}));
    const lines = issues.map(lineOf);
    const isSaid = (line: string, index: number) => {
      const [start = '', cure = null] = said[index] ?? [];
      const [what = '', found] = line.split('  → ');
      return what.startsWith(start) && start !== '' && (cure ? found !== undefined && cure.test(found) : found === undefined);
    };
    expect(lines.map((line, index) => (isSaid(line, index) ? said[index]?.[0] : line))).toEqual(said.map(([start]) => start));
  });
}
