import { formatDate, formatFact } from '../../scene/format.ts';
import { barMarks, figureOf, sayValue } from '../../scene/values.ts';
import type { Bar, BarsChart, ChartNote, Fact } from '../../story.ts';
import { say } from '../../words/index.ts';
import { quote, type Spot } from '../report.ts';
import { didYouMean } from '../suggest.ts';
import type { ChartContext } from './context.ts';
import type { Frame, TableData } from './data.ts';
import { lookUpFact } from './facts.ts';
import type { DataSpec } from './roles.ts';
import { isDate } from './table.ts';
import { readValue } from './values.ts';

/** More are not read by anyone. */
const mostBars = 60;

type Drawn = Omit<Bar, 'shown' | 'lit'>;

export function barsOfTable(data: TableData, spec: DataSpec, context: ChartContext): BarsChart | null {
  const { table, roles, unit, several } = data;
  const { report, book, sources, storySource } = context;
  const before = report.issues.length;
  const columns = roles.values.length ? roles.values : [null];
  const name = roles.label ?? roles.date;
  const seen = new Map<string, Spot>();
  const bars = table.rows.flatMap((row): Drawn[] => {
    const text = row.text(name);
    const label = name === roles.date && isDate(text) ? formatDate(text, book.language) : text;
    if (!label) report.error(row.spot(name), 'expected the label of a bar, found nothing');
    return columns.flatMap((column): Drawn[] => {
      const part = roles.series ? row.text(roles.series) : columns.length > 1 ? (column?.name ?? '') : '';
      const key = JSON.stringify([label, part]);
      const first = seen.get(key);
      if (first) report.error(row.spot(name), `expected each bar once, found ${quote(label)} again, first in line ${first.line}`);
      seen.set(key, first ?? row.spot(name));
      const value = readValue(row, column, roles, report);
      if (value && figureOf(value) === null)
        report.error(row.spot(column ?? roles.low), 'expected a number, found nothing', 'A bar without a number is left out of the table.');
      if (!value) return [];
      const source = several ? (sources.get(row.text(roles.source) || storySource || '')?.title ?? '') : '';
      const [group, own] = part ? [label, part] : ['', label];
      return [{ ...value, fact: null, group, label: own, said: sayValue(value, unit, book.language), note: row.text(roles.note), source }];
    });
  });
  if (report.issues.length > before && report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  const groups = [...new Set(bars.map(({ group }) => group))];
  const order = groups.flatMap((group) => bars.filter((bar) => bar.group === group));
  return finish(order, unit, data.frame, spec, context, 'data');
}

export function barsOfFacts(facts: Fact[], frame: Frame, spec: DataSpec, context: ChartContext): BarsChart | null {
  const { report, spot, book } = context;
  const measured = facts.filter(({ low, high }) => low !== null || high !== null);
  const [first] = measured;
  if (!first) {
    report.error(spot(['facts']), 'expected a fact with a number, found facts in words only', 'What has no number is not drawn.');
    return null;
  }
  const others = facts.filter((fact) => fact.unit !== first.unit && measured.includes(fact));
  for (const fact of others)
    report.error(
      spot(['facts', facts.indexOf(fact)]),
      `expected a fact in ${first.unit || 'no unit'}, as "${first.id}" is, found ${quote(fact.id)}, which is in ${fact.unit || 'no unit'}`,
      'A chart has one scale, and so one unit.',
    );
  if (others.length) return null;
  const bars = facts.map((fact): Drawn => {
    const { id, label, low, high, qualifier, decimals, note } = fact;
    const middle = low === null || high === null || qualifier === 'range' ? null : (low + high) / 2;
    const said = formatFact(fact, book.language);
    return { fact: id, group: '', label, value: middle, low, high, qualifier, decimals, said, note, source: '' };
  });
  return finish(bars, first.unit, frame, spec, context, 'facts');
}

/** What is shown and lit, and what is said beside it. */
function finish(
  bars: Drawn[],
  unit: string,
  { caption, ...frame }: Frame,
  spec: DataSpec,
  context: ChartContext,
  key: 'data' | 'facts',
): BarsChart | null {
  const { report, spot, book } = context;
  if (bars.length > mostBars) {
    report.error(spot([key]), `expected at most ${mostBars} bars, found ${bars.length}`, 'Draw those that the text is about.');
    return null;
  }
  const names = [...new Set(bars.flatMap(({ fact, group, label }) => [group, label, fact ?? '']))].filter(Boolean);
  const chosen = (list: 'show' | 'highlight') => chosenNames(spec[list], names, 'bar', (i) => spot([list, i]), context);
  const [shown, lit] = [chosen('show'), chosen('highlight')];
  const among = (list: string[] | null, { fact, group, label }: Drawn) =>
    list === null || [fact, group, label].some((name) => name && list.includes(name));
  const highest = Math.max(...bars.map((bar) => Math.max(bar.value ?? 0, bar.high ?? 0, bar.low ?? 0)));
  if (spec.to !== undefined && spec.to < highest)
    report.error(spot(['to']), `expected a number from ${highest} up, which is the highest figure, found "${spec.to}"`);
  return {
    kind: 'bars',
    ...frame,
    unit,
    caption: caption ?? (barMarks(bars, book.language).join(' ') || say(book.language, book.language.words.chart.barsCaption)),
    bars: bars.map((bar) => ({ ...bar, shown: among(shown, bar), lit: among(lit, bar) })),
    to: spec.to ?? null,
    annotations: barNotes(spec, bars, names, context),
  };
}

/** A fact may be named by its id; in the chart it is known by its label. */
function barNotes(spec: DataSpec, bars: Drawn[], names: string[], context: ChartContext): ChartNote[] {
  const { report, spot, fill, book } = context;
  return (spec.annotations ?? []).map(({ at, text, fact, series }, i) => {
    const path = ['annotations', i];
    const own = bars.find((bar) => [bar.fact, bar.group, bar.label].includes(at));
    if (!own) report.error(spot([...path, 'at']), `expected a bar, found ${quote(at)}`, didYouMean(at, names));
    if (series !== undefined) report.error(spot([...path, 'series']), 'expected no series: beside a bar, found it');
    if (fact !== undefined) lookUpFact(fact, spot([...path, 'fact']), book, report);
    return {
      at: own ? own.group || own.label : at,
      series: '',
      text: text.map((line, row) => fill(line, [...path, 'text', row])),
      fact: fact ?? null,
    };
  });
}

/** Of the names that the editor has listed those that exist; null where none is listed, which means all. */
export function chosenNames(
  list: string[] | undefined,
  names: string[],
  what: 'bar' | 'series',
  spot: (index: number) => Spot,
  { report }: ChartContext,
): string[] | null {
  for (const [i, name] of (list ?? []).entries())
    if (!names.includes(name))
      report.error(
        spot(i),
        `expected the name of a ${what}, found ${quote(name)}`,
        didYouMean(name, names) ?? (names.length && names.length < 13 ? `There are ${names.join(', ')}.` : null),
      );
  return list ?? null;
}
