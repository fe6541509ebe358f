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
  const plane = new Map([...topologies].map(([id, topology]) => [id, projectTopology(topology)]));
  return {
    layers: layers.flatMap((layer) => {
      const topology = plane.get(layer.id);
      return topology ? [shapesOf(layer, topology)] : [];
    }),
    features: new Map(
      features.flatMap((named): [string, MultiPolygon][] => {
        const layer = layers.find(({ id }) => id === named.layer);
        const topology = plane.get(named.layer);
        if (!layer?.idProperty || !topology) return [];
        const own = areasOf(topology).filter((area) => String(area.properties?.[layer.idProperty as string]) === named.match);
        return own.length ? [[named.id, merge(topology, own)]] : [];
      }),
    ),
  };
}

function shapesOf(layer: Layer, topology: Topology): LayerShapes {
  const nothing = { fills: [], stateBorders: null, regionBorders: null, rivers: null };
  if (layer.kind === 'rivers') return { layer, ...nothing, rivers: linesOf(topology) };
  if (layer.kind === 'water') return { layer, ...nothing, fills: [{ role: 'water', shape: merge(topology, areasOf(topology)) }] };
  const country = (area: GeometryObject<Properties>) =>
    String((area.properties as Properties | undefined)?.[layer.countryProperty ?? layer.idProperty ?? ''] ?? '');
  const strong = (a: GeometryObject<Properties>, b: GeometryObject<Properties>) =>
    country(a) !== country(b) && (!layer.stateBorders || [country(a), country(b)].every((name) => layer.stateBorders?.includes(name)));
  const collection = objectOf(topology);
  return {
    layer,
    fills: fillsOf(layer, topology, country),
    stateBorders: mesh(topology, collection, (a, b) => a !== b && strong(a as GeometryObject<Properties>, b as GeometryObject<Properties>)),
    regionBorders: mesh(
      topology,
      collection,
      (a, b) => a !== b && !strong(a as GeometryObject<Properties>, b as GeometryObject<Properties>),
    ),
    rivers: null,
  };
}

function fillsOf(layer: Layer, topology: Topology, country: (area: GeometryObject<Properties>) => string): LayerShapes['fills'] {
  const byRole = new Map<AreaRole, Area[]>();
  for (const area of areasOf(topology)) {
    const role = layer.colours[country(area)] ?? 'neighbour';
    byRole.set(role, [...(byRole.get(role) ?? []), area]);
  }
  return [...byRole].map(([role, areas]) => ({ role, shape: merge(topology, areas) }));
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
