import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A story in a folder of its own, in the dev server. */
export interface Desk {
  address: string;
  read(file: string): string;
  /** Saves a file with one text in the place of another. */
  change(file: string, from: string, to: string): void;
  close(): void;
}

/** Copies the story in `from` and serves the copy; `before` may change it first. */
export async function sitDown(name: string, from: string, before: (folder: string) => void = () => {}): Promise<Desk> {
  const folder = join(root, '.cache/browser/desks', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, from), folder, { recursive: true });
  before(folder);
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1', '--port', '0'], {
    cwd: root,
    env: { ...process.env, STORY: relative(root, folder), NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return {
    address: await addressOf(child),
    read,
    change(file, text, other) {
      const before = read(file);
      if (!before.includes(text)) throw new Error(`${file} has no “${text}”`);
      writeFileSync(join(folder, file), before.replace(text, other));
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
