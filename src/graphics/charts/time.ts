import { dayMs, type Precision, utc } from '../../scene/dates.ts';
import type { Language } from '../../words/index.ts';

export interface TimeTick {
  at: number;
  label: string;
}

const steps: [precision: Precision, each: number, ms: number][] = [
  ...[1, 2, 7, 14].map((each): [Precision, number, number] => ['day', each, each * dayMs]),
  ...[1, 2, 3, 6].map((each): [Precision, number, number] => ['month', each, each * 30.4 * dayMs]),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((each): [Precision, number, number] => ['year', each, each * 365.2 * dayMs]),
];

/** Round dates between two moments, at most so many, none finer than the data; where none is round, the moments themselves. */
export function timeTicks(from: number, to: number, most: number, finest: Precision, language: Language): TimeTick[] {
  const order: Precision[] = ['day', 'month', 'year'];
  const step = steps.find(([precision, , ms]) => order.indexOf(precision) >= order.indexOf(finest) && (to - from) / ms <= most);
  const [precision, each] = step ?? ['year', 1000];
  const found = moments(from, to, precision, each);
  const [at, finer] = found.length > 1 ? [found, precision] : [[...new Set([from, to])], finest];
  let year = Number.NaN;
  return at.map((moment) => {
    const own = new Date(moment).getUTCFullYear();
    const label = shortDate(moment, finer, own !== year, language);
    year = own;
    return { at: moment, label };
  });
}

function moments(from: number, to: number, precision: Precision, each: number): number[] {
  const first = new Date(from);
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  const at = (i: number): number => {
    if (precision === 'day') return utc(year, month, day + i * each);
    if (precision === 'month') return utc(year, (Math.floor(month / each) + i) * each, 1);
    return utc((Math.floor(year / each) + i) * each, 0, 1);
  };
  const found: number[] = [];
  for (let i = 0; at(i) <= to; i++) if (at(i) >= from) found.push(at(i));
  return found;
}

/** `5 Mar`, `Mar` or `2024`, the year beside the first two where it is new. */
function shortDate(moment: number, precision: Precision, newYear: boolean, { locale }: Language): string {
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (newYear || precision === 'year') parts.year = 'numeric';
  if (precision !== 'year') parts.month = 'short';
  if (precision === 'day') parts.day = 'numeric';
  return new Intl.DateTimeFormat(locale, parts).format(moment);
}
