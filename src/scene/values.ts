import type { ChartPoint, ChartValue, IsoDate } from '../story.ts';
import { type Language, say } from '../words/index.ts';
import { precisionOf } from './dates.ts';
import { formatFact, formatNumber } from './format.ts';

/** The number at which a value's mark stands: the figure itself, else its bound; null where none is given. */
export const figureOf = ({ value, low, high }: ChartValue): number | null => value ?? low ?? high;

/** Whether both bounds are known and apart. */
export const isBand = ({ low, high }: ChartValue): boolean => low !== null && high !== null && low !== high;

/** `12 mm`, `more than 40 %`, `10 to 12 mm`, `11 mm (10 to 12)`; empty where none is given. */
export function sayValue(value: ChartValue, unit: string, language: Language): string {
  if (figureOf(value) === null) return '';
  const amount = { ...value, unit, label: '', words: [], formula: null };
  if (value.value === null || value.low === null || value.high === null || !isBand(value)) return formatFact(amount, language);
  const [low, high] = [value.low, value.high].map((bound) => formatNumber(bound, language, value.decimals));
  const figure = formatFact({ ...amount, low: value.value, high: value.value }, language);
  return say(language, language.words.chart.estimate, { amount: figure, low: low ?? '', high: high ?? '' });
}

/** What an axis counts: `mm`, `km²`, `%`; empty where numbers have no unit. */
export function unitName(unit: string, language: Language): string {
  const { unit: units } = language.words;
  const messages = { km2: units.km2, '%': units.percent, people: units.people, years: units.years };
  return unit
    ? say(language, (Object.hasOwn(messages, unit) && messages[unit as '%']) || units.other, { n: 100, amount: '', unit }).trim()
    : '';
}

/** How bars draw uncertainty, as far as they do. */
export function barMarks(values: readonly ChartValue[], language: Language): string[] {
  const words = language.words.chart;
  const has = (...qualifiers: string[]) => values.some((value) => qualifiers.includes(value.qualifier));
  return [
    ...(values.some(isBand) ? [words.rangeEnds] : []),
    ...(has('more than') ? [words.openEnd] : []),
    ...(has('less than') ? [words.hollowBar] : []),
    ...(has('about', 'almost') ? [words.fadingEnd] : []),
  ].map((message) => say(language, message));
}

/** How lines draw uncertainty and gaps, as far as they do. */
export function lineMarks(points: readonly ChartPoint[], language: Language): string[] {
  const words = language.words.chart;
  return [
    ...(points.some(isBand) ? [words.band] : []),
    ...(points.some(isVague) ? [words.rings] : []),
    ...(points.some((point) => figureOf(point) === null) ? [words.gaps] : []),
  ].map((message) => say(language, message));
}

/** Whether there is one figure, and it is not exact. */
export const isVague = (value: ChartValue): boolean =>
  !isBand(value) && figureOf(value) !== null && value.qualifier !== 'exact' && value.qualifier !== 'as stated';

/** How a timeline draws dates that are not known to the day, if any are. */
export function eventMarks(dates: readonly IsoDate[], language: Language): string[] {
  return dates.some((date) => precisionOf(date) !== 'day') ? [say(language, language.words.chart.undated)] : [];
}
