import { z } from 'zod';
import type { LngLat } from '../../story.ts';

const longitude = z.number().min(-180).max(360);
const latitude = z.number().min(-85).max(85);
const at = z.tuple([longitude, latitude]);
const word = z.string().min(1).max(200);

/** What an editor may ask for from the page, as it comes over the line. */
const change = z.discriminatedUnion('kind', [
  /** What a step's map shows, on all screens or on phones alone: ids, or the bounds of a view. */
  z.strictObject({
    kind: z.literal('frame'),
    step: word,
    phone: z.boolean(),
    frame: z.union([z.array(word).min(1), z.tuple([longitude, latitude, longitude, latitude])]),
  }),
  /** Where one of the step's annotations stands: the id of a place or feature. */
  z.strictObject({ kind: z.literal('annotation'), step: word, index: z.int().min(0), at: word }),
  /** A new place; `step` is the one that names it from now on, with the names that it has. */
  z.strictObject({
    kind: z.literal('place'),
    id: word,
    name: word,
    at,
    label: z.strictObject({ step: word, labels: z.array(word) }).nullable(),
  }),
  z.strictObject({ kind: z.literal('move'), id: word, at }),
]);

export type Change = z.output<typeof change>;

const request = z.union([
  /** `seen` is the version of the files that the page was made of. */
  z.strictObject({ change, seen: z.string() }),
  z.strictObject({ undo: z.literal(true) }),
]);

/** Null where it is not one. */
export function parseRequest(json: string): z.output<typeof request> | null {
  try {
    return request.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** Coordinates as they are written: four decimals, some ten metres. */
export const placed = ([lon, lat]: LngLat): LngLat => [lon > 180 ? lon - 360 : lon, lat];
