import { finestOf, isBy, startOf } from '../../scene/dates.ts';
import { formatNumber } from '../../scene/format.ts';
import { figureOf, isBand, sayValue, unitName } from '../../scene/values.ts';
import type { ChartPoint, ChartSeries, LineChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import { type Flag, flagsHeight, placeFlags } from './flags.ts';
import { decimalsOf, linear, niceTicks } from './scale.ts';
import { clamp, textWidth } from './text.ts';
import { type TimeTick, timeTicks } from './time.ts';
import { wrapText } from './wrap.ts';

/** Words at the end of a line. */
export interface EndLabel {
  name: string[];
  value: string[];
}

/** All that does not move: the same for every state of the chart in one box; px. */
export interface LinePlan {
  chart: LineChart;
  width: number;
  height: number;
  plot: { left: number; top: number; right: number; bottom: number };
  /** What the numbers count. */
  axis: string;
  ticks: { value: number; label: string }[];
  times: TimeTick[];
  x: (ms: number) => number;
  y: (value: number) => number;
  /** By series: as of its last point that is drawn. */
  ends: EndLabel[];
  flags: Flag[];
}

const axisPx = 20;
const tickTextPx = 16;
const footPx = 26;
const leading = 16;
const narrowestLabelPx = 44;

export function planLine(chart: LineChart, language: Language, box: { width: number; height: number }): LinePlan {
  const { width } = box;
  const own = Math.min(box.height, Math.max(220, width * (width < 560 ? 0.85 : 0.62)));
  const ticks = valueTicks(chart, clamp(Math.round(own / 90), 2, 5), language);
  const axis = unitName(chart.unit, language);
  const left = Math.max(...ticks.map(({ label }) => textWidth(label, 13))) + 10;
  const room = Math.min(150, width * 0.28);
  // For the figures of the last state: those of an earlier one stand in the plot, where nothing is drawn yet.
  const margin = Math.max(
    narrowestLabelPx,
    ...chart.series.map((series) => labelWidth(endLabel(chart, series.name, lastOf(series.points), room, language))),
  );
  const right = width - margin - 12;
  const [from, to] = spanOf(chart);
  const x = linear(from, to, left, right);
  const head = (axis ? axisPx : 0) + tickTextPx;
  const notes = chart.annotations.map(({ at, text }) => ({ x: x(clamp(startOf(at), from, to)), text: text.join(' ') }));
  const flags = placeFlags(notes, { left, right: width, height: (box.height - head - footPx) * 0.45 });
  const height = Math.floor(Math.min(box.height, own + flagsHeight(flags)));
  const ends = chart.series.map((series) => {
    const last = lastOf(drawnPoints(chart, series));
    return endLabel(chart, series.name, last, Math.max(margin, Math.min(room, width - 9 - (last ? x(startOf(last.date)) : 0))), language);
  });
  const plot = { left, right, top: head + flagsHeight(flags), bottom: height - footPx };
  const [bottom, top] = [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1];
  return {
    chart,
    width,
    height,
    plot,
    axis,
    ticks,
    times: timeTicks(
      from,
      to,
      clamp(Math.floor((right - left) / 64), 2, 10),
      finestOf(chart.series.flatMap(({ points }) => points.map(({ date }) => date))),
      language,
    ),
    x,
    y: linear(bottom, top, plot.bottom, plot.top),
    ends,
    flags,
  };
}

/** From the first date to the last one, ms. */
export function spanOf({ series }: LineChart): [from: number, to: number] {
  const dates = series.flatMap(({ points }) => [points[0], points.at(-1)].flatMap((point) => (point ? [startOf(point.date)] : [])));
  return [Math.min(...dates), Math.max(...dates)];
}

/** How far along the axis the lines have come in this state, 0 … 1: as far as the last date that is in. */
export function reachOf(chart: LineChart): number {
  const [from, to] = spanOf(chart);
  const dates = chart.series.flatMap((series) => drawnPoints(chart, series).map(({ date }) => startOf(date)));
  return to > from ? (Math.max(from, ...dates) - from) / (to - from) : 1;
}

/** The points that are drawn in this state. */
export function drawnPoints({ until }: LineChart, { points }: ChartSeries): ChartPoint[] {
  return points.filter(({ date }) => isBy(date, until));
}

function valueTicks(chart: LineChart, count: number, language: Language): LinePlan['ticks'] {
  const numbers = chart.series.flatMap(({ points }) => points.flatMap(({ value, low, high }) => [value, low, high]));
  const known = [...numbers, chart.from, chart.to].filter((one) => one !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  // From zero where that costs no more than half of the height, and always for an area, whose size is compared.
  const zero = chart.kind === 'area' || (chart.from === null && low > 0 && low < high / 2);
  const ticks = niceTicks(zero ? Math.min(0, low) : low, zero ? Math.max(0, high) : high, count);
  const decimals = decimalsOf(ticks);
  return ticks.map((value) => ({ value, label: formatNumber(value, language, decimals) }));
}

const lastOf = (points: ChartPoint[]): ChartPoint | undefined => points.findLast((point) => figureOf(point) !== null);

function endLabel({ unit }: LineChart, name: string, last: ChartPoint | undefined, room: number, language: Language): EndLabel {
  const lines = (text: string, most: number) => (text ? wrapText(text, room, 13, true, most) : []);
  return { name: lines(name, 2), value: last ? valueLines(last, unit, language, (text) => lines(text, 3)) : [] };
}

/** A figure with its band, or, where that has no room, the figure alone: half a number would be another number. */
function valueLines(point: ChartPoint, unit: string, language: Language, lines: (text: string) => string[]): string[] {
  const whole = lines(sayValue(point, unit, language));
  const alone = { ...point, low: point.value, high: point.value };
  return point.value !== null && whole.at(-1)?.endsWith('…') ? lines(sayValue(alone, unit, language)) : whole;
}

const labelWidth = ({ name, value }: EndLabel): number => Math.max(0, ...[...name, ...value].map((line) => textWidth(line, 13, true)));

export const labelHeight = ({ name, value }: EndLabel): number => (name.length + value.length) * leading + 4;

/** The number of a point that its line goes through; null where it has a band alone, or nothing. */
export const lineFigure = (point: ChartPoint): number | null => point.value ?? (isBand(point) ? null : figureOf(point));
