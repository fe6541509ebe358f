import type { Geometry, MultiLineString, MultiPolygon, Feature as PlaneFeature, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { project } from '../../scene/mercator.ts';
import { finish, type Work } from '../../scene/work.ts';
import type { AreaRole, Layer, LngLat } from '../../story.ts';

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

/** Names of the objects in a layer's topology, as the build has dissolved it. */
export const shapeKeys = { rivers: 'rivers', stateBorders: 'state', regionBorders: 'region' } as const;
const fillPrefix = 'fill-';
const featurePrefix = 'feature-';
export const fillKey = (role: AreaRole): string => fillPrefix + role;
export const featureKey = (id: string): string => featurePrefix + id;

/** Decodes the layers' dissolved topologies (longitude and latitude) into plane shapes, in the layers' order. A layer that has not come yet is left out. */
export const geography = (layers: Layer[], topologies: ReadonlyMap<string, Topology>): Geography =>
  finish(growGeography(layers, topologies));

/** The same in small steps, between which a page may answer its reader. */
export function* growGeography(layers: Layer[], topologies: ReadonlyMap<string, Topology>): Work<Geography> {
  const grown: LayerShapes[] = [];
  const features = new Map<string, MultiPolygon>();
  for (const layer of layers) {
    const given = topologies.get(layer.id);
    if (!given) continue;
    const shapes = decoded.get(given) ?? (yield* shapesOf(given));
    decoded.set(given, shapes);
    grown.push(layerShapes(layer, shapes));
    for (const [key, shape] of shapes) {
      if (key.startsWith(featurePrefix)) features.set(key.slice(featurePrefix.length), shape as MultiPolygon);
    }
  }
  return { layers: grown, features };
}

/** By a topology's identity: more layers come later, and what was decoded before need not be again. */
const decoded = new WeakMap<Topology, Map<string, Geometry>>();

function* shapesOf(given: Topology): Work<Map<string, Geometry>> {
  const topology = yield* projected(given);
  const shapes = new Map<string, Geometry>();
  for (const [key, object] of Object.entries(topology.objects)) {
    shapes.set(key, (feature(topology, object) as PlaneFeature).geometry);
    yield;
  }
  return shapes;
}

function layerShapes(layer: Layer, shapes: ReadonlyMap<string, Geometry>): LayerShapes {
  const lines = (key: string) => (shapes.get(key) as MultiLineString | undefined) ?? null;
  return {
    layer,
    fills: [...shapes].flatMap(([key, shape]) =>
      key.startsWith(fillPrefix) ? [{ role: key.slice(fillPrefix.length) as AreaRole, shape: shape as MultiPolygon }] : [],
    ),
    stateBorders: lines(shapeKeys.stateBorders),
    regionBorders: lines(shapeKeys.regionBorders),
    rivers: lines(shapeKeys.rivers),
  };
}

/** Points between two pauses. */
const pointsAStep = 500;

/** The topology with its arcs decoded and projected once, so that everything made of them shares the work. */
function* projected(topology: Topology): Work<Topology> {
  const { transform } = topology;
  const arcs: Position[][] = [];
  let points = 0;
  for (const arc of topology.arcs) {
    let [x, y] = [0, 0];
    arcs.push(
      arc.map((position) => {
        const [dx = 0, dy = 0] = position;
        [x, y] = transform ? [x + dx, y + dy] : [dx, dy];
        const at: LngLat = transform
          ? [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
          : [x, y];
        return project(at) as number[];
      }),
    );
    points += arc.length;
    if (points < pointsAStep) continue;
    points = 0;
    yield;
  }
  return { type: 'Topology', objects: topology.objects, arcs };
}
