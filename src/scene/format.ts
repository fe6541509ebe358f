import type { Fact, IsoDate } from '../story.ts';
import { type Language, type Message, type Notation, say } from '../words/index.ts';

/**
 * `short` for charts and notes: `more than 40 %`, `984 km²`. `long` for sentences: `more than 40 per cent`,
 * `984 square kilometres (380 square miles)`. `both`: `984 km² (380 square miles)`. `number`: `984`. Where the reader wants
 * miles, these come first: `380 sq mi`, `380 square miles (984 km²)`.
 */
export type FactStyle = 'short' | 'long' | 'both' | 'number';

/** 1 km² in square miles: (1 / 1.609344)², from the international mile of 1959. */
export const squareMilesPerKm2 = 0.386102159;

/** A number with its uncertainty: a fact's, or one of a chart's own. */
export type Amount = Pick<Fact, 'label' | 'low' | 'high' | 'qualifier' | 'unit' | 'formula' | 'words' | 'decimals'>;

/** The fact's value in words, as exact as it is and no more. */
export function formatFact(fact: Amount, language: Language, style: FactStyle = 'short'): string {
  if (fact.qualifier === 'in words') return fact.words[0] ?? fact.label;
  const bounds = displayBounds(fact, 1);
  if (style === 'number') return bare(fact, bounds, language);
  return qualified(fact, withUnit(fact, bounds, language, style), language);
}

interface Ends {
  low: number | null;
  high: number | null;
}

function withUnit(fact: Amount, bounds: Ends, language: Language, style: FactStyle): string {
  const { unit } = language.words;
  const put = (message: Message, of: Ends, decimals = fact.decimals) =>
    say(language, message, { n: of.high ?? of.low ?? 0, amount: bare({ ...fact, decimals }, of, language), unit: fact.unit });
  switch (fact.unit) {
    case 'km2': {
      const metric = put(style === 'long' ? unit.km2Long : unit.km2, bounds);
      const inMiles = (message: Message, decimals: number) =>
        put(message, displayBounds({ ...fact, decimals }, squareMilesPerKm2), decimals);
      // Where there is room for one unit it is the sentence's, which stands beside it.
      if (style === 'short') return metric;
      if (language.units !== 'mi') return `${metric} (${inMiles(unit.miles2Long, 0)})`;
      return `${inMiles(unit.miles2Long, milesDecimals(bounds))} (${metric})`;
    }
    case '%':
      return put(style === 'short' ? unit.percent : unit.percentLong, bounds);
    case 'people':
      return put('{amount}', bounds);
    case 'years':
      return put(unit.years, bounds);
    default:
      return put(fact.unit ? unit.other : '{amount}', bounds);
  }
}

/** Where the number of miles comes first it is never rounded to nothing. */
function milesDecimals({ low, high }: Ends): number {
  const miles = (low ?? high ?? 0) * squareMilesPerKm2;
  return miles < 1 ? 2 : miles < 10 ? 1 : 0;
}

function qualified({ qualifier }: Amount, amount: string, language: Language): string {
  const { fact } = language.words;
  const messages: Partial<Record<Fact['qualifier'], Message>> = {
    'more than': fact.moreThan,
    'less than': fact.lessThan,
    about: fact.about,
    almost: fact.almost,
  };
  return say(language, messages[qualifier] ?? '{amount}', { amount });
}

/** The number, or both ends of a range: `393`, `10,000 to 12,000`. */
function bare(fact: Amount, { low, high }: Ends, language: Language): string {
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, language, fact.decimals));
  if (fact.qualifier === 'range' && low !== high) return say(language, language.words.fact.range, { low: number(low), high: number(high) });
  if (fact.qualifier === 'about' && low !== null && high !== null) return number((low + high) / 2);
  return number(fact.qualifier === 'less than' || fact.qualifier === 'almost' ? high : (low ?? high));
}

/** A derived bound is rounded outwards, so that the words never claim more than the arithmetic holds. */
function displayBounds(fact: Amount, factor: number): Ends {
  const scale = 10 ** fact.decimals;
  const outwards = fact.formula !== null;
  const round = (value: number | null, how: (x: number) => number) =>
    value === null ? null : how(Number((value * factor * scale).toFixed(6))) / scale;
  return { low: round(fact.low, outwards ? Math.floor : Math.round), high: round(fact.high, outwards ? Math.ceil : Math.round) };
}

/** How exact a fact is, said in a note. */
export function formatPrecision({ qualifier }: Pick<Fact, 'qualifier'>, { words: { fact } }: Language): string {
  const means: Record<Fact['qualifier'], Message> = {
    exact: fact.exact,
    'as stated': fact.asStated,
    about: fact.aboutMeans,
    'more than': fact.moreThanMeans,
    'less than': fact.lessThanMeans,
    almost: fact.almostMeans,
    range: fact.rangeMeans,
    'in words': fact.inWordsMeans,
  };
  return String(means[qualifier]);
}

/** One number that stands for the fact where something is drawn: its bound, its only value, or the middle of `about`. */
export function factValue(fact: Fact): number | null {
  if (fact.low === null) return fact.high;
  if (fact.high === null) return fact.low;
  return fact.qualifier === 'about' ? (fact.low + fact.high) / 2 : fact.high;
}

/** Formatters are costly to make and there are few. */
const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number with as many decimals, as the language writes it. */
export function formatNumber(value: number, { locale, numbers }: Pick<Language, 'locale' | 'numbers'>, decimals = 0): string {
  if (numbers) return plainNumber(value, numbers, decimals);
  const key = `${locale} ${decimals}`;
  const format =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numberFormats.set(key, format);
  return format.format(value);
}

function plainNumber(value: number, { group, decimal, minus, groupedFrom }: Notation, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length < groupedFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (value < 0 ? minus : '') + grouped + (fraction ? decimal + fraction : '');
}

/** `11 January 2025`, `January 2025` or `2025`: as precise as the date is. UTC, so that no reader sees the day before. */
export function formatDate(date: IsoDate, { locale }: Pick<Language, 'locale'>, weekday = false): string {
  const [year = 1970, month, day] = date.split('-').map(Number);
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) parts.month = 'long';
  if (day) parts.day = 'numeric';
  if (day && weekday) parts.weekday = 'long';
  return dateFormat(locale, parts)
    .format(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
    .replace(/^(\p{L}+),/u, '$1');
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** One of each: to make a format takes longer than to use it a hundred times. */
function dateFormat(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(parts)}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, parts);
  dateFormats.set(key, known);
  return known;
}

/** `a`, `a and b`, `a, b and c`, as the language lists things. */
export function formatList(items: string[], { locale }: Pick<Language, 'locale'>): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}
