// An ordinary good host: HTTP/2 over TLS, everything that can be is served in brotli 11, made before the first request.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { selfSigned } from './certificate.mjs';

const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves each folder under its name, `{ story: 'path' }` at `/story/`. The log has every request's path. */
export async function serveSecurely(folders, cache) {
  const files = await compressedFiles(folders, cache);
  const log = [];
  const server = createSecureServer({ ...selfSigned(), allowHTTP1: true }, (request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]).replace(/\/$/, '/index.html');
    log.push(path);
    const file = files.get(path);
    response.writeHead(file ? 200 : 404, { 'cache-control': 'no-store', ...file?.headers });
    response.end(file?.body ?? 'Not found\n');
  });
  const sessions = new Set();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    // A page that is closed takes its open streams with it.
    session.on('error', () => session.destroy());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    log,
    close: () =>
      new Promise((done) => {
        server.close(done);
        for (const session of sessions) session.destroy();
      }),
  };
}

async function compressedFiles(folders, cache) {
  mkdirSync(cache, { recursive: true });
  const paths = Object.entries(folders).flatMap(([name, folder]) =>
    filesIn(folder).map((file) => ({ path: `/${name}/${relative(folder, file).split(sep).join('/')}`, file })),
  );
  return new Map(await Promise.all(paths.map(async ({ path, file }) => [path, await prepared(file, cache)])));
}

async function prepared(file, cache) {
  const type = mimeTypes[extname(file)] ?? 'application/octet-stream';
  const plain = readFileSync(file);
  if (!/text|json|javascript|svg/.test(type)) return { body: plain, headers: { 'content-type': type, 'content-length': plain.length } };
  const body = await brotli(plain, cache);
  return { body, headers: { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length, vary: 'accept-encoding' } };
}

/** Quality 11, node's default, takes seconds for MapLibre: what is known by its content is not made twice. */
async function brotli(plain, cache) {
  const kept = join(cache, `${createHash('sha256').update(plain).digest('hex')}.br`);
  if (existsSync(kept)) return readFileSync(kept);
  const body = await promisify(brotliCompress)(plain);
  writeFileSync(kept, body);
  return body;
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
