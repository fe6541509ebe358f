import type { Qualifier } from '../story.ts';
import type { Context } from './facts.ts';
import { quote, type Report, type Spot } from './report.ts';
import { type FactRow, factRow } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { Table, TableRow } from './table.ts';

/** Whether a column is missing that the rows can't do without, which is then said once, and not in every row. */
export function lackingColumns({ rows, columns, head }: Table<FactRow>, context: Context, report: Report): boolean {
  const some = (needs: (row: FactRow) => boolean) => rows.some(({ value }) => value.formula === '' && needs(value));
  const missing = (['qualifier', 'low', 'high'] as const).filter(
    (column) =>
      columns.size > 0 &&
      !columns.has(column) &&
      some((row) => column === 'qualifier' || bounds[row.qualifier || 'exact'][column] === 'needed'),
  );
  for (const column of missing) report.error(head, `expected the column ${quote(column)}, found none`, factRow.shape[column].description);
  if (columns.size > 0 && !columns.has('source') && context.storySource === null) {
    report.error(
      head,
      'expected the column "source", or source: in the front matter of story.md, found neither',
      'Each number says where it is from.',
    );
    return true;
  }
  return missing.length > 0;
}

/** Whether its number can be used. */
export function checkRow({ value: row, spot }: TableRow<FactRow>, context: Context, report: Report): boolean {
  if (row.source === '' && context.storySource === null) report.error(spot('source'), 'expected the id of a source, found nothing');
  if (row.source !== '' && !context.sourceIds.has(row.source))
    report.error(
      spot('source'),
      `expected the id of a source, found ${quote(row.source)}`,
      didYouMean(row.source, context.sourceIds) ?? 'Sources stand in sources.yaml.',
    );
  const before = report.issues.length;
  if (row.formula !== '') checkDerivedRow(row, spot, report);
  else checkBounds(row, spot, report);
  if (context.decimalComma) for (const column of ['low', 'high'] as const) checkGrouping(row[column], spot(column), report);
  return report.issues.length === before;
}

/** Where a comma is the decimal sign, 12.000 is as likely twelve thousand as twelve. */
function checkGrouping(text: string, spot: Spot, report: Report): void {
  if (/^[-+]?[1-9]\d{0,2}(\.\d{3})+$/.test(text))
    report.error(
      spot,
      `expected a number without separators, found ${quote(text)}, which may be either of two`,
      `Write ${text.replaceAll('.', '')}, or ${Number(text)} if the point is the decimal sign.`,
    );
}

/** Ways to write the units that the format knows, which are only printed as they are. */
const unitNames: [unit: string, written: RegExp][] = [
  ['km2', /^(km²|km\^2|sq\.? ?km|square kilomet(re|er)s?|qkm|кв\.? ?км|км²)$/i],
  ['%', /^(per ?cent|percent|percentage|pct|prozent|pour ?cent|por ciento|проц\p{L}*|відсот\p{L}*)$/iu],
  ['people', /^(persons?|peple|poeple|peolpe|people\.|pers\.)$/i],
  ['years', /^(year|yrs?)$/i],
];

/** The unit of the format that another way of writing is meant for; it is read as that. */
export function knownUnit(unit: string): string | null {
  const other = ['km2', 'people', 'years'].find((name) => unit !== name && unit.toLowerCase() === name);
  return unitNames.find(([, written]) => written.test(unit))?.[0] ?? other ?? null;
}

export function warnOfUnit({ unit, low, high, label }: FactRow, spot: TableRow<FactRow>['spot'], report: Report): void {
  const known = knownUnit(unit);
  if (known)
    report.warning(
      spot('unit'),
      `expected km2, %, people or years as the format writes them, found ${quote(unit)}`,
      `Did you mean "${known}"?`,
    );
  const most = Math.max(Number(low), Number(high));
  if (unit === '%' && most > 100 && /\b(share|part|proportion|fraction|portion)\b|\banteil\b/i.test(label))
    report.warning(spot(high ? 'high' : 'low'), `expected a share of at most 100 %, found ${quote(String(most))}`);
}

function checkDerivedRow(row: FactRow, spot: TableRow<FactRow>['spot'], report: Report): void {
  for (const column of ['low', 'high'] as const)
    if (row[column] !== '')
      report.error(
        spot(column),
        `expected nothing beside a formula, found ${quote(row[column])}`,
        'A derived fact is computed, never typed: leave the cell empty.',
      );
}

/** Which of low and high a qualifier needs and which it forbids. */
const bounds: Record<Qualifier, { low: Need; high: Need }> = {
  exact: { low: 'needed', high: 'allowed' },
  'as stated': { low: 'needed', high: 'allowed' },
  about: { low: 'needed', high: 'allowed' },
  'more than': { low: 'needed', high: 'forbidden' },
  'less than': { low: 'forbidden', high: 'needed' },
  almost: { low: 'forbidden', high: 'needed' },
  range: { low: 'needed', high: 'needed' },
  'in words': { low: 'forbidden', high: 'forbidden' },
};
type Need = 'needed' | 'allowed' | 'forbidden';

function checkBounds(row: FactRow, spot: TableRow<FactRow>['spot'], report: Report): void {
  if (row.qualifier === '') {
    report.error(spot('qualifier'), `expected how exact the number is: ${Object.keys(bounds).join(', ')}; found nothing`);
    return;
  }
  const need = bounds[row.qualifier];
  for (const column of ['low', 'high'] as const) {
    if (need[column] === 'needed' && row[column] === '')
      report.error(spot(column), `expected a number under ${column}, because the qualifier is "${row.qualifier}", found nothing`);
    if (need[column] === 'forbidden' && row[column] !== '')
      report.error(
        spot(column),
        `expected nothing under ${column}, because the qualifier is "${row.qualifier}", found ${quote(row[column])}`,
        boundsCure(row.qualifier),
      );
  }
  checkSign(row, spot, report);
  checkOrder(row, spot, report);
  if (row.qualifier === 'in words' && row.words === '')
    report.error(spot('words'), 'expected the words that stand for the number, because the qualifier is "in words", found nothing');
}

/** What is counted or measured so is never below nought. */
function checkSign(row: FactRow, spot: TableRow<FactRow>['spot'], report: Report): void {
  if (!['people', 'km2'].includes(row.unit)) return;
  for (const column of ['low', 'high'] as const)
    if (row[column].startsWith('-'))
      report.error(spot(column), `expected a number from 0 up, because the unit is ${row.unit}, found ${quote(row[column])}`);
}

function checkOrder(row: FactRow, spot: TableRow<FactRow>['spot'], report: Report): void {
  if (row.low === '' || row.high === '') return;
  const [low, high] = [Number(row.low), Number(row.high)];
  if (high < low)
    report.error(
      spot('high'),
      `expected a number from ${row.low} up, because that is low, found ${quote(row.high)}`,
      'Are low and high swapped?',
    );
  else if (row.qualifier === 'range' && low === high)
    report.error(spot('high'), `expected a range, found the same number twice`, 'Did you mean the qualifier "exact" or "as stated"?');
  else if (['exact', 'as stated', 'about'].includes(row.qualifier) && low !== high)
    report.error(
      spot('qualifier'),
      `expected low and high to be the same, because the qualifier is "${row.qualifier}", found ${row.low} and ${row.high}`,
      'Did you mean "range"?',
    );
}

function boundsCure(qualifier: Qualifier): string | null {
  if (qualifier === 'more than') return 'A number that is known from both sides has the qualifier "range".';
  if (qualifier === 'in words') return 'No number is given, so none may be written.';
  return 'Write the number under high alone.';
}
