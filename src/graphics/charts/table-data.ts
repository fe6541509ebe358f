import { formatDate, formatPrecision } from '../../scene/format.ts';
import { isBand, sayValue } from '../../scene/values.ts';
import type { BarsChart, ChartValue, LineChart, TimelineChart } from '../../story.ts';
import { type Language, say } from '../../words/index.ts';
import type { ChartTable } from './table.ts';

/** A row before it is known which columns anybody uses. */
interface Row {
  date?: string;
  series?: string;
  what?: string;
  figure?: string;
  exact?: string;
  source?: string;
  note?: string;
}

/** The rows of the table that a chart draws, all of them, with the columns that say anything. */
export function dataTable(chart: BarsChart | LineChart | TimelineChart, language: Language): ChartTable {
  const { chart: words, note, page } = language.words;
  const rows = rowsOf(chart, language);
  const [what = '', figure = '', exact = '', , when = ''] = words.columns;
  const heads: [keyof Row, string][] = [
    ['date', when],
    ['series', say(language, words.series)],
    ['what', what],
    ['figure', figure],
    ['exact', exact],
    ['source', say(language, page.source)],
    ['note', say(language, note.note)],
  ];
  const used = heads.filter(([key]) => rows.some((row) => row[key]));
  return { columns: used.map(([, head]) => head), rows: rows.map((row) => used.map(([key]) => row[key] ?? '')) };
}

function rowsOf(chart: BarsChart | LineChart | TimelineChart, language: Language): Row[] {
  if (chart.kind === 'timeline')
    return chart.events.map(({ date, text, source, note }) => ({ date: formatDate(date, language), what: text, source, note }));
  if (chart.kind === 'bars')
    return chart.bars.map((bar) => ({
      series: bar.group && bar.label,
      what: bar.group || bar.label,
      figure: bar.said,
      exact: precision(bar, language),
      source: bar.source,
      note: bar.note,
    }));
  return chart.series.flatMap(({ name, points }) =>
    points.map((point) => ({
      date: formatDate(point.date, language),
      series: name,
      figure: sayValue(point, chart.unit, language),
      exact: precision(point, language),
      source: point.source,
      note: point.note,
    })),
  );
}

/** Exact figures need no word; an estimate says that it has bounds. */
function precision(value: ChartValue, language: Language): string {
  if (value.value !== null && isBand(value)) return say(language, language.words.chart.estimateMeans);
  return value.qualifier === 'exact' ? '' : formatPrecision(value, language);
}
