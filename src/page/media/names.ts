import type { Picture } from '../../story.ts';
import { digest } from '../hash.ts';

/** A picture of one width, by the address it is published under. */
export interface Variant {
  path: string;
  format: 'webp' | 'jpeg';
  /** px. */
  width: number;
}

export interface Variants {
  webp: Variant[];
  /** For browsers without WebP, and for a video's poster. */
  jpeg: Variant;
}

/** Widths that cover a card on a phone to a page on a dense screen, px; none is wider than the picture itself. */
const widths = [480, 960, 1600];

/** Changes whenever pictures are made otherwise, so that none of them keeps an old address. */
const recipe = '1';

const digests = new WeakMap<Uint8Array, string>();

/** Of the file as the editor left it: known without making anything of it. */
function digestOf(bytes: Uint8Array): string {
  const known = digests.get(bytes) ?? digest([recipe, bytes]);
  digests.set(bytes, known);
  return known;
}

/** Letters that need no escape in an address, a srcset or a file name. */
const plainName = (file: string): string =>
  (file.split('/').at(-1) ?? file)
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'media';

export function variantsOf({ file, width }: Picture, bytes: Uint8Array): Variants {
  const own = (format: Variant['format'], px: number): Variant => ({
    path: `assets/${plainName(file)}-${px}-${digestOf(bytes)}.${format === 'jpeg' ? 'jpg' : format}`,
    format,
    width: px,
  });
  const [least = 0] = widths;
  const most = widths.at(-1) ?? least;
  // A width just below the picture's own would be the same picture twice.
  const narrower = widths.filter((px) => px <= width * 0.8);
  const chosen = [...narrower, Math.min(width, most)].filter((px, index, all) => all.indexOf(px) === index);
  return { webp: chosen.map((px) => own('webp', px)), jpeg: own('jpeg', Math.min(width, 1600)) };
}

/** What is published as it is: films and captions. */
export const copyPath = (file: string, bytes: Uint8Array): string =>
  `assets/${plainName(file)}-${digestOf(bytes)}${/\.[^.]*$/.exec(file)?.[0].toLowerCase() ?? ''}`;
