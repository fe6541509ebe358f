import { countless } from './countless.ts';
import { findNumbers, type WrittenNumber, withLatinDigits } from './numerals.ts';
import { phrasesOf, sayingsAround } from './phrases.ts';
import { unitBehind } from './units.ts';

/** The numbers in a text that say how much or how many: no dates, times, ordinals, numbering or names. */
export function figuresIn(written: string, locale: string, names: readonly string[] = []): WrittenNumber[] {
  const text = withLatinDigits(written);
  const masked = withoutNames(withoutDates(text, locale), names.map(withLatinDigits));
  return findNumbers(masked, locale).filter((number) => !isLabel(text, number, locale) && !isYear(text, number, locale));
}

/** The text with blanks in place of dates, clock times, ordinals and whatever else is written in digits and counts nothing. */
export function withoutDates(text: string, locale: string): string {
  const latin = withLatinDigits(text);
  // Most paragraphs have no digit, and there are dozens of patterns.
  if (!/\d/.test(latin)) return latin;
  return [...datePatterns(locale), ...countless].reduce((rest, pattern) => rest.replace(pattern, blanks), latin);
}

const blanks = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, ' ');

const kept = new Map<string, RegExp[]>();

/** 11 January 2025, January 11, 11–12 January, January 2025: in the locale's words and in English. */
function datePatterns(locale: string): RegExp[] {
  const known = kept.get(locale);
  if (known) return known;
  const months = [...new Set([...monthsOf(locale), ...monthsOf('en')])].sort((a, b) => b.length - a.length).join('|');
  const day = '\\d{1,2}(?:st|nd|rd|th|er|\\.)?';
  const days = `${day}(?:\\s?(?:[-–—]|and|to|or|und|bis|et|au|y|al|и|по|та|й|і)\\s?${day})*`;
  const gap = "[\\s\\u00a0,.]*(?:of |de |del |d’|d')?";
  const year = "(?:\\d{4}|[’']\\d\\d)(?!\\p{N})";
  const made = [
    new RegExp(`(?<!\\p{N})(?:${days}${gap})(?:${months})(?!\\p{L})(?:${gap}${year})?`, 'gu'),
    new RegExp(`(?<!\\p{L})(?:${months})(?!\\p{L})\\.?\\s(?:${days}(?![\\p{N}%])(?!\\s(?:%|${counted}))(?:,?\\s${year})?|${year})`, 'gu'),
    // In these languages 3. is the third, where something comes after it.
    ...(/^(de|da|nb|nn|no|cs|sk|sl|hr|sr|bs|pl|fi|et|lv|hu|is|tr)\b/.test(locale) ? [/(?<![\p{N}.,])\d{1,3}\.(?=\s\p{L})/gu] : []),
  ];
  kept.set(locale, made);
  return made;
}

/** Names of the months, alone and as they stand behind a day, long and short. */
function monthsOf(locale: string): string[] {
  return Array.from({ length: 12 }, (_, month) => Date.UTC(2025, month, 11)).flatMap((date) =>
    (['long', 'short'] as const).flatMap((style) =>
      [{ month: style }, { month: style, day: 'numeric' } as const].flatMap((parts) =>
        new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
          .formatToParts(date)
          .filter(({ type, value }) => type === 'month' && /\p{L}{3}/u.test(value))
          .map(({ value }) => value.replace(/\.$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
      ),
    ),
  );
}

/** Names that hold a number, such as a village's: what is called so is counted nowhere. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.filter((name) => /\d/.test(name)).reduce((rest, name) => rest.replaceAll(name, blanks), text);
}

/** Words for how exact a number is that stand before years as well: `around 2014`, `до 2014`. */
const beforeYears = new Set([
  'around',
  'about',
  'circa',
  'c.',
  'ca.',
  'some',
  'up to',
  'over',
  'um die',
  'etwa',
  'bis zu',
  'hasta',
  'до',
  'около',
  'близько',
  'біля',
]);

/** What is counted so often that no year and no day stands in front of it. */
const counted = [
  'people|persons|soldiers|troops|men|women|children|civilians|houses|homes|tonnes|tons|miles|metres|meters',
  'Menschen|Personen|Soldaten|Tote|Verletzte|personnes|soldats|morts|blessés|personas|soldados|muertos|heridos',
  'человек|людей|солдат|военных|осіб|солдатів|військових',
].join('|');

/** A year stands alone: `in 2024`, `2014–2016`. With a unit behind it or a qualifier in front of it, it is a figure. */
function isYear(text: string, { at, end, value }: WrittenNumber, locale: string): boolean {
  if (!/^\d{4}$/.test(text.slice(at, end)) || value < 1000 || value > 2199) return false;
  const behind = text.slice(end);
  if (new RegExp(`^\\s?(?:${counted}|[$€£])(?!\\p{L})`, 'iu').test(behind)) return false;
  const before = text.slice(0, at).toLocaleLowerCase(locale);
  const compared = sayingsAround(before, '', phrasesOf(locale)).some(({ word }) => !beforeYears.has(word));
  const unit = unitBehind(behind, locale);
  // In many languages a year is followed by the word for it.
  return (unit === null || (unit === 'years' && !isEnglish(locale))) && !compared && !/[$€£¥₴₽]\s?$/.test(before);
}

const labels =
  /(?<!\p{L})(?:steps?|pages?|pp?|vol|chapters?|ch|verses?|psalms?|sections?|articles?|figures?|fig|tables?|numbers?|no|nr|op|version|world war|resolution|annex|decree|protocol|gates?|rooms?|flights?|grades?|channels?|platforms?|tracks?|lanes?|bus|trams?|seats?|apartments?|apt|flats?|suites?|floors?|items?|questions?|cabins?|in year|aged?|seiten?|kapitel|abschnitt|artikel|abb|tabelle|schritt|zimmer|gleis|flug|klasse|alter|chapitre|étape|numéro|n°|chambre|vol|âge de|capítulo|artículo|página|paso|número|habitación|vuelo|глав[аеы]|страниц[аеы]|стр|стать[яеи]|рис|шаг|розділ|розділі|сторінк[аи]|статт[яі]|крок|кімнат[аи]|комнат[аы]|рейс)\.?\s$/iu;

/** Words that begin with a capital only because a sentence does. */
const openers =
  /^(in|at|on|by|of|for|from|with|about|around|over|under|nearly|almost|some|roughly|approximately|than|the|these|those|all|only|just|another|and|but|between|to|up|its|their|our|his|her|after|before|within|since|until|through|during|exactly|least|fewer|less|more|there|they|we|he|she|it|were|was|are|is|had|has|at|as|then|now|today|when|where|while|if|or|nor|so|yet|another|other|every|each|both|most|many|total|altogether|above|below|against|among|across|mon|tues|wednes|thurs|fri|satur|sun)(day)?$/i;

/**
 * Numbering and names: `Step 1`, `page 12`, `Route 66`. Where a plural follows, things are counted: `in Kursk 300 houses`. Other
 * languages' plurals are not known: there any word that follows is taken for what is counted.
 */
function isLabel(text: string, { at, end, value }: WrittenNumber, locale: string): boolean {
  const before = text.slice(0, at);
  if (labels.test(before)) return true;
  const name = /(^|.?[\s\u00a0(“"‘'])(\p{Ll}?\p{Lu}[\p{L}’'-]*)[\s\u00a0]$/u.exec(before);
  const [, opening = '', word = ''] = name ?? [];
  const behind = text.slice(end);
  if (!word || value > 999 || openers.test(word) || unitBehind(behind, locale) !== null) return false;
  if (kinds.test(word)) return true;
  const next = /^[\s\u00a0-](\p{Ll}+)/u.exec(behind)?.[1] ?? '';
  if (!isEnglish(locale)) return next === '' && !/^[.!?…]?\s?$/.test(opening);
  return !/[^s]s$|^(people|men|women|children|of|more|other|new|dead|wounded)$/u.test(next);
}

const kinds = /^(route|highway|road|room|group|unit|brigade|division|day|week|phase|part|act|stage|line|class|level)$/i;

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);
