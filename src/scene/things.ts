import type { Bounds, Feature, LngLat, Place, Story } from '../story.ts';

/** A place or feature, found by id: the two share one namespace. */
export type Thing =
  | { kind: 'place'; id: string; at: LngLat; bounds: Bounds; place: Place }
  | { kind: 'feature'; id: string; at: LngLat; bounds: Bounds; feature: Feature };

export function thing({ places, features }: Pick<Story, 'places' | 'features'>, id: string): Thing | null {
  const place = places.find((one) => one.id === id);
  if (place) return { kind: 'place', id, at: place.at, bounds: around(place.at), place };
  const feature = features.find((one) => one.id === id);
  if (!feature) return null;
  const [west, south, east, north] = feature.bounds;
  return { kind: 'feature', id, at: [(west + east) / 2, (south + north) / 2], bounds: feature.bounds, feature };
}

export const nameOf = (one: Thing): string => (one.kind === 'place' ? one.place.name : one.feature.name);

/** A place has no extent: half a degree each way stands for its surroundings. */
function around([lon, lat]: LngLat): Bounds {
  return [lon - 0.8, lat - 0.5, lon + 0.8, lat + 0.5];
}
