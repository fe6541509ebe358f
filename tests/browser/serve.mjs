// A static host for tests, as plain as the plainest host a story may meet: no CORS, no listing, no rewriting.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const compressors = { br: brotliCompressSync, gzip: gzipSync };

export async function serve(folder, { under = '/', headers = {}, cors = false, compress = false, port = 0 } = {}) {
  const root = resolve(folder);
  const log = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    const file = fileAt(root, under, request.url ?? '/');
    if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    const type = mimeTypes[extname(file)] ?? 'application/octet-stream';
    const encoding = compress ? encodingFor(type, request.headers['accept-encoding']) : null;
    const bytes = readFileSync(file);
    const range = encoding ? null : rangeOf(request.headers.range, bytes.length);
    response.writeHead(range ? 206 : 200, {
      'content-type': type,
      'accept-ranges': 'bytes',
      ...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${bytes.length}` } : {}),
      'cache-control': 'no-store',
      ...(cors ? { 'access-control-allow-origin': '*' } : {}),
      ...(encoding ? { 'content-encoding': encoding, vary: 'accept-encoding' } : {}),
      ...headers,
    });
    response.end(encoding ? compressors[encoding](bytes) : range ? bytes.subarray(range.from, range.to + 1) : bytes);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}${under}`,
    log,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** The bytes that are asked for, as every host of films has to give them out; null where all are. */
function rangeOf(header = '', length) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? [];
  return first && Number(first) < length ? { from: Number(first), to: Math.min(Number(last || length), length - 1) } : null;
}

/** The file that an address names; null where there is none, or where it would lie outside the folder. */
function fileAt(root, under, address) {
  const path = decoded(address.split(/[?#]/)[0]);
  if (!path?.startsWith(under) || path.includes('\0')) return null;
  const file = join(root, path.slice(under.length), path.endsWith('/') ? 'index.html' : '');
  if (file !== root && !file.startsWith(root + sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function encodingFor(type, accepted = '') {
  if (!/text|json|javascript|svg/.test(type)) return null;
  return ['br', 'gzip'].find((name) => accepted.includes(name)) ?? null;
}

if (process.argv[1] === import.meta.filename) {
  const { url } = await serve(process.argv[2] ?? 'dist', { port: Number(process.argv[3] ?? 0) });
  console.log(url);
}
