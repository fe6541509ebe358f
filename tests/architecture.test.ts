import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of src may import from the others. */
const arrows: Record<string, string[]> = {
  words: [],
  // The nouns; everyone else imports them from story.ts.
  story: ['words'],
  'story.ts': ['story', 'words'],
  scene: ['story.ts', 'words'],
  read: ['scene', 'story.ts', 'words'],
  graphics: ['scene', 'story.ts', 'words'],
  page: ['read', 'graphics', 'scene', 'story.ts', 'words'],
  browser: ['graphics', 'scene', 'story.ts', 'words', 'embed'],
  embed: [],
};

/** Packages that only certain files may know. */
const homes: [packages: RegExp, files: RegExp][] = [
  [/^scrollama/, /^browser\/scroll\.ts$/],
  [/^maplibre-gl/, /^browser\/(map\/webgl|dev\/webgl-source)\.ts$/],
  [/^(node:|vite$|rolldown$|lightningcss$)/, /^page\//],
  [/^sharp$/, /^page\/(media\/encode|share\/render)\.ts$/],
  [/^@resvg\//, /^page\/share\/render\.ts$/],
  [/^(zod|yaml|jsonc-parser|markdown-it)/, /^(read|page\/edit)\//],
];

interface Import {
  file: string;
  source: string;
}

const imports: Import[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, source = '']) => ({
      file,
      source,
    })),
  );

const partOf = (path: string): string => path.split('/')[0] ?? '';
const inWords = ({ file, source }: Import): string => `${file} imports ${source}`;

test('imports go one way: page, browser → graphics → scene → story; page → read', () => {
  const against = imports.filter(({ file, source }) => {
    if (!source.startsWith('.')) return false;
    const [from, to] = [partOf(file), partOf(posix.join(posix.dirname(file), source))];
    return from !== to && !arrows[from]?.includes(to);
  });
  expect(imports.length).toBeGreaterThan(100);
  expect(against.map(inWords)).toEqual([]);
});

test('scrollama, MapLibre, Node and the parsers each stay in their own place', () => {
  const strayed = imports.filter(({ file, source }) => homes.some(([packages, files]) => packages.test(source) && !files.test(file)));
  expect(strayed.map(inWords)).toEqual([]);
});

test('of d3-geo the drawing asks for nothing but what treeshake.ts leaves whole', () => {
  const asked = ['graphics/map/path.ts', 'graphics/map/arcs.ts'].map(
    (file) => /\{(.*)\} from 'd3-geo'/.exec(readFileSync(join('src', file), 'utf8'))?.[1],
  );
  const importers = imports.filter(({ file, source }) => source === 'd3-geo' && !file.startsWith('read/')).map(({ file }) => file);
  expect(importers.sort()).toEqual(['graphics/map/arcs.ts', 'graphics/map/path.ts']);
  expect(
    asked
      .join()
      .match(/\bgeo\w+/g)
      ?.sort(),
  ).toEqual(['geoClipRectangle', 'geoInterpolate']);
});
