import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticesFile, shippedPackages } from '../src/page/notices.ts';
import { createReport } from '../src/read/report.ts';
import { createText } from '../src/read/text.ts';
import { parseYaml } from '../src/read/yaml.ts';

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const lock = readFileSync('package-lock.json', 'utf8');
const locked = Object.entries(JSON.parse(lock).packages as Record<string, Locked>)
  .filter(([path]) => path)
  .map(([path, one]) => ({ name: path.replace(/^.*node_modules\//, ''), path, ...one }));

/** Licences that let anybody publish the page with the works in it; what they ask for stands in third-party-notices.txt. */
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'OFL-1.1', 'CC0-1.0', 'BlueOak-1.0.0', 'Zlib'];
const isAllowed = (licence = '') => {
  const words = licence.replace(/[()]/g, '');
  const parts = words.split(/ (?:AND|OR) /);
  return words.includes(' OR ') ? parts.some((part) => allowed.includes(part)) : parts.every((part) => allowed.includes(part));
};

test('what a build or a reader needs is under a licence of the list', () => {
  const others = locked.filter(({ dev, license }) => !dev && !isAllowed(license)).map(({ name, license = '' }) => `${name} ${license}`);
  expect(others).toEqual([
    // Says nothing in its package; part of MapLibre's checks of styles, and not of what is built.
    '@mapbox/jsonlint-lines-primitives ',
    // Reads the arguments of markdown-it's own command, which nobody here gives.
    'argparse Python-2.0',
  ]);
});

test('tools under other licences are known, and for who works on the program alone', () => {
  const others = locked.filter(({ dev, license }) => dev && !isAllowed(license));
  const families = new Set(
    others.map(({ name, license = '' }) => `${license}: ${name.replace(/^(@[^/]+\/(?:sharp|resvg-js)|lightningcss).*/, '$1')}`),
  );
  expect([...families].sort()).toEqual([
    // Says nothing in its package; read by a tool that audits the page.
    ': parse-cache-control',
    // libvips, which makes the sizes of pictures.
    'Apache-2.0 AND LGPL-3.0-or-later AND MIT: @img/sharp',
    'Apache-2.0 AND LGPL-3.0-or-later: @img/sharp',
    // A host's script that the tests speak to.
    'GPL-3.0: @iframe-resizer/core',
    'GPL-3.0: @iframe-resizer/parent',
    'LGPL-3.0-or-later: @img/sharp',
    // Draws the cards.
    'MPL-2.0: @resvg/resvg-js',
    'MPL-2.0: axe-core',
    // Minifies the styles.
    'MPL-2.0: lightningcss',
  ]);
});

test('every version is exact, every package known by its content, and none from elsewhere', () => {
  const { dependencies, devDependencies, overrides } = json('package.json');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  for (const { path, version, integrity, resolved, link } of locked) {
    expect(version, path).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved ?? link, path).toBeUndefined();
  }
  expect(lock).not.toMatch(/git\+|git:|github:|"file:/);
});

test('README names each runtime dependency with its reason and what it costs', () => {
  const [, section = ''] = readFileSync('README.md', 'utf8').split('## Runtime dependencies');
  const rows =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => /^\|(?! package |-)(.*\w.*\|){3}$/.test(line)) ?? [];
  // Fonts by their names: a family and its scripts are one row.
  const words = (name: string) => name.split('/').at(-1)?.split('-') ?? [];
  const isNamed = (row: string, name: string) =>
    row.includes(name) || (name.startsWith('@') && words(name).every((word) => row.toLowerCase().includes(word)));
  const { dependencies } = json('package.json');
  expect(Object.keys(dependencies).filter((name) => !rows.some((row) => isNamed(row, name)))).toEqual([]);
});

test('no package runs a script when it is installed', () => {
  expect(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(json('package.json').scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
});

test('the notices name what is in the scripts and fonts, with the words of each licence', () => {
  const modules = ['d3-geo/src/index.js', 'maplibre-gl/dist/maplibre-gl.mjs', 'd3-geo/src/path/index.js'].map((path) =>
    join('/', 'x', path),
  );
  expect(shippedPackages(modules, [])).toEqual([]);
  const own = ['d3-geo/src/index.js', 'maplibre-gl/dist/maplibre-gl.mjs'].map((path) => join(process.cwd(), 'node_modules', path));
  const packages = shippedPackages(
    [...own, join(process.cwd(), 'src/browser/main.ts')],
    ['assets/golos-text-latin-400-normal-c8246f55.woff2'],
  );
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['d3-geo', 'maplibre-gl', 'earcut', 'gl-matrix', '@fontsource/golos-text']));
  expect(names).not.toContain('@fontsource-variable/stix-two-text');
  expect(new Set(names).size).toBe(names.length);
  expect(packages.filter(({ licence, text }) => !isAllowed(licence) || !text).map(({ name }) => name)).toEqual([]);
  const text = noticesFile(packages);
  for (const { name, version } of packages) expect(text).toContain(`${name} ${version}`);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text).toContain('Mike Bostock');
});

/** Of data: licences that let anybody publish a map, with the credit that the page gives. */
const ofData = /^(public domain|ملك عام|CC0( 1\.0)?|CC BY 4\.0.*|ODbL 1\.0|LGPL-3\.0-or-later)$/i;

test.each(['data', 'tests/stories/mauna-loa', 'tests/stories/nile'])('the map data of %s may be published', (folder) => {
  const located = parseYaml(createText('sources.yaml', readFileSync(join(folder, 'sources.yaml'), 'utf8')), 0, 1e6, createReport());
  const sources = located.value as Record<string, { licence?: string; credit?: string }>;
  const layers = readFileSync(join(folder, 'layers.yaml'), 'utf8');
  const used = [...layers.matchAll(/^\s*source: (\S+)/gm)].map(([, id = '']) => id);
  expect(used).not.toEqual([]);
  for (const id of used) {
    expect(sources[id]?.licence, id).toMatch(ofData);
    expect(sources[id]?.credit, id).toBeTruthy();
  }
  expect(existsSync(join(folder, 'map/NOTICE.md'))).toBe(true);
});
