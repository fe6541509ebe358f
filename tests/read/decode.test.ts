import { expect, test } from 'vitest';
import { decode } from '../../src/read/decode.ts';
import { createReport } from '../../src/read/report.ts';

const read = (bytes: Uint8Array) => {
  const report = createReport();
  return { text: decode('a.csv', bytes, report).text, issues: report.issues };
};
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ]);

test('decode takes off the byte order mark and the carriage returns', () => {
  expect(read(new TextEncoder().encode('\ufeffa\r\nb\rc'))).toEqual({ text: 'a\nb\nc', issues: [] });
});

test('decode reads UTF-16 with and without its mark', () => {
  expect(read(utf16('id,name', true)).text).toBe('id,name');
  expect(read(utf16('id,name', false)).text).toBe('id,name');
});

test('decode says where bytes are in no encoding that it knows', () => {
  expect(read(new Uint8Array([97, 10, 98, 0xe9, 10])).issues).toMatchObject([{ line: 2, column: 2 }]);
});
