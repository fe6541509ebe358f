import type { Report } from './report.ts';
import { createText, type SourceText } from './text.ts';

/** Bytes as spreadsheets and editors write them (UTF-8 or UTF-16, with or without a mark, any line ends) → text with \n. */
export function decode(file: string, bytes: Uint8Array, report: Report): SourceText {
  const source = decodeText(file, bytes);
  if (known.get(bytes) === source) return source;
  const broken = source.text.search(/\uFFFD|\0/);
  if (isPacked(bytes))
    report.error(source.spot(0), 'expected text, found a workbook or another packed file', 'Save a workbook as CSV, in UTF-8.');
  else if (broken >= 0)
    report.error(
      source.spot(broken),
      'expected text in UTF-8 or UTF-16, found bytes that are neither',
      'Save the file again with the encoding UTF-8.',
    );
  else known.set(bytes, source);
  return source;
}

/** As ZIP files begin, and so workbooks and documents of office programs. */
const isPacked = ([a, b, c, d]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 3 && d === 4;

/** The same where nothing is to be reported. */
export function decodeText(file: string, bytes: Uint8Array): SourceText {
  const before = known.get(bytes);
  if (before?.file === file) return before;
  const raw = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return createText(file, raw.replace(/\r\n?/g, '\n'));
}

/** Texts without a mistake: who reads a story again with the same bytes gets the same text. */
const known = new WeakMap<Uint8Array, SourceText>();

/** By the byte order mark; else by the zero bytes that UTF-16 has in every second place of Latin text. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b] = bytes;
  if (isPacked(bytes)) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 64);
  if (head.length < 4) return 'utf-8';
  const zeros = (parity: number) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  // Of other letters than Latin, only commas, digits and blanks have one.
  const many = Math.min(head.length / 4, 3);
  if (zeros(1) >= many && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) >= many && zeros(1) === 0) return 'utf-16be';
  return 'utf-8';
}
