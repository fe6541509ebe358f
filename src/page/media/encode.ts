import { basename } from 'node:path';
import { kept } from '../kept.ts';
import type { Variant } from './names.ts';

/** A picture in one width and format, upright, in sRGB, and without what the camera wrote into it, such as the place. */
export const encode = (bytes: Uint8Array, { path, format, width }: Variant): Promise<Uint8Array> =>
  kept(basename(path), async () => {
    // Only a story with pictures waits for the encoder to load.
    const { default: sharp } = await import('sharp');
    const upright = bytes[0] === 0xff ? sharp(bytes).autoOrient() : sharp(bytes);
    const sized = upright.resize({ width, withoutEnlargement: true });
    return format === 'webp'
      ? await sized.webp({ quality: 78, effort: 5 }).toBuffer()
      : await sized.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer();
  });
