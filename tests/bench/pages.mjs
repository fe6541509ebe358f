// The pages that are measured, each built into a folder of its own.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { parse } from 'yaml';

export const root = resolve(import.meta.dirname, '../..');
export const work = join(root, '.cache/bench');
const vite = join(root, 'node_modules/vite/bin/vite.js');

/** In the order of the columns; `folder` is what the server serves under its name, `map` what holds the page's map. */
export const pages = [
  { name: 'story', folder: 'story', map: '.stage', what: 'this story' },
  { name: 'svg-only', folder: 'story', map: '.stage', webgl: false, what: 'the same where WebGL cannot be had' },
  { name: 'limit', folder: 'limit', map: '.stage', what: 'the same with every script taken out: the limit' },
  {
    name: 'eager',
    folder: 'eager',
    map: '#map',
    what: 'same words, geometry and camera as a template has them: vite, maplibre-gl, scrollama and d3, all eager',
  },
];

/** The story alone; gives its folder. */
export async function buildStory() {
  const folder = join(work, 'story');
  await runVite(['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], 'data');
  return folder;
}

export async function buildPages(browser) {
  const folders = Object.fromEntries(['story', 'limit', 'eager'].map((name) => [name, join(work, name)]));
  await buildStory();
  takeScriptsOut(folders.story, folders.limit);
  await buildEager(browser, folders);
  return folders;
}

/** Vite's own command, with the story that it is to tell; rejects where it fails. */
export function runVite(args, story) {
  return new Promise((done, fail) => {
    const child = startVite(args, story, 'inherit');
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`vite ${args[0]} of ${story} ended with ${code}`))));
  });
}

export const startVite = (args, story, output) =>
  spawn(process.execPath, [vite, ...args], {
    cwd: root,
    env: { ...process.env, STORY: story, NO_COLOR: '1' },
    stdio: ['ignore', output, 'inherit'],
  });

function takeScriptsOut(story, limit) {
  rmSync(limit, { recursive: true, force: true });
  cpSync(story, limit, { recursive: true });
  const index = join(limit, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ''));
}

async function buildEager(browser, { story, eager }) {
  const source = join(work, 'eager-source');
  rmSync(source, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'eager'), source, { recursive: true });
  mkdirSync(join(source, 'public'));
  const layers = parse(readFileSync(join(root, 'data/layers.yaml'), 'utf8'));
  for (const { file } of layers) cpSync(join(root, 'data', file), join(source, 'public', file));
  const article = { ...(await articleOf(browser, story)), ...mapOf(layers), places: places() };
  writeFileSync(join(source, 'article.json'), JSON.stringify(article));
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'error',
    build: { outDir: eager, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
}

/** Words and camera of the built story, as a reader's browser has them. */
async function articleOf(browser, folder) {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.waitForFunction(() => globalThis.mapStory);
    return await page.evaluate(() => {
      const { story } = globalThis.mapStory;
      const textOf = (element) => element?.textContent?.trim() ?? '';
      const steps = story.steps.map(({ id, scene }) => {
        const section = document.getElementById(id);
        const paragraphs = [...section.querySelectorAll('.card > p:not([class])')].map(textOf);
        return { id, title: textOf(section.querySelector('h2')), paragraphs, bounds: scene.framePhone ?? scene.frame };
      });
      return { title: textOf(document.querySelector('h1')), standfirst: story.standfirst, cover: story.cover.frame, steps };
    });
  } finally {
    await page.close();
  }
}

function mapOf(layers) {
  const highlight = layers.flatMap(({ features }) => Object.values(features ?? {})).map(({ match }) => match);
  return {
    layers: layers.map(({ id, kind, file }) => ({ id, kind, file })),
    // The one region that the story is about, by the name that the map file has for it.
    highlight: highlight.filter((match) => match === 'RU-KRS'),
  };
}

function places() {
  const [, ...rows] = readFileSync(join(root, 'data/places.csv'), 'utf8').trim().split('\n');
  const features = rows.map((row) => {
    const [, name, , , longitude, latitude] = row.split(',');
    return { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] } };
  });
  return { type: 'FeatureCollection', features };
}

/** A copy of the story that the bench may write into. */
export function storyCopy() {
  const copy = join(work, 'story-copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, 'data'), copy, { recursive: true });
  if (!readdirSync(copy).includes('story.md')) throw new Error('data/ has no story.md');
  return copy;
}
