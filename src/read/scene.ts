import type { Annotation, Arc, Bounds, Chart, Lens, Plate, Scene, Source } from '../story.ts';
import { touch, withMargin } from './bounds.ts';
import { checkPart, lookUpFact, resolveChart, type StoryTables } from './chart.ts';
import { arcShape, locatorAround, resolveFrame, wantsLocator } from './frame.ts';
import { boundsOfName, checkName, type Names, pointOf } from './names.ts';
import { plateWords } from './plate.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { FrameSpec, SceneSpec } from './schema.ts';
import { type FactBook, fillTemplate } from './template.ts';
import type { BlockText } from './texts.ts';
import type { Located, Path } from './yaml.ts';

/** Keys of a scene as they were written in one place: a step's block, `defaults` or `cover`. */
export interface SceneLevel {
  spec: SceneSpec;
  located: Located;
  path: Path;
}

export interface SceneContext {
  names: Names;
  book: FactBook;
  sources: ReadonlyMap<string, Source>;
  /** Id of the source that the story rests on. */
  storySource: string | null;
  tables: StoryTables;
  /** Takes up the texts of blocks as they are written. */
  texts: BlockText[];
  report: Report;
  /** What a chart without a frame of its own stands over. */
  fallback: Bounds | null;
  /** Whether a map without a frame may take the fallback as well. */
  frameOptional: boolean;
}

type Key = keyof SceneSpec;

/** Looks a key up on the levels, the nearest first, with the spots of what it finds there. */
interface Lookup {
  get<K extends Key>(key: K): SceneSpec[K] | undefined;
  spot(key: Key, path?: Path): Spot;
  fill(text: string, key: Key, path: Path): string;
}

/** A whole scene from its own keys and, for what they don't say, those of the levels behind. */
export function resolveScene(levels: SceneLevel[], context: SceneContext): Scene {
  const { names } = context;
  const lookup = createLookup(levels, context);
  const ids = (key: 'layers' | 'highlight' | 'label' | 'context', what: Parameters<typeof checkName>[2]) =>
    checkedIds(lookup, key, what, context);
  const arcs = resolveArcs(lookup, context);
  const chart = resolveSceneChart(lookup, context);
  const highlight = ids('highlight', 'feature');
  const labels = ids('label', 'place or feature');
  const frame = resolveSceneFrame(lookup, arcs, [...highlight, ...labels], chart, context);
  const plate = resolvePlate(lookup, context);
  if (!chart) warnOfUnseen(lookup, levels[0], frame, context);
  return {
    frame,
    framePhone: resolvePhoneFrame(lookup, arcs, context),
    layers: lookup.get('layers') === undefined ? [...names.layers.keys()] : ids('layers', 'layer'),
    highlight,
    labels,
    context: ids('context', 'place or feature').filter((id) => !labels.includes(id)),
    arcs,
    annotations: resolveAnnotations(lookup, context),
    plate,
    lens: resolveLens(lookup, context),
    locator: resolveLocator(lookup, levels, frame, plate !== null || chart !== null, context.report),
    chart,
    describe: lookup.get('describe') ?? '',
  };
}

function createLookup(levels: SceneLevel[], { book, texts, report }: SceneContext): Lookup {
  const levelOf = (key: Key) => levels.find(({ spec }) => spec[key] !== undefined) ?? levels[0];
  const fullPath = (level: SceneLevel, key: Key, path: Path) => [...level.path, key, ...path];
  const spot = (key: Key, path: Path = []): Spot => {
    const level = levelOf(key);
    return level ? level.located.spot(fullPath(level, key, path)) : { file: 'story.md', line: 1, column: 1 };
  };
  const wordSpot = (key: Key, path: Path, word: string): Spot => {
    const level = levelOf(key);
    return level ? level.located.wordSpot(fullPath(level, key, path), word) : spot(key, path);
  };
  return {
    get: (key) => levelOf(key)?.spec[key],
    spot,
    fill(text, key, path) {
      const spotOf = (word: string) => wordSpot(key, path, word);
      // Names of sources hold pages and volumes.
      if (!String(path.at(-1)).startsWith('source')) texts.push({ text, spotOf });
      return fillTemplate(text, book, spotOf, report);
    },
  };
}

function checkedIds(
  lookup: Lookup,
  key: 'layers' | 'highlight' | 'label' | 'context',
  what: Parameters<typeof checkName>[2],
  { names, report }: SceneContext,
): string[] {
  const known = (lookup.get(key) ?? []).filter((id, index) => checkName(names, id, what, lookup.spot(key, [index]), report));
  return [...new Set(known)];
}

/** Beyond the frame by this share of its size, most screens still show what is there. */
const besideFrame = 0.1;

/** What a scene itself names and its frame leaves out of sight. What comes from `defaults` is meant for frames that show it. */
function warnOfUnseen(lookup: Lookup, own: SceneLevel | undefined, frame: Bounds, { names, report }: SceneContext): void {
  const framed = lookup.get('frame');
  // What a slip left out of the frame is not where the editor meant it to be seen.
  if (Array.isArray(framed) && framed.some((id) => !boundsOfName(names, id))) return;
  const seen = withMargin(frame, besideFrame);
  const isMisplaced = (id: string) => names.places.has(id) && names.broken.has(id);
  const warn = (id: string, key: Key, path: Path, how: string) => {
    const bounds = own?.spec[key] === undefined || isMisplaced(id) ? null : boundsOfName(names, id);
    if (bounds && !touch(bounds, seen))
      report.warning(
        lookup.spot(key, path),
        `expected a place or feature inside the frame, found ${quote(id)}, which is ${how} out of sight`,
        'Frame it as well, or leave it out.',
      );
  };
  lookup.get('highlight')?.forEach((id, index) => void warn(id, 'highlight', [index], 'lit'));
  lookup.get('label')?.forEach((id, index) => void warn(id, 'label', [index], 'named'));
  lookup.get('annotations')?.forEach(({ at }, index) => void warn(at, 'annotations', [index, 'at'], 'annotated'));
  const plate = lookup.get('plate');
  if (plate) warn(plate.beside, 'plate', ['beside'], 'given a plate');
}

function resolveArcs(lookup: Lookup, { names, report }: SceneContext): Arc[] {
  return (lookup.get('arcs') ?? []).flatMap((arc, index): Arc[] => {
    const ends = (['from', 'to'] as const).map((key) =>
      checkName(names, arc[key], 'place or feature', lookup.spot('arcs', [index, key]), report),
    );
    const [from, to] = [pointOf(names, arc.from), pointOf(names, arc.to)];
    if (arc.from === arc.to)
      report.error(
        lookup.spot('arcs', [index, 'to']),
        `expected another place or feature than where the line begins, found ${quote(arc.to)} again`,
      );
    if (!ends.every(Boolean) || !from || !to) return [];
    const lines = (key: 'label' | 'note') => (arc[key] ?? []).map((line, at) => lookup.fill(line, 'arcs', [index, key, at]));
    return [{ from: arc.from, to: arc.to, shape: arcShape(from, to), label: lines('label'), note: lines('note') }];
  });
}

function resolveAnnotations(lookup: Lookup, { names, book, report }: SceneContext): Annotation[] {
  return (lookup.get('annotations') ?? []).map(({ at, text, fact }, index) => {
    checkName(names, at, 'place or feature', lookup.spot('annotations', [index, 'at']), report);
    if (fact !== undefined) lookUpFact(fact, lookup.spot('annotations', [index, 'fact']), book, report);
    return { at, text: text.map((line, row) => lookup.fill(line, 'annotations', [index, 'text', row])), fact: fact ?? null };
  });
}

function resolvePlate(lookup: Lookup, { names, book, report }: SceneContext): Plate | null {
  const spec = lookup.get('plate');
  if (!spec) return null;
  checkName(names, spec.beside, 'place', lookup.spot('plate', ['beside']), report);
  const area = lookUpFact(spec.area, lookup.spot('plate', ['area']), book, report);
  const less = spec.less === undefined ? null : lookUpFact(spec.less, lookup.spot('plate', ['less']), book, report);
  if (!area) return null;
  if (area.unit !== 'km2')
    report.error(lookup.spot('plate', ['area']), `expected a fact in km2, found ${quote(area.id)}, which is in ${area.unit || 'no unit'}`);
  if (less) checkPart(less, area, lookup.spot('plate', ['less']), report);
  const words = plateWords(area, less, book);
  const lines = (key: 'title' | 'note') => spec[key]?.map((line, at) => lookup.fill(line, 'plate', [key, at])) ?? words[key];
  return {
    area: spec.area,
    less: spec.less ?? null,
    beside: spec.beside,
    title: lines('title'),
    note: lines('note'),
    caption: spec.caption === undefined ? words.caption : lookup.fill(spec.caption, 'plate', ['caption']),
  };
}

function resolveLens(lookup: Lookup, { names, report }: SceneContext): Lens | null {
  const spec = lookup.get('lens');
  if (!spec) return null;
  const [on, labels] = typeof spec === 'string' ? [spec, []] : [spec.on, spec.label ?? []];
  checkName(names, on, 'place or feature', lookup.spot('lens', typeof spec === 'string' ? [] : ['on']), report);
  for (const [index, id] of labels.entries()) checkName(names, id, 'place or feature', lookup.spot('lens', ['label', index]), report);
  return { on, labels };
}

function resolveSceneChart(lookup: Lookup, context: SceneContext): Chart | null {
  const spec = lookup.get('chart');
  return spec
    ? resolveChart(spec, {
        ...context,
        spot: (path) => lookup.spot('chart', path),
        fill: (text, path) => lookup.fill(text, 'chart', path),
      })
    : null;
}

function resolveSceneFrame(
  lookup: Lookup,
  arcs: Arc[],
  named: string[],
  chart: Chart | null,
  { names, fallback, frameOptional, report }: SceneContext,
): Bounds {
  const spec = lookup.get('frame');
  const world: Bounds = [-180, -60, 180, 75];
  if (spec) return checkedFrame(spec, 'frame', arcs, lookup, names, report) ?? world;
  const own = named.length ? resolveFrame(named, arcs, names) : null;
  if (own) return own;
  if (!chart && !frameOptional)
    report.error(
      lookup.spot('frame'),
      'expected frame: with what the map shows, found none',
      'For example frame: {bounds: [west, south, east, north]}',
    );
  return fallback ?? world;
}

function resolvePhoneFrame(lookup: Lookup, arcs: Arc[], { names, report }: SceneContext): Bounds | null {
  const spec = lookup.get('frame-phone');
  return spec ? checkedFrame(spec, 'frame-phone', arcs, lookup, names, report) : null;
}

function checkedFrame(
  spec: FrameSpec,
  key: 'frame' | 'frame-phone',
  arcs: Arc[],
  lookup: Lookup,
  names: Names,
  report: Report,
): Bounds | null {
  if (Array.isArray(spec)) {
    spec.forEach((id, index) => void checkName(names, id, 'place or feature', lookup.spot(key, [index]), report));
    if (!spec.length) report.error(lookup.spot(key), 'expected at least one place or feature to frame, found an empty list');
  } else if ('bounds' in spec) checkBounds(spec.bounds, lookup.spot(key, ['bounds']), report);
  return resolveFrame(spec, arcs, names);
}

function checkBounds([west, south, east, north]: Bounds, spot: Spot, report: Report): void {
  const found = `found [${[west, south, east, north].join(', ')}]`;
  if (south >= north)
    report.error(spot, `expected bounds with an area, south below north, ${found}`, 'The order is [west, south, east, north].');
  else if (west >= east)
    report.error(
      spot,
      `expected bounds with an area, west before east, ${found}`,
      'The order is [west, south, east, north]; over the antimeridian, east is above 180.',
    );
}

/** The nearest level that says anything wins; bounds that `defaults` names stay the bounds where a step says `true`. */
function resolveLocator(lookup: Lookup, levels: SceneLevel[], frame: Bounds, covered: boolean, report: Report): Bounds | null {
  const said = lookup.get('locator');
  if (said === false || said === null) return null;
  const own = levels[0]?.spec.locator;
  if (typeof own !== 'object' && own !== true && (covered || !wantsLocator(frame))) return null;
  if (typeof own === 'object' && own) checkBounds(own.bounds, lookup.spot('locator', ['bounds']), report);
  const bounds = levels.map(({ spec }) => spec.locator).find((locator) => typeof locator === 'object' && locator !== null);
  return typeof bounds === 'object' && bounds ? bounds.bounds : locatorAround(frame);
}
