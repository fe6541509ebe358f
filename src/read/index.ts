import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Story } from '../story.ts';
import { languageOf, missingWords, speaks } from '../words/languages.ts';
import { readArticle } from './article.ts';
import { sourcesNamed } from './blocks.ts';
import { decode } from './decode.ts';
import { type FactList, readFacts } from './facts.ts';
import { checkFileNames, meantFile, translationsIn } from './file-names.ts';
import { type Front, readFrontMatter } from './front-matter.ts';
import { noLayers, readLayers } from './layers.ts';
import { createMedia } from './media.ts';
import { anyId, checkNamespace, createNames, type IdSet, missingIds, sparedIds } from './names.ts';
import { hasDecimalComma } from './numerals.ts';
import { type PlaceList, readPlaces } from './places.ts';
import { createReport, type Issue, quote, type Report, type Spot, sortIssues } from './report.ts';
import { readSources, type SourceList } from './sources.ts';
import { assembleStory, type Parts } from './story.ts';
import { checkSwapped } from './swapped.ts';
import { swappedPlaces } from './swapped-places.ts';
import type { FactBook } from './template.ts';
import type { SourceText } from './text.ts';
import { checkTexts } from './texts.ts';
import { readTranslation } from './translation.ts';
import { warnOfUnused } from './unused.ts';

export { decodeText } from './decode.ts';
export type { Issue } from './report.ts';
export { siteOf } from './site.ts';

/** Path within the story folder, with forward slashes → content. */
export type StoryFiles = ReadonlyMap<string, Uint8Array>;

export interface ReadResult {
  /** Null where there is any error. */
  story: Story | null;
  /** The same story in other languages. */
  translations: Story[];
  /** By layer id; longitude and latitude. */
  geo: Record<string, FeatureCollection>;
  /** By layer id, of the layers whose file is TopoJSON: borders are drawn from it. */
  topologies: Record<string, Topology>;
  issues: Issue[];
}

/** Reads a story folder. Never throws; everything that is wrong is in `issues`. */
export function read(files: StoryFiles): ReadResult {
  const report = createReport();
  let result: Omit<ReadResult, 'issues'> = { story: null, translations: [], geo: {}, topologies: {} };
  try {
    result = readStory(files, report);
  } catch (error) {
    const reason = error instanceof RangeError ? 'something in it is nested too deeply' : String(error);
    report.error({ file: 'story.md', line: 1, column: 1 }, `this story could not be read: ${reason}`);
  }
  const issues = sortIssues(report.issues);
  const wrong = issues.some(({ severity }) => severity === 'error');
  return { ...result, story: wrong ? null : result.story, translations: wrong ? [] : result.translations, issues };
}

function readStory(files: StoryFiles, report: Report): Omit<ReadResult, 'issues'> {
  const opened = new Map<string, SourceText>();
  const open = opener(files, opened, report);
  const source = open('story.md');
  if (!source) {
    checkFileNames(files, opened, report);
    if (!report.issues.some(({ file }) => /^story\b/i.test(file))) reportNoStory(files, report);
    return { story: null, translations: [], geo: {}, topologies: {} };
  }
  const { front, bodyLine } = readFrontMatter(source, report);
  if (front) checkWords(localeOf(front), front.located.spot(['locale']), report);
  const article = readArticle(source, bodyLine, report);
  const tables = readTables(open, files, front, report);
  const { sources, sourceIds, places, layers, facts } = tables;
  checkNamespace(places.spots, layers.spots, report);
  const language = languageOf(localeOf(front));
  const byId = new Map(facts.facts.map((fact) => [fact.id, fact]));
  const { book: brokenFacts, names: broken } = spared(tables, files);
  const book: FactBook = { facts: byId, language, broken: brokenFacts, used: facts.used };
  const misplaced = new Set<string>();
  const names = createNames(places.places, layers.features, layers.layers, { has: (id) => misplaced.has(id) || broken.has(id) });
  const parts: Parts = {
    front: front ?? { spec: { title: '' }, located: emptyLocated(source) },
    complete: front !== null,
    article,
    book,
    sources: sources.sources,
    sourceIds,
    places: places.places,
    features: layers.features,
    layers: layers.layers,
    names,
    texts: [],
    media: createMedia(files),
    tables: { open, names: [...files.keys()].filter((file) => /\.(csv|tsv)$/i.test(file)) },
  };
  for (const id of swappedPlaces(parts, places.cells, report)) misplaced.add(id);
  checkSwapped(parts, layers, misplaced, report);
  const story = assembleStory(parts, report);
  const whole = front !== null && article.steps.length > 0 && article.steps.every(({ spec }) => spec);
  const translations = whole ? translationsIn(files.keys()).flatMap((locale) => readTranslation(locale, parts, open, report) ?? []) : [];
  checkFileNames(files, opened, report);
  if (factsAreRight(facts, report)) for (const told of [{ story, parts }, ...translations]) checkTexts(told.story, told.parts, report);
  if (whole && article.sound) {
    const spots = { layers: layers.spots, places: places.spots, facts: facts.spots };
    warnOfUnused(story, parts, { sources, ...spots, files, opened, shown: parts.media.named, named: sourcesNamed(article) }, report);
  }
  return { story, translations: translations.map((one) => one.story), geo: layers.geo, topologies: layers.topologies };
}

function reportNoStory(files: StoryFiles, report: Report): void {
  const inside = [...files.keys()].find((file) => file.endsWith('/story.md'));
  report.error(
    { file: 'story.md', line: 1, column: 1 },
    'expected the file story.md, which holds the article, found none',
    inside ? `Did you mean the folder ${quote(inside.slice(0, -'/story.md'.length))} in this one?` : null,
  );
}

/** Ids that are not told of where they are named, because what is wrong with them is told of elsewhere. */
function spared({ facts, places, layers }: ReturnType<typeof readTables>, files: StoryFiles): { book: IdSet; names: IdSet } {
  const known = new Set([...places.spots.keys(), ...layers.spots.keys()]);
  const placed = files.has('places.csv') ? sparedIds(places.broken, places.lost, known) : absentIds('places.csv', files, known);
  const drawn = files.has('layers.yaml') ? sparedIds(layers.broken, layers.lost, known) : absentIds('layers.yaml', files, known);
  return {
    book: files.has('facts.csv') ? sparedIds(facts.broken, facts.lost, new Set(facts.spots.keys())) : absentIds('facts.csv', files),
    names: { has: (id) => placed.has(id) || drawn.has(id) },
  };
}

/** Where a file has most likely the wrong name, that is said, and no more. */
function absentIds(name: string, files: StoryFiles, known: ReadonlySet<string> = new Set()): IdSet {
  return [...files.keys()].some((file) => meantFile(file, files) === name) ? anyId : missingIds(known);
}

/** Whether the numbers of the story are known, so that it can be said which of a text are none of them. */
function factsAreRight({ facts, broken, lost }: FactList, { issues }: Report): boolean {
  const isOfFacts = ({ severity, file, message, suggestion }: Issue) =>
    severity === 'error' &&
    (file === 'facts.csv' || (!facts.length && (suggestion?.includes('"facts.csv"') || message.startsWith('expected the id of a fact'))));
  return !broken.size && !lost && !issues.some(isOfFacts);
}

function readTables(open: (file: string) => SourceText | null, files: StoryFiles, front: Front | null, report: Report) {
  const decimalComma = hasDecimalComma(localeOf(front));
  const storySource = front ? (front.spec.source ?? null) : '';
  const [sourcesText, placesText, layersText, factsText] = ['sources.yaml', 'places.csv', 'layers.yaml', 'facts.csv'].map((file) =>
    open(file),
  );
  const readable = sourcesText ? readSources(sourcesText, report) : null;
  const sources: SourceList = readable ?? { sources: [], located: null };
  const sourceIds = new Set(sources.sources.map(({ id }) => id));
  if (!readable) Object.assign(sourceIds, sourcesText ? anyId : absentIds('sources.yaml', files));
  const places: PlaceList = placesText
    ? readPlaces(placesText, decimalComma, report)
    : { places: [], spots: new Map(), cells: new Map(), broken: new Set(), lost: false };
  const context = { open, fileNames: [...files.keys()].filter((file) => /json$/.test(file)), sourceIds, storySource };
  const layers = (layersText && readLayers(layersText, context, report)) ?? noLayers(layersText ? anyId : new Set());
  const facts: FactList = factsText
    ? readFacts(factsText, { sourceIds, storySource, decimalComma }, report)
    : { facts: [], spots: new Map(), broken: new Set(), lost: false, used: new Set() };
  return { sources, sourceIds, places, layers, facts };
}

/** Decodes each file once, so that what is wrong with its bytes is said once. */
function opener(files: StoryFiles, opened: Map<string, SourceText>, report: Report): (file: string) => SourceText | null {
  return (file) => {
    const bytes = files.get(file);
    const before = opened.get(file);
    if (before || !bytes) return before ?? null;
    const text = decode(file, bytes, report);
    opened.set(file, text);
    return text;
  };
}

/** The page's own words stand in a file for each language. */
function checkWords(locale: string, spot: Spot, report: Report): void {
  const missing = missingWords(locale);
  if (!missing.length) return;
  const which = speaks(locale) ? `lacks the words ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}` : 'is missing';
  report.warning(
    spot,
    `the file of the page's own words in ${quote(locale)} ${which}: English stands in`,
    'Such a file is src/words/en.ts; copy and translate it.',
  );
}

/** A language tag that can be used; a wrong one has been reported. */
function localeOf(front: Front | null): string {
  try {
    return Intl.getCanonicalLocales(front?.spec.locale ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Stands in for front matter that is missing or wrong, so that the rest is read and reported as well. */
function emptyLocated(source: SourceText): Front['located'] {
  const start = () => source.spot(0);
  return { value: {}, spot: start, keySpot: start, wordSpot: start };
}
