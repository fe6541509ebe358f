import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const packed = promisify(deflate);

/** Opaque pixels, four bytes each, as a PNG of 256 colours: all that a map of flat colours needs, and a third of the bytes. */
export async function toPng(pixels: Uint8Array, width: number): Promise<Uint8Array> {
  const height = pixels.length / 4 / width;
  const { colours, indices } = indexed(pixels);
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flat());
  // More than this takes six times as long for a twentieth less.
  const data = await packed(rows, { level: 7 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

type Colour = [red: number, green: number, blue: number];

/** The colours that cover most, and each pixel's nearest among them. */
function indexed(pixels: Uint8Array): { colours: Colour[]; indices: Uint8Array } {
  // Copied, so that it begins where four bytes can be read as one number; a signed one, for opaque colours are then small, and quick to look up.
  const all = new Int32Array(new Uint8Array(pixels).buffer);
  const seen = countColours(all);
  const byCount = [...seen].sort(([, a], [, b]) => b.count - a.count);
  const colourAt = (at: number) => [...pixels.subarray(4 * at, 4 * at + 3)] as Colour;
  const colours = byCount.slice(0, 256).map(([, { first }]) => colourAt(first));
  const index = new Map(byCount.map(([value, { first }], i) => [value, i < 256 ? i : nearest(colourAt(first), colours)]));
  const indices = new Uint8Array(all.length);
  for (let i = 0; i < all.length; i++) {
    indices[i] = i && all[i] === all[i - 1] ? (indices[i - 1] as number) : (index.get(all[i] as number) ?? 0);
  }
  return { colours, indices };
}

/** How many pixels each colour has, and which is the first. Most pixels are as the one before: only ends of runs are looked up. */
function countColours(all: Int32Array): Map<number, { count: number; first: number }> {
  const seen = new Map<number, { count: number; first: number }>();
  for (let from = 0, to = 1; from < all.length; from = to++) {
    const value = all[from] as number;
    while (to < all.length && all[to] === value) to++;
    const one = seen.get(value);
    if (one) one.count += to - from;
    else seen.set(value, { count: to - from, first: from });
  }
  return seen;
}

function nearest([r, g, b]: Colour, colours: Colour[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, [r2, g2, b2]] of colours.entries()) {
    const distance = (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
