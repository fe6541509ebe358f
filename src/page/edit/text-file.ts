import { encodingOf } from '../../read/decode.ts';

/** A stretch of a text, and what stands there from now on. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** A text as the reader of stories sees it: without a byte order mark, with \n at the ends of lines. */
export interface TextFile {
  text: string;
  /** The file with the changes, in its own encoding, mark and line ends; every other byte is as it was. */
  splice(changes: readonly Splice[]): Uint8Array;
}

/** Null where the bytes are not a text that could be written back as it was. */
export function openText(bytes: Uint8Array): TextFile | null {
  const encoding = encodingOf(bytes);
  const raw = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const encode = encoders[encoding];
  if (!Buffer.from(bytes).equals(encode(raw))) return null;
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lineEnd = raw.match(/\r\n?|\n/)?.[0] ?? '\n';
  const at = offsets(raw);
  return {
    text,
    splice(changes) {
      const inOrder = [...changes].sort((a, b) => b.from - a.from);
      const changed = inOrder.reduce((whole, { from, to, text: own }) => {
        const [start, end] = [at[from] ?? raw.length, at[to] ?? raw.length];
        return whole.slice(0, start) + own.replaceAll('\n', lineEnd) + whole.slice(end);
      }, raw);
      return encode(changed);
    },
  };
}

const encoders: Record<ReturnType<typeof encodingOf>, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
};

/** Where each character of the plain text, and its end, stands in the raw one. */
function offsets(raw: string): number[] {
  const at: number[] = [];
  for (let i = raw.startsWith('\uFEFF') ? 1 : 0; i < raw.length; i++) {
    at.push(i);
    if (raw[i] === '\r' && raw[i + 1] === '\n') i++;
  }
  return [...at, raw.length];
}
