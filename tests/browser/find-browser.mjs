// Finds a browser of the Chromium family that starts, has WebGL 2 and draws text, or gets one.
// `findBrowser()` gives its path, '' for Playwright's own. As a script it prints that path.
//
// The order: BROWSER_BIN; Playwright's cache; Chrome, Chromium or Edge on this machine; one that was fetched into .cache/
// before; then, unless NO_BROWSER_DOWNLOAD=1, one is fetched: by Playwright, by apt-get, as an npm package (which sets text on whole
// pixels and cannot search a page, so that it comes last).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const cache = resolve(import.meta.dirname, '../../.cache');

/** The last version for Node 20. */
const packagedVersion = '147.0.0';
const packagedFolder = join(cache, `chromium-${packagedVersion}`);
const packaged = join(packagedFolder, 'unpacked/chrome.sh');

const say = (message) => console.error(`browser: ${message}`);

/** @returns {Promise<string>} path of a browser that works; '' is Playwright's own */
export async function findBrowser() {
  const chosen = process.env.BROWSER_BIN;
  if (chosen) {
    const flaw = await flawOf(chosen);
    if (flaw) throw new Error(`BROWSER_BIN=${chosen} cannot be used: ${flaw}`);
    return chosen;
  }
  const flaws = [];
  const found = await firstGood(['', ...installed(), packaged], flaws);
  if (found !== null) return found;
  if (process.env.NO_BROWSER_DOWNLOAD !== '1') {
    for (const way of ways.filter(({ possible }) => possible())) {
      const fetched = await firstGood(fetchBy(way, flaws), flaws);
      if (fetched !== null) return fetched;
    }
  }
  throw new Error(
    [
      'no browser was found that works.',
      ...flaws,
      'Install Chrome, Chromium or Edge, or run "npx playwright install chromium", or set BROWSER_BIN=/path/to/chrome.',
    ].join('\n  '),
  );
}

async function firstGood(paths, flaws) {
  for (const path of paths) {
    const flaw = await flawOf(path);
    if (!flaw) {
      say(`using ${path || 'Playwright’s own'}`);
      return path;
    }
    if (flaw !== 'no such file') flaws.push(`${path || 'Playwright’s own'}: ${flaw}`);
  }
  return null;
}

/** Why a browser cannot be used; '' where it can. */
async function flawOf(path) {
  if (path && !existsSync(path)) return 'no such file';
  try {
    const browser = await chromium.launch({ executablePath: path || undefined, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<span>text</span>');
      return await page.evaluate(() => {
        if (!document.createElement('canvas').getContext('webgl2')) return 'it starts but has no WebGL 2';
        return document.querySelector('span').offsetWidth ? '' : 'it starts but finds no fonts';
      });
    } finally {
      await browser.close();
    }
  } catch ({ message }) {
    if (message.includes("Executable doesn't exist")) return 'no such file';
    return /error while loading shared libraries: [^\n]+/.exec(message)?.[0] ?? message.split('\n')[0];
  }
}

/** Browsers at their usual places. A snap comes last: it cannot read every folder. */
function installed() {
  const { env, platform } = process;
  const places = {
    darwin: {
      folders: ['/Applications', `${env.HOME}/Applications`],
      files: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
    },
    win32: {
      folders: [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA],
      files: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
    },
    linux: {
      folders: (env.PATH ?? '').split(delimiter).sort((a, b) => a.includes('snap') - b.includes('snap')),
      files: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-headless-shell', 'chromium-browser', 'microsoft-edge-stable'],
    },
  };
  const { folders, files } = places[platform] ?? { folders: [], files: [] };
  return files.flatMap((file) => folders.filter(Boolean).map((folder) => join(folder, file))).filter((path) => existsSync(path));
}

/** Ways to get a browser, each giving the paths to try. */
const ways = [
  { name: 'npx playwright install chromium', possible: () => true, fetch: playwrightsOwn },
  { name: 'apt-get install chromium', possible: isRootOnDebian, fetch: debianChromium },
  {
    name: `the npm package @sparticuz/chromium ${packagedVersion}, 66 MB`,
    possible: () => process.platform === 'linux' && process.arch === 'x64',
    fetch: packagedChromium,
  },
];

function fetchBy({ name, fetch }, flaws) {
  say(`none found that works; trying ${name}`);
  try {
    return fetch();
  } catch ({ message }) {
    say(`that did not work: ${message}`);
    flaws.push(`${name}: ${message}`);
    return [];
  }
}

function playwrightsOwn() {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  run(process.execPath, [cli, 'install', '--only-shell', 'chromium']);
  return [''];
}

function packagedChromium() {
  const unpacked = join(packagedFolder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  run('npm', ['install', '--prefix', packagedFolder, '--no-save', '--no-audit', '--no-fund', `@sparticuz/chromium@${packagedVersion}`]);
  const module = pathToFileURL(join(packagedFolder, 'node_modules/@sparticuz/chromium/build/esm/index.js')).href;
  // It unpacks nss, nspr and expat only where it thinks that it runs on Lambda, and into a folder of its own only if told so.
  run(process.execPath, ['--input-type=module', '-e', `await (await import('${module}')).default.executablePath()`], {
    TMPDIR: unpacked,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
  });
  // Its own list of fonts names /tmp/fonts, and without fonts there is no text at all.
  writeFileSync(
    join(unpacked, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>` +
      `<dir>${unpacked}/fonts</dir><cachedir>${unpacked}/fonts-cache</cachedir></fontconfig>`,
  );
  // The flags that it recommends switch web security off, so it gets Playwright's alone. Written last: its presence says that all is there.
  writeFileSync(
    packaged,
    `#!/bin/sh\nexport LD_LIBRARY_PATH='${unpacked}/al2023/lib' FONTCONFIG_FILE='${unpacked}/fonts.conf'\nexec '${unpacked}/chromium' --no-zygote "$@"\n`,
    { mode: 0o755 },
  );
  return [packaged];
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/os-release') && /^ID=debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function debianChromium() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env);
  return installed();
}

function run(command, args, env = {}) {
  const { status, error, stderr, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  const said = `${stderr ?? ''}\n${stdout ?? ''}`.split('\n').find((line) => /error|fail|^E:/i.test(line));
  throw new Error((error?.message ?? said ?? `it ended with ${status}`).trim());
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(await findBrowser());
  } catch ({ message }) {
    say(message);
    process.exitCode = 1;
  }
}
