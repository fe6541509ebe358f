import { endOf, isOver, startOf } from '../../scene/dates.ts';
import { formatDate, formatFact } from '../../scene/format.ts';
import { eventMarks } from '../../scene/values.ts';
import type { ChartEvent, Fact, TimelineChart } from '../../story.ts';
import { say } from '../../words/index.ts';
import { quote } from '../report.ts';
import type { ChartContext } from './context.ts';
import type { Frame, TableData } from './data.ts';
import type { DataSpec } from './roles.ts';
import { readDate } from './values.ts';

/** More are not read by anyone. */
const mostEvents = 60;

export function timelineOfTable({ table, roles, frame, several }: TableData, spec: DataSpec, context: ChartContext): TimelineChart | null {
  const { report, sources, storySource } = context;
  const before = report.issues.length;
  const events = table.rows.flatMap((row): ChartEvent[] => {
    const date = readDate(row, roles.date, report);
    const text = row.text(roles.event);
    if (!text) report.error(row.spot(roles.event), 'expected what happened, found nothing');
    const source = several ? (sources.get(row.text(roles.source) || storySource || '')?.title ?? '') : '';
    return date ? [{ fact: null, date, text, note: row.text(roles.note), source }] : [];
  });
  if (report.issues.slice(before).some(({ severity }) => severity === 'error')) return null;
  return finish(events, frame, spec, context, 'data');
}

export function timelineOfFacts(facts: Fact[], frame: Frame, spec: DataSpec, context: ChartContext): TimelineChart | null {
  const { report, spot, book } = context;
  const events = facts.flatMap((fact, i): ChartEvent[] => {
    const { id, date, label, note } = fact;
    if (date === null) {
      report.error(spot(['facts', i]), `expected a fact with a date, found ${quote(id)}, which has none`, 'Its date stands in facts.csv.');
      return [];
    }
    const text = say(book.language, book.language.words.chart.pair, { label, value: formatFact(fact, book.language) });
    return [{ fact: id, date, text, note, source: '' }];
  });
  return events.length < facts.length ? null : finish(events, frame, spec, context, 'facts');
}

function finish(
  events: ChartEvent[],
  { caption, ...frame }: Frame,
  { until }: DataSpec,
  { report, spot, book }: ChartContext,
  key: 'data' | 'facts',
): TimelineChart | null {
  if (events.length > mostEvents) {
    report.error(spot([key]), `expected at most ${mostEvents} events, found ${events.length}`, 'Tell those that the text is about.');
    return null;
  }
  const sorted = [...events].sort((a, b) => endOf(a.date) - endOf(b.date) || startOf(b.date) - startOf(a.date));
  const first = sorted[0]?.date ?? '';
  if (until !== undefined && !isOver(first, until))
    report.error(
      spot(['until']),
      `expected a date from ${formatDate(first, book.language)}, which is the first event's, found ${quote(until)}`,
    );
  const dates = sorted.filter(({ date }) => isOver(date, until ?? null)).map(({ date }) => date);
  return {
    kind: 'timeline',
    ...frame,
    unit: '',
    caption: caption ?? eventMarks(dates, book.language).join(' '),
    events: sorted,
    until: until ?? null,
  };
}
