import type { Fact } from '../story.ts';
import type { WrittenNumber } from './numerals.ts';
import { phrasesOf } from './phrases.ts';

/** Measures that are easily mistaken for one another, as they stand right behind a number. */
const measures: [unit: string, pattern: RegExp][] = [
  ['mm', /^(mm|millimet(re|er)s?)(?!\p{L})/u],
  ['cm', /^(cm|centimet(re|er)s?)(?!\p{L})/u],
  ['m', /^(m|met(re|er)s?)(?![\p{L}²³\d^])/u],
  ['km', /^(km|kilomet(re|er)s?)(?![\p{L}²³\d^])/u],
  ['miles', /^(mi|miles?)(?![\p{L}²])/u],
  ['ha', /^(ha|hectares?)(?!\p{L})/u],
  ['kg', /^(kg|kilos?|kilogram(me)?s?)(?!\p{L})/u],
  ['t', /^(t|tonnes?|tons?)(?!\p{L})/u],
  ['hours', /^(h|hours?)(?!\p{L})/u],
  ['days', /^days?(?!\p{L})/u],
  ['weeks', /^weeks?(?!\p{L})/u],
  ['months', /^months?(?!\p{L})/u],
];

/** Whether the unit is missing beside the number, or another stands there: in the link's words, or right behind them. */
export function unitProblem(words: string, behindLink: string, numbers: WrittenNumber[], fact: Fact, locale: string): string | null {
  const { units } = phrasesOf(locale);
  const wanted = Object.hasOwn(units, fact.unit) ? units[fact.unit] : null;
  const text = `${words}${behindLink}`;
  const converted = fact.unit === 'km2' && units.miles2?.test(words);
  const behind = unitBehind(behindLink, locale) === fact.unit;
  if (wanted && !wanted.test(words) && !behind && !converted) return `expected the unit of "${fact.id}" (${fact.unit}) beside the number`;
  if (!fact.unit) return null;
  const wrong = numbers.some(({ end }) => {
    const unit = unitBehind(text.slice(end), locale);
    return unit !== null && unit !== ownUnit(fact.unit, locale) && !(converted && unit === 'miles2');
  });
  return wrong ? `expected no other unit than that of "${fact.id}" (${fact.unit})` : null;
}

/** The unit that a text begins with, as facts.csv writes it; null where it is none that is known. */
export function unitBehind(behind: string, locale: string): string | null {
  const text = behind.replace(/^[\s\u00a0\u202f-]+/, '').toLocaleLowerCase(locale);
  const unit = Object.entries(phrasesOf(locale).units).find(([, pattern]) => text.search(pattern) === 0)?.[0];
  return unit ?? measures.find(([, pattern]) => pattern.test(text))?.[0] ?? (text.startsWith('%') ? '%' : null);
}

/** `metres` and `m` are one. */
function ownUnit(unit: string, locale: string): string {
  return Object.hasOwn(phrasesOf(locale).units, unit) ? unit : (unitBehind(unit, locale) ?? unit);
}
