import type { Bounds, Place } from '../story.ts';
import { centreOf, touch, unite, withMargin } from './bounds.ts';
import { boundsOfName } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { SceneSpec } from './schema.ts';
import type { Parts } from './story.ts';
import { standsSwapped } from './swapped.ts';

/** Where a cell of a place's row stands. */
export type PlaceCells = ReadonlyMap<string, (column: string) => Spot>;

/**
 * Ids of places whose longitude and latitude have most likely changed places: as they are, they lie outside of the frames of all
 * steps that name them, and inside when swapped. Each is reported, or all at once where most of a table is so.
 */
export function swappedPlaces(parts: Parts, cells: PlaceCells, report: Report): Set<string> {
  const { places, article } = parts;
  const specs = article.steps.flatMap(({ spec }) => spec ?? []);
  const verdicts = places.map((place) => ({ place, verdict: verdictOf(place, specs, parts) }));
  const head = cells.get(places[0]?.id ?? '')?.('id');
  if (head && areAllSwapped(parts, specs)) {
    report.error(
      { ...head, line: 1, column: 1 },
      'expected longitude under lon and latitude under lat, found places that lie where the story is only when the two are swapped',
      'Swap the names of the two columns.',
    );
    return new Set(places.map(({ id }) => id));
  }
  const found = verdicts.flatMap(({ place, verdict }) => (verdict ? [{ place, verdict }] : []));
  for (const { place, verdict } of found) {
    const [lon, lat] = place.at;
    const spot = cells.get(place.id)?.('lon');
    if (spot)
      report[verdict](
        spot,
        `expected ${quote(place.name)} among the other places, found longitude ${lon} and latitude ${lat}, which look swapped`,
        `Did you mean longitude ${lat}, latitude ${lon}?`,
      );
  }
  return new Set(found.map(({ place }) => place.id));
}

/** Whether no place lies in an area or a frame of the story as it is, and most do when swapped. */
function areAllSwapped({ places, features }: Parts, specs: readonly SceneSpec[]): boolean {
  const frames = specs.flatMap(({ frame }): Bounds[] => (frame && 'bounds' in frame ? [frame.bounds] : []));
  const anchors = [...features.map(({ bounds }) => bounds), ...frames].filter((bounds) => !isWide(bounds));
  const isAnchored = (x: number, y: number) => anchors.some((bounds) => touch([x, y, x, y], withMargin(bounds, 0.1)));
  const swapped = places.filter(({ at: [lon, lat] }) => isAnchored(lat, lon));
  return places.length > 2 && swapped.length * 2 > places.length && !places.some(({ at: [lon, lat] }) => isAnchored(lon, lat));
}

/** An error where a frame of its own bounds, or of other names, tells; a warning where only the other places do. */
function verdictOf(place: Place, specs: readonly SceneSpec[], parts: Parts): 'error' | 'warning' | null {
  const around = [
    ...parts.places.filter((other) => other !== place).map(({ at }) => at),
    ...parts.features.map(({ bounds }) => centreOf(bounds)),
  ];
  // Beside others it is the frame that is wrong.
  if (around.some(([x, y]) => Math.hypot(x - place.at[0], y - place.at[1]) < beside)) return null;
  const votes = specs.map((spec) => voteOf(place, spec, parts));
  if (votes.includes('as it is')) return null;
  if (votes.includes('swapped')) return 'error';
  const others = parts.places.filter((other) => other !== place).map(({ at }) => at);
  return standsSwapped(place.at, others) ? 'warning' : null;
}

/** Degrees within which a place lies beside another, or beside the middle of an area. */
const beside = 5;

/** What the frame of a step that names the place says of it. */
function voteOf({ id, at: [lon, lat] }: Place, spec: SceneSpec, { names }: Parts): 'swapped' | 'as it is' | null {
  const named = [...(spec.label ?? []), ...(spec.annotations ?? []).map(({ at }) => at), spec.plate?.beside].includes(id);
  const { frame } = spec;
  if (!named || !frame || 'center' in frame) return null;
  const listed = Array.isArray(frame) && frame.includes(id);
  const others = Array.isArray(frame) ? frame.filter((other) => other !== id).map((other) => boundsOfName(names, other)) : [];
  const bounds = Array.isArray(frame) ? unite(others.filter((one) => one !== null)) : frame.bounds;
  // A frame that names the place may be as wide as it is because of it.
  if (!bounds || isWide(bounds) || (listed && others.length < 2)) return null;
  const isInside = (x: number, y: number, slack: number) => touch([x, y, x, y], withMargin(bounds, slack));
  if (isInside(lon, lat, 0.3)) return 'as it is';
  return isInside(lat, lon, 0.1) && !listed ? 'swapped' : null;
}

/** Degrees from which a frame is that of half the world, and tells nothing. */
const isWide = ([west, south, east, north]: Bounds): boolean => east - west > 60 || north - south > 60;
