import type { Fact, Feature, Layer, Place, Source } from '../story.ts';
import type { IdSet } from './names.ts';
import { quote, type Report } from './report.ts';
import type { TranslatedRow } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { TableRow } from './table.ts';
import type { SourceText } from './text.ts';

/** What `words.xx.csv` may call by another name. */
export interface Things {
  facts: Fact[];
  places: Place[];
  features: Feature[];
  layers: Layer[];
  sources: Source[];
}

type Row = TableRow<TranslatedRow>;

const kinds: Record<keyof Things, string> = { facts: 'fact', places: 'place', features: 'feature', layers: 'layer', sources: 'source' };
const kindsOf = (things: Things, id: string) =>
  (Object.keys(kinds) as (keyof Things)[]).filter((kind) => things[kind].some((one) => one.id === id));

/** Rows of what is not there, of another kind, or of what another row has named. */
export function checkRows(rows: readonly Row[], things: Things, broken: IdSet, report: Report): void {
  const known = Object.values(things).flatMap((list) => (list as { id: string }[]).map(({ id }) => id));
  rows.forEach(({ value, spot }, index) => {
    const holders = kindsOf(things, value.id).map((kind) => kinds[kind]);
    const before = rows
      .slice(0, index)
      .find((row) => row.value.id === value.id && (row.value.of === value.of || !row.value.of || !value.of));
    if (!holders.length && !broken.has(value.id))
      report.error(
        spot('id'),
        `expected the id of a fact, place, feature, layer or source, found ${quote(value.id)}`,
        didYouMean(value.id, known),
      );
    else if (holders.length && value.of && !holders.includes(value.of))
      report.error(spot('of'), `expected ${holders.join(' or ')}, which ${quote(value.id)} is, found ${quote(value.of)}`);
    else if (before)
      report.error(spot('id'), `expected each id once, found ${quote(value.id)} again, first in line ${before.spot('id').line}`);
  });
}

const rowsFor = (rows: readonly Row[]) => (kind: keyof Things, id: string) =>
  rows.find(({ value }) => value.id === id && (value.of === '' || value.of === kinds[kind]))?.value;

/** The same by their names in the language of `locale`. A place whose local language it is goes by its local name. */
export function translated(things: Things, locale: string, rows: readonly Row[]): Things {
  const rowFor = rowsFor(rows);
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

/** Said once, with all that still speaks the first language: what has no row with a name, and no local name that is of the language. */
export function warnOfMissing(
  before: Things,
  after: Things,
  rows: readonly Row[],
  locale: string,
  source: SourceText,
  report: Report,
): void {
  const rowFor = rowsFor(rows);
  const nameOf = (one: Fact | Place | Feature | Layer) => ('label' in one ? one.label : one.name);
  const same = (kind: 'facts' | 'places' | 'features' | 'layers') =>
    before[kind].flatMap((one, index) => {
      const other = after[kind][index];
      const isSame = other !== undefined && nameOf(one) === nameOf(other) && !rowFor(kind, one.id)?.name;
      // A layer without a label is called by its id.
      return isSame && /\p{L}/u.test(nameOf(one)) && nameOf(one) !== one.id ? [one.id] : [];
    });
  const missing = (['facts', 'places', 'features', 'layers'] as const).flatMap(same);
  if (!missing.length) return;
  const some = missing.slice(0, 5).map(quote).join(', ');
  report.warning(
    source.spot(0),
    `${missing.length === 1 ? 'one name is' : `${missing.length} names are`} not translated: ${some}${missing.length > 5 ? ' …' : ''}`,
    `Names in this language stand in words.${locale}.csv, with the columns id and name.`,
  );
}
