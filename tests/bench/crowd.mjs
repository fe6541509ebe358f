// A crowd of readers: the story on a real nginx, asked by wrk for what one reader's browser has asked for.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { delimiter, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const seconds = 10;
const connections = 64;
const compressible = ['.css', '.csv', '.geojson', '.html', '.js', '.json', '.svg', '.txt'];

/** Debian keeps servers where only root's path leads. */
const commandAt = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path));

/** Requests per second and bytes per reader; what is missing on this machine is an error that names it. */
export async function crowd(browser, story, work) {
  const missing = ['nginx', 'wrk'].filter((name) => !commandAt(name));
  if (missing.length)
    throw new Error(`this machine lacks ${missing.join(' and ')} (apt-get install --no-install-recommends nginx-light wrk)`);
  rmSync(work, { recursive: true, force: true });
  const root = join(work, 'html');
  cpSync(story, root, { recursive: true });
  compress(root);
  const port = await freePort();
  writeFileSync(join(work, 'nginx.conf'), config(root, work, port));
  const nginx = spawn(commandAt('nginx'), ['-c', join(work, 'nginx.conf'), '-e', join(work, 'error.log')], { stdio: 'inherit' });
  const base = `http://127.0.0.1:${port}/`;
  try {
    const reader = await oneReader(browser, base);
    return { ...reader, ...(await asked(base, reader.paths, work)), seconds, connections };
  } finally {
    nginx.kill('SIGQUIT');
  }
}

function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.includes(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function config(root, work, port) {
  mkdirSync(join(work, 'temp'), { recursive: true });
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(work, 'temp', name)};`);
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes auto; pid ${join(work, 'nginx.pid')};
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types; default_type application/octet-stream;
  access_log off; sendfile on; tcp_nopush on; gzip_static on; keepalive_requests 100000;
  ${temp.join(' ')}
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`;
}

/** What one reader's browser fetches from the cover to the coda, WebGL map and all. */
async function oneReader(browser, base) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const paths = [];
  page.on('requestfinished', (request) => request.url().startsWith(base) && paths.push(new URL(request.url()).pathname));
  try {
    await patiently(() => page.goto(base));
    await page.waitForLoadState('networkidle');
    const loaded = paths.length;
    for (const step of await page.locator('.step').all()) {
      const id = await step.evaluate((element) => {
        element.scrollIntoView({ behavior: 'instant' });
        return element.id;
      });
      await page.locator(`html[data-step="${id}"][data-state=settled]`).waitFor({ timeout: 60_000 });
    }
    await page.locator('html[data-map=webgl]').waitFor({ timeout: 60_000 });
    const sizes = [];
    for (const path of paths) sizes.push(await bytesOf(new URL(path, base)));
    const sum = (all) => all.reduce((before, size) => before + size, 0);
    return { loadBytes: sum(sizes.slice(0, loaded)), endBytes: sum(sizes), requests: paths.length, paths };
  } finally {
    await page.close();
  }
}

/** What the wire carries for a file, head and all: the browser itself does not say it of a worker's. */
function bytesOf(address) {
  return new Promise((done, fail) => {
    const request = get(address, { agent: false, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const { socket } = response;
      response.resume().on('end', () => done(socket.bytesRead));
    });
    request.on('error', fail);
  });
}

async function patiently(act, tries = 50) {
  try {
    return await act();
  } catch (error) {
    if (!tries) throw error;
    await new Promise((next) => setTimeout(next, 100));
    return patiently(act, tries - 1);
  }
}

async function asked(base, paths, work) {
  const script = join(work, 'reader.lua');
  const list = paths.map((path) => JSON.stringify(path)).join();
  writeFileSync(
    script,
    `local paths = {${list}}\nlocal at = 0\nwrk.headers["Accept-Encoding"] = "gzip"\nrequest = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end\n`,
  );
  const said = await output(commandAt('wrk'), ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, base]);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]);
  if (!perSecond) throw new Error(`the crowd was not served: ${said}`);
  const errors = /(Socket errors|Non-2xx).*/g;
  return { requestsPerSecond: perSecond, readersPerSecond: perSecond / paths.length, errors: said.match(errors) ?? [] };
}

function output(command, args) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.on('error', fail);
    child.on('exit', (code) => (code ? fail(new Error(`${command} ended with ${code}`)) : done(text)));
  });
}
