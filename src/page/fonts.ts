import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from './hash.ts';
import { kept } from './kept.ts';
import type { MakeLater } from './media/media.ts';

/** What nearly every English text has and little else: with these alone the three Latin fonts take 37 of 53 KB. */
const ranges: [first: number, last: number][] = [
  [0x20, 0x7e],
  [0xa0, 0xab],
  [0xb0, 0xb7],
  [0xbb, 0xbb],
  [0xd7, 0xd7],
  [0x2009, 0x2248],
];

/**
 * What is asked of the whole fonts beside the smaller: letters alone, since a browser looks for a sign that the smaller lacks (↗) in
 * every font that may have it.
 */
const wholeRange = 'U+AC-2FF';

const code = (point: number) => point.toString(16).toUpperCase();
const unicodeRange = ranges.map(([first, last]) => `U+${code(first)}${last > first ? `-${code(last)}` : ''}`).join();
const characters = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
  .join('');

const { resolve } = createRequire(import.meta.url);

const faces = readFileSync(fileURLToPath(new URL('./fonts.css', import.meta.url)), 'utf8');

/** What the Latin fonts have, by their `unicode-range`, and the smaller ones lack. */
const notBasic = new RegExp(`(?![${characters.replace(/[\\\]^-]/g, '\\$&')}])[ -\u02ff\u2000-\u22ff]`);

/** The Latin faces. */
const latin = /@font-face\{[^}]*url\((@[^)]*-latin-[^)]*)\)[^}]*\}/g;

/**
 * The styles of the two type families, with a smaller font for each Latin one: the whole font is then fetched only for a letter that
 * the smaller lacks, as in a city that a reader types. A page whose own text has such letters has the whole fonts alone. `addFont`
 * puts a font's file on the shelf and gives its address.
 */
export function fontFaces(text: string, addFont: (path: string, read: () => Uint8Array) => string): string {
  const basic = !notBasic.test(text);
  // Of two faces for a letter the later one counts.
  // A reader types in the sans face alone.
  const whole = (face: string) => (face.includes("'Golos Text'") ? withRange(face, wholeRange) : '');
  const all = basic ? faces.replace(latin, (face, path: string) => whole(face) + cutFace(face, path)) : faces;
  return all.replace(
    /url\((@[^)]+)\)/g,
    (_, path: string) => `url(${addFont(`assets/${basename(path)}`, () => readFileSync(resolve(path)))})`,
  );
}

const cutFace = (face: string, path: string): string => withRange(face.replace(`url(${path})`, `url(${cutPath(path)})`), unicodeRange);

const withRange = (face: string, range: string): string => face.replace(/unicode-range:[^;}]*/, `unicode-range:${range}`);

/** The smaller fonts, by path. */
export function cutFonts(): ReadonlyMap<string, MakeLater> {
  const paths = [...faces.matchAll(latin)].map(([, path = '']) => path);
  let fonts: Promise<Uint8Array[]> | null = null;
  const cut = async (index: number) => {
    fonts ??= subset(paths.map((path) => resolve(path)));
    return (await fonts)[index] ?? Promise.reject(new Error(`${paths[index]} was not cut`));
  };
  return new Map(paths.map((path, i) => [cutPath(path), () => kept(basename(cutPath(path)), () => cut(i))]));
}

const cutPath = (path: string): string =>
  `assets/${basename(path).replace('-latin', '-basic').replace('-normal.woff2', '')}-${digest([characters, readFileSync(resolve(path))])}.woff2`;

/** In a process of its own, beside the work on the pages. */
function subset(paths: string[]): Promise<Uint8Array[]> {
  return new Promise((done, fail) => {
    const script = fileURLToPath(new URL('./subset.mjs', import.meta.url));
    const child = execFile(process.execPath, [script], { maxBuffer: 1 << 26 }, (error, output) =>
      error ? fail(error) : done((JSON.parse(output) as string[]).map((font) => Buffer.from(font, 'base64'))),
    );
    child.stdin?.end(JSON.stringify({ paths, text: characters }));
  });
}
