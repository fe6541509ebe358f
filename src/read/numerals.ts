import { phrasesOf, scaleOf } from './phrases.ts';

/** A number that a text writes in digits. */
export interface WrittenNumber {
  /** With the word for its scale: 1,500,000 of `1.5 million`. */
  value: number;
  /** Its digits alone: 1.5 of `1.5 million`. */
  face: number;
  /** Offsets in the text; the end is after the word for its scale. */
  at: number;
  end: number;
}

/** The numbers that a text writes in digits, read in the language's notation: 12,000 in English, 12.000 in German, 12 thousand in both. */
export function findNumbers(text: string, locale: string): WrittenNumber[] {
  const { number, groups, decimal } = notationOf(locale);
  const plain = withLatinDigits(text);
  const numbers = [...plain.matchAll(number)].map(({ 0: written, index }): WrittenNumber => {
    const face = Number(written.replace(groups, '').replace(decimal, '.'));
    const { factor, length } = scaleOf(plain.slice(index + written.length), phrasesOf(locale), /[$€£¥₴₽]\s?$/.test(plain.slice(0, index)));
    return { value: scaled(face, factor), face, at: index, end: index + written.length + length };
  });
  return numbers.map((one, index) => shareScale(plain, one, numbers[index + 1]));
}

/** Their values alone. */
export const numbersIn = (text: string, locale: string): number[] => findNumbers(text, locale).map(({ value }) => value);

/** `10 to 12 thousand` says thousand of both. */
function shareScale(text: string, number: WrittenNumber, next: WrittenNumber | undefined): WrittenNumber {
  const bare = number.value === number.face && next && number.face < next.face;
  if (!bare || !rangeSign.test(text.slice(number.end, next.at))) return number;
  return { ...number, value: scaled(number.face, next.value / next.face) };
}

/** What may stand between the two ends of a range. */
const rangeSign = /^\s*(?:[-–—‒]|\p{L}{1,4})\s*$/u;

const scaled = (face: number, factor: number): number => Number((face * factor).toPrecision(12));

/** Zeros of the digits that the Intl of some locale writes. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** Digit for digit, so that offsets stay. */
export function withLatinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

interface Notation {
  /** A number of the text, with or without groups. */
  number: RegExp;
  groups: RegExp;
  decimal: RegExp;
  decimalSign: string;
}

/** Intl is slow to ask. */
const notations = new Map<string, Notation>();

/** As the locale writes 1,234,567.5, or 12,34,567.5. */
function notationOf(locale: string): Notation {
  const known = notations.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const written = sign('group');
  const group = /\s/.test(written) || !written ? '[ \\u00a0\\u202f\\u2009]' : /['’]/.test(written) ? "['’]" : quoted(written);
  const decimalSign = sign('decimal') || '.';
  const decimal = quoted(decimalSign);
  const twos = parts.some(({ type, value }) => type === 'integer' && value.length === 2);
  const grouped = `\\d{1,3}(?:${group}\\d{3}${twos ? `|${group}\\d{2}(?=${group})` : ''})+(?!\\d)(?:${decimal}\\d+)?`;
  const notation: Notation = {
    number: new RegExp(`(?<![\\p{L}\\p{N}])(?:${grouped}|\\d+(?:${decimal}\\d+)?)`, 'gu'),
    groups: new RegExp(group, 'g'),
    decimal: new RegExp(decimal),
    decimalSign,
  };
  notations.set(locale, notation);
  return notation;
}

export const hasDecimalComma = (locale: string): boolean => notationOf(locale).decimalSign === ',';
