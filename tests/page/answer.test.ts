import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { answer, byteRange } from '../../src/page/answer.ts';

test.each([
  ['bytes=0-1', [0, 1]],
  ['bytes=4-', [4, 9]],
  ['bytes=0-99', [0, 9]],
  ['bytes=9-9', [9, 9]],
  ['bytes=-3', [7, 9]],
  ['bytes=-99', [0, 9]],
  ['bytes=10-', [10, 9]],
  ['bytes=-0', [10, -1]],
  ['bytes=5-4', null],
  ['bytes=-', null],
  ['bytes=0-1,4-5', null],
  ['lines=0-1', null],
  ['', null],
  [undefined, null],
])('of ten bytes %s is %j', (header, range) => expect(byteRange(header, 10)).toEqual(range));

test.each([
  [{ range: 'bytes=2-4' }, 206, 'bytes 2-4/10', '234'],
  [{ range: 'bytes=12-' }, 416, 'bytes */10', ''],
  [{ range: 'bytes=2-4', 'if-range': '"before"' }, 200, null, '0123456789'],
  [{}, 200, null, '0123456789'],
])('a request with %j is answered with %i', async (headers, status, range, text) => {
  const server = createServer((request, response) => answer(request, response, 'water.webm', '0123456789'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers: headers as HeadersInit });
  expect(response.status).toBe(status);
  expect(response.headers.get('accept-ranges')).toBe('bytes');
  expect(response.headers.get('content-range')).toBe(range);
  expect(response.headers.get('content-type')).toBe('video/webm');
  expect(await response.text()).toBe(text);
  server.close();
});
