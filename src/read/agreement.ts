import { formatFact, formatNumber, squareMilesPerKm2 } from '../scene/format.ts';
import type { Fact, Qualifier } from '../story.ts';
import type { Language } from '../words/index.ts';
import { speaks } from '../words/languages.ts';
import { withoutDates } from './figures.ts';
import { findNumbers, numbersIn, type WrittenNumber } from './numerals.ts';
import type { Saying } from './phrase-tables.ts';
import { phrasesOf, sayingsAround, tellsQualifiers } from './phrases.ts';
import { quote, type Report, type Spot } from './report.ts';
import { unitProblem } from './units.ts';

/** The text of a paragraph in front of a link and behind it. */
export interface Around {
  before: string;
  behind: string;
}

/** The words of a link to a fact say the fact: its digits, how exact they are, their unit; or words of its own. */
export function checkAgreement(
  words: string,
  fact: Fact,
  language: Language,
  spot: Spot,
  report: Report,
  around: Around = { before: '', behind: '' },
): void {
  const plain = (text: string) => text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ');
  const link = { words: plain(words).trim(), before: plain(around.before), behind: plain(around.behind) };
  const problem = disagreement(link, fact, language);
  if (problem) report.error(spot, `${problem}, found ${quote(words)}`, cure(fact, language));
}

interface Link extends Around {
  words: string;
}

function disagreement(link: Link, fact: Fact, language: Language): string | null {
  const text = link.words.toLocaleLowerCase(language.locale);
  const own = fact.words
    .map((phrase) => ({ phrase, at: placeOf(phrase.toLocaleLowerCase(language.locale), text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.phrase.length - a.phrase.length)[0];
  if (own) return besidePhrase(text, own.phrase, own.at, fact, language);
  const numbers = figures(link.words, fact, language);
  const phrases = fact.words.map(quote).join(' or ');
  if (fact.qualifier === 'in words') return `expected ${phrases}, because "${fact.id}" has no number`;
  if (!numbers.length)
    return `expected the number of "${fact.id}" in digits${phrases ? `, or ${phrases}` : ', or words that its column words holds'}`;
  const said = sayingsOf(link, text, numbers, fact, language);
  return (
    wrongDigits(numbers, said, text, fact, language) ??
    (tellsQualifiers(language.locale)
      ? (wrongQualifier(said, fact) ?? unitProblem(text, link.behind.toLocaleLowerCase(language.locale), numbers, fact, language.locale))
      : null)
  );
}

/** What else stands beside words that are the fact's own must not take them back. */
function besidePhrase(text: string, phrase: string, at: number, fact: Fact, { locale }: Language): string | null {
  const [before, behind] = [text.slice(0, at), text.slice(at + phrase.length)];
  const others = numbersIn(`${before} ${behind}`, locale).filter((number) => number !== fact.low && number !== fact.high);
  if (others.length) return `expected no number beside "${phrase}" but that of "${fact.id}"`;
  return wrongSaying(
    sayingsAround(before, behind, phrasesOf(locale)).map(({ saying }) => saying),
    fact,
  );
}

/** Numbers that are figures; a date or a clock time in the words is none, unless it is the fact's very number. */
function figures(words: string, fact: Fact, { locale }: Language): WrittenNumber[] {
  const unit = fact.unit.toLocaleLowerCase(locale);
  const scaledUnit = Object.keys(phrasesOf(locale).scales).some((word) => unit.split(/\s+/).includes(word.replace(/\*$/, '')));
  const figure = new Set(findNumbers(withoutDates(words, locale), locale).map(({ at }) => at));
  return findNumbers(words.toLocaleLowerCase(locale), locale)
    .filter(({ at, value }) => figure.has(at) || value === fact.low || value === fact.high)
    .map((number) => ({ ...number, value: scaledUnit ? number.face : number.value }));
}

function wrongDigits(numbers: WrittenNumber[], said: Set<Saying>[], text: string, fact: Fact, language: Language): string | null {
  const metric = shownNumbers(fact, 1, language);
  const units = phrasesOf(language.locale).units;
  const inMiles = fact.unit === 'km2' && units.miles2?.test(text);
  const miles = inMiles ? shownNumbers({ ...fact, decimals: 0 }, squareMilesPerKm2, language) : [];
  const onlyMiles = miles.length > 0 && !units.km2?.test(text);
  const allowed = [...(onlyMiles ? [] : metric), ...miles];
  const needed = onlyMiles ? miles : metric;
  const values = numbers.map(({ value }) => value);
  const right = values.every((number) => allowed.includes(number)) && needed.every((number) => values.includes(number));
  const [low, high] = needed;
  if (right && fact.qualifier === 'range' && low !== high && values.indexOf(low as number) > values.indexOf(high as number))
    return `expected the lower number of "${fact.id}" first`;
  if (right || isOneEnd(numbers, said, needed, fact)) return null;
  return `expected ${needed.map((number) => formatNumber(number, language, onlyMiles ? 0 : fact.decimals)).join(' and ')}, as "${fact.id}" says`;
}

/** Of a range, `at least` its lower figure and `up to` its upper one are true by themselves. */
function isOneEnd(numbers: WrittenNumber[], said: Set<Saying>[], [low, high]: number[], fact: Fact): boolean {
  if (fact.qualifier !== 'range' || numbers.length !== 1) return false;
  return (numbers[0]?.value === low && said[0]?.has('at least')) || (numbers[0]?.value === high && said[0]?.has('at most')) || false;
}

/** The numbers as they are printed, read back: what is rounded in print is rounded in the same way here. */
export function shownNumbers(fact: Fact, factor: number, language: Language): number[] {
  if (factor === 1) return numbersIn(formatFact(fact, language, 'number'), language.locale);
  const printed = formatFact(fact, language, 'both').match(/\(([^)]*)\)/)?.[1] ?? '';
  return numbersIn(printed, language.locale);
}

/**
 * What is said of each number; of one in brackets behind another, which repeats it in another unit, nothing. Words in
 * front of the link speak of its first number, where nothing stands between; words right in front of a number are its own.
 */
function sayingsOf(link: Link, text: string, numbers: WrittenNumber[], fact: Fact, { locale }: Language): Set<Saying>[] {
  const outside = link.before.toLocaleLowerCase(locale);
  return numbers.map(({ at, end }, index) => {
    const before = index ? text.slice(numbers[index - 1]?.end, at) : outside + text.slice(0, at);
    if (index && before.includes('(')) return new Set();
    const next = numbers[index + 1];
    const behind = text.slice(end, next?.at);
    const ofNext = next && sayingsAround(behind, '', phrasesOf(locale)).at(-1);
    const said = sayingsAround(before, behind.slice(0, ofNext?.at), phrasesOf(locale));
    const meant = said.filter(
      ({ saying, word, at: place }) =>
        index > 0 || place >= outside.length || isPlain(word) || rightSayings[fact.qualifier].includes(saying),
    );
    return new Set(meant.map(({ saying }) => saying));
  });
}

/** Whether a word in front of a link can only speak of its number: `over` may speak of a place. */
const isPlain = (word: string): boolean => /\s/.test(word) || ['nearly', 'almost', 'roughly', 'approximately'].includes(word);

/** What a text may say of a number that a fact holds; of these it must say one, but for the first row. */
const rightSayings: Record<Qualifier, Saying[]> = {
  exact: [],
  'as stated': [],
  'in words': [],
  range: ['at least', 'at most'],
  about: ['about'],
  'more than': ['more than', 'at least'],
  'less than': ['less than', 'at most'],
  almost: ['almost'],
};

function wrongQualifier(said: Set<Saying>[], fact: Fact): string | null {
  const all = [...new Set(said.flatMap((one) => [...one]))];
  const wrong = wrongSaying(all, fact);
  if (wrong) return wrong;
  const right = rightSayings[fact.qualifier];
  if (fact.qualifier === 'range') return wrongEnds(said, fact);
  return right.length && !all.some((saying) => right.includes(saying))
    ? `expected "${fact.qualifier}", because the qualifier of "${fact.id}" is "${fact.qualifier}"`
    : null;
}

function wrongSaying(said: Saying[], fact: Fact): string | null {
  const right = rightSayings[fact.qualifier];
  const wrong = fact.qualifier === 'in words' ? undefined : said.find((saying) => !right.includes(saying));
  if (!wrong) return null;
  const because = `because the qualifier of "${fact.id}" is "${fact.qualifier}"`;
  if (wrong === 'far') return `expected no "far" or "well" beside the number, ${because}`;
  return right.length && fact.qualifier !== 'range' ? `expected "${fact.qualifier}", ${because}` : `expected no "${wrong}", ${because}`;
}

function wrongEnds(said: Set<Saying>[], fact: Fact): string | null {
  const [first, last] = [said[0], said.at(-1)];
  const wrong = said.length > 1 && ((first?.has('at most') && 'at most') || (last !== first && last?.has('at least') && 'at least'));
  return wrong ? `expected no "${wrong}" there, because the qualifier of "${fact.id}" is "range"` : null;
}

/** Words that make another number of the number in front of them or behind them: `two hundred` is not `two`. */
const numberWords =
  /^[-\s](hundreds?|thousands?|millions?|billions?|dozens?|scores?|thirds?|quarters?|fifths?|halves|hundert|tausend|cents?|mille|cientos|mil)(?!\p{L})/u;
const tens =
  /(?<!\p{L})(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred( and)?|thousand( and)?|(tens|dozens|hundreds|thousands) of)[-\s]$/u;

/** Where a text has a phrase as words of their own; -1 where it has not. */
function placeOf(phrase: string, text: string): number {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + phrase.length)];
    const whole = !letter.test(before.at(-1) ?? ' ') && !letter.test(behind[0] ?? ' ');
    if (whole && !numberWords.test(behind) && !tens.test(before)) return at;
  }
  return -1;
}

function cure(fact: Fact, language: Language): string {
  // Where the page speaks English for want of words of its own, so would its advice.
  const own = phrasesOf(language.locale).before;
  const [saying] = rightSayings[fact.qualifier];
  if (!speaks(language.locale) && saying) {
    const number = formatFact({ ...fact, unit: '' }, language, 'number');
    const word = own[saying][0];
    return word
      ? `Write "${word} ${number}" and its unit, or put the words into the fact's column words.`
      : 'Put the words into the fact’s column words.';
  }
  const options = [
    formatFact(fact, language, 'long'),
    ...(fact.unit === 'km2' ? [formatFact(fact, language)] : []),
    ...(fact.qualifier === 'in words' ? [] : fact.words),
  ];
  return `Write ${[...new Set(options)].map((option) => `"${option.replaceAll('\u00a0', ' ')}"`).join(' or ')}, or put the words into the fact's column words.`;
}
