import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDesk } from '../../src/page/edit/desk.ts';
import { storyFiles } from '../../src/page/story-files.ts';
import { storyText } from '../read/story-of.ts';

const article = storyText({ blocks: ['frame: {bounds: [10, 50, 12, 51]} # wide', ''] });
const view = { kind: 'frame', step: 'first', phone: false, frame: [1, 2, 3, 4] };
const rome = { kind: 'place', id: 'rome', name: 'Rome', at: [12.5, 41.9], label: { step: 'first', labels: [] } };

/** A desk at work on a folder of its own. */
async function sitDown() {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  writeFileSync(join(folder, 'story.md'), article);
  const desk = createDesk(folder);
  const server = createServer((request, response) => void desk.handle(request, response, () => response.writeHead(404).end()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = () => desk.forPage(storyFiles(folder));
  return {
    folder,
    story: () => readFileSync(join(folder, 'story.md'), 'utf8'),
    version: () => own().version,
    async ask(body: unknown, headers: Record<string, string> = {}, method = 'POST') {
      const response = await fetch(origin + own().address, {
        method,
        headers: { 'content-type': 'application/json', 'x-edit-token': own().token, origin, ...headers },
        ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, ...(await response.json()) };
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

test('a change is written, and taken back byte by byte, the last one first', async () => {
  const desk = await sitDown();
  const first = await desk.ask({ change: view, seen: desk.version() });
  expect(first).toEqual({ status: 200, said: 'Saved: frame of “first” in story.md.', version: desk.version(), undo: true });
  expect(desk.story()).toBe(article.replace('{bounds: [10, 50, 12, 51]} #', '{bounds: [1, 2, 3, 4]} #'));
  const second = await desk.ask({ change: rome, seen: first.version });
  expect(second.said).toBe('Saved: Rome in places.csv, and its name in “first”.');
  expect(readdirSync(desk.folder)).toEqual(['places.csv', 'story.md']);
  expect((await desk.ask({ undo: true })).said).toBe('Taken back: places.csv and story.md as before.');
  expect(readdirSync(desk.folder)).toEqual(['story.md']);
  expect(await desk.ask({ undo: true })).toMatchObject({ undo: false });
  expect(desk.story()).toBe(article);
  expect((await desk.ask({ undo: true })).refused).toBe('There is nothing to take back.');
  await desk.close();
});

test('what has been changed in the meantime is neither written over nor taken back', async () => {
  const desk = await sitDown();
  const seen = desk.version();
  writeFileSync(join(desk.folder, 'story.md'), `${article}\nMore.\n`);
  expect((await desk.ask({ change: view, seen })).refused).toMatch(/^The files have changed since this page was made/);
  expect((await desk.ask({ change: view, seen: desk.version() })).undo).toBe(true);
  writeFileSync(join(desk.folder, 'story.md'), `${desk.story()}\nStill more.\n`);
  expect((await desk.ask({ undo: true })).refused).toBe('story.md has been changed since, so nothing was taken back.');
  expect(desk.story()).toContain('Still more.');
  await desk.close();
});

test('only the story’s own page may write', async () => {
  const desk = await sitDown();
  const body = { change: view, seen: desk.version() };
  const refused = { status: 403, refused: 'Only the page of this story may change its files.' };
  expect(await desk.ask(body, { 'x-edit-token': 'guessed' })).toEqual(refused);
  expect(await desk.ask(body, { origin: 'https://example.org' })).toEqual(refused);
  expect(await desk.ask(body, { origin: 'null' })).toEqual(refused);
  expect(await desk.ask(body, { 'sec-fetch-site': 'cross-site' })).toEqual(refused);
  expect(await desk.ask(body, { 'content-type': 'text/plain' })).toEqual(refused);
  expect(await desk.ask(body, {}, 'GET')).toEqual(refused);
  expect(await desk.ask({ ...body, file: '../x' })).toMatchObject({ status: 400 });
  expect(await desk.ask({ change: { ...view, step: 'x'.repeat(100_000) }, seen: '' })).toMatchObject({ status: 400 });
  expect(desk.story()).toBe(article);
  await desk.close();
});

test('nothing outside the folder is written, not by a link either', async () => {
  const desk = await sitDown();
  const elsewhere = join(mkdtempSync(join(tmpdir(), 'elsewhere-')), 'story.md');
  writeFileSync(elsewhere, article);
  rmSync(join(desk.folder, 'story.md'));
  symlinkSync(elsewhere, join(desk.folder, 'story.md'));
  expect((await desk.ask({ change: view, seen: desk.version() })).refused).toMatch(/^story\.md is a link to a file elsewhere/);
  expect(readFileSync(elsewhere, 'utf8')).toBe(article);
  await desk.close();
});
