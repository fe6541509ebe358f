import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** A package of somebody else's, as far as its licence is concerned. */
export interface Shipped {
  name: string;
  version: string;
  /** SPDX expression; empty where the package does not say. */
  licence: string;
  /** Words of its licence and notices; empty where it brings none. */
  text: string;
}

/** Packages that are published in one piece, so that what they are made of is known from their dependencies alone. */
const inOnePiece = ['maplibre-gl'];

/** Of their dependencies, what is left out of that piece: MapLibre's reader of styles in broken JSON. */
const leftOut = ['@mapbox/jsonlint-lines-primitives'];

/**
 * The packages that have something in what is published: `modules` are the paths of all modules in its scripts, `files` the
 * names of its files, among which fonts are known by theirs.
 */
export function shippedPackages(modules: Iterable<string>, files: Iterable<string>): Shipped[] {
  const folders = new Set<string>();
  for (const path of modules) addWithParts(folders, folderOf(path));
  const fonts = [...files].map((file) => basename(file)).filter((name) => name.endsWith('.woff2'));
  for (const folder of fontFolders()) if (fonts.some((name) => name.startsWith(`${basename(folder)}-`))) folders.add(folder);
  return [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `third-party-notices.txt`: each licence in its own words, once for all that share it. */
export function noticesFile(packages: readonly Shipped[]): string {
  const texts = new Map<string, Shipped[]>();
  for (const one of packages) texts.set(one.text, [...(texts.get(one.text) ?? []), one]);
  const head =
    'The scripts and fonts of this page have parts of these works in them. What its maps and figures are from stands at its end.';
  const parts = [...texts].map(
    ([text, own]) => `${own.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')}\n\n${text.trim()}`,
  );
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Folder of the package that a module is in; null for the program's own. */
function folderOf(path: string): string | null {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path.replace(/[?#].*/, ''))?.[0] ?? null;
}

function addWithParts(folders: Set<string>, folder: string | null): void {
  if (!folder || folders.has(folder) || !existsSync(join(folder, 'package.json'))) return;
  folders.add(folder);
  const { name } = about(folder);
  if (inOnePiece.includes(name)) addDependencies(folders, folder);
}

function addDependencies(folders: Set<string>, folder: string): void {
  for (const name of Object.keys(about(folder).dependencies ?? {})) {
    const own = [join(folder, 'node_modules', name), join(rootOf(folder), name)].find((path) => existsSync(path));
    // Types are for the compiler.
    if (!own || folders.has(own) || name.startsWith('@types/') || leftOut.includes(name)) continue;
    folders.add(own);
    addDependencies(folders, own);
  }
}

/** The outermost `node_modules` around a package. */
const rootOf = (folder: string): string => /^.*?[\\/]node_modules(?=[\\/])/.exec(folder)?.[0] ?? folder;

interface About {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const about = (folder: string): About => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function packageIn(folder: string): Shipped {
  const { name, version, license = '' } = about(folder);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const text = files.length ? files.map(read).join('\n\n') : inReadme(existsSync(join(folder, 'README.md')) ? read('README.md') : '');
  return { name, version, licence: license, text };
}

/** Some packages have their licence at the end of their README. */
const inReadme = (readme: string): string => /^#+ licen[cs]e[\s\S]*$/im.exec(readme)?.[0] ?? '';

/** Folders of the font packages among the program's dependencies. */
function fontFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const { dependencies = {} } = about(join(import.meta.dirname, '../..'));
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@fontsource'))
    .map((name) => dirname(resolve(`${name}/package.json`)));
}
