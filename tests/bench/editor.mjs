// How long an editor waits: for the dev server, for a saved change, for a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { quantile } from './measure.mjs';
import { root, runVite, startVite, storyCopy, work } from './pages.mjs';

const waitLimitMs = 30_000;

export async function editorsSpeed(browser, { changes = 5, builds = 3 } = {}) {
  const served = await servedSpeed(browser, changes);
  const buildsMs = await each(builds, () => timed(() => runVite(buildArguments, 'data')));
  return { ...served, buildMedianMs: quantile(buildsMs, 0.5) };
}

async function servedSpeed(browser, changes) {
  const folder = storyCopy();
  const { address, readyMs, firstPageMs, stop } = await startServer(folder);
  try {
    const changesMs = await savedChanges({ browser, address, file: join(folder, 'story.md'), count: changes });
    return { readyMs, firstPageMs, changeMedianMs: quantile(changesMs, 0.5), changeMaxMs: Math.max(...changesMs) };
  } finally {
    stop();
  }
}

const buildArguments = ['build', '--outDir', join(work, 'timed-build'), '--emptyOutDir', '--logLevel', 'error'];

async function startServer(folder) {
  const fromMs = performance.now();
  const child = startVite(['--host', '127.0.0.1', '--port', '5390'], relative(root, folder), 'pipe');
  const stop = () => void child.kill();
  try {
    const address = await addressOf(child);
    const readyMs = performance.now() - fromMs;
    await firstPage(address);
    return { address, readyMs, firstPageMs: performance.now() - fromMs, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Vite prints "ready in" and then the address. */
function addressOf(child) {
  return new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(() => fail(new Error(`the dev server was not ready after ${waitLimitMs} ms: ${said}`)), waitLimitMs);
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the dev server ended with ${code}: ${said}`));
    });
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
      if (!address || !said.includes('ready in')) return;
      clearTimeout(timer);
      done(address);
    });
  });
}

async function firstPage(address) {
  const { status } = await fetch(address, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(waitLimitMs) });
  if (status !== 200) throw new Error(`the dev server answers ${status}`);
}

/** From the save of a change to the frame that has shown it, at full speed of line and machine. */
async function savedChanges({ browser, address, file, count }) {
  const page = await browser.newPage();
  try {
    let seen = () => {};
    await page.exposeBinding('benchSeen', (_source, text) => seen(text));
    await page.addInitScript(tellWhatIsShown);
    await page.goto(address);
    const original = readFileSync(file, 'utf8');
    return await each(count, async (i) => {
      // The server has seen the change before it and stands still again.
      await page.waitForTimeout(1000);
      const words = `bench-change-${i}`;
      const shown = new Promise((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`a change in story.md did not show after ${waitLimitMs} ms`)), waitLimitMs);
        seen = (text) => {
          if (!text.includes(words)) return;
          clearTimeout(timer);
          done();
        };
      });
      return timed(async () => {
        writeFileSync(file, withWords(original, words));
        await shown;
      });
    });
  } finally {
    await page.close();
  }
}

const withWords = (story, words) => {
  const changed = story.replace(/\. /g, (match, at) => (at === story.lastIndexOf('. ') ? `, ${words}. ` : match));
  if (changed === story) throw new Error('story.md has no sentence to change');
  return changed;
};

/** Sent to the page as its source: says which change of the bench's the document holds, after the frame that shows it. */
function tellWhatIsShown() {
  let last = '';
  const look = () => {
    const [words] = document.body?.textContent.match(/bench-change-\d+/) ?? [''];
    if (words && words !== last) requestAnimationFrame(() => setTimeout(() => globalThis.benchSeen(words)));
    last = words ?? last;
    requestAnimationFrame(look);
  };
  look();
}

async function timed(act) {
  const fromMs = performance.now();
  await act();
  return performance.now() - fromMs;
}

async function each(count, act) {
  const all = [];
  for (let i = 0; i < count; i++) all.push(await act(i));
  return all;
}
