/** Degrees, WGS 84. */
export type LngLat = [lon: number, lat: number];

/** Degrees; east may exceed 180 where a frame crosses the antimeridian. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** `2025`, `2025-01` or `2025-01-11`: as precise as the fact is. */
export type IsoDate = string;

export const qualifiers = ['exact', 'as stated', 'about', 'more than', 'less than', 'almost', 'range', 'in words'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** A number with its uncertainty and its source. */
export interface Fact {
  id: string;
  label: string;
  /** Lower bound; null where the interval is open below (`less than`, `almost`) or no number is given (`in words`). */
  low: number | null;
  /** Upper bound; null where the interval is open above (`more than`) or no number is given. */
  high: number | null;
  qualifier: Qualifier;
  /** `people`, `km2`, `%`, `years`, or any other word, which is then printed as it is. */
  unit: string;
  date: IsoDate | null;
  /** When the fact is from, in words: the date's, or those that the editor wrote where a date would be too exact; empty where neither is known. */
  when: string;
  speaker: string;
  /** Id of a Source. */
  source: string;
  /** As the editor wrote it; not null means derived: computed from other facts, never typed. */
  formula: string | null;
  /** Phrases that stand for the number in the text where it is not in digits: `two`, `a couple hundred`. */
  words: string[];
  note: string;
  /** Digits after the decimal point, as written. A sum or difference has as many as its finest part; other derived facts have none, and are rounded outwards. */
  decimals: number;
}

export interface Source {
  id: string;
  title: string;
  publisher: string | null;
  date: IsoDate | null;
  address: string | null;
  licence: string | null;
  licenceAddress: string | null;
  /** The credit that the licence asks for, word by word. */
  credit: string | null;
  /** A shorter credit for the map's corner. */
  short: string | null;
}
