import { mergeArcs, meshArcs } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import { featureKey, fillKey, shapeKeys } from '../graphics/map/geography.ts';
import type { AreaRole, Feature, Layer } from '../story.ts';

type Properties = Record<string, unknown>;
type Area = TopoPolygon<Properties> | TopoMultiPolygon<Properties>;

/**
 * A layer as it is drawn: its areas dissolved by colour, their borders as lines of two ranks, and the features that the
 * story names, each as an object of one topology. What is left to the browser is to follow the arcs.
 */
export function dissolve(layer: Layer, features: Feature[], topology: Topology): Topology {
  return { ...topology, objects: Object.fromEntries(shapesOf(layer, features, topology)) };
}

function shapesOf(layer: Layer, features: Feature[], topology: Topology): [key: string, shape: GeometryObject][] {
  if (layer.kind === 'rivers') return [[shapeKeys.rivers, { type: 'MultiLineString', arcs: lineArcs(topology) }]];
  if (layer.kind === 'water') return [[fillKey('water'), mergeArcs(topology, areasOf(topology))]];
  const country = (area: GeometryObject<Properties>) =>
    String((area.properties as Properties | undefined)?.[layer.countryProperty ?? layer.idProperty ?? ''] ?? '');
  const strong = (a: GeometryObject<Properties>, b: GeometryObject<Properties>) =>
    country(a) !== country(b) && (!layer.stateBorders || [country(a), country(b)].every((name) => layer.stateBorders?.includes(name)));
  const borders = (wanted: boolean) =>
    meshArcs(
      topology,
      objectOf(topology),
      (a, b) => a !== b && strong(a as GeometryObject<Properties>, b as GeometryObject<Properties>) === wanted,
    );
  const named = features
    .filter((one) => one.layer === layer.id)
    .map(({ id, match }): [string, Area[]] => [
      featureKey(id),
      areasOf(topology).filter((area) => String(area.properties?.[layer.idProperty ?? '']) === match),
    ]);
  return [
    ...byRole(layer, topology, country).map(([role, areas]): [string, GeometryObject] => [fillKey(role), mergeArcs(topology, areas)]),
    [shapeKeys.stateBorders, borders(true)],
    [shapeKeys.regionBorders, borders(false)],
    ...named.filter(([, own]) => own.length).map(([key, own]): [string, GeometryObject] => [key, mergeArcs(topology, own)]),
  ];
}

function byRole(layer: Layer, topology: Topology, country: (area: GeometryObject<Properties>) => string): [AreaRole, Area[]][] {
  const roles = new Map<AreaRole, Area[]>();
  for (const area of areasOf(topology)) {
    const role = layer.colours[country(area)] ?? 'neighbour';
    roles.set(role, [...(roles.get(role) ?? []), area]);
  }
  return [...roles];
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

function lineArcs(topology: Topology): number[][] {
  return objectOf(topology).geometries.flatMap((shape): number[][] => {
    if (shape.type === 'LineString') return [shape.arcs];
    return shape.type === 'MultiLineString' ? shape.arcs : [];
  });
}
