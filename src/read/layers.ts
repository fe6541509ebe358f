import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { AreaRole, Feature, Layer } from '../story.ts';
import { boundsOf, type MapData, readMap } from './geo.ts';
import { isColour, propertyOf, valuesOf, warnOfRepeated } from './map-values.ts';
import type { IdSet } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import { type LayerEntry, layersFile } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { SourceText } from './text.ts';
import { validate } from './validate.ts';
import { type Located, type Path, parseYaml } from './yaml.ts';

export interface LayerList {
  layers: Layer[];
  features: Feature[];
  geo: Record<string, FeatureCollection>;
  topologies: Record<string, Topology>;
  spots: Map<string, Spot>;
  /** By layer id: where each of its features stands in the map file. */
  featureSpots: Map<string, MapData['spot']>;
  /** Ids of layers and features that are written but can't be used. */
  broken: IdSet;
  /** Whether a layer has lost its id. */
  lost: boolean;
}

/** Where map files and sources are looked up. */
export interface LayerContext {
  open(file: string): SourceText | null;
  fileNames: readonly string[];
  sourceIds: ReadonlySet<string>;
  storySource: string | null;
}

/** A story without layers, of which some may be `broken`. */
export const noLayers = (broken: LayerList['broken']): LayerList => ({
  layers: [],
  features: [],
  geo: {},
  topologies: {},
  spots: new Map(),
  featureSpots: new Map(),
  broken,
  lost: false,
});

export function readLayers(source: SourceText, context: LayerContext, report: Report): LayerList | null {
  const broken = new Set<string>();
  const list = noLayers(broken);
  const located = parseYaml(source, 0, source.text.length, report);
  if (located.value === undefined) return null;
  const entries = validate(layersFile, located, report);
  if (!entries) return null;
  entries.forEach((entry, index) => {
    const spot = located.spot([index, 'id']);
    if (list.spots.has(entry.id)) {
      list.lost = true;
      report.error(spot, `expected each id once, found ${quote(entry.id)} again, first in line ${list.spots.get(entry.id)?.line}`);
    } else list.spots.set(entry.id, spot);
    for (const name of [entry.id, ...Object.keys(entry.features ?? {})]) broken.add(name);
    readLayer(entry, located, index, context, list, report);
  });
  return list;
}

const areaKeys = ['id-property', 'country-property', 'colours', 'state-borders', 'features'] as const;

function readLayer(entry: LayerEntry, located: Located, index: number, context: LayerContext, list: LayerList, report: Report): void {
  checkEntry(entry, located, index, context, report);
  const text = context.open(entry.file);
  const fileSpot = located.spot([index, 'file']);
  if (!text) {
    report.error(fileSpot, `expected a map file, found no file ${quote(entry.file)}`, didYouMean(entry.file, context.fileNames));
    return;
  }
  const object = { name: entry.object ?? null, spot: located.spot([index, entry.object === undefined ? 'file' : 'object']) };
  // Keys of areas tell more of what is meant than the kind, which has then been reported.
  const kind = areaKeys.filter((key) => entry[key] !== undefined).length > 1 ? 'areas' : entry.kind;
  const data = readMap(text, kind, object, report);
  if (!data) return;
  const layer = layerOf(entry, data, context);
  list.layers.push(layer);
  list.geo[layer.id] = data.features;
  list.featureSpots.set(layer.id, data.spot);
  if (data.topology) list.topologies[layer.id] = data.topology;
  if (entry.kind === 'areas') readAreas(entry, layer, data, located, index, list, report);
}

function checkEntry(entry: LayerEntry, located: Located, index: number, context: LayerContext, report: Report): void {
  if (entry.source === undefined && context.storySource === null)
    report.error(located.spot([index]), `expected source: with the id of a source, found none`, 'Sources stand in sources.yaml.');
  if (entry.source !== undefined && !context.sourceIds.has(entry.source))
    report.error(
      located.spot([index, 'source']),
      `expected the id of a source, found ${quote(entry.source)}`,
      didYouMean(entry.source, context.sourceIds) ?? 'Sources stand in sources.yaml.',
    );
  const [from, to] = entry.zoom ?? [0, 24];
  if (from >= to) report.error(located.spot([index, 'zoom']), `expected [from, to] with from below to, found [${from}, ${to}]`);
  const [key, ...more] = entry.kind === 'areas' ? [] : areaKeys.filter((name) => entry[name] !== undefined);
  if (key && more.length)
    report.error(
      located.spot([index, 'kind']),
      `expected areas, because the layer has ${[key, ...more].map((name) => `${name}:`).join(', ')}, found ${quote(entry.kind)}`,
      'These keys are of layers of kind areas only.',
    );
  else if (key)
    report.error(located.keySpot([index], key), `expected ${key}: in layers of kind areas only, found it in one of kind ${entry.kind}`);
  if (entry.features && entry['id-property'] === undefined)
    report.error(
      located.keySpot([index], 'features'),
      'expected id-property: beside features:, found none',
      'It names the property of the map file that match: is compared with.',
    );
}

function layerOf(entry: LayerEntry, data: MapData, context: LayerContext): Layer {
  const zoom = entry.zoom ?? [0, 24];
  return {
    id: entry.id,
    kind: entry.kind,
    file: entry.file,
    label: entry.label ?? entry.id,
    source: entry.source ?? context.storySource ?? '',
    idProperty: entry['id-property'] ?? null,
    countryProperty: entry['country-property'] ?? null,
    colours: coloursOf(entry),
    stateBorders: entry['state-borders'] ?? null,
    zoom,
    detailZoom: entry['detail-zoom'] ?? zoom[0],
    bounds: boundsOf(data.features.features) ?? [-180, -85, 180, 85],
  };
}

function coloursOf(entry: LayerEntry): Record<string, AreaRole> {
  const roles = Object.entries(entry.colours ?? {}).flatMap(([role, values]) => (values ?? []).map((value) => [value, role as AreaRole]));
  // A map may call a country "constructor", which every object has.
  return Object.assign(Object.create(null), Object.fromEntries(roles));
}

/** The areas that the story names, and whether the values that the entry speaks of are in the file. */
function readAreas(entry: LayerEntry, layer: Layer, data: MapData, located: Located, index: number, list: LayerList, report: Report): void {
  const said = new Set<number>();
  const valuesIn = (key: 'id-property' | 'country-property') =>
    entry[key] === undefined ? new Set<string>() : valuesOf(data, entry[key], entry.file, located.spot([index, key]), said, report);
  const ids = valuesIn('id-property');
  if (layer.idProperty && layer.idProperty !== layer.countryProperty) warnOfRepeated(data, layer.idProperty, report);
  const countries = layer.countryProperty && layer.countryProperty !== layer.idProperty ? valuesIn('country-property') : ids;
  const known = (value: string, values: Set<string>, property: string, path: Path) => {
    if (values.size && !values.has(value))
      report.error(
        located.spot([index, ...path]),
        `expected a value of ${quote(property)} in ${entry.file}, found ${quote(value)}`,
        isColour(value) ? 'The program has the colours: here stand the areas that take them.' : didYouMean(value, values),
      );
  };
  const property = layer.countryProperty ?? layer.idProperty;
  if (property) {
    for (const [role, values] of Object.entries(entry.colours ?? {}))
      values?.forEach((value, at) => void known(value, countries, property, ['colours', role, at]));
    entry['state-borders']?.forEach((value, at) => void known(value, countries, property, ['state-borders', at]));
  }
  for (const [id, feature] of Object.entries(entry.features ?? {})) {
    if (layer.idProperty) known(feature.match, ids, layer.idProperty, ['features', id, 'match']);
    const shapes = data.features.features.filter(
      ({ properties }) => layer.idProperty && propertyOf(properties, layer.idProperty) === feature.match,
    );
    const bounds = boundsOf(shapes);
    const spot = located.keySpot([index, 'features'], id);
    const before = list.spots.get(id);
    if (before) report.error(spot, `expected each id once, found ${quote(id)} again, first in line ${before.line}`);
    else list.spots.set(id, spot);
    if (bounds && !before)
      list.features.push({
        id,
        name: feature.name,
        local: feature.local ?? null,
        lang: feature.lang ?? null,
        kind: feature.kind,
        layer: layer.id,
        match: feature.match,
        bounds,
      });
  }
}
