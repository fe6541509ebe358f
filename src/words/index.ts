import type { en } from './en.ts';

/** A text with `{places}` for what is put in, or one for each of the language's plural forms. */
export type Message = string | PluralForms;
export type PluralForms = { [form in Intl.LDMLPluralRule]?: string };

/** As English has it, with other forms where another language has others. */
type Entry<T> = T extends string | { other: string } ? Message : T extends readonly string[] ? string[] : T;

/** The page's own words in one language. JSON-safe: the browser is given those of its story. */
export type Words = { [group in keyof typeof en]: { [key in keyof (typeof en)[group]]: Entry<(typeof en)[group][key]> } };

/** What a file of another language holds: any part of it. */
export type SomeWords = { [group in keyof Words]?: Partial<Words[group]> };

/** How a story speaks: its locale decides how numbers, dates and lists are written. */
export interface Language {
  /** BCP 47. */
  locale: string;
  words: Words;
  /** Null where numbers are written in more ways than these signs tell; `Intl` writes them then. */
  numbers: Notation | null;
  /** What the reader wants lengths and areas in; `km`, as the story has them, if left out. */
  units?: 'km' | 'mi';
}

/** Signs of a language whose digits are 0 to 9, in groups of three. */
export interface Notation {
  group: string;
  decimal: string;
  minus: string;
  /** Fewest digits before the decimal sign of a number in groups: 4, or 5 as in Spanish. */
  groupedFrom: number;
}

const pluralRules = new Map<string, Intl.PluralRules>();

/** Which of a message's forms goes with `n`, and in place of each `{key}` its value. */
export function say({ locale }: Pick<Language, 'locale'>, message: Message, values: Record<string, string | number> = {}): string {
  const text = typeof message === 'string' ? message : (message[formFor(Number(values.n ?? 0), locale)] ?? message.other ?? '');
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}

function formFor(n: number, locale: string): Intl.LDMLPluralRule {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
  pluralRules.set(locale, rules);
  return rules.select(n);
}
