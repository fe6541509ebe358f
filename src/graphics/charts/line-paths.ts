import { startOf } from '../../scene/dates.ts';
import { isBand } from '../../scene/values.ts';
import type { ChartPoint } from '../../story.ts';
import { type LinePlan, lineFigure } from './line-plan.ts';
import { px } from './text.ts';

/** A point in px: from the left, then one or several from the top. */
export type Place = [x: number, ...y: number[]];

/** The line in its runs: a point without a figure parts them. */
export function lineRuns({ x, y }: LinePlan, points: readonly ChartPoint[]): Place[][] {
  return runs(points, lineFigure, (point) => [x(startOf(point.date)), y(lineFigure(point) ?? 0)]);
}

/** The band in its runs, low and high; to the points beside it, where a line opens into it. */
export function bandRuns({ x, y }: LinePlan, points: readonly ChartPoint[]): Place[][] {
  const near = (i: number) => [points[i - 1], points[i], points[i + 1]].some((point) => point && isBand(point));
  const inside = points.map((point, i) => (near(i) ? point : { ...point, low: null }));
  const whole = ({ low, high }: ChartPoint) => (low === null || high === null ? null : low);
  return runs(inside, whole, ({ date, low, high }) => [x(startOf(date)), y(low ?? 0), y(high ?? 0)]).filter((run) => run.length > 1);
}

function runs(points: readonly ChartPoint[], figure: (point: ChartPoint) => number | null, place: (point: ChartPoint) => Place): Place[][] {
  const found: Place[][] = [];
  let run: Place[] = [];
  for (const point of points) {
    if (figure(point) === null) {
      if (run.length) found.push(run);
      run = [];
    } else run.push(place(point));
  }
  return run.length ? [...found, run] : found;
}

/** As much of each run as lies left of a place; between two points, straight. */
export function cutAt(all: readonly Place[][], end: number): Place[][] {
  return all.flatMap((run) => {
    const kept = run.filter(([x]) => x <= end + 0.01);
    const [last, next] = [kept.at(-1), run[kept.length]];
    if (!last) return [];
    if (!next || end - last[0] < 0.02) return [kept];
    const t = (end - last[0]) / (next[0] - last[0]);
    return [[...kept, last.map((from, i) => from + ((next[i] ?? from) - from) * t) as Place]];
  });
}

export const linePath = (run: readonly Place[]): string => run.map(([x, y = 0], i) => `${i ? 'L' : 'M'}${px(x)} ${px(y)}`).join('');

/** Between the line and a straight edge. */
export function areaPath(run: readonly Place[], base: number): string {
  const [first, last] = [run[0], run.at(-1)];
  return first && last ? `${linePath(run)}V${px(base)}H${px(first[0])}z` : '';
}

export function bandPath(run: readonly Place[]): string {
  const back = [...run].reverse().map(([x, , high = 0]) => `L${px(x)} ${px(high)}`);
  return `${linePath(run)}${back.join('')}z`;
}
