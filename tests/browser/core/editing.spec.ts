import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, scrollToStep, settle, test } from '../story.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A story in a folder of its own, in the dev server. */
interface Desk {
  address: string;
  /** Saves a file with one text in the place of another. */
  change(file: string, from: string, to: string): void;
  close(): void;
}

async function sitDown(name: string): Promise<Desk> {
  const folder = join(root, '.cache/browser/desks', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'data'), folder, { recursive: true });
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1', '--port', '0'], {
    cwd: root,
    env: { ...process.env, STORY: relative(root, folder), NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    address: await addressOf(child),
    change(file, from, to) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
      writeFileSync(path, text.replace(from, to));
    },
    close: () => void child.kill(),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.on('exit', (code) => fail(new Error(`the dev server ended with ${code}: ${said}`)));
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
      if (address) done(address);
    });
  });
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('an editor sees each saved change in its place, and each mistake over the last good story', async ({ browser }) => {
  const desk = await sitDown('editing');
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(desk.address);
    await scrollToStep(page, 'incursion');
    await page.mouse.wheel(0, 90);
    await page.locator('.stage').evaluate((stage) => stage.setAttribute('data-same', ''));
    const before = await scrolled(page);

    desk.change('story.md', 'took ground there.', 'took ground there, and held it.');
    await expect(page.locator('#incursion')).toContainText('and held it');
    await expect(page.locator('.stage[data-same]'), 'words change and nothing else').toHaveCount(1);
    expect(await scrolled(page)).toBe(before);

    desk.change('story.md', 'frame: [sumy, sudzha, kursk-city', 'frame: [sumy, sudza, kursk-city');
    await expect(page.getByText('1 mistake', { exact: true })).toBeVisible();
    await expect(page.getByText(/Did you mean "sudzha"/)).toBeVisible();
    await expect(page.locator('#incursion'), 'the last good story stays').toContainText('and held it');

    desk.change('story.md', 'frame: [sumy, sudza, kursk-city', 'frame: [sudzha]');
    desk.change('story.md', 'frame: [sudzha], rylsk', 'frame: [sumy, rylsk');
    await expect(page.getByText('1 mistake', { exact: true })).toHaveCount(0);
    await expect(page.locator('.stage[data-same]'), 'another view is another stage').toHaveCount(0);
    await settle(page, 'incursion');
    expect(await scrolled(page)).toBe(before);

    desk.change('facts.csv', '984', '985');
    await expect(page.getByText(/mistakes?$/)).toBeVisible();
    expect(errors).toEqual([]);
    await page.close();
  } finally {
    desk.close();
  }
});
