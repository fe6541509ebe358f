import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Path of a command; undefined where the machine has none of that name. */
export function command(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

export const lacking = (...names: string[]): string[] => names.filter((name) => !command(name));

/** A free port of this machine. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a program on a screen of its own that nobody sees: without one these engines have no WebGL, or do not start. */
export function startUnseen(program: string, args: string[]): ChildProcess {
  return spawn('xvfb-run', ['-a', '-s', '-screen 0 1440x1000x24', program, ...args], {
    stdio: 'ignore',
    detached: true,
  });
}

/** Ends a program started by `startUnseen`, and the screen that came with it. */
export function end({ pid }: ChildProcess): void {
  if (!pid) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Tries until it works, for as long as a slow machine needs to start a browser. */
export async function patiently<T>(attempt: () => Promise<T>, ms = 30_000): Promise<T> {
  const last = Date.now() + ms;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > last) throw error;
      await new Promise((next) => setTimeout(next, 200));
    }
  }
}
