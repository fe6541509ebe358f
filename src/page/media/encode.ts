import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Variant } from './names.ts';

/** Pictures that were made before: the name of each says what it was made of. */
const kept = fileURLToPath(new URL('../../../.cache/media/', import.meta.url));

/** A picture in one width and format, upright, in sRGB, and without what the camera wrote into it, such as the place. */
export async function encode(bytes: Uint8Array, { path, format, width }: Variant): Promise<Uint8Array> {
  const place = `${kept}${basename(path)}`;
  const before = await readFile(place).catch(() => null);
  if (before) return before;
  // Only a story with pictures waits for the encoder to load.
  const { default: sharp } = await import('sharp');
  const upright = bytes[0] === 0xff ? sharp(bytes).autoOrient() : sharp(bytes);
  const sized = upright.resize({ width, withoutEnlargement: true });
  const made =
    format === 'webp'
      ? await sized.webp({ quality: 78, effort: 5 }).toBuffer()
      : await sized.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer();
  await mkdir(kept, { recursive: true });
  // In one go: a build that is broken off leaves no half of a picture behind.
  const part = `${place}.${process.pid}`;
  await writeFile(part, made);
  await rename(part, place);
  return made;
}
