import { type ChartValue, type Qualifier, qualifiers } from '../../story.ts';
import { dateCure, numberCure } from '../cures.ts';
import { quote, type Report } from '../report.ts';
import { didYouMeanBy } from '../synonyms.ts';
import type { Roles } from './roles.ts';
import { type Column, type DataRow, isDate, isNumber } from './table.ts';

type Bounds = Pick<ChartValue, 'value' | 'low' | 'high' | 'qualifier'>;

/** In a table a number is given or its row left out: words have no place on a scale. */
const known = qualifiers.filter((one) => one !== 'in words');

/** The number of a row and its uncertainty, as its cells say it; all null where they are empty. Null where they are wrong. */
export function readValue(row: DataRow, column: Column | null, roles: Roles, report: Report): ChartValue | null {
  const alone = roles.values.length <= 1;
  const cells = { value: column, low: alone ? roles.low : null, high: alone ? roles.high : null };
  const before = report.issues.length;
  const number = (key: keyof typeof cells) => readNumber(row, cells[key], report);
  const [value, low, high] = [number('value'), number('low'), number('high')];
  const written = row.text(roles.qualifier).toLowerCase();
  const qualifier = known.find((one) => one === written);
  const wrong = (of: Column | null, message: string, cure: string | null = null) => report.error(row.spot(of), message, cure);
  if (written && !qualifier) wrong(roles.qualifier, `expected ${known.join(', ')}, found ${quote(written)}`, didYouMeanBy(written, known));
  if (report.issues.length > before) return null;
  const lowest = low ?? value;
  if (lowest !== null && high !== null && lowest > high)
    wrong(cells.high, `expected a number from ${lowest} up, found "${high}"`, 'Are low and high swapped?');
  else if (value !== null && high !== null && value > high)
    wrong(cells.value, `expected a number up to ${high}, because that is high, found "${value}"`);
  else if (value !== null && low !== null && value < low)
    wrong(cells.value, `expected a number from ${low} up, because that is low, found "${value}"`);
  const bounds = boundsOf({ value, low, high }, qualifier ?? null);
  if (typeof bounds === 'string') wrong(roles.qualifier ?? column ?? roles.low, bounds);
  if (typeof bounds === 'string' || report.issues.length > before) return null;
  const texts = Object.values(cells).map((cell) => row.text(cell).split('.')[1]?.length ?? 0);
  return { ...bounds, decimals: Math.max(...texts) };
}

/** What the numbers and the qualifier mean together, or what was expected of them. */
function boundsOf({ value, low, high }: Record<'value' | 'low' | 'high', number | null>, qualifier: Qualifier | null): Bounds | string {
  const both = low !== null && high !== null;
  if (value !== null && (low === null) !== (high === null))
    return `expected both low and high beside a value, or neither, found ${low === null ? 'high' : 'low'} alone`;
  if (value !== null && !both) return singleOf(value, qualifier ?? 'exact');
  if (value !== null) return { value, low, high, qualifier: qualifier ?? 'exact' };
  if (both && low === high) return { value: low, low, high, qualifier: qualifier ?? 'exact' };
  const meant: Qualifier[] = both ? ['range'] : low !== null ? ['more than'] : high !== null ? ['less than', 'almost'] : ['exact'];
  if (qualifier && !meant.includes(qualifier) && (low ?? high) !== null)
    return `expected the qualifier ${meant.map((one) => `"${one}"`).join(' or ')}, because ${both ? 'low and high are' : low === null ? 'high alone is' : 'low alone is'} given, found "${qualifier}"`;
  return { value: null, low, high, qualifier: (low ?? high) === null ? 'exact' : (qualifier ?? meant[0] ?? 'exact') };
}

function singleOf(value: number, qualifier: Qualifier): Bounds | string {
  if (qualifier === 'range') return 'expected low and high, because the qualifier is "range", found a value alone';
  if (qualifier === 'more than') return { value: null, low: value, high: null, qualifier };
  if (qualifier === 'less than' || qualifier === 'almost') return { value: null, low: null, high: value, qualifier };
  return { value, low: value, high: value, qualifier };
}

function readNumber(row: DataRow, column: Column | null, report: Report): number | null {
  const text = row.text(column);
  if (text === '' || isNumber(text)) return text === '' ? null : Number(text);
  const plain = text.replace(/[\s'’\u00a0\u202f,](?=\d{3}(\D|$))/g, '');
  report.error(
    row.spot(column),
    `expected a number such as 984 or 40.5, found ${quote(text)}`,
    isNumber(plain) ? `Write ${plain}, without separators.` : numberCure(text),
  );
  return null;
}

/** The date in a cell, reported where it is none. */
export function readDate(row: DataRow, column: Column | null, report: Report): string | null {
  const text = row.text(column);
  if (isDate(text)) return text;
  const [, day = '', month = '', year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const two = (part: string) => part.padStart(2, '0');
  report.error(
    row.spot(column),
    `expected a date such as 2025-01-11, 2025-01 or 2025, found ${text ? quote(text) : 'nothing'}`,
    year ? `The year stands first: ${year}-${two(month)}-${two(day)}, if the day is written before the month.` : dateCure(text),
  );
  return null;
}
