// Runs the stages of the tests in their order, stops at the first that fails, and closes with one line: `N passed, N failed`.
// With --all the further engines are run as well. A check without tests of its own (types, lint, unused code) counts as one.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const unitResults = '.cache/unit/results.json';
const browserResults = '.cache/browser/results.json';
const all = process.argv.includes('--all');

const stages = [
  { name: 'Types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'Lint and format', command: ['biome', 'check', '.'] },
  { name: 'Unused code', command: ['knip'] },
  {
    name: 'Unit tests',
    command: [
      'vitest',
      'run',
      '--config=tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitResults}`,
    ],
    results: unitResults,
    count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  },
  {
    name: all ? 'Browser tests, every engine' : 'Browser tests',
    command: ['playwright', 'test', '-c', 'tests/browser/playwright.config.ts'],
    // Firefox is spoken to over a WebSocket, which Node 20 has behind a flag.
    env: all ? { ENGINES: 'all', NODE_OPTIONS: '--experimental-websocket' } : {},
    results: browserResults,
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected }),
  },
];

const total = { passed: 0, failed: 0 };
for (const stage of stages) {
  const { passed, failed } = await runStage(stage);
  total.passed += passed;
  total.failed += failed;
  if (failed) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function runStage({ name, command, env, results, count }) {
  console.log(`\n${name}`);
  if (results) rmSync(resolve(root, results), { force: true });
  const start = performance.now();
  const code = await run(command, env);
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const counted = results ? countIn(results, count) : { passed: code === 0 ? 1 : 0, failed: 0 };
  // A stage that ended badly has failed, whatever it has counted.
  return code === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

function countIn(results, count) {
  try {
    return count(JSON.parse(readFileSync(resolve(root, results), 'utf8')));
  } catch {
    console.log(`${results} cannot be read: nothing was counted`);
    return { passed: 0, failed: 1 };
  }
}

function run([command, ...args], env = {}) {
  const path = `${resolve(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: path, TZ: 'UTC', ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', ({ message }) => {
      console.log(message);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}
