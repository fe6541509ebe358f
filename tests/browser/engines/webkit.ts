import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Engine } from './driver.ts';
import { end, freePort, lacking, patiently, startUnseen } from './machine.ts';

/** WebKitGTK's small browser, driven by the W3C's protocol over HTTP. */
export const webkit: Engine = {
  name: 'WebKitGTK',
  packages: 'webkit2gtk-driver xvfb xauth',
  lacks: () => lacking('WebKitWebDriver', 'xvfb-run'),
  async start(): Promise<Driver> {
    const port = await freePort();
    const driver = startUnseen('WebKitWebDriver', [`--port=${port}`]);
    const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
      // What is asked of a page that is just being left may never be answered.
      const signal = AbortSignal.timeout(60_000);
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, signal, ...(body ? { body: JSON.stringify(body) } : {}) });
      const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
      if (value?.error) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    await patiently(() => ask('GET', '/status'));
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const session = (await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    const path = `/session/${session.sessionId}`;
    await ask('POST', `${path}/window/rect`, { width: 1200, height: 900 });
    return {
      goto: async (url) => void (await ask('POST', `${path}/url`, { url })),
      back: async () => void (await ask('POST', `${path}/back`, {})),
      value: (expression) => ask('POST', `${path}/execute/sync`, { script: `return (${expression})`, args: [] }),
      async close() {
        await ask('DELETE', path);
        end(driver);
      },
    };
  },
};

/** It lies in a folder named after its version, in one named after the machine's kind. */
function miniBrowser(): string {
  const inside = (folder: string) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = inside('/usr/lib')
    .filter(({ name }) => name.endsWith('-linux-gnu'))
    .flatMap(({ name }) => inside(join('/usr/lib', name)).map((entry) => join('/usr/lib', name, entry.name)));
  const found = folders.map((folder) => join(folder, 'MiniBrowser')).find((path) => existsSync(path));
  if (!found) throw new Error('WebKitWebDriver is there, but no MiniBrowser');
  return found;
}
