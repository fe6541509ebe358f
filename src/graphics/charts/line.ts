import { startOf } from '../../scene/dates.ts';
import { isVague } from '../../scene/values.ts';
import type { LineChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import type { DataLayout } from './bars.ts';
import { flagLeading, laneFoot } from './flags.ts';
import type { Channels } from './glide.ts';
import { areaPath, bandPath, bandRuns, cutAt, linePath, lineRuns, type Place } from './line-paths.ts';
import { drawnPoints, type LinePlan, labelHeight, lineFigure, planLine, reachOf } from './line-plan.ts';
import { spread } from './scale.ts';
import { clamp, litOutline, px, ramp, textMark, textWidth } from './text.ts';

/** `reach` is how far the lines have come, 0 … 1; `shown-i` and `lit-i` are each series'. */
export function settledLine(chart: LineChart): Channels {
  const own = chart.series.flatMap(({ shown, lit }, i) => [
    [`shown-${i}`, shown ? 1 : 0],
    [`lit-${i}`, lit ? 1 : 0],
  ]);
  return { reach: reachOf(chart), ...Object.fromEntries(own) };
}

export function layoutLine(chart: LineChart, language: Language, box: { width: number; height: number }, at: Channels): DataLayout {
  const plan = planLine(chart, language, box);
  const { left, right } = plan.plot;
  const end = left + (right - left) * (at.reach ?? 1);
  const order = chart.series.map((_, i) => i).sort((a, b) => (at[`lit-${a}`] ?? 1) - (at[`lit-${b}`] ?? 1));
  const series = order.map((i) => seriesGroup(plan, i, at, end));
  return {
    width: plan.width,
    height: plan.height,
    marks: [...axes(plan), ...series, ...endLabels(plan, at, end), ...flagMarks(plan, end)],
  };
}

/** Few lines, and of them only zero in ink. */
function axes({ plot, width, ticks, times, axis, x, y, height }: LinePlan): Mark[] {
  const lines = ticks.flatMap(({ value, label }, i): Mark[] => [
    {
      key: `grid-${i}`,
      tag: 'path',
      attrs: { class: i && value ? 'chart-rule' : 'chart-line', d: `M0 ${px(y(value))}H${px(plot.right)}` },
    },
    textMark(`value-${i}`, label, 0, y(value) - 5, 'chart-count'),
  ]);
  const dates = placedTimes(times, x, width).flatMap(({ label, left, at }, i): Mark[] => [
    { key: `tick-${i}`, tag: 'path', attrs: { class: 'chart-line', d: `M${px(at)} ${px(plot.bottom)}v5` } },
    textMark(`time-${i}`, label, left, height - 6, 'chart-count'),
  ]);
  return [...lines, ...dates, ...(axis ? [textMark('axis', axis, 0, 13, 'chart-detail')] : [])];
}

/** Dates under their ticks, inside the chart; one that would touch the date before is left out. */
function placedTimes(times: LinePlan['times'], x: LinePlan['x'], width: number): { label: string; left: number; at: number }[] {
  let free = 0;
  return times.flatMap(({ at: ms, label }) => {
    const wide = textWidth(label, 12);
    const at = x(ms);
    const left = clamp(at - wide / 2, 0, width - wide);
    if (left < free) return [];
    free = left + wide + 12;
    return [{ label, left, at }];
  });
}

function seriesGroup(plan: LinePlan, index: number, at: Channels, end: number): Mark {
  const { chart } = plan;
  const { [`shown-${index}`]: shown = 1, [`lit-${index}`]: lit = 1 } = at;
  const points = chart.series[index]?.points ?? [];
  const lines = cutAt(lineRuns(plan, points), end);
  const bands = cutAt(bandRuns(plan, points), end);
  const rings = uncertain(plan, index, end);
  const look = (key: string, className: string, opacity: number): Mark[] =>
    opacity > 0
      ? [
          {
            key,
            tag: 'g',
            attrs: { class: className, opacity: opacity < 1 ? px(opacity) : null },
            children: [...fills(plan, lines, bands), ...strokes(lines), ...rings],
          },
        ]
      : [];
  return {
    key: `series-${index}`,
    tag: 'g',
    attrs: { opacity: shown < 1 ? px(shown) : null },
    children: [...look('plain', 'chart-plain', 1 - lit), ...look('colour', `chart-series-${colourOf(chart, index)}`, lit)],
  };
}

/** Each series keeps its colour where there are no more than colours; else those that are lit share them out. */
function colourOf({ series }: LineChart, index: number): number {
  if (series.length <= 5) return index + 1;
  return (Math.max(0, series.slice(0, index).filter(({ lit }) => lit).length) % 5) + 1;
}

function fills({ chart, y }: LinePlan, lines: Place[][], bands: Place[][]): Mark[] {
  const area = chart.kind === 'area' ? (lines.length ? lines : bands) : [];
  return [
    ...area.map((run, i) => path(`area-${i}`, 'chart-area', areaPath(run, y(0)))),
    ...bands.map((run, i) => path(`band-${i}`, 'chart-band', bandPath(run))),
    ...bands.flatMap((run, i) => [
      path(`low-${i}`, 'chart-edge', linePath(run)),
      path(`high-${i}`, 'chart-edge', linePath(run.map(([x, , high = 0]) => [x, high]))),
    ]),
  ];
}

/** A point alone is a dot. */
const strokes = (lines: Place[][]): Mark[] =>
  lines.map((run, i) => path(`line-${i}`, 'chart-series', run.length > 1 ? linePath(run) : `${linePath(run)}h.1`));

const path = (key: string, className: string, d: string): Mark => ({ key, tag: 'path', attrs: { class: className, d } });

/** A ring is a figure that is not exact; an angle over or under it says on which side it is open. */
function uncertain({ chart, x, y }: LinePlan, index: number, end: number): Mark[] {
  return (chart.series[index]?.points ?? []).flatMap((point, i): Mark[] => {
    const value = lineFigure(point);
    const at = x(startOf(point.date));
    if (value === null || at > end + 0.01 || !isVague(point)) return [];
    const [cx, cy] = [px(at), px(y(value))];
    const open = { 'more than': `M${cx - 4} ${px(cy - 7)}l4-4 4 4`, 'less than': `M${cx - 4} ${px(cy + 7)}l4 4 4-4` };
    const angle = open[point.qualifier as 'more than'];
    const ring: Mark = { key: `ring-${i}`, tag: 'circle', attrs: { class: 'chart-ring', cx, cy, r: 3.5 } };
    return angle ? [ring, path(`open-${i}`, 'chart-edge', angle)] : [ring];
  });
}

/** Names and figures at the lines' ends, none on another. */
function endLabels(plan: LinePlan, at: Channels, end: number): Mark[] {
  const { chart, plot } = plan;
  const tips = chart.series.flatMap((series, i) => {
    const opacity = Math.min(at[`shown-${i}`] ?? 1, at[`lit-${i}`] ?? 1);
    const runs = cutAt(lineRuns(plan, series.points), end);
    const [x, y] = (runs.length ? runs : middles(cutAt(bandRuns(plan, series.points), end))).at(-1)?.at(-1) ?? [];
    return opacity > 0 && x !== undefined && y !== undefined && drawnPoints(chart, series).length ? [{ i, x, y, opacity }] : [];
  });
  tips.sort((a, b) => a.y - b.y);
  const [top, bottom] = [plot.top - 14, plot.bottom + 4];
  const full = tips.map(({ i }) => plan.ends[i] ?? { name: [], value: [] });
  const tall = full.reduce((sum, label) => sum + labelHeight(label), 0) > bottom - top;
  // Where there is no room for all, the table has the figures.
  const labels = tall ? full.map(({ name, value }) => (name.length ? { name: name.slice(0, 1), value: [] } : { name, value })) : full;
  const tops = spread(
    tips.map(({ y }, k) => ({ middle: y, height: labels[k] ? labelHeight(labels[k]) : 0 })),
    top,
    bottom,
  );
  return tips.flatMap(({ i, x, y, opacity }, k) => {
    const { name = [], value = [] } = labels[k] ?? {};
    const children = [
      ...name.map((line, row) => textMark(`name-${row}`, line, x + 9, (tops[k] ?? 0) + 12 + row * 16, 'chart-name')),
      ...value.map((line, row) =>
        textMark(
          `figure-${row}`,
          line,
          x + 9,
          (tops[k] ?? 0) + 12 + (name.length + row) * 16,
          name.length ? 'chart-detail' : 'chart-value',
        ),
      ),
    ];
    const dot: Mark = {
      key: 'tip',
      tag: 'circle',
      attrs: { class: `chart-tip chart-series-${colourOf(chart, i)}`, cx: px(x), cy: px(y), r: 3.5 },
    };
    return [{ key: `end-${i}`, tag: 'g', attrs: { opacity: opacity < 1 ? px(opacity) : null }, children: [dot, ...children] }];
  });
}

const middles = (bands: Place[][]): Place[][] => bands.map((run) => run.map(([x, low = 0, high = 0]) => [x, (low + high) / 2]));

/** Texts above the plot, each with a line down to its point; they come with the line. */
function flagMarks(plan: LinePlan, end: number): Mark[] {
  const { flags, chart, plot } = plan;
  return flags.flatMap(({ note, x: at, lines, left, right, lane }): Mark[] => {
    const opacity = ramp(end, at - 30, at - 0.5);
    const own = chart.annotations[note];
    if (!own || opacity === 0) return [];
    const foot = plot.top - 16 - laneFoot(flags, lane);
    const top = foot - lines.length * flagLeading;
    const point = pointAt(plan, own.series, at);
    // Flush with the pole, however wide the text turns out.
    const [x, anchor] = right < at ? ([right, 'end'] as const) : ([left, 'start'] as const);
    return [
      {
        key: `note-${note}`,
        tag: 'g',
        attrs: { 'data-fact': own.fact, opacity: opacity < 1 ? px(opacity) : null },
        children: [
          litOutline(`M${px(left)} ${px(top)}H${px(right)}V${px(foot)}H${px(left)}z`),
          path('pole', 'chart-pole', `M${px(at)} ${px(top)}V${px((point ?? plot.bottom) - (point === null ? 0 : 5))}`),
          ...(point === null ? [] : [{ key: 'at', tag: 'circle', attrs: { class: 'chart-at', cx: px(at), cy: px(point), r: 4 } }]),
          ...lines.map((line, i) => textMark(`line-${i}`, line, x, top + 12 + i * flagLeading, 'chart-detail', { anchor })),
        ],
      },
    ];
  });
}

/** Where the series is at that place, at the top of its band where it has no line; null in a gap, and where no one line is meant. */
function pointAt(plan: LinePlan, name: string, at: number): number | null {
  const { series } = plan.chart;
  const own = name ? series.find((one) => one.name === name) : series.length === 1 ? series[0] : null;
  const points = own?.points ?? [];
  const tops = bandRuns(plan, points).map((run) => run.map(([x, , high = 0]): Place => [x, high]));
  const ends = [...lineRuns(plan, points), ...tops].flatMap((run) => {
    const [x, y] = cutAt([run], at)[0]?.at(-1) ?? [];
    return x !== undefined && y !== undefined && at - x < 0.05 ? [y] : [];
  });
  return ends[0] ?? null;
}
