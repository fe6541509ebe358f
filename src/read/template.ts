import { type FactStyle, formatFact, formatNumber } from '../scene/format.ts';
import type { Fact } from '../story.ts';
import type { Language } from '../words/index.ts';
import type { IdSet } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';

export interface FactBook {
  facts: ReadonlyMap<string, Fact>;
  language: Language;
  /** Ids of facts that are written but can't be used: not reported again where they are named. */
  broken: IdSet;
  /** Filled with the ids that are looked up. */
  used: Set<string>;
}

const styles = ['short', 'long', 'both', 'number', 'low', 'high'] as const satisfies (FactStyle | 'low' | 'high')[];

/** Puts facts into a text: `{seized}` in long form, `{seized:short}`, `{seized:both}`, `{seized:number}`, `{sent:low}`, `{sent:high}`; capitalised where it begins. */
export function fillTemplate(text: string, book: FactBook, spotOf: (word: string) => Spot, report: Report): string {
  return text.replace(/\{([^{}]*)\}/g, (whole: string, inside: string, offset: number) => {
    const [id = '', style = 'long', ...more] = inside.split(':').map((part) => part.trim());
    const fact = book.facts.get(id);
    if (!fact) {
      if (!book.broken.has(id))
        report.error(spotOf(whole), `expected the id of a fact in braces, found ${quote(id)}`, didYouMean(id, book.facts.keys()));
      return whole;
    }
    book.used.add(id);
    const known = styles.find((name) => name === style);
    if (!known || more.length) {
      report.error(
        spotOf(whole),
        `expected ${styles.join(', ')} after the colon, found ${quote([style, ...more].join(':'))}`,
        didYouMean(style, styles),
      );
      return whole;
    }
    const words = known === 'low' || known === 'high' ? bound(fact, known, book.language) : formatFact(fact, book.language, known);
    return text.slice(0, offset).trim() === '' ? capitalise(words) : words;
  });
}

/** One end of a range; where the fact is open there, the fact itself, which says so. */
function bound(fact: Fact, end: 'low' | 'high', language: Language): string {
  const value = fact[end];
  return value === null ? formatFact(fact, language) : formatNumber(value, language, fact.decimals);
}

export function capitalise(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
