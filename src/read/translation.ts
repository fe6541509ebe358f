import type { Fact, Feature, Layer, Place, Source, Story } from '../story.ts';
import { languageOf } from '../words/languages.ts';
import { type Article, idOf, isReservedId, readArticle, type WrittenStep } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import { blockKinds } from './markdown.ts';
import { createNames, type IdSet } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import { type TranslatedRow, translatedRow } from './schema.ts';
import { assembleStory, type Parts } from './story.ts';
import { didYouMean } from './suggest.ts';
import { readTable, type TableRow } from './table.ts';
import type { SourceText } from './text.ts';

interface Things {
  facts: Fact[];
  places: Place[];
  features: Feature[];
  layers: Layer[];
  sources: Source[];
}

/**
 * The story in another language: its own article over the first one's scenes, facts and geography. What `words.xx.csv` calls
 * them stands in for what they are called there; a place whose local language it is goes by its local name.
 */
export function readTranslation(locale: string, base: Parts, open: (file: string) => SourceText | null, report: Report): Story | null {
  const source = open(`story.${locale}.md`);
  if (!source) return null;
  const language = languageOf(locale);
  const { front, bodyLine } = readFrontMatter(source, report, base.front.located);
  const article = readArticle(source, bodyLine, report, base.article);
  const same = checkSteps(article.steps, base.article, report);
  warnOfMissingBlocks(article, base.article, report);
  if (!front) return null;
  const table = open(`words.${locale}.csv`);
  const things: Things = {
    facts: [...base.book.facts.values()],
    places: base.places,
    features: base.features,
    layers: base.layers,
    sources: base.sources,
  };
  const called = translated(
    things,
    locale,
    table ? readTable(table, translatedRow, report, { columns: [], decimalComma: false }).rows : [],
    // What is wrong where it stands is said there alone.
    { has: (id) => base.book.broken.has(id) || base.names.broken.has(id) || base.sourceIds.has(id) },
    report,
  );
  warnOfMissing(things, called, locale, source, report);
  // What a step that is not there shows can't be told.
  if (!same) return null;
  const parts: Parts = {
    ...base,
    ...called,
    front,
    article,
    book: { ...base.book, language, facts: new Map(called.facts.map((fact) => [fact.id, fact])), used: new Set() },
    names: createNames(called.places, called.features, called.layers, base.names.broken),
    texts: [],
  };
  return assembleStory(parts, report);
}

/** Both tell the same steps in the same order, so that a link to one leads to the other. */
function checkSteps(steps: readonly WrittenStep[], base: Article, report: Report): boolean {
  const ids = base.steps.flatMap(({ spec }) => spec?.id ?? []);
  const written = steps.map(({ located }) => ({ id: String(idOf(located) ?? ''), spot: located.spot(['id']) }));
  const same = written.length === ids.length && written.every(({ id }, index) => id === ids[index]);
  // Where a step of story.md is lost, it is not this file that is wrong.
  const isRight = base.sound && new Set(ids).size === ids.length && !ids.some(isReservedId);
  if (!same && isRight) reportSteps(written, ids, steps, report);
  return same;
}

function reportSteps(written: { id: string; spot: Spot }[], ids: string[], steps: readonly WrittenStep[], report: Report): void {
  const unknown = written.filter(({ id }) => id && !ids.includes(id));
  for (const { id, spot } of unknown) report.error(spot, `expected the id of a step of story.md, found ${quote(id)}`, didYouMean(id, ids));
  const first = (id: string) => written.findIndex((step) => step.id === id);
  const again = written.filter(({ id }, index) => ids.includes(id) && first(id) !== index);
  for (const { id, spot } of again)
    report.error(spot, `expected each id once, found ${quote(id)} again, first in line ${written[first(id)]?.spot.line}`);
  // What was taken for another step, or could not be read, is not missing as well.
  const spared = unknown.length + again.length + written.filter(({ id }) => !id).length;
  const missing = ids.filter((id) => first(id) < 0);
  for (const id of spared >= missing.length ? [] : missing) {
    const next = ids.slice(ids.indexOf(id) + 1).find((later) => first(later) >= 0);
    const at = next === undefined ? steps.at(-1)?.spot : written[first(next)]?.spot;
    if (at) report.error(at, `expected the same steps as in story.md, found none for ${quote(id)}${next ? ` before ${quote(next)}` : ''}`);
  }
  const moved = missing.length || spared ? undefined : written.find(({ id }, index) => id !== ids[index]);
  if (moved)
    report.error(
      moved.spot,
      `expected the step ${quote(ids[written.indexOf(moved)])} here, found ${quote(moved.id)}`,
      'The steps stand in the same order as in story.md.',
    );
}

/** A block that readers of the other language don't get: most likely forgotten. */
function warnOfMissingBlocks(article: Article, base: Article, report: Report): void {
  for (const step of article.steps) {
    const below = base.steps.find(({ spec }) => spec !== null && spec.id === step.spec?.id);
    for (const kind of blockKinds) {
      const [own, wanted] = [step, below].map((one) => one?.content.filter((content) => content.kind === kind).length ?? 0);
      if (own !== undefined && wanted !== undefined && own < wanted)
        report.warning(
          step.spot,
          `expected the blocks of this step in story.md, found ${own} of ${wanted} of ${kind}`,
          'Each is written again in its place, with its words in this language.',
        );
    }
  }
}

type Row = TableRow<TranslatedRow>;

function translated(things: Things, locale: string, rows: Row[], broken: IdSet, report: Report): Things {
  const kinds: Record<keyof Things, string> = { facts: 'fact', places: 'place', features: 'feature', layers: 'layer', sources: 'source' };
  for (const { value, spot } of rows) {
    const holders = (Object.keys(kinds) as (keyof Things)[]).filter((kind) => things[kind].some(({ id }) => id === value.id));
    const known = Object.values(things).flatMap((list) => (list as { id: string }[]).map(({ id }) => id));
    if (!holders.length && !broken.has(value.id))
      report.error(
        spot('id'),
        `expected the id of a fact, place, feature, layer or source, found ${quote(value.id)}`,
        didYouMean(value.id, known),
      );
  }
  const rowFor = (kind: keyof Things, id: string) =>
    rows.find(({ value }) => value.id === id && (value.of === '' || value.of === kinds[kind]))?.value;
  const named =
    <T extends Place | Feature>(kind: 'places' | 'features') =>
    (one: T): T => {
      const local = one.lang === locale.split('-')[0] ? one.local : null;
      const name = rowFor(kind, one.id)?.name || local || one.name;
      return { ...one, name, ...(local === name ? { local: null, lang: null } : {}) };
    };
  return {
    facts: things.facts.map((fact) => {
      const row = rowFor('facts', fact.id);
      const words = row?.words
        ? row.words
            .split(/[;|]/)
            .map((phrase) => phrase.trim())
            .filter(Boolean)
        : [];
      return {
        ...fact,
        label: row?.name || fact.label,
        speaker: row?.speaker || fact.speaker,
        note: row ? row.note : fact.note,
        when: row ? row.when : fact.when,
        words: words.length ? words : fact.words,
      };
    }),
    places: things.places.map(named<Place>('places')),
    features: things.features.map(named<Feature>('features')),
    layers: things.layers.map((layer) => ({ ...layer, label: rowFor('layers', layer.id)?.name || layer.label })),
    sources: things.sources.map((source) => {
      const row = rowFor('sources', source.id);
      return { ...source, title: row?.name || source.title, short: row?.short || source.short };
    }),
  };
}

/** Said once, with all that still speaks the first language. */
function warnOfMissing(before: Things, after: Things, locale: string, source: SourceText, report: Report): void {
  const same = (kind: 'facts' | 'places' | 'features') =>
    before[kind].flatMap((one, i) => {
      const other = after[kind][i];
      const [name, its] = 'label' in one ? [one.label, (other as Fact).label] : [one.name, (other as Place).name];
      return name === its && /\p{L}/u.test(name) ? [one.id] : [];
    });
  const missing = (['facts', 'places', 'features'] as const).flatMap(same);
  if (!missing.length) return;
  const some = missing.slice(0, 5).map(quote).join(', ');
  report.warning(
    source.spot(0),
    `${missing.length === 1 ? 'one name is' : `${missing.length} names are`} not translated: ${some}${missing.length > 5 ? ' …' : ''}`,
    `Names in this language stand in words.${locale}.csv, with the columns id and name.`,
  );
}
