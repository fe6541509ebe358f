import { none, type Phrases, phraseTables, type Saying } from './phrase-tables.ts';

const signs: Partial<Record<Saying, string[]>> = {
  'more than': ['>'],
  'less than': ['<'],
  about: ['~', '≈'],
  'at least': ['≥'],
  'at most': ['≤'],
};

export const phrasesOf = (locale: string): Phrases => phraseTables[locale.split('-')[0]?.toLowerCase() ?? ''] ?? none;

/** Whether the qualifier and the unit of a number can be told in the language. */
export const tellsQualifiers = (locale: string): boolean => phrasesOf(locale) !== none;

/** What the text behind a number multiplies it by, and how long the word is. `m` and `b` do so behind money alone: 12 m is a length. */
export function scaleOf(behind: string, phrases: Phrases, money: boolean): { factor: number; length: number } {
  const text = behind.slice(0, longest).toLocaleLowerCase();
  for (const { pattern, factor } of patternsOf(phrases).scales) {
    const match = pattern.exec(text);
    if (match) return { factor, length: match[0].length };
  }
  const short = money ? /^\s?([mb])(?![\p{L}\p{N}])/u.exec(text) : null;
  return short ? { factor: short[1] === 'm' ? 1e6 : 1e9, length: short[0].length } : { factor: 1, length: 0 };
}

/** A phrase for how exact a number is, and where in the text in front of the number it begins; behind it, at the number. */
export interface Said {
  saying: Saying;
  word: string;
  at: number;
}

/** No phrase, with what may stand around it, is longer. */
const longest = 60;

/** All that is said of how exact a number is, by the text in front of it and behind it. Lower case. */
export function sayingsAround(before: string, behind: string, phrases: Phrases): Said[] {
  const { beforeNumber, afterNumber } = patternsOf(phrases);
  const said: Said[] = [];
  const start = Math.max(0, before.length - longest);
  let rest = before.slice(start).replace(/(?:us)?[$€£¥₴₽]\s?$/, '');
  for (let found = lastSaying(rest, beforeNumber); found; found = lastSaying(rest, beforeNumber)) {
    said.push({ ...found, at: start + found.at });
    rest = rest.slice(0, found.at);
  }
  for (const { saying, word, pattern } of afterNumber) if (pattern.test(behind)) said.push({ saying, word, at: before.length });
  return said;
}

/** The longest phrase that the text ends with, so that `no more than` is not read as `more than`. */
function lastSaying(text: string, patterns: SayingPattern[]): Said | null {
  let best: Said | null = null;
  for (const { saying, word, pattern } of patterns) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (!best || at < best.at)) best = { saying, word, at };
  }
  return best;
}

interface SayingPattern {
  saying: Saying;
  word: string;
  pattern: RegExp;
}

interface Patterns {
  beforeNumber: SayingPattern[];
  afterNumber: SayingPattern[];
  /** Longest first. */
  scales: { pattern: RegExp; factor: number }[];
}

const compiled = new Map<Phrases, Patterns>();

function patternsOf(phrases: Phrases): Patterns {
  const known = compiled.get(phrases);
  if (known) return known;
  const patterns: Patterns = {
    beforeNumber: [...wordsOf(phrases.before), ...wordsOf(signs)].map(([saying, word]) => ({
      saying,
      word,
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${quoted(word).replaceAll(' ', '\\s')}\\s?$`, 'u'),
    })),
    afterNumber: wordsOf(phrases.after).map(([saying, word]) => ({ saying, word, pattern: behindNumber(word) })),
    scales: Object.entries(phrases.scales)
      .sort(([a], [b]) => b.length - a.length)
      .map(([word, factor]) => ({ pattern: scalePattern(word), factor })),
  };
  compiled.set(phrases, patterns);
  return patterns;
}

/** Of several words, also behind the unit: `40 per cent or more`. */
function behindNumber(word: string): RegExp {
  const unit = word.includes(' ') ? '(?:\\s?[\\p{L}%²]+){0,3}?' : '';
  return new RegExp(`^${unit}\\s?${quoted(word)}(?![\\p{L}\\p{N}])`, 'u');
}

function scalePattern(word: string): RegExp {
  const ending = word.endsWith('*') ? '\\p{L}*' : '';
  return new RegExp(`^[-\\s]?${quoted(word.replace(/\*$/, ''))}${ending}(?![\\p{L}\\p{N}])`, 'u');
}

function wordsOf(table: Partial<Record<Saying, string[]>>): [Saying, string][] {
  return Object.entries(table).flatMap(([saying, words]) => words.map((word): [Saying, string] => [saying as Saying, word]));
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
