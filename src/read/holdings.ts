import { squareMilesPerKm2 } from '../scene/format.ts';
import type { Fact, Story } from '../story.ts';
import { shownNumbers } from './agreement.ts';
import { numbersIn, type WrittenNumber } from './numerals.ts';
import type { FactBook } from './template.ts';
import { unitBehind } from './units.ts';

/** Which numbers a story's data holds. */
export interface Holdings {
  /**
   * Facts whose number it is; empty where the data holds it otherwise, or where it is too small to tell whose it is; null where
   * nothing holds it.
   */
  holdersOf(figure: WrittenNumber, text: string): Fact[] | null;
}

/** Smaller numbers are of too many things to be taken for a fact's. */
const telling = 10;

export function holdingsOf({ facts, language }: FactBook, scenes: readonly { chart: Story['cover']['chart'] }[]): Holdings {
  const byNumber = new Map<number, Fact[]>();
  const miles = new Map<number, Fact[]>();
  const hold = (map: Map<number, Fact[]>, number: number, fact: Fact) => map.set(number, [...(map.get(number) ?? []), fact]);
  const spoken = new Set<number>();
  for (const fact of facts.values()) {
    const numbers = [...shownNumbers(fact, 1, language), fact.low, fact.high].filter((number) => number !== null);
    for (const number of new Set(numbers)) hold(byNumber, number, fact);
    if (fact.unit === 'km2') for (const number of new Set(shownNumbers(fact, squareMilesPerKm2, language))) hold(miles, number, fact);
    for (const number of numbersIn([...fact.words, fact.label, fact.note].join(' … '), language.locale)) spoken.add(number);
  }
  for (const { chart } of scenes) for (const number of numbersWithin(chart)) spoken.add(number);
  return {
    holdersOf({ value, face, end }, text) {
      const unit = unitBehind(text.slice(end), language.locale);
      const own = [value, face].flatMap((number) => (unit === 'miles2' ? miles : byNumber).get(number) ?? []);
      const holders = [...new Set(own)].filter((fact) => unit === null || unit === 'miles2' || unit === fact.unit || !measured(fact));
      if (!holders.length) return spoken.has(value) ? [] : null;
      return value < telling || (unit === null && holders.every(measured)) ? [] : holders;
    },
  };
}

/** Units that stand behind their number wherever it is written. */
const measured = ({ unit }: Fact): boolean => unit === '%' || unit === 'km2';

/** All numbers in a value, however deep. */
function numbersWithin(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersWithin) : [];
}
