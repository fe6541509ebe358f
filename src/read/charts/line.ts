import { endOf, isBy, startOf } from '../../scene/dates.ts';
import { formatDate, formatNumber } from '../../scene/format.ts';
import { figureOf, lineMarks } from '../../scene/values.ts';
import type { ChartNote, ChartPoint, ChartSeries, LineChart } from '../../story.ts';
import { quote, type Spot } from '../report.ts';
import { didYouMean } from '../suggest.ts';
import { chosenNames } from './bars.ts';
import type { ChartContext } from './context.ts';
import type { TableData } from './data.ts';
import { lookUpFact } from './facts.ts';
import type { DataSpec } from './roles.ts';
import { isDate } from './table.ts';
import { readDate, readValue } from './values.ts';

const mostPoints = 2000;
/** As many as there are colours that can be told apart. */
const mostLines = 5;

type Drawn = Omit<ChartSeries, 'shown' | 'lit'>;

export function lineOfTable(data: TableData, kind: 'line' | 'area', spec: DataSpec, context: ChartContext): LineChart | null {
  const { report, spot, book } = context;
  const series = readSeries(data, context);
  if (!series) return null;
  const dates = [...new Set(series.flatMap(({ points }) => points.filter((point) => figureOf(point) !== null).map(({ date }) => date)))];
  if (dates.length < 2) {
    report.error(spot(['data']), `expected figures of at least two dates, found ${dates.length}`, 'A single figure is a bar, or a fact.');
    return null;
  }
  if (kind === 'area' && series.length > 1) {
    report.error(spot(['kind']), `expected one series in an area, found ${series.length}`, 'Several are drawn as lines: kind: line.');
    return null;
  }
  const named = series.map(({ name }) => name).filter(Boolean);
  const chosen = (list: 'show' | 'highlight') => chosenNames(spec[list], named, 'series', (i) => spot([list, i]), context);
  const [shown, lit] = [chosen('show'), chosen('highlight')];
  checkLines(lit ?? named, lit ? 'highlight' : 'data', context);
  checkScale(series, spec, context);
  const sorted = dates.sort((a, b) => startOf(a) - startOf(b));
  const span: [string, string] = [sorted[0] ?? '', sorted.at(-1) ?? ''];
  const within = (date: string, path: PropertyKey[]) => checkDate(date, span, spot(path), context);
  if (spec.until !== undefined) within(spec.until, ['until']);
  const { caption, ...frame } = data.frame;
  const drawn = series.filter(({ name }) => shown?.includes(name) ?? true);
  const points = drawn.flatMap((one) => one.points.filter(({ date }) => isBy(date, spec.until ?? null)));
  return {
    kind,
    ...frame,
    unit: data.unit,
    caption: caption ?? lineMarks(points, book.language).join(' '),
    series: series.map((one) => ({ ...one, shown: shown?.includes(one.name) ?? true, lit: lit?.includes(one.name) ?? true })),
    from: spec.from ?? null,
    to: spec.to ?? null,
    until: spec.until ?? null,
    annotations: lineNotes(spec, named, within, context),
  };
}

/** Wide, a column a series, or long, with the series in a column; each by date. Null where a row is wrong. */
function readSeries({ table, roles, several }: TableData, { report, sources, storySource, spot }: ChartContext): Drawn[] | null {
  const before = report.issues.length;
  const found = new Map<string, ChartPoint[]>();
  const seen = new Map<string, Spot>();
  const columns = roles.values.length ? roles.values : [null];
  for (const row of table.rows) {
    const date = readDate(row, roles.date, report);
    for (const column of columns) {
      const name = columns.length > 1 ? (column?.name ?? '') : row.text(roles.series);
      const value = readValue(row, column, roles, report);
      if (!date || !value) continue;
      const key = JSON.stringify([name, date]);
      const first = seen.get(key);
      const of = name && columns.length === 1 ? ` for ${quote(name)}` : '';
      if (first && column === columns[0])
        report.error(row.spot(roles.date), `expected each date once${of}, found ${quote(date)} again, first in line ${first.line}`);
      seen.set(key, first ?? row.spot(roles.date));
      const source = several ? (sources.get(row.text(roles.source) || storySource || '')?.title ?? '') : '';
      found.set(name, [...(found.get(name) ?? []), { ...value, date, note: row.text(roles.note), source }]);
    }
  }
  if (report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  if (seen.size > mostPoints) {
    const cure = 'Leave out every second date, or take means of weeks or months.';
    report.error(
      spot(['data']),
      `expected at most ${formatNumber(mostPoints, { locale: 'en', numbers: null })} figures, found ${formatNumber(seen.size, { locale: 'en', numbers: null })}`,
      cure,
    );
    return null;
  }
  return [...found].map(([name, points]) => ({ name, points: points.sort((a, b) => startOf(a.date) - startOf(b.date)) }));
}

function checkLines(lit: string[], key: 'highlight' | 'data', { report, spot }: ChartContext): void {
  if (lit.length > mostLines)
    report.error(
      spot([key]),
      `expected at most ${mostLines} series that are lit, found ${lit.length}`,
      'Name those that the text is about under highlight:; the others stay grey.',
    );
}

function checkScale(series: Drawn[], { from, to }: DataSpec, { report, spot }: ChartContext): void {
  const numbers = series
    .flatMap(({ points }) => points.flatMap(({ value, low, high }) => [value, low, high]))
    .filter((one) => one !== null);
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  if (from !== undefined && from > lowest)
    report.error(spot(['from']), `expected a number up to ${lowest}, which is the lowest figure, found "${from}"`);
  if (to !== undefined && to < highest)
    report.error(spot(['to']), `expected a number from ${highest} up, which is the highest figure, found "${to}"`);
}

function checkDate(date: string, [first, last]: [string, string], spot: Spot, { report, book }: ChartContext): void {
  if (!isDate(date)) report.error(spot, `expected a date such as 2025-01-11, 2025-01 or 2025, found ${quote(date)}`);
  else if (!isBy(first, date) || startOf(date) >= endOf(last))
    report.error(
      spot,
      `expected a date from ${formatDate(first, book.language)} to ${formatDate(last, book.language)}, which the table is of, found ${quote(date)}`,
    );
}

function lineNotes(
  spec: DataSpec,
  named: string[],
  within: (date: string, path: PropertyKey[]) => void,
  { report, spot, fill, book }: ChartContext,
): ChartNote[] {
  return (spec.annotations ?? []).map(({ at, text, series, fact }, i) => {
    const path = ['annotations', i];
    within(at, [...path, 'at']);
    if (series !== undefined && !named.includes(series))
      report.error(spot([...path, 'series']), `expected the name of a series, found ${quote(series)}`, didYouMean(series, named));
    if (fact !== undefined) lookUpFact(fact, spot([...path, 'fact']), book, report);
    return { at, series: series ?? '', text: text.map((line, row) => fill(line, [...path, 'text', row])), fact: fact ?? null };
  });
}
