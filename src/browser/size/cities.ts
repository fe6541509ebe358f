import { type Point, project } from '../../scene/mercator.ts';
import list from './cities.txt?raw';

export interface City {
  name: string;
  /** ISO 3166-1, two letters. */
  country: string;
  /** Degrees, to two decimals. */
  at: [lon: number, lat: number];
  /** On the unit square. */
  point: Point;
}

/** The world's capitals and cities of 200,000 people and more, the largest first. */
export const readCities = (): City[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', country = '', lon, lat] = line.split(',');
      const at: City['at'] = [Number(lon) / 100, Number(lat) / 100];
      return { name, country, at, point: project(at) };
    });

/** A city as it is offered and said: `Paris, France`, in the language's own name for the country. */
export function createNaming(locale: string): (city: City) => string {
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return ({ name, country }) => `${name}, ${regions.of(country) ?? country}`;
}

/** Letters that are no others with a mark. */
const folded: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ə: 'e', þ: 'th' };

/** A text as it is searched for: small letters without marks, other signs as single spaces. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}’‘ʻʼ'`]/gu, '')
    .replace(/[øłđðıßæœəþ]/g, (letter) => folded[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Those whose name or country begin with what is typed, or a word of them does: whole names and beginnings first, larger ones first. */
export function findCities(cities: readonly City[], typed: string, naming: (city: City) => string, limit = 8): City[] {
  const wanted = fold(typed);
  if (!wanted) return cities.slice(0, limit);
  const rank = (city: City) => {
    const name = fold(naming(city));
    if (fold(city.name) === wanted) return 0;
    return name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : 3;
  };
  const ranked = cities.map((city) => ({ city, rank: rank(city) })).filter((one) => one.rank < 3);
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ city }) => city);
}

/** The city that the reader's clock is set by, as in `Europe/Paris`, or the largest of all. */
export function nearCity(cities: readonly City[], timeZone: string): City | undefined {
  const name = fold(timeZone.split('/').at(-1) ?? '');
  return cities.find((city) => fold(city.name) === name) ?? cities[0];
}
