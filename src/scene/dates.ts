import type { IsoDate } from '../story.ts';

export const dayMs = 86_400_000;

export type Precision = 'year' | 'month' | 'day';

export const precisionOf = (date: IsoDate): Precision => (date.length > 7 ? 'day' : date.length > 4 ? 'month' : 'year');

/** When the day, month or year begins; ms of UTC. */
export function startOf(date: IsoDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return utc(year, month - 1, day);
}

/** When the day, month or year is over; ms of UTC. */
export function endOf(date: IsoDate): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  return day ? startOf(date) + dayMs : month ? utc(year, month, 1) : utc(year + 1, 0, 1);
}

/** Without the century that Date.UTC gives to years below 100; months and days may run over. */
export function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** Whether a date is in when all up to another one is; everything is up to none. */
export const isBy = (date: IsoDate, until: IsoDate | null): boolean => until === null || startOf(date) < endOf(until);

/** Whether all of a date, to the end of its month or year, is over by another one. */
export const isOver = (date: IsoDate, until: IsoDate | null): boolean => until === null || endOf(date) <= endOf(until);

/** The finest that any of the dates is known to. */
export function finestOf(dates: readonly IsoDate[]): Precision {
  const found = new Set(dates.map(precisionOf));
  return found.has('day') ? 'day' : found.has('month') ? 'month' : 'year';
}
