import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '../serve.mjs';
import { expect, further, scrollToStep, settle, sizes, stepIds, test } from '../story.ts';

const root = resolve(import.meta.dirname, '../../..');
const desk = '.cache/browser/new';

/** What a command says; fails where it does. */
function run(script: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

test('a new story is told from its first minute', further, async ({ browser }) => {
  rmSync(join(root, desk), { recursive: true, force: true });
  expect(run('src/page/new.mjs', [`${desk}/my-story`])).toContain(`STORY=${desk}/my-story npm start`);
  expect(run('src/page/check.mjs', [`${desk}/my-story`])).toContain('No mistakes.');
  run('node_modules/vite/bin/vite.js', ['build', '--outDir', `${desk}/dist`, '--emptyOutDir', '--logLevel', 'warn'], {
    STORY: `${desk}/my-story`,
    NODE_ENV: 'production',
  });
  expect(readFileSync(join(root, desk, 'dist/index.html'), 'utf8')).not.toMatch(/kursk|sudzha|kyiv/i);
  const host = await serve(join(root, desk, 'dist'));
  for (const size of ['desktop', 'phone'] as const) {
    const page = await browser.newPage({ viewport: sizes[size], reducedMotion: 'reduce' });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (!/GL Driver Message/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.url);
    await settle(page, 'cover');
    await expect(page).toHaveTitle('My story');
    const ids = await stepIds(page);
    expect(ids).toEqual(['cover', 'lake', 'meeting', 'shares', 'half', 'coda']);
    for (const id of ids) await scrollToStep(page, id);
    expect(complaints).toEqual([]);
    await page.close();
  }
  await host.close();
});
