import type { IncomingMessage, ServerResponse } from 'node:http';
import { mimeType } from './mime-type.ts';
import type { Content } from './shelf.ts';

/** Answers with a file of the story, or with the bytes of it that were asked for: Safari plays no film from a host that sends it whole. */
export function answer({ headers }: Pick<IncomingMessage, 'headers'>, response: ServerResponse, path: string, content: Content): void {
  const bytes = Buffer.from(content);
  response.setHeader('content-type', mimeType(path));
  response.setHeader('cache-control', 'no-store');
  response.setHeader('accept-ranges', 'bytes');
  // Without a validator no part can be known to be of the file that the asker has begun: it gets the whole again.
  const range = headers['if-range'] ? null : byteRange(headers.range, bytes.length);
  if (!range) return void response.end(bytes);
  const [from, to] = range;
  response.statusCode = from > to ? 416 : 206;
  response.setHeader('content-range', `bytes ${from > to ? '*' : `${from}-${to}`}/${bytes.length}`);
  response.end(bytes.subarray(from, to + 1));
}

/**
 * First and last byte that a Range header asks for of a file of `length` bytes; the first lies behind the last where the file has
 * none of them. Null where it asks for nothing, or in a way that may be left unheard: several ranges, or another unit.
 */
export function byteRange(header: string | undefined, length: number): [from: number, to: number] | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (!first) return last ? [Math.max(0, length - Number(last)), Number(last) ? length - 1 : -1] : null;
  if (last && Number(last) < Number(first)) return null;
  return [Number(first), Math.min(last ? Number(last) : length, length - 1)];
}
