import { isLanguage, languageCure } from './language-tag.ts';
import { quote, type Report } from './report.ts';
import { editDistance } from './suggest.ts';

const ours = ['story.md', 'facts.csv', 'places.csv', 'layers.yaml', 'sources.yaml'];

/** A story's other language, or the names in it: `story.uk.md`, `words.pt-BR.csv`. */
const inLanguage = /^(story|words)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(md|csv)$/;

/** Languages of the `story.xx.md` beside `story.md`. */
export function translationsIn(files: Iterable<string>): string[] {
  const tags = [...files].flatMap((file) => (file.startsWith('story.') ? (inLanguage.exec(file)?.[2] ?? []) : []));
  return tags.filter(isLanguage).sort();
}

/** The file of the format that a name is nearly, and whose part it silently would not play. */
export function meantFile(file: string, files: ReadonlyMap<string, Uint8Array>): string | null {
  if (file.includes('/') || ours.includes(file) || inLanguage.test(file)) return null;
  const plain = file
    .toLowerCase()
    .replace(/(\.[a-z]+)\.txt$/, '$1')
    .replace(/\.yml$/, '.yaml')
    .replace(/\.(xlsx?|ods|tsv|numbers)$/, '.csv')
    .replace(/\.(txt|docx?|odt|rtf|markdown)$/, '.md')
    .replace(/[ _-]*(\(\d+\)|copy|final|new|old|\d+)(?=\.[a-z]+$)/, '');
  const meant = ours.find((name) => {
    const [stem = '', ending] = name.split('.');
    const [own = '', ownEnding, ...more] = plain.split('.');
    return !more.length && ending === ownEnding && editDistance(own, stem) <= 2;
  });
  return meant && !files.has(meant) && (!/\.csv$/i.test(file) || hasIds(files.get(file))) ? meant : null;
}

/** The tables of the format have ids; those of charts need none. */
function hasIds(bytes: Uint8Array | undefined): boolean {
  const [head = ''] = new TextDecoder().decode(bytes?.subarray(0, 400)).replaceAll('\0', '').split('\n');
  return /(^|[^\p{L}])id([^\p{L}]|$)/iu.test(head);
}

/** Files of a name that is nearly one of the format's, and that nothing reads. */
export function checkFileNames(files: ReadonlyMap<string, Uint8Array>, opened: ReadonlyMap<string, unknown>, report: Report): void {
  for (const file of files.keys()) {
    if (opened.has(file)) continue;
    const meant = meantFile(file, files);
    const cure = meant
      ? /\.(xlsx?|ods|numbers)$/i.test(file)
        ? `Save it as CSV, under the name "${meant}".`
        : `Did you mean "${meant}"?`
      : cureOfLanguage(file, files);
    if (cure) report.error({ file, line: 1, column: 1 }, `expected a file of the story, found ${quote(file)}, which is not read`, cure);
  }
}

/** `story_uk.md`, `story.UK.md`, `story.ua.md`: the name that is meant; null for one that is right or none of these. */
function cureOfLanguage(file: string, files: ReadonlyMap<string, unknown>): string | null {
  const [, what = '', tag = '', region, ending = ''] = /^(story|words)[._ -]([a-z]{2,3})(?:[_-]([a-z]{2}))?\.(md|csv)$/i.exec(file) ?? [];
  if (!tag || (inLanguage.test(file) && isLanguage(tag))) return null;
  if (!isLanguage(tag.toLowerCase()))
    return (
      languageCure(tag)?.replace(/"(.*)"/, `"${what}.$1.${ending}"`) ?? 'The language stands in the name by its tag, such as story.uk.md'
    );
  const name = `${what.toLowerCase()}.${tag.toLowerCase()}${region ? `-${region.toUpperCase()}` : ''}.${ending.toLowerCase()}`;
  return files.has(name) ? null : `Did you mean "${name}"?`;
}
