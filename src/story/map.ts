import type { Bounds, LngLat } from './facts.ts';

export const placeKinds = ['capital', 'city', 'town', 'village'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface Place {
  id: string;
  name: string;
  /** The name in the local language, null where it is the same. */
  local: string | null;
  /** BCP 47 language of `local`, null where not given. */
  lang: string | null;
  at: LngLat;
  kind: PlaceKind;
}

/** Colour roles a map area may take; the palette gives their values. */
export const areaRoles = ['land', 'land-2', 'neighbour', 'water'] as const;
export type AreaRole = (typeof areaRoles)[number];

/**
 * A file that is drawn. `areas` are polygons with borders between them, `water` polygons without, `lines` are
 * rivers. Drawing order is the order of the list.
 */
export interface Layer {
  id: string;
  kind: 'areas' | 'water' | 'rivers';
  /** Path inside the story folder. */
  file: string;
  label: string;
  /** Id of a Source. */
  source: string;
  /** Property that identifies a feature; null for water and rivers. */
  idProperty: string | null;
  /** Property that names the country of an area: borders between unlike values are state borders, others regional. */
  countryProperty: string | null;
  /** Country value → role; what is not named is `neighbour`. */
  colours: Record<string, AreaRole>;
  /** Countries whose common borders are drawn as state borders; null = all. Others are drawn as regional ones. */
  stateBorders: string[] | null;
  /** MapLibre zoom range in which the layer is drawn, [from, to). */
  zoom: [from: number, to: number];
  /** Zoom from which borders inside a country are drawn. */
  detailZoom: number;
  bounds: Bounds;
}

/** An area that a story names: highlighted, framed or labelled by id. */
export interface Feature {
  id: string;
  name: string;
  local: string | null;
  lang: string | null;
  kind: 'country' | 'region';
  /** Id of the Layer that holds it. */
  layer: string;
  /** Value of that layer's idProperty. */
  match: string;
  bounds: Bounds;
}

/** A line between two things. Its start or end at an area fades, because no point in the area is meant. */
export interface Arc {
  /** Ids of a Place or Feature. */
  from: string;
  to: string;
  /** `great-circle` for the shortest way over the globe, `bow` for a short hop; chosen by length. */
  shape: 'great-circle' | 'bow';
  label: string[];
  note: string[];
}

/** A text at a place or feature. */
export interface Annotation {
  at: string;
  text: string[];
  /** Id of the fact it speaks of, so that a click leads to its sentence. */
  fact: string | null;
}

/** An area fact drawn to the map's scale in a frame beside a place: a measure, not a position. */
export interface Plate {
  /** Fact id; unit km2. */
  area: string;
  /** Fact id; unit km2: the part taken off, null where none is. */
  less: string | null;
  /** Place id. */
  beside: string;
  title: string[];
  note: string[];
  caption: string;
}

/** A place or feature enlarged over a wide frame. */
export interface Lens {
  on: string;
  labels: string[];
}
