import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, Engine } from './driver.ts';
import { command, end, freePort, lacking, patiently, startUnseen } from './machine.ts';

const names = ['firefox-esr', 'firefox'];

/** Firefox, driven by WebDriver BiDi over a socket of its own: no driver program is needed. */
export const firefox: Engine = {
  name: 'Firefox',
  packages: 'firefox-esr xvfb xauth',
  lacks: () => [...(command(...names) ? [] : ['firefox']), ...lacking('xvfb-run')],
  async start(): Promise<Driver> {
    const port = await freePort();
    const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
    const args = [
      '--remote-debugging-port',
      String(port),
      '--profile',
      profile,
      '--no-remote',
      '--new-instance',
      '--width=1200',
      '--height=900',
    ];
    const process = startUnseen(command(...names) ?? 'firefox', args);
    const { ask, hangUp } = await patiently(() => connect(`ws://127.0.0.1:${port}/session`));
    await ask('session.new', { capabilities: {} });
    const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
    const context = contexts[0]?.context;
    return {
      goto: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
      back: async () => void (await ask('browsingContext.traverseHistory', { context, delta: -1 })),
      async value(expression) {
        const answer = await ask('script.evaluate', {
          expression: `JSON.stringify(${expression})`,
          target: { context },
          awaitPromise: true,
        });
        const { result, exceptionDetails } = answer as { result?: { value?: string }; exceptionDetails?: { text: string } };
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return result?.value === undefined ? undefined : JSON.parse(result.value);
      },
      async close() {
        await ask('browser.close', {}).catch(() => {});
        hangUp();
        end(process);
        // It writes until it has ended.
        await patiently(async () => rmSync(profile, { recursive: true, force: true }));
      },
    };
  },
};

interface Line {
  ask(method: string, params: object): Promise<unknown>;
  hangUp(): void;
}

function connect(address: string): Promise<Line> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: { result?: unknown; error?: string; message?: string }) => void>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  };
  socket.onclose = () => {
    for (const tell of waiting.values()) tell({ error: 'Firefox hung up' });
  };
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((done, fail) => {
      const id = ++last;
      waiting.set(id, ({ result, error, message }) => (error ? fail(new Error(`${method}: ${error} ${message ?? ''}`)) : done(result)));
      socket.send(JSON.stringify({ id, method, params }));
    });
  return new Promise((done, fail) => {
    socket.onopen = () => done({ ask, hangUp: () => socket.close() });
    socket.onerror = () => fail(new Error(`nobody answers at ${address}`));
  });
}
