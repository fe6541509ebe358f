import type { MultiLineString, MultiPolygon, Feature as PlaneFeature } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import { project } from '../../scene/mercator.ts';
import type { AreaRole, Feature, Layer, LngLat } from '../../story.ts';

/** A layer's shapes on Mercator's unit square: dissolved by colour, with the borders as lines of their own. */
export interface LayerShapes {
  layer: Layer;
  fills: { role: AreaRole; shape: MultiPolygon }[];
  stateBorders: MultiLineString | null;
  regionBorders: MultiLineString | null;
  rivers: MultiLineString | null;
}

export interface Geography {
  layers: LayerShapes[];
  /** By the ids of Features. */
  features: ReadonlyMap<string, MultiPolygon>;
}

type Properties = Record<string, unknown>;
type Area = TopoPolygon<Properties> | TopoMultiPolygon<Properties>;

/** Decodes the layers' topologies (longitude and latitude) into plane shapes, in the layers' order. A layer that has not come yet is left out. */
export function geography(layers: Layer[], features: Feature[], topologies: ReadonlyMap<string, Topology>): Geography {
  const work = growGeography(layers, features, topologies);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** The same in small steps, between which a page may answer its reader. */
export function* growGeography(
  layers: Layer[],
  features: Feature[],
  topologies: ReadonlyMap<string, Topology>,
): Generator<void, Geography> {
  const grown: Geography = { layers: [], features: new Map() };
  const named = new Map<string, MultiPolygon>();
  for (const layer of layers) {
    const given = topologies.get(layer.id);
    if (!given) continue;
    const topology = projectTopology(given);
    yield;
    grown.layers.push(yield* shapesOf(layer, topology));
    for (const feature of features.filter((one) => one.layer === layer.id)) {
      const shape = featureShape(feature, layer, topology);
      if (shape) named.set(feature.id, shape);
      yield;
    }
  }
  return { ...grown, features: named };
}

function featureShape(named: Feature, layer: Layer, topology: Topology): MultiPolygon | null {
  const own = areasOf(topology).filter((area) => String(area.properties?.[layer.idProperty ?? '']) === named.match);
  return own.length ? merge(topology, own) : null;
}

function* shapesOf(layer: Layer, topology: Topology): Generator<void, LayerShapes> {
  const nothing = { fills: [], stateBorders: null, regionBorders: null, rivers: null };
  if (layer.kind === 'rivers') return { layer, ...nothing, rivers: linesOf(topology) };
  if (layer.kind === 'water') return { layer, ...nothing, fills: [{ role: 'water', shape: merge(topology, areasOf(topology)) }] };
  const country = (area: GeometryObject<Properties>) =>
    String((area.properties as Properties | undefined)?.[layer.countryProperty ?? layer.idProperty ?? ''] ?? '');
  const strong = (a: GeometryObject<Properties>, b: GeometryObject<Properties>) =>
    country(a) !== country(b) && (!layer.stateBorders || [country(a), country(b)].every((name) => layer.stateBorders?.includes(name)));
  const borders = (wanted: boolean) =>
    mesh(
      topology,
      objectOf(topology),
      (a, b) => a !== b && strong(a as GeometryObject<Properties>, b as GeometryObject<Properties>) === wanted,
    );
  const fills = yield* fillsOf(layer, topology, country);
  const stateBorders = borders(true);
  yield;
  return { layer, fills, stateBorders, regionBorders: borders(false), rivers: null };
}

function* fillsOf(
  layer: Layer,
  topology: Topology,
  country: (area: GeometryObject<Properties>) => string,
): Generator<void, LayerShapes['fills']> {
  const byRole = new Map<AreaRole, Area[]>();
  for (const area of areasOf(topology)) {
    const role = layer.colours[country(area)] ?? 'neighbour';
    byRole.set(role, [...(byRole.get(role) ?? []), area]);
  }
  const fills: LayerShapes['fills'] = [];
  for (const [role, areas] of byRole) {
    fills.push({ role, shape: merge(topology, areas) });
    yield;
  }
  return fills;
}

function objectOf(topology: Topology): GeometryCollection<Properties> {
  const [object] = Object.values(topology.objects);
  const found = object as GeometryObject<Properties> | undefined;
  return found?.type === 'GeometryCollection'
    ? (found as GeometryCollection<Properties>)
    : { type: 'GeometryCollection', geometries: found ? [found] : [] };
}

function areasOf(topology: Topology): Area[] {
  return objectOf(topology).geometries.filter((shape): shape is Area => shape.type === 'Polygon' || shape.type === 'MultiPolygon');
}

function linesOf(topology: Topology): MultiLineString {
  const lines = objectOf(topology).geometries.flatMap((shape) => {
    const { geometry } = feature(topology, shape) as PlaneFeature;
    if (geometry.type === 'LineString') return [geometry.coordinates];
    return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  });
  return { type: 'MultiLineString', coordinates: lines };
}

/** The topology with its arcs decoded and projected once, so that everything made of them shares the work. */
function projectTopology(topology: Topology): Topology {
  const { transform } = topology;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((position) => {
      const [dx = 0, dy = 0] = position;
      [x, y] = transform ? [x + dx, y + dy] : [dx, dy];
      const at: LngLat = transform
        ? [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
        : [x, y];
      return project(at) as number[];
    });
  });
  return { type: 'Topology', objects: topology.objects, arcs };
}
