import { z } from 'zod';
import { areaRoles, placeKinds, qualifiers } from '../story.ts';
import { isLanguage } from './language-tag.ts';
import { chart } from './schema-chart.ts';
import { bounds, date, dateMessage, id, ids, latitude, lines, listOf, longitude, path, reference, text, words } from './schema-values.ts';
import { siteOf } from './site.ts';

/**
 * What an editor may write, said once: types, checks and (through z.toJSONSchema) the completion of editors come
 * from these. Each message says what is expected; what was found is added where it is reported.
 */
const boundsFrame = z.strictObject({ bounds: bounds.describe('[west, south, east, north], in degrees.') });
const view = z.strictObject({
  center: z
    .tuple([longitude, latitude], { error: 'expected two numbers: [longitude, latitude]' })
    .describe('[longitude, latitude], in degrees.'),
  zoom: z.number({ error: 'expected a zoom from 0 to 14' }).min(0).max(14).describe('From 0, the world, to 14.'),
});
const frame = z.union([ids, boundsFrame, view], {
  error: 'expected a place or feature, a list of them, or {bounds: [west, south, east, north]}',
});

const arc = z.strictObject({
  from: reference.describe('Place or feature where it begins.'),
  to: reference.describe('Place or feature where it ends.'),
  label: lines.optional().describe('Lines of text at it.'),
  note: lines.optional().describe('Lines in small letters: Not a route.'),
});
const annotation = z.strictObject({
  at: reference.describe('Place or feature.'),
  text: lines.describe('Lines of text; {id} puts in a fact.'),
  fact: reference.optional().describe('The fact that it speaks of: a click leads to its sentence.'),
});
const plate = z.strictObject({
  area: reference.describe('The fact whose area is drawn, in km².'),
  beside: reference.describe('The place that it stands beside.'),
  less: reference.optional().describe('A fact in km²: the part taken off.'),
  title: lines.optional().describe('Lines over it; by itself, how much it is.'),
  note: lines.optional().describe('Lines under it; by itself, that it is no position.'),
  caption: text.optional().describe('What a square is.'),
});
const lens = z.union(
  [reference, z.strictObject({ on: reference.describe('What is enlarged.'), label: ids.optional().describe('What is named in it.') })],
  {
    error: 'expected a place or feature, or {on, label}',
  },
);
const locator = z.union([z.boolean(), boundsFrame], { error: 'expected true, false or {bounds: [west, south, east, north]}' });

/** Null takes off what `defaults` or the shared scene has. */
const sceneShape = {
  frame: frame.optional().describe('What the map shows: a place or feature, a list of them, or {bounds: [west, south, east, north]}.'),
  'frame-phone': frame.nullable().optional().describe('The same for small screens, in the rare case.'),
  layers: ids.nullable().optional().describe('Layers that are drawn; left out: all.'),
  highlight: ids.nullable().optional().describe('Features that are lit.'),
  label: ids.nullable().optional().describe('Places and features that are named, most important first.'),
  context: ids.nullable().optional().describe('Places that are named, smaller, only where there is room.'),
  arcs: listOf(arc, 'expected a list of {from, to, label, note}').nullable().optional().describe('Lines between two places or features.'),
  annotations: listOf(annotation, 'expected a list of {at, text, fact}').nullable().optional().describe('Texts at places or features.'),
  plate: plate.nullable().optional().describe('An area drawn to the map’s scale, framed, beside a place.'),
  lens: lens.nullable().optional().describe('A place or feature enlarged over a wide frame.'),
  locator: locator.nullable().optional().describe('The small map in the corner: true, false, or its bounds.'),
  chart: chart.nullable().optional().describe('A chart in place of the map.'),
  describe: text.optional().describe('The description that is read aloud, where the automatic one does not serve.'),
};
export const sceneBlock = z.strictObject(sceneShape, { error: 'expected keys of a scene, such as frame: or highlight:' });
export const stepBlock = z.strictObject(
  {
    id: id.describe('The step’s name in addresses; best never changed.'),
    ...sceneShape,
    map: z
      .boolean({ error: 'expected true or false' })
      .optional()
      .describe('false for a step of text alone, over paper in place of the map.'),
    scene: reference.optional().describe('Id of another step whose scene this one shows, but for what stands beside it.'),
    scrub: z
      .boolean({ error: 'expected true or false' })
      .optional()
      .describe('true if the scene follows the scroll instead of running by itself.'),
  },
  { error: 'expected keys of a step, such as id: and frame:' },
);

const webAddress = z
  .string({ error: 'expected an address' })
  .regex(/^https?:\/\/[^\s/\p{Cc}]\P{Cc}*$/iu, { error: 'expected an address that begins with https:// or http://' });
const siteMessage = 'expected the address of the published story, such as https://example.org/story/';
const site = z
  .string({ error: siteMessage })
  .refine(siteOf, { error: siteMessage })
  .transform((text) => siteOf(text));

const localeMessage = 'expected a language tag such as en or en-GB';

export const frontMatter = z.strictObject(
  {
    title: text.refine((title) => title.trim() !== '', { error: words }).describe('The headline.'),
    standfirst: text.optional().describe('A sentence or two under it.'),
    published: date.optional().describe('A date: 2025-01-11, 2025-01 or 2025.'),
    'as-of': date.optional().describe('The day that the figures are as of; left out: published.'),
    locale: z
      .string({ error: localeMessage })
      .refine(isLanguage, { error: localeMessage })
      .optional()
      .describe('Language and notation: en, en-GB, de.'),
    source: reference.optional().describe('Id of the source that the story rests on.'),
    share: text.optional().describe('The text that is shown where the story is shared; left out: standfirst.'),
    site: site.optional().describe('Address at which the story is published.'),
    defaults: sceneBlock.optional().describe('Keys of a step’s block that every step has unless it says otherwise.'),
    cover: sceneBlock.optional().describe('Keys of a step’s block for the picture behind the title.'),
  },
  { error: 'expected front matter with a title' },
);

export const sourceEntry = z.strictObject(
  {
    title: text.describe('What it is called.'),
    publisher: text.optional().describe('Who published it; leave out what is not known.'),
    date: date.optional().describe('When it is from.'),
    address: webAddress.optional().describe('Where it can be read.'),
    licence: text.optional().describe('Name of the licence.'),
    'licence-address': webAddress.optional().describe('Where the licence can be read.'),
    credit: text.optional().describe('The credit that the licence asks for, word by word.'),
    short: text.optional().describe('A short credit, for the map’s corner.'),
  },
  { error: 'expected a source with a title' },
);
export const sourcesFile = z.record(id, sourceEntry, { error: 'expected sources by their ids' });

const matched = z.union([z.string(), z.number()], { error: 'expected the value that identifies the feature' }).transform(String);
export const layerFeature = z.strictObject({
  match: matched.describe('Value of the layer’s id-property.'),
  name: text.describe('Its name in the story’s language.'),
  local: text.optional().describe('Its name in its own language, if another.'),
  lang: z
    .string({ error: localeMessage })
    .refine(isLanguage, { error: localeMessage })
    .optional()
    .describe('The language of local: uk, ru, ko.'),
  kind: z.enum(['country', 'region'], { error: 'expected country or region' }).default('region').describe('country or region.'),
});
const zoomLevel = z
  .number({ error: 'expected a zoom from 0 to 24' })
  .min(0, 'expected a zoom from 0 to 24')
  .max(24, 'expected a zoom from 0 to 24');
const matches = listOf(matched, 'expected a value or a list of values');
export const layerEntry = z.strictObject(
  {
    id: id.describe('The layer’s id.'),
    kind: z
      .enum(['areas', 'water', 'rivers'], { error: 'expected areas, water or rivers' })
      .describe('areas with borders, water (lakes), or rivers (lines).'),
    file: path('expected the path of a map file, such as map/lake.geojson').describe('Path of the map file in the story folder.'),
    object: text.optional().describe('Of a TopoJSON file that has several.'),
    label: text.optional().describe('What it shows, in words.'),
    source: reference.optional().describe('Id in sources.yaml; left out: the story’s own.'),
    'id-property': text.optional().describe('The property of the map file that match: is compared with.'),
    'country-property': text.optional().describe('Borders between unlike values of it are state borders.'),
    colours: z
      .partialRecord(z.enum(areaRoles), matches, { error: `expected colours by role: ${areaRoles.join(', ')}` })
      .optional()
      .describe('Values of country-property by role; what is not named is a neighbour.'),
    'state-borders': matches.optional().describe('Only borders between these are state borders; left out: all.'),
    zoom: z
      .tuple([zoomLevel, zoomLevel], { error: 'expected [from, to], two zooms from 0 to 24' })
      .optional()
      .describe('From this zoom, to below that one.'),
    'detail-zoom': zoomLevel.optional().describe('Borders inside a country from this zoom.'),
    features: z
      .record(id, layerFeature, { error: 'expected features by their ids' })
      .optional()
      .describe('Areas that the story names, by their ids.'),
  },
  { error: 'expected a layer with id, kind and file' },
);
export const layersFile = z.array(layerEntry, { error: 'expected a list of layers, each beginning with "- id:"' });

const numberMessage = 'expected a number such as 984 or 40.5';
const cellNumber = z
  .string()
  .regex(/^[-+]?\d+(\.\d+)?$/, { error: numberMessage })
  .or(z.literal(''));
const cell = z.string();
export const factRow = z.strictObject({
  id: id.describe('The fact’s id.'),
  label: cell.min(1, 'expected what the number is of, found nothing').describe('What the number is of.'),
  low: cellNumber.default('').describe('The number, or its lower figure, in digits without separators.'),
  high: cellNumber.default('').describe('Its upper figure.'),
  qualifier: z
    .enum(['', ...qualifiers], { error: `expected ${qualifiers.join(', ')}` })
    .default('')
    .describe('How exact it is.'),
  unit: cell.default('').describe('people, km2, %, years, or any other word, which is printed as it is.'),
  date: z
    .union([z.literal(''), date], { error: dateMessage })
    .default('')
    .describe('When it is from.'),
  when: cell.default('').describe('The same in free words, where a date would be too exact.'),
  speaker: cell.default('').describe('Who says so.'),
  source: cell.default('').describe('Id in sources.yaml; if empty, the story’s own.'),
  formula: cell.default('').describe('For a derived fact: seized * retaken-share.'),
  words: cell.default('').describe('Words that stand for the number in the text, parted by ; or |.'),
  note: cell.default('').describe('Anything that a reader should know.'),
});
const degrees = (name: string, most: number) =>
  z
    .string()
    .regex(/^[-+]?\d+(\.\d+)?$/, { error: `expected a ${name} in degrees, such as 36.18` })
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, { error: `expected a ${name} from -${most} to ${most}` });
export const placeRow = z.strictObject({
  id: id.describe('The place’s id.'),
  name: cell.min(1, 'expected a name, found nothing').describe('Its name in the story’s language.'),
  local: cell.default('').describe('Its name in its own language, if another.'),
  lang: cell
    .refine((tag) => !tag || isLanguage(tag), { error: localeMessage })
    .default('')
    .describe('The language of local: uk, ru, ko.'),
  lon: degrees('longitude', 180).describe('Degrees, east positive: 36.18.'),
  lat: degrees('latitude', 85).describe('Degrees, north positive: 51.73.'),
  kind: z
    .enum(['', ...placeKinds], { error: `expected ${placeKinds.join(', ')}` })
    .default('')
    .describe('capital, city, town or village; if empty, town.'),
});

/** A row of `words.xx.csv`: what a thing is called in another language. */
export const translatedRow = z.strictObject({
  id,
  of: z.enum(['', 'fact', 'place', 'feature', 'layer', 'source'], { error: 'expected fact, place, feature, layer or source' }).default(''),
  name: cell.default(''),
  short: cell.default(''),
  speaker: cell.default(''),
  when: cell.default(''),
  words: cell.default(''),
  note: cell.default(''),
});

export type SceneSpec = z.output<typeof sceneBlock>;
export type StepSpec = z.output<typeof stepBlock>;
export type FrontMatter = z.output<typeof frontMatter>;
export type FrameSpec = z.output<typeof frame>;
export type ChartSpec = z.output<typeof chart>;
export type LayerEntry = z.output<typeof layerEntry>;
export type FactRow = z.output<typeof factRow>;
export type TranslatedRow = z.output<typeof translatedRow>;
