import { figureOf } from '../../scene/values.ts';
import type { Bar, BarsChart } from '../../story.ts';
import { type Language, say } from '../../words/index.ts';
import { linear } from './scale.ts';
import { px, textWidth } from './text.ts';
import { wrapText } from './wrap.ts';

/** A bar on the page; px. */
export interface BarRow {
  bar: Bar;
  index: number;
  /** What a group's first bar stands under. */
  heading: string;
  label: string[];
  note: string[];
  /** Index of its note, -1 for none. */
  noteIndex: number;
  top: number;
  /** Of the bar itself. */
  y: number;
  height: number;
}

export interface BarsPlan {
  chart: BarsChart;
  width: number;
  height: number;
  /** Labels stand at the bars' left, values at their ends; else both above. */
  beside: boolean;
  /** Right edge of the labels beside the bars, px. */
  labelEnd: number;
  rows: BarRow[];
  /** Names of the groups' bars, in the order of their colours. */
  names: string[];
  /** A number → px from the left. */
  x: (value: number) => number;
  /** Of the bars that there is no room for. */
  more: string;
}

export const lineHeight = 16;
const headingHeight = 26;
/** Px that an open or softened end may take beyond its figure. */
export const softPx = 24;

interface Density {
  lines: number;
  bar: number;
  gap: number;
}

/** From the roomiest to the tightest. */
const densities: Density[] = [
  { lines: 2, bar: 24, gap: 24 },
  { lines: 2, bar: 18, gap: 18 },
  { lines: 2, bar: 14, gap: 10 },
  { lines: 1, bar: 10, gap: 8 },
];

/** The same places for every state of the chart. Never higher than the box: what does not fit is counted and left out. */
export function planBars(chart: BarsChart, language: Language, box: { width: number; height: number }): BarsPlan {
  const widestValue = Math.max(0, ...chart.bars.map(({ said }) => textWidth(said, 13, true)));
  const widestLabel = Math.max(0, ...chart.bars.map(({ label }) => textWidth(label, 13, true))) + 6;
  const labelRoom = Math.min(widestLabel, box.width * 0.34);
  const beside = box.width >= 420 && widestValue <= box.width * 0.3 && widestLabel <= labelRoom * 2;
  const measure = (density: Density): BarRow[] =>
    chart.bars.map((bar, index) => row({ chart, index, bar, width: box.width, beside, labelRoom, density }));
  const sizes = densities.map(measure);
  const fitting = sizes.find((rows) => total(rows) <= box.height);
  const rows = fitting ?? keep(sizes.at(-1) ?? [], box.height - lineHeight - 6);
  const left = chart.bars.length - rows.length;
  const height = stack(rows);
  return {
    chart,
    width: box.width,
    height: Math.ceil(height + (left ? lineHeight + 6 : 0)),
    beside,
    labelEnd: beside ? labelRoom : 0,
    rows,
    names: [...new Set(chart.bars.filter(({ group }) => group).map(({ label }) => label))],
    x: scaleOf(chart, beside ? labelRoom + 14 : 0, box.width, beside ? widestValue + 10 : 0),
    more: left ? say(language, language.words.chart.more, { n: left, count: left }) : '',
  };
}

interface Wanted {
  chart: BarsChart;
  index: number;
  bar: Bar;
  width: number;
  beside: boolean;
  labelRoom: number;
  density: Density;
}

/** Its place is not known yet: `top` is the room above the bar, `height` that of the whole row. */
function row({ chart, index, bar, width, beside, labelRoom, density }: Wanted): BarRow {
  const before = chart.bars[index - 1];
  const first = !bar.group || before?.group !== bar.group;
  const own = first ? chart.annotations.findIndex(({ at }) => at === (bar.group || bar.label)) : -1;
  const heading = first ? bar.group : '';
  const room = beside ? labelRoom + 1 : width - textWidth(bar.said, 13, true) - 14;
  const label = wrapText(bar.label, Math.max(60, room), 13, true, density.lines);
  const note = own < 0 ? [] : wrapText(chart.annotations[own]?.text.join(' ') ?? '', width * (beside ? 0.6 : 0.9), 13, false, 2);
  const words = label.length * lineHeight;
  const main = beside ? Math.max(words, density.bar) : words + 4 + density.bar;
  const lead = heading ? headingHeight + (index ? 6 : 0) : 0;
  return {
    bar,
    index,
    heading,
    label,
    note,
    noteIndex: own,
    top: lead + (beside ? (main - density.bar) / 2 : words + 4),
    y: density.bar,
    height: lead + main + (note.length ? note.length * lineHeight + 6 : 0) + density.gap,
  };
}

const total = (rows: readonly BarRow[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** What the text is about first, then the others in their order, as far as they go. */
function keep(rows: BarRow[], height: number): BarRow[] {
  let free = height;
  const kept = new Set<BarRow>();
  for (const one of [...rows.filter(({ bar }) => bar.lit), ...rows.filter(({ bar }) => !bar.lit)]) {
    if (one.height > free) break;
    free -= one.height;
    kept.add(one);
  }
  return rows.filter((one) => kept.has(one));
}

/** Gives the rows their places, one under the other; the height of all. */
function stack(rows: BarRow[]): number {
  let free = 0;
  for (const one of rows) {
    const [lead, bar, height] = [one.top, one.y, one.height];
    Object.assign(one, { top: px(free), y: px(free + lead), height: bar });
    free += height;
  }
  return free;
}

/** From zero, always: bars are compared by their lengths. */
function scaleOf({ bars, to }: BarsChart, left: number, width: number, valueRoom: number): (value: number) => number {
  const numbers = bars.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null));
  const [lowest, highest] = [Math.min(0, ...numbers), Math.max(0, to ?? 0, ...numbers)];
  const soft = bars.some((bar) => !['exact', 'as stated'].includes(bar.qualifier)) ? softPx : 1;
  const from = left + (lowest < 0 ? valueRoom + soft : 1);
  const end = width - (highest > 0 ? valueRoom + soft : 1);
  return linear(lowest, highest || (lowest ? 0 : 1), from, Math.max(from + 20, end));
}

/** Which figure a bar reaches while solid. */
export function solidEnd(bar: Bar): number {
  const { value, low, high, qualifier } = bar;
  if (value !== null) return value;
  if (qualifier === 'less than') return 0;
  if (low !== null && high !== null) return low * high < 0 ? 0 : Math.abs(low) < Math.abs(high) ? low : high;
  return figureOf(bar) ?? 0;
}
