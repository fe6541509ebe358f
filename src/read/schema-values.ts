import { z } from 'zod';

/** The smallest parts of what an editor may write. */
export const words = 'expected text';
export const text = z.union([z.string(), z.number(), z.boolean()], { error: words }).transform(String);
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const idMessage = 'expected an id: lowercase words with hyphens, such as "river-port"';
/** Every object has something of these names: as keys and ids they could change what the program takes for granted. */
export const isReserved = (name: string): boolean => ['__proto__', 'constructor', 'prototype'].includes(name);
export const id = z
  .string({ error: idMessage })
  .regex(idPattern, { error: idMessage })
  .refine((name) => !isReserved(name), { error: 'expected an id that is no word of the program’s own' });
/** Of a file in the story folder, in Windows' signs as well. */
export const path = (error: string) => z.string({ error }).transform((name) => name.replaceAll('\\', '/').replace(/^(\.?\/)+/, ''));
export const reference = z.string({ error: 'expected an id' });

/** A list, or one thing in its place. */
export function listOf<T extends z.ZodType>(item: T, expected: string) {
  return z
    .union([z.array(item), item], { error: expected })
    .transform((value): z.output<T>[] => (Array.isArray(value) ? (value as z.output<T>[]) : [value as z.output<T>]));
}

export const ids = listOf(reference, 'expected an id or a list of ids');
export const lines = listOf(text, 'expected text or a list of lines');
export const longAndShort = z.union([z.tuple([text, text]), text], { error: 'expected text, or [long, short]' });

export const longitude = z
  .number({ error: 'expected a longitude in degrees' })
  .min(-180, 'expected a longitude from -180 to 180')
  .max(360, 'expected a longitude from -180 to 180');
export const latitude = z
  .number({ error: 'expected a latitude in degrees' })
  .min(-85, 'expected a latitude from -85 to 85')
  .max(85, 'expected a latitude from -85 to 85');
const boundsMessage = 'expected four numbers: [west, south, east, north], in degrees';
export const bounds = z.tuple([longitude, latitude, longitude, latitude], { error: boundsMessage });
export const dateMessage = 'expected a date such as 2025-01-11, 2025-01 or 2025';
export const date = z.union([z.string(), z.number()], { error: dateMessage }).transform(String).refine(isDate, { error: dateMessage });

/** A day that exists: 2025-02-30 does not. */
function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const made = new Date(Date.UTC(2000, 0, 1));
  made.setUTCFullYear(year, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
