/** What the first bytes of a picture say of it. */
export interface PictureHead {
  format: 'JPEG' | 'PNG' | 'WebP';
  /** As it is seen when it stands upright, px. */
  width: number;
  height: number;
  /** Whether it is there to its end. */
  whole: boolean;
}

/** Null where the bytes are no JPEG, PNG or WebP picture. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return jpegHead(view) ?? pngHead(view) ?? webpHead(view);
  } catch (error) {
    // Reading on behind the end: a picture that is cut off in its head.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const letters = (view: DataView, at: number, length = 4): string =>
  String.fromCharCode(...Array.from({ length }, (_, i) => view.getUint8(at + i)));

function pngHead(view: DataView): PictureHead | null {
  if (view.getUint32(0) !== 0x89504e47 || letters(view, 12) !== 'IHDR') return null;
  let at = 8;
  while (at + 12 <= view.byteLength && letters(view, at + 4) !== 'IEND') at += 12 + view.getUint32(at);
  return { format: 'PNG', width: view.getUint32(16), height: view.getUint32(20), whole: at + 12 <= view.byteLength };
}

function webpHead(view: DataView): PictureHead | null {
  if (letters(view, 0) !== 'RIFF' || letters(view, 8) !== 'WEBP') return null;
  const whole = view.getUint32(4, true) + 8 <= view.byteLength;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (letters(view, 12)) {
    case 'VP8X':
      return { format: 'WebP', width: uint24(24) + 1, height: uint24(27) + 1, whole };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { format: 'WebP', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, whole };
    }
    default:
      return { format: 'WebP', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, whole };
  }
}

function jpegHead(view: DataView): PictureHead | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let size: { width: number; height: number } | null = null;
  let turned = false;
  let at = 2;
  while (at < view.byteLength) {
    const marker = view.getUint16(at);
    if (marker < 0xff00) return null;
    // Scans follow: a marker of the end in them is one.
    if (marker === 0xffda) break;
    if (marker === 0xffe1) turned = liesOnItsSide(view, at + 4);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
  }
  if (!size) return null;
  const { width, height } = turned ? { width: size.height, height: size.width } : size;
  return { format: 'JPEG', width, height, whole: endsWithin(view, at) };
}

/** From behind, where the end is; some cameras put more behind it. */
function endsWithin(view: DataView, from: number): boolean {
  for (let at = view.byteLength - 2; at >= from; at--) if (view.getUint16(at) === 0xffd9) return true;
  return false;
}

/** What a camera that was held upright writes: the picture is to be turned by a quarter. */
function liesOnItsSide(view: DataView, at: number): boolean {
  if (letters(view, at) !== 'Exif') return false;
  const start = at + 6;
  const little = letters(view, start, 2) === 'II';
  const directory = start + view.getUint32(start + 4, little);
  const orientation = 0x0112;
  const entries = Array.from({ length: view.getUint16(directory, little) }, (_, i) => directory + 2 + i * 12);
  const entry = entries.find((one) => view.getUint16(one, little) === orientation);
  return entry !== undefined && view.getUint16(entry + 8, little) >= 5;
}
