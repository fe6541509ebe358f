import type { Fact, IsoDate } from '../story.ts';
import { en, type Words } from './words.ts';

/**
 * `short` for charts and notes: `more than 40 %`, `984 km²`. `long` for sentences: `more than 40 per cent`,
 * `984 square kilometres (380 square miles)`. `both`: `984 km² (380 square miles)`. `number`: `984`.
 */
export type FactStyle = 'short' | 'long' | 'both' | 'number';

/** 1 km² in square miles: (1 / 1.609344)², from the international mile of 1959. */
export const squareMilesPerKm2 = 0.386102159;

/** The fact's value in words, as exact as it is and no more. */
export function formatFact(fact: Fact, locale: string, style: FactStyle = 'short', words: Words = en): string {
  if (fact.qualifier === 'in words') return fact.words[0] ?? fact.label;
  const amount = interval(fact, locale, 1, words);
  if (style === 'number') return bareNumber(fact, locale);
  if (fact.unit === 'km2') return area(fact, amount, locale, style, words);
  if (fact.unit === '%') return style === 'short' ? `${amount}\u00a0%` : `${amount} ${words.perCent}`;
  if (fact.unit === 'people') return amount;
  return `${amount} ${fact.unit}`;
}

function area(fact: Fact, amount: string, locale: string, style: FactStyle, words: Words): string {
  const miles = interval({ ...fact, decimals: 0 }, locale, squareMilesPerKm2, words, false);
  if (style === 'short') return `${amount}\u00a0km²`;
  const unit = style === 'long' ? ` ${words.squareKilometres}` : '\u00a0km²';
  return `${amount}${unit} (${miles} ${words.squareMiles})`;
}

/** The bounds with their qualifier: `more than 393`, `10,000 to 12,000`. */
function interval(fact: Fact, locale: string, factor: number, words: Words, qualified = true): string {
  const { low, high } = displayBounds(fact, factor);
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, locale, fact.decimals));
  const say = (word: string, value: number | null) => (qualified ? `${word} ${number(value)}` : number(value));
  switch (fact.qualifier) {
    case 'more than':
      return say(words.moreThan, low);
    case 'less than':
      return say(words.lessThan, high);
    case 'almost':
      return say(words.almost, high);
    case 'about':
      return say(words.about, low !== null && high !== null ? (low + high) / 2 : (low ?? high));
    case 'range':
      return low === high ? number(low) : `${number(low)} ${words.to} ${number(high)}`;
    default:
      return number(low ?? high);
  }
}

/** A derived bound is rounded outwards, so that the words never claim more than the arithmetic holds. */
function displayBounds(fact: Fact, factor: number): { low: number | null; high: number | null } {
  const scale = 10 ** fact.decimals;
  const outwards = fact.formula !== null;
  const round = (value: number | null, how: (x: number) => number) =>
    value === null ? null : how(Number((value * factor * scale).toFixed(6))) / scale;
  return { low: round(fact.low, outwards ? Math.floor : Math.round), high: round(fact.high, outwards ? Math.ceil : Math.round) };
}

function bareNumber(fact: Fact, locale: string): string {
  return interval(fact, locale, 1, en, false);
}

/** One number that stands for the fact where something is drawn: its bound, its only value, or the middle of `about`. */
export function factValue(fact: Fact): number | null {
  if (fact.low === null) return fact.high;
  if (fact.high === null) return fact.low;
  return fact.qualifier === 'about' ? (fact.low + fact.high) / 2 : fact.high;
}

/** Formatters are costly to make and there are few. */
const numberFormats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, locale: string, decimals = 0): string {
  const key = `${locale} ${decimals}`;
  const format =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numberFormats.set(key, format);
  return format.format(value);
}

/** `11 January 2025`, `January 2025` or `2025`: as precise as the date is. UTC, so that no reader sees the day before. */
export function formatDate(date: IsoDate, locale: string, weekday = false): string {
  const [year = 1970, month, day] = date.split('-').map(Number);
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) parts.month = 'long';
  if (day) parts.day = 'numeric';
  if (day && weekday) parts.weekday = 'long';
  return new Intl.DateTimeFormat(locale, parts).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).replace(/^(\p{L}+),/u, '$1');
}
