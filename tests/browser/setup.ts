import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { fileOf, hostPages, watchScript } from './embed/host-pages.ts';
import { enginesMissing } from './engines/engines.ts';
import { findBrowser } from './find-browser.mjs';
import { hostOf, openedAt, watch, watchedCopy } from './policy/guarded.ts';
import { type Server, serve } from './serve.mjs';
import { storyNames } from './stories/names.ts';

const root = resolve(import.meta.dirname, '../..');
const work = join(root, '.cache/browser');
/** No build needs the network: one that asks it for anything fails. */
const noNetwork = new URL('./no-network.mjs', import.meta.url).href;

/** What the tests find in their environment. */
export interface Places {
  BROWSER_PATH: string;
  STORY_URL: string;
  STORY_FOLDER: string;
  LAKE_URL: string;
  LAKE_FOLDER: string;
  /** A story with pictures, a film, quotes, asides, chapters and a step without a map. */
  BLOCKS_URL: string;
  BLOCKS_FOLDER: string;
  /** The lake story built for its address: under the policy in its page. */
  META_URL: string;
  /** A story whose every text is markup that would run. */
  HOSTILE_URL: string;
  HOSTILE_FOLDER: string;
  /** The Kursk story under the policy that its build writes for a header. */
  HEADER_URL: string;
  /** A page on another host, with the story in a sandboxed frame. */
  HOST_URL: string;
  HOST_FOLDER: string;
  /** Folder of the stories of tests/stories, each under its name; empty where they are not tried. */
  STORIES_URL: string;
}

/** Builds every page once, serves each from a host of its own, and says where; gives what takes the hosts down. */
export default async function setup({ projects }: FullConfig): Promise<() => Promise<void>> {
  if (projects.some(({ name }) => name === 'engines')) for (const line of enginesMissing()) console.log(line);
  const names = ['story', 'lake', 'blocks', 'hostile', 'meta', 'header', 'host'] as const;
  const folders = Object.fromEntries(names.map((name) => [name, join(work, name)])) as Record<(typeof names)[number], string>;
  const meta = await serve(folders.meta);
  const [browser] = await Promise.all([
    findBrowser(),
    build('data', folders.story),
    build('tests/fixtures/lake', folders.lake),
    build('tests/fixtures/blocks', folders.blocks),
    build('tests/fixtures/hostile', folders.hostile),
    build('tests/fixtures/lake', folders.meta, meta.url),
  ]);
  const told = projects.some(({ name }) => name === 'stories') ? await buildStories(join(work, 'stories')) : null;
  const story = await serve(folders.story, { under: '/some/deep/path/' });
  const lake = await serve(folders.lake);
  const blocks = await serve(folders.blocks);
  const hostile = await serve(folders.hostile);
  watch(folders.meta);
  const headers: Record<string, string> = {};
  const headersAt = watchedCopy(folders.story, folders.header);
  const header = await serve(folders.header, { headers });
  Object.assign(headers, headersAt(header.url));
  writeHost(folders.host, story.url);
  for (const [name, { url }] of [
    ['meta', meta],
    ['header', header],
  ] as const)
    writeFileSync(join(folders.host, `${name}.html`), hostOf(`${url}?frame=whole#${openedAt[name]}`));
  const host = await serve(folders.host);
  const places: Places = {
    BROWSER_PATH: browser,
    STORY_URL: story.url,
    STORY_FOLDER: folders.story,
    LAKE_URL: lake.url,
    LAKE_FOLDER: folders.lake,
    BLOCKS_URL: blocks.url,
    BLOCKS_FOLDER: folders.blocks,
    HOSTILE_URL: hostile.url,
    HOSTILE_FOLDER: folders.hostile,
    META_URL: meta.url,
    HEADER_URL: header.url,
    // Another site than the story's, as in life.
    HOST_URL: host.url.replace('127.0.0.1', 'localhost'),
    HOST_FOLDER: folders.host,
    STORIES_URL: told?.url ?? '',
  };
  Object.assign(process.env, places);
  return () => closeAll([story, lake, blocks, hostile, meta, header, host, ...(told ? [told] : [])]);
}

/** One host for all: each story works under any path. */
async function buildStories(folder: string): Promise<Server> {
  for (const name of storyNames()) await build(join('tests/stories', name), join(folder, name));
  return serve(folder);
}

function build(story: string, folder: string, site = ''): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      ['--import', noNetwork, vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
      {
        cwd: root,
        env: { ...process.env, STORY: story, ...(site ? { SITE: site } : {}), NODE_ENV: 'production' },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${story} could not be built`))));
  });
}

function writeHost(folder: string, story: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'watch.js'), watchScript);
  for (const [name, { html }] of Object.entries(hostPages(story))) writeFileSync(join(folder, fileOf(name)), html);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>A newspaper</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${story}?frame=whole" title="The story" width="900" height="700"></iframe>`,
  );
}

const closeAll = async (servers: Server[]) => void (await Promise.all(servers.map((server) => server.close())));
