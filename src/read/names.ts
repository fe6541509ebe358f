import type { Bounds, Feature, Layer, LngLat, Place } from '../story.ts';
import { centreOf } from './bounds.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean, nearest } from './suggest.ts';

/** What a step may name on the map, by id: one namespace, so that an id alone says what is meant. */
export interface Names {
  places: ReadonlyMap<string, Place>;
  features: ReadonlyMap<string, Feature>;
  layers: ReadonlyMap<string, Layer>;
  /** Ids that are written but can't be used: not reported again where they are named. */
  broken: IdSet;
  /** Filled with the ids that are named. */
  used: Set<string>;
}

export interface IdSet {
  has(id: string): boolean;
}

/** Stands for the ids of a file that can't be read at all. */
export const anyId: IdSet = { has: () => true };

/**
 * Ids that are not told of as unknown where they are named: those of what is broken and, where a row has lost its id, all that
 * are near to none that is known.
 */
export const sparedIds = (broken: IdSet, lost: boolean, known: ReadonlySet<string>): IdSet => ({
  has: (id) => broken.has(id) || (lost && nearest(id, known) === null),
});

/** Stands for the ids of a file that is not there: the first that is near to no other is unknown, and all others follow from that. */
export function missingIds(known: ReadonlySet<string> = new Set()): IdSet {
  let told = false;
  return {
    has(id) {
      if (nearest(id, known) !== null) return false;
      const before = told;
      told = true;
      return before;
    },
  };
}

const byId = <T extends { id: string }>(things: T[]): ReadonlyMap<string, T> => new Map(things.map((thing) => [thing.id, thing]));

export function createNames(places: Place[], features: Feature[], layers: Layer[], broken: IdSet): Names {
  return { places: byId(places), features: byId(features), layers: byId(layers), broken, used: new Set() };
}

export function checkNamespace(places: ReadonlyMap<string, Spot>, layers: ReadonlyMap<string, Spot>, report: Report): void {
  for (const [id, spot] of places) {
    const other = layers.get(id);
    if (other)
      report.error(
        spot,
        `expected an id that no layer or feature has, found ${quote(id)}, which stands in ${other.file}, line ${other.line}`,
        `Call the place "${id}-city", for example.`,
      );
  }
}

export function pointOf(names: Names, id: string): LngLat | null {
  const feature = names.features.get(id);
  return names.places.get(id)?.at ?? (feature ? centreOf(feature.bounds) : null);
}

export function boundsOfName(names: Names, id: string): Bounds | null {
  const at = names.places.get(id)?.at;
  return at ? [at[0], at[1], at[0], at[1]] : (names.features.get(id)?.bounds ?? null);
}

type What = 'place' | 'feature' | 'layer' | 'place or feature';

/** Whether the id is one of the wanted kind; says so at the spot where it is not. */
export function checkName(names: Names, id: string, what: What, spot: Spot, report: Report): boolean {
  const lists = {
    place: [names.places],
    feature: [names.features],
    layer: [names.layers],
    'place or feature': [names.places, names.features],
  }[what];
  if (lists.some((list) => list.has(id))) {
    names.used.add(id);
    return true;
  }
  const elsewhere = [names.places, names.features, names.layers].some((list) => list.has(id));
  if (!elsewhere && names.broken.has(id)) return false;
  const known = lists.flatMap((list) => [...list.keys()]);
  const kind = names.places.has(id)
    ? ', which is a place'
    : names.features.has(id)
      ? ', which is a feature'
      : names.layers.has(id)
        ? ', which is a layer'
        : '';
  const none = known.length
    ? null
    : what === 'layer'
      ? 'Layers stand in layers.yaml.'
      : 'Places stand in places.csv, features in layers.yaml.';
  const parts = id.split(/[,\s]+/).filter(Boolean);
  const unspaced = parts.every((part) => /^-\w/.test(part)) ? 'A hyphen and a space stand before each part of a list.' : null;
  const list = parts.length > 1 && parts.every((part) => known.includes(part)) ? `A list stands in brackets: [${parts.join(', ')}]` : null;
  report.error(spot, `expected a ${what}, found ${quote(id)}${kind}`, unspaced ?? list ?? didYouMean(id, known) ?? none);
  return false;
}
