import { formatFact, formatNumber, squareMilesPerKm2 } from '../scene/format.ts';
import type { Fact, Qualifier } from '../story.ts';
import type { Language } from '../words/index.ts';
import { numbersIn } from './numerals.ts';
import { quote, type Report, type Spot } from './report.ts';

/** English ways to say how exact a number is. Other languages are checked by their digits alone. */
const qualifierWords: Partial<Record<Qualifier, RegExp>> = {
  'more than': /\b(more than|over|above|upwards of|exceed(s|ed|ing)?)\b/,
  'less than': /\b(less than|fewer than|under|below)\b/,
  about: /\b(about|around|roughly|approximately|some|circa|an estimated|estimated)\b/,
  almost: /\b(almost|nearly|just under|close to)\b/,
};

const unitWords: Record<string, RegExp> = {
  '%': /%|\bper ?cent\b|\bpercent(age)?\b/,
  km2: /\bkm²|\bkm2\b|\bsq\.? ?km\b|\bsquare[- ]kilomet/,
  miles2: /\bsquare[- ]miles?\b|\bsq\.? ?mi\b|\bmi²/,
  years: /\byears?\b/,
};

/** The words of a link to a fact say the fact: its digits, how exact they are, their unit; or words of its own. */
export function checkAgreement(words: string, fact: Fact, language: Language, spot: Spot, report: Report): void {
  const text = words
    .toLocaleLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  if (fact.words.some((phrase) => containsPhrase(text, phrase.toLocaleLowerCase()))) return;
  const problem = disagreement(text, fact, language);
  if (problem) report.error(spot, `${problem}, found ${quote(words)}`, cure(fact, language));
}

function disagreement(text: string, fact: Fact, language: Language): string | null {
  const numbers = numbersIn(text, language.locale);
  const phrases = fact.words.map(quote).join(' or ');
  if (fact.qualifier === 'in words') return `expected ${phrases}, because "${fact.id}" has no number`;
  if (!numbers.length)
    return `expected the number of "${fact.id}" in digits${phrases ? `, or ${phrases}` : ', or words that its column words holds'}`;
  return (
    wrongDigits(numbers, text, fact, language) ??
    (language.locale.startsWith('en') ? (wrongQualifier(text, fact) ?? wrongUnit(text, fact)) : null)
  );
}

function wrongDigits(numbers: number[], text: string, fact: Fact, language: Language): string | null {
  const metric = shownNumbers(fact, 1, language);
  const miles =
    fact.unit === 'km2' && unitWords.miles2?.test(text) ? shownNumbers({ ...fact, decimals: 0 }, squareMilesPerKm2, language) : [];
  const onlyMiles = miles.length > 0 && !unitWords.km2?.test(text);
  const allowed = [...(onlyMiles ? [] : metric), ...miles];
  const needed = onlyMiles ? miles : metric;
  const right = numbers.every((number) => allowed.includes(number)) && needed.every((number) => numbers.includes(number));
  return right
    ? null
    : `expected ${needed.map((number) => formatNumber(number, language, onlyMiles ? 0 : fact.decimals)).join(' and ')}, as "${fact.id}" says`;
}

/** The numbers as they are printed, read back: what is rounded in print is rounded in the same way here. */
function shownNumbers(fact: Fact, factor: number, language: Language): number[] {
  if (factor === 1) return numbersIn(formatFact(fact, language, 'number'), language.locale);
  const printed = formatFact(fact, language, 'both').match(/\(([^)]*)\)/)?.[1] ?? '';
  return numbersIn(printed, language.locale);
}

function wrongQualifier(text: string, fact: Fact): string | null {
  const said = (Object.keys(qualifierWords) as Qualifier[]).filter((qualifier) => qualifierWords[qualifier]?.test(text));
  const wanted = qualifierWords[fact.qualifier];
  if (wanted && !said.includes(fact.qualifier))
    return `expected "${fact.qualifier}", because the qualifier of "${fact.id}" is "${fact.qualifier}"`;
  const other = said.find((qualifier) => qualifier !== fact.qualifier);
  return other && !wanted ? `expected no "${other}", because the qualifier of "${fact.id}" is "${fact.qualifier}"` : null;
}

function wrongUnit(text: string, fact: Fact): string | null {
  const wanted = unitWords[fact.unit];
  if (wanted && !wanted.test(text) && !(fact.unit === 'km2' && unitWords.miles2?.test(text)))
    return `expected the unit of "${fact.id}" (${fact.unit}) beside the number`;
  const other = Object.entries(unitWords).find(
    ([unit, pattern]) => unit !== fact.unit && !(fact.unit === 'km2' && unit === 'miles2') && pattern.test(text),
  );
  return other && ['%', 'km2', 'people'].includes(fact.unit) ? `expected no other unit than that of "${fact.id}" (${fact.unit})` : null;
}

function containsPhrase(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  const letter = /[\p{L}\p{N}]/u;
  return at >= 0 && !letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + phrase.length] ?? ' ');
}

function cure(fact: Fact, language: Language): string {
  const options = [
    formatFact(fact, language, 'long'),
    ...(fact.unit === 'km2' ? [formatFact(fact, language)] : []),
    ...(fact.qualifier === 'in words' ? [] : fact.words),
  ];
  return `Write ${[...new Set(options)].map((option) => `"${option.replaceAll('\u00a0', ' ')}"`).join(' or ')}, or put the words into the fact's column words.`;
}
