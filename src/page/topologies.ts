import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Layer, Story } from '../story.ts';
import { dissolve } from './dissolve.ts';
import { simplifyLayer } from './simplify.ts';

/** Steps of the grid that coordinates are rounded to: about 10 m in a file as wide as a country. */
const gridSteps = 2e5;

/** Each layer as what is drawn of it, as fine as it is ever seen: what the browser decodes. */
export function layerTopologies(
  story: Story,
  geo: Record<string, FeatureCollection>,
  topologies: Record<string, Topology>,
): Map<string, Topology> {
  return new Map(
    story.layers.flatMap((layer): [string, Topology][] => {
      const given = topologies[layer.id];
      const shapes = geo[layer.id];
      const whole = given ?? (shapes ? (topology({ shapes }, gridSteps) as Topology) : null);
      return whole ? [[layer.id, dissolve(layer, story.features, simplifyLayer(slim(whole, layer), layer, story))]] : [];
    }),
  );
}

function slim({ type, transform, arcs, objects }: Topology, layer: Layer): Topology {
  const [object] = Object.values(objects);
  const keep = [layer.idProperty, layer.countryProperty].filter((name): name is string => Boolean(name));
  const properties = (from: Record<string, unknown> | undefined) => Object.fromEntries(keep.map((name) => [name, from?.[name]]));
  const geometries = ((object as GeometryCollection | undefined)?.geometries ?? (object ? [object] : [])).map((shape) => {
    const { type: kind, arcs: own } = shape as GeometryObject & { arcs: unknown };
    return { type: kind, arcs: own, ...(keep.length ? { properties: properties(shape.properties as Record<string, unknown>) } : {}) };
  });
  return {
    type,
    ...(transform ? { transform } : {}),
    objects: { shapes: { type: 'GeometryCollection', geometries } as GeometryCollection },
    arcs,
  };
}
