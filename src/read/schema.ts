import { z } from 'zod';
import { areaRoles, placeKinds, qualifiers } from '../story.ts';
import { siteOf } from './site.ts';

/**
 * What an editor may write, said once: types, checks and (through z.toJSONSchema) the completion of editors come
 * from these. Each message says what is expected; what was found is added where it is reported.
 */
const words = 'expected text';
const text = z.union([z.string(), z.number(), z.boolean()], { error: words }).transform(String);
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const idMessage = 'expected an id: lowercase words with hyphens, such as "river-port"';
export const id = z.string({ error: idMessage }).regex(idPattern, { error: idMessage });
export const reference = z.string({ error: 'expected an id' });

/** A list, or one thing in its place. */
function listOf<T extends z.ZodType>(item: T, expected: string) {
  return z
    .union([z.array(item), item], { error: expected })
    .transform((value): z.output<T>[] => (Array.isArray(value) ? (value as z.output<T>[]) : [value as z.output<T>]));
}

const ids = listOf(reference, 'expected an id or a list of ids');
const lines = listOf(text, 'expected text or a list of lines');
const longAndShort = z.union([z.tuple([text, text]), text], { error: 'expected text, or [long, short]' });

const longitude = z
  .number({ error: 'expected a longitude in degrees' })
  .min(-180, 'expected a longitude from -180 to 180')
  .max(360, 'expected a longitude from -180 to 180');
const latitude = z
  .number({ error: 'expected a latitude in degrees' })
  .min(-85, 'expected a latitude from -85 to 85')
  .max(85, 'expected a latitude from -85 to 85');
const boundsMessage = 'expected four numbers: [west, south, east, north], in degrees';
export const bounds = z.tuple([longitude, latitude, longitude, latitude], { error: boundsMessage });
const boundsFrame = z.strictObject({ bounds });
const view = z.strictObject({
  center: z.tuple([longitude, latitude], { error: 'expected two numbers: [longitude, latitude]' }),
  zoom: z.number({ error: 'expected a zoom from 0 to 14' }).min(0).max(14),
});
const frame = z.union([ids, boundsFrame, view], {
  error: 'expected a place or feature, a list of them, or {bounds: [west, south, east, north]}',
});

const arc = z.strictObject({ from: reference, to: reference, label: lines.optional(), note: lines.optional() });
const annotation = z.strictObject({ at: reference, text: lines, fact: reference.optional() });
const plate = z.strictObject({
  area: reference,
  beside: reference,
  less: reference.optional(),
  title: lines.optional(),
  note: lines.optional(),
  caption: text.optional(),
});
const lens = z.union([reference, z.strictObject({ on: reference, label: ids.optional() })], {
  error: 'expected a place or feature, or {on, label}',
});
const locator = z.union([z.boolean(), boundsFrame], { error: 'expected true, false or {bounds: [west, south, east, north]}' });

const shareChart = z.strictObject({
  kind: z.literal('share'),
  whole: reference,
  part: reference,
  rest: reference,
  show: z.enum(['whole', 'part'], { error: 'expected whole or part' }).default('part'),
  title: text.optional(),
  caption: text.optional(),
  'part-label': longAndShort.optional(),
  'rest-label': longAndShort.optional(),
  'edge-label': longAndShort.optional(),
  source: text.optional(),
  'source-short': text.optional(),
});
const dotsChart = z.strictObject({
  kind: z.literal('dots'),
  whole: reference,
  parts: ids.optional(),
  show: reference.optional(),
  title: text.optional(),
  caption: text.optional(),
  figure: listOf(longAndShort, 'expected a list of lines, each text or [long, short]').optional(),
  key: z.array(z.tuple([reference, text], { error: 'expected [fact, words]' }), { error: 'expected a list of [fact, words]' }).optional(),
  source: text.optional(),
  'source-short': text.optional(),
});
export const chartKinds = ['share', 'dots'] as const;
const chart = z.discriminatedUnion('kind', [shareChart, dotsChart], { error: `expected a chart with a kind: ${chartKinds.join(' or ')}` });

/** Null takes off what `defaults` or the shared scene has. */
const sceneShape = {
  frame: frame.optional(),
  'frame-phone': frame.nullable().optional(),
  layers: ids.nullable().optional(),
  highlight: ids.nullable().optional(),
  label: ids.nullable().optional(),
  context: ids.nullable().optional(),
  arcs: listOf(arc, 'expected a list of {from, to, label, note}').nullable().optional(),
  annotations: listOf(annotation, 'expected a list of {at, text, fact}').nullable().optional(),
  plate: plate.nullable().optional(),
  lens: lens.nullable().optional(),
  locator: locator.nullable().optional(),
  chart: chart.nullable().optional(),
  describe: text.optional(),
};
export const sceneBlock = z.strictObject(sceneShape, { error: 'expected keys of a scene, such as frame: or highlight:' });
export const stepBlock = z.strictObject(
  { id, ...sceneShape, scene: reference.optional(), scrub: z.boolean({ error: 'expected true or false' }).optional() },
  { error: 'expected keys of a step, such as id: and frame:' },
);

const dateMessage = 'expected a date such as 2025-01-11, 2025-01 or 2025';
export const date = z.union([z.string(), z.number()], { error: dateMessage }).transform(String).refine(isDate, { error: dateMessage });
const webAddress = z
  .string({ error: 'expected an address' })
  .regex(/^https?:\/\/[^\s/]/i, { error: 'expected an address that begins with https:// or http://' });
const siteMessage = 'expected the address of the published story, such as https://example.org/story/';
const site = z
  .string({ error: siteMessage })
  .refine(siteOf, { error: siteMessage })
  .transform((text) => siteOf(text));

const localeMessage = 'expected a language tag such as en or en-GB';

export const frontMatter = z.strictObject(
  {
    title: text,
    standfirst: text.optional(),
    published: date.optional(),
    'as-of': date.optional(),
    locale: z.string({ error: localeMessage }).refine(isLocale, { error: localeMessage }).optional(),
    source: reference.optional(),
    share: text.optional(),
    site: site.optional(),
    defaults: sceneBlock.optional(),
    cover: sceneBlock.optional(),
  },
  { error: 'expected front matter with a title' },
);

export const sourceEntry = z.strictObject(
  {
    title: text,
    publisher: text.optional(),
    date: date.optional(),
    address: webAddress.optional(),
    licence: text.optional(),
    'licence-address': webAddress.optional(),
    credit: text.optional(),
    short: text.optional(),
  },
  { error: 'expected a source with a title' },
);
export const sourcesFile = z.record(id, sourceEntry, { error: 'expected sources by their ids' });

const matched = z.union([z.string(), z.number()], { error: 'expected the value that identifies the feature' }).transform(String);
const layerFeature = z.strictObject({
  match: matched,
  name: text,
  local: text.optional(),
  lang: text.optional(),
  kind: z.enum(['country', 'region'], { error: 'expected country or region' }).default('region'),
});
const zoomLevel = z
  .number({ error: 'expected a zoom from 0 to 24' })
  .min(0, 'expected a zoom from 0 to 24')
  .max(24, 'expected a zoom from 0 to 24');
const matches = listOf(matched, 'expected a value or a list of values');
export const layerEntry = z.strictObject(
  {
    id,
    kind: z.enum(['areas', 'water', 'rivers'], { error: 'expected areas, water or rivers' }),
    file: z.string({ error: 'expected the path of a map file, such as map/lake.geojson' }),
    object: text.optional(),
    label: text.optional(),
    source: reference.optional(),
    'id-property': text.optional(),
    'country-property': text.optional(),
    colours: z.partialRecord(z.enum(areaRoles), matches, { error: `expected colours by role: ${areaRoles.join(', ')}` }).optional(),
    'state-borders': matches.optional(),
    zoom: z.tuple([zoomLevel, zoomLevel], { error: 'expected [from, to], two zooms from 0 to 24' }).optional(),
    'detail-zoom': zoomLevel.optional(),
    features: z.record(id, layerFeature, { error: 'expected features by their ids' }).optional(),
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
  id,
  label: cell.min(1, 'expected what the number is of, found nothing'),
  low: cellNumber.default(''),
  high: cellNumber.default(''),
  qualifier: z.enum(['', ...qualifiers], { error: `expected ${qualifiers.join(', ')}` }).default(''),
  unit: cell.default(''),
  date: z.union([z.literal(''), date], { error: dateMessage }).default(''),
  when: cell.default(''),
  speaker: cell.default(''),
  source: cell.default(''),
  formula: cell.default(''),
  words: cell.default(''),
  note: cell.default(''),
});
const degrees = (name: string, most: number) =>
  z
    .string()
    .regex(/^[-+]?\d+(\.\d+)?$/, { error: `expected a ${name} in degrees, such as 36.18` })
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, { error: `expected a ${name} from -${most} to ${most}` });
export const placeRow = z.strictObject({
  id,
  name: cell.min(1, 'expected a name, found nothing'),
  local: cell.default(''),
  lang: cell.default(''),
  lon: degrees('longitude', 180),
  lat: degrees('latitude', 85),
  kind: z.enum(['', ...placeKinds], { error: `expected ${placeKinds.join(', ')}` }).default(''),
});

export type SceneSpec = z.output<typeof sceneBlock>;
export type StepSpec = z.output<typeof stepBlock>;
export type FrontMatter = z.output<typeof frontMatter>;
export type FrameSpec = z.output<typeof frame>;
export type ChartSpec = z.output<typeof chart>;
export type LayerEntry = z.output<typeof layerEntry>;
export type FactRow = z.output<typeof factRow>;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A day that exists: 2025-02-30 does not. */
function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const made = new Date(Date.UTC(2000, 0, 1));
  made.setUTCFullYear(year, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
