import type { Picture } from '../story.ts';
import { type PictureHead, pictureHead } from './picture.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';

/** Looks up the pictures and films that blocks name; null where one can't be shown, and why is reported at the spot. */
export interface Media {
  picture(name: string, spot: Spot, report: Report): Picture | null;
  film(name: string, spot: Spot, report: Report): string | null;
  captions(name: string, spot: Spot, report: Report): string | null;
  /** Paths that have been named. */
  named: ReadonlySet<string>;
}

const megabyte = 1e6;
const most = { pictureBytes: 30 * megabyte, pixels: 100e6, filmBytes: 100 * megabyte } as const;

/** Formats by the ending of a file's name. */
const pictures: Record<string, PictureHead['format']> = { jpg: 'JPEG', jpeg: 'JPEG', png: 'PNG', webp: 'WebP' };
const films: Record<string, string> = { mp4: 'MP4', m4v: 'MP4', webm: 'WebM' };

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export function createMedia(files: ReadonlyMap<string, Uint8Array>): Media {
  const named = new Set<string>();
  /** Beside story.md or in media/. */
  const find = (name: string, what: string, endings: string[], spot: Spot, report: Report): [string, Uint8Array] | null => {
    const plain = name.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
    const path = [plain, `media/${plain}`].find((one) => files.has(one));
    const bytes = path === undefined ? undefined : files.get(path);
    if (path === undefined || !bytes) {
      const known = [...files.keys()].filter((file) => endings.includes(endingOf(file)));
      const cure = /^https?:/i.test(name)
        ? 'Save it in the folder media/: the page asks no other host for anything.'
        : (sameName(plain, known) ??
          didYouMean(name, known) ??
          didYouMean(`media/${plain}`, known) ??
          `Put it into the folder media/ beside story.md.`);
      report.error(spot, `expected ${what} of the story folder, found ${quote(name)}, which is not there`, cure);
      return null;
    }
    named.add(path);
    return [path, bytes];
  };
  return {
    named,
    picture(name, spot, report) {
      const nameless = endingOf(name) ? null : sameName(name, files.keys());
      if (nameless) report.error(spot, `expected the whole name of a picture, found ${quote(name)}`, nameless);
      if (nameless || !isPictureName(name, spot, report)) return null;
      const found = find(name, 'a picture', Object.keys(pictures), spot, report);
      return found && readPicture(...found, spot, report);
    },
    film(name, spot, report) {
      const ending = endingOf(name);
      if (!films[ending]) {
        report.error(spot, `expected an MP4 or WebM film, found ${quote(name)}`, 'Export it as MP4, with H.264.');
        return null;
      }
      const found = find(name, 'a film', Object.keys(films), spot, report);
      return found && readFilm(...found, spot, report);
    },
    captions(name, spot, report) {
      const found = find(name, 'captions', ['vtt'], spot, report);
      if (!found) return null;
      const [path, bytes] = found;
      if (/^\uFEFF?WEBVTT(\s|$)/.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return path;
      const cure = /\.srt$/i.test(path)
        ? 'Save them as WebVTT, with the ending .vtt.'
        : 'Its first line is WEBVTT, then comes an empty one.';
      report.error(spot, `expected captions in WebVTT, found ${quote(name)}, which are none`, cure);
      return null;
    },
  };
}

/** The file that has the name alone, without its folders and its ending, whatever its capitals. */
function sameName(name: string, files: Iterable<string>): string | null {
  const bare = (path: string) =>
    path
      .replace(/^.*\//, '')
      .replace(/\.[^.]*$/, '')
      .toLowerCase();
  const same = [...files].find((file) => bare(file) === bare(name));
  return same === undefined ? null : `Did you mean "${same}"?`;
}

function isPictureName(name: string, spot: Spot, report: Report): boolean {
  const ending = endingOf(name);
  if (Object.hasOwn(pictures, ending)) return true;
  const expected = 'expected a JPEG, PNG or WebP picture';
  if (ending.startsWith('svg'))
    report.error(spot, `${expected}, found the SVG ${quote(name)}`, 'An SVG may hold scripts. Export it as PNG, some 2,000 pixels wide.');
  else
    report.error(
      spot,
      `${expected}, found ${quote(name)}`,
      films[ending] ? 'A film stands in a block of its own: ```video' : 'Export it as JPEG.',
    );
  return false;
}

function readPicture(file: string, bytes: Uint8Array, spot: Spot, report: Report): Picture | null {
  const head = pictureHead(bytes);
  const format = pictures[endingOf(file)];
  const problem = pictureProblem(head, bytes, file, format);
  if (problem) report.error(spot, ...problem);
  return head && !problem ? { file, width: head.width, height: head.height } : null;
}

function pictureProblem(
  head: PictureHead | null,
  bytes: Uint8Array,
  file: string,
  format: string | undefined,
): [message: string, cure: string] | null {
  const name = quote(file);
  if (!head?.width || !head.height) {
    const found = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64))) ? 'which is text, such as SVG or HTML' : 'which is none';
    return [`expected a JPEG, PNG or WebP picture, found ${name}, ${found}`, 'Export it anew from where it was made.'];
  }
  if (head.format !== format)
    return [
      `expected a ${format} picture, as the ending of its name says, found ${name}, which is ${head.format}`,
      `Call the file "${file.replace(/[^.]*$/, head.format === 'JPEG' ? 'jpg' : head.format.toLowerCase())}", here as well.`,
    ];
  if (!head.whole) return [`expected a whole picture, found ${name}, which ends too early`, 'Copy the file anew.'];
  if (bytes.length > most.pictureBytes || head.width * head.height > most.pixels)
    return [
      `expected a picture of at most 30 MB and 100 megapixels, found ${name}: ${inMegabytes(bytes)} MB, ${head.width} × ${head.height}`,
      'Scale it down to some 3,200 pixels wide: no screen gets more than 1,600 of them.',
    ];
  return null;
}

const inMegabytes = ({ length }: Uint8Array): number => Math.ceil(length / megabyte);

function readFilm(file: string, bytes: Uint8Array, spot: Spot, report: Report): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 12));
  const format = head.slice(4, 8) === 'ftyp' ? 'MP4' : head.startsWith('\x1aEß£') ? 'WebM' : null;
  const named = films[endingOf(file)];
  if (!format)
    report.error(spot, `expected an MP4 or WebM film, found ${quote(file)}, which is none`, 'Export it anew from where it was made.');
  else if (format !== named)
    report.error(
      spot,
      `expected ${named}, as the ending of its name says, found ${quote(file)}, which is ${format}`,
      `Call the file "${file.replace(/[^.]*$/, format.toLowerCase())}", here as well.`,
    );
  else if (bytes.length > most.filmBytes)
    report.error(
      spot,
      `expected a film of at most 100 MB, found ${quote(file)}: ${inMegabytes(bytes)} MB`,
      'Export it smaller: 1,280 pixels wide and some 2 megabits a second are plenty.',
    );
  else return file;
  return null;
}
