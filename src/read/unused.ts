import { namedSources } from '../scene/contents.ts';
import type { Story } from '../story.ts';
import { touch } from './bounds.ts';
import { meantFile } from './file-names.ts';
import type { Names } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { SourceList } from './sources.ts';
import type { FactBook } from './template.ts';

/** Where the parts of a story are written. */
export interface Written {
  sources: SourceList;
  /** Of layers and features. */
  layers: ReadonlyMap<string, Spot>;
  places: ReadonlyMap<string, Spot>;
  facts: ReadonlyMap<string, Spot>;
  /** Paths of all files, and of those that were read. */
  files: ReadonlyMap<string, Uint8Array>;
  opened: ReadonlyMap<string, unknown>;
  /** Paths of the pictures, films and captions that blocks name. */
  shown: ReadonlySet<string>;
  /** Ids of the sources that blocks name, also those blocks that are wrong. */
  named: readonly unknown[];
}

/** What is written and leads nowhere: most likely a slip. What a mistake was taken for is spared: it is used once that is cured. */
export function warnOfUnused(story: Story, { names, book }: { names: Names; book: FactBook }, written: Written, report: Report): void {
  const meant = new Set(
    report.issues.flatMap(({ suggestion }) =>
      [...(suggestion ?? '').matchAll(/"(?:fact:)?([^"]+)"|\(fact:([^)]+)\)/g)].map(([, id, fact]) => id ?? fact),
    ),
  );
  const errors = report.issues.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ file, line }) => `${file}:${line}`));
  const warn = (id: string, spot: Spot | undefined, message: string, cure: string) => {
    if (spot && !meant.has(id) && !wrong.has(`${spot.file}:${spot.line}`)) report.warning(spot, message, cure);
  };
  for (const { id } of story.facts)
    if (!book.used.has(id))
      warn(
        id,
        written.facts.get(id),
        `the fact ${quote(id)} is used by no text, chart, annotation, plate or formula`,
        `Leave it out, or link to it: [its number](fact:${id})`,
      );
  for (const { id } of story.places)
    if (!names.used.has(id))
      warn(id, written.places.get(id), `the place ${quote(id)} is named in no step`, 'Leave it out, or name it under label: or context:.');
  const layers = usedLayers(story);
  for (const { id } of story.layers)
    if (!layers.has(id))
      warn(id, written.layers.get(id), `the layer ${quote(id)} is drawn in no step`, 'Leave it out, or name it under layers:.');
  warnOfFarLayers(story, layers, written.layers, warn);
  // What names a source may be what is wrong.
  if (!errors.some(({ file }) => file !== 'story.md')) warnOfSources(story, written.sources, written.named, warn);
  const isLost = ({ file }: { file: string }) => file === 'layers.yaml' || /^(story|words).*\.(md|csv)$/i.test(file);
  if (!errors.some(isLost)) warnOfFiles(written, tables, warn);
  if (!errors.some(({ file }) => file.endsWith('.md'))) warnOfFiles(written, media, warn);
}

type Warn = (id: string, spot: Spot | undefined, message: string, cure: string) => void;

function usedLayers({ cover, steps }: Story): Set<string> {
  return new Set([cover, ...steps.map(({ scene }) => scene)].flatMap(({ layers }) => layers));
}

/** A map that is drawn, of which no frame shows anything: most likely of another place, or without a minus. */
function warnOfFarLayers(story: Story, used: ReadonlySet<string>, spots: ReadonlyMap<string, Spot>, warn: Warn): void {
  const scenes = [story.cover, ...story.steps.map(({ scene }) => scene)];
  const seen = scenes.flatMap(({ frame, framePhone, locator }) => [frame, framePhone, locator].filter((bounds) => bounds !== null));
  for (const { id, file, bounds } of story.layers)
    if (used.has(id) && !seen.some((frame) => touch(bounds, frame))) {
      const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * 100) / 100);
      warn(
        id,
        spots.get(id),
        `expected a map of what the frames show, found ${file} between longitudes ${west} and ${east}, latitudes ${south} and ${north}, which none does`,
        'Is it of another place, or is a minus missing?',
      );
    }
}

/** A source that asks for a credit is credited, and so is never unused. */
function warnOfSources(story: Story, { sources, located }: SourceList, writtenSources: readonly unknown[], warn: Warn): void {
  const named = [...story.facts, ...story.layers].map(({ source }) => source);
  const used = new Set([story.source, ...named, ...namedSources(story), ...writtenSources]);
  for (const { id, credit } of sources)
    if (!used.has(id) && !credit)
      warn(
        id,
        located?.keySpot([], id),
        `the source ${quote(id)} is used by no fact, layer or story`,
        'Leave it out, or name it where it is meant.',
      );
}

const tables = /\.(csv|tsv|geojson|topojson|ya?ml)$|^map\/.*\.json$/i;
const media = /^media\/.*\.(jpe?g|png|webp|svg|mp4|m4v|webm|vtt)$/i;

/** Tables and maps that nothing draws, pictures and films that no block shows. */
function warnOfFiles({ files, opened, shown }: Written, ours: RegExp, warn: Warn): void {
  for (const file of files.keys())
    if (ours.test(file) && !opened.has(file) && !shown.has(file) && !meantFile(file, files))
      warn(
        file,
        { file, line: 1, column: 1 },
        `the file ${quote(file)} is used by nothing in the story`,
        'Leave it out, or name it where it is meant.',
      );
}
