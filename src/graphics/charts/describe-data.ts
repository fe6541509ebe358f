import { isBy, isOver, startOf } from '../../scene/dates.ts';
import { formatDate } from '../../scene/format.ts';
import { barMarks, eventMarks, figureOf, lineMarks, sayValue } from '../../scene/values.ts';
import type { Bar, BarsChart, ChartNote, ChartPoint, ChartSeries, LineChart, TimelineChart } from '../../story.ts';
import { type Language, say } from '../../words/index.ts';
import { drawnPoints } from './line-plan.ts';

const mostListed = 12;

export function describeBars(chart: BarsChart, language: Language): string[] {
  const words = language.words.chart;
  const bars = chart.bars.filter(({ shown }) => shown);
  const named = (bar: Bar) => {
    const label = bar.group ? `${bar.group}, ${bar.label}` : bar.label;
    return say(language, words.pair, { label, value: bar.said });
  };
  const sized = [...bars].sort((a, b) => (figureOf(b) ?? 0) - (figureOf(a) ?? 0));
  const listed = bars.length > mostListed ? [...sized.slice(0, 3), ...sized.slice(-1)] : bars;
  const message = bars.length > mostListed ? words.barsMost : words.bars;
  const list = listed.map(named).join('; ');
  return [
    say(language, message, { n: bars.length, count: bars.length, list }),
    ...barMarks(bars, language),
    ...notes(chart.annotations, (at) => at, language),
  ];
}

export function describeLine(chart: LineChart, language: Language): string[] {
  const words = language.words.chart;
  const shown = chart.series.filter((series) => series.shown && drawnPoints(chart, series).length);
  const dates = shown.flatMap((series) => drawnPoints(chart, series).map(({ date }) => date));
  const [from = '', to = ''] = [dates.reduce(earlier, dates[0] ?? ''), dates.reduce(later, dates[0] ?? '')];
  const span = { from: formatDate(from, language), to: formatDate(to, language) };
  const named = shown.filter(({ lit }) => lit);
  return [
    say(language, chart.kind === 'area' ? words.area : words.lines, { n: shown.length, count: shown.length, ...span }),
    ...named.map((series) => trend(chart, series, language)),
    ...lineMarks(
      shown.flatMap((series) => drawnPoints(chart, series)),
      language,
    ),
    ...notes(
      chart.annotations.filter(({ at }) => isBy(at, chart.until)),
      (at) => formatDate(at, language),
      language,
    ),
  ];
}

const earlier = (a: string, b: string): string => (startOf(a) <= startOf(b) ? a : b);
const later = (a: string, b: string): string => (startOf(a) >= startOf(b) ? a : b);

/** First and last, lowest and highest: what a line says at a glance. */
function trend(chart: LineChart, series: ChartSeries, language: Language): string {
  const known = drawnPoints(chart, series).filter((point) => figureOf(point) !== null);
  const size = (point: ChartPoint) => figureOf(point) ?? 0;
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return '';
  const lowest = known.reduce((best, point) => (size(point) < size(best) ? point : best));
  const highest = known.reduce((best, point) => (size(point) > size(best) ? point : best));
  const put = (name: string, point: ChartPoint) => ({
    [name]: sayValue(point, chart.unit, language),
    [`${name}At`]: formatDate(point.date, language),
  });
  const said = say(language, language.words.chart.trend, {
    ...put('first', first),
    ...put('last', last),
    ...put('lowest', lowest),
    ...put('highest', highest),
  });
  return series.name ? say(language, language.words.chart.pair, { label: series.name, value: said }) : said;
}

export function describeTimeline(chart: TimelineChart, language: Language): string[] {
  const words = language.words.chart;
  const events = chart.events.filter(({ date }) => isOver(date, chart.until));
  const said = events.map(({ date, text }) => say(language, words.note, { at: formatDate(date, language), text }));
  return [
    say(language, words.timeline, { n: events.length, count: events.length }),
    ...said,
    ...eventMarks(
      events.map(({ date }) => date),
      language,
    ),
  ];
}

const notes = (annotations: ChartNote[], place: (at: string) => string, language: Language): string[] =>
  annotations.map(({ at, text }) => say(language, language.words.chart.note, { at: place(at), text: text.join(' ') }));
