import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { embedScript } from '../../src/page/bundle.ts';

test('embed.js is small, and has no word of what it must not do', async () => {
  const script = await embedScript();
  // Node's brotli is of quality 11.
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(2700);
  expect(script).not.toMatch(
    /cookie|localStorage|sessionStorage|indexedDB|fetch\(|XMLHttp|sendBeacon|innerHTML|insertAdjacent|eval\(|Function\(/,
  );
});

test('embed.js leaves no global, and everything as it is where adopted sheets are not known', async () => {
  const page = { document: {} };
  runInNewContext(await embedScript(), page);
  expect(page).toEqual({ document: {} });
});
