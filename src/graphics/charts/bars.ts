import { isBand } from '../../scene/values.ts';
import type { Bar, BarsChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import { type BarRow, type BarsPlan, lineHeight, planBars, solidEnd } from './bars-plan.ts';
import type { Channels } from './glide.ts';
import { litOutline, px, textMark, textWidth } from './text.ts';

/** A chart at one of its moments. */
export interface DataLayout {
  width: number;
  height: number;
  marks: Mark[];
}

/** `grow` is how far the bars have come, 0 … 1; `shown-i` and `lit-i` are each bar's. */
export function settledBars({ bars }: BarsChart): Channels {
  const own = bars.flatMap(({ shown, lit }, i) => [
    [`shown-${i}`, shown ? 1 : 0],
    [`lit-${i}`, lit ? 1 : 0],
  ]);
  return { grow: 1, ...Object.fromEntries(own) };
}

export function layoutBars(chart: BarsChart, language: Language, box: { width: number; height: number }, at: Channels): DataLayout {
  const plan = planBars(chart, language, box);
  const { width, height, rows, more } = plan;
  const marks = rows.flatMap((row) => [...heading(row), barGroup(plan, row, at)]);
  return { width, height, marks: more ? [...marks, textMark('more', more, 0, height - 4, 'chart-detail')] : marks };
}

function heading({ heading: text, index, top }: BarRow): Mark[] {
  return text ? [textMark(`heading-${index}`, text, 0, top + (index ? 20 : 14), 'chart-label')] : [];
}

function barGroup(plan: BarsPlan, row: BarRow, at: Channels): Mark {
  const { index, bar } = row;
  const { grow = 1, [`shown-${index}`]: shown = 1, [`lit-${index}`]: lit = 1 } = at;
  const reach = reachOf(plan, row);
  const drawn = (key: string, look: string, opacity: number): Mark[] =>
    opacity > 0
      ? [{ key, tag: 'g', attrs: { class: look, opacity: opacity < 1 ? px(opacity) : null }, children: barMarks(plan, row, grow) }]
      : [];
  const series = plan.names.indexOf(bar.group ? bar.label : '') + 1 || 1;
  const words = [...labels(plan, row), ...values(plan, row, reach), ...notes(plan, row, reach)];
  return {
    key: `bar-${index}`,
    tag: 'g',
    attrs: { 'data-fact': bar.fact, opacity: shown < 1 ? px(shown) : null },
    children: [
      litOutline(outline(plan, row, reach)),
      { key: 'zero', tag: 'path', attrs: { class: 'chart-line', d: `M${px(plan.x(0))} ${px(row.y - 3)}v${row.height + 6}` } },
      ...drawn('plain', 'chart-plain', 1 - lit),
      ...drawn('colour', `chart-series-${((series - 1) % 5) + 1}`, lit),
      ...words,
    ],
  };
}

/** From what to what a bar is drawn, soft ends and rings with it; px. */
interface Reach {
  left: number;
  right: number;
}

function reachOf({ x }: BarsPlan, { bar }: BarRow): Reach {
  const { value, low, high, qualifier } = bar;
  const ends = [0, ...[value, low, high].filter((one) => one !== null)].map(x);
  const back = solidEnd(bar) < 0;
  const beyond = qualifier === 'more than' ? 24 : qualifier === 'about' ? 10 : isBand(bar) ? 5 : 0;
  return { left: Math.min(...ends) - (back ? beyond : 0), right: Math.max(...ends) + (back ? 0 : beyond) };
}

function outline({ x }: BarsPlan, { y, height }: BarRow, { left, right }: Reach): string {
  const from = px(Math.min(left, x(0)) - 2);
  return `M${from} ${px(y - 3)}H${px(Math.max(right, x(0)) + 2)}v${height + 6}H${from}z`;
}

function labels({ beside, chart }: BarsPlan, { label, y, height, bar }: BarRow): Mark[] {
  const first = beside ? y + height / 2 + 5 - ((label.length - 1) / 2) * lineHeight : y - 8 - (label.length - 1) * lineHeight;
  const name = bar.lit && chart.bars.some(({ lit }) => !lit) ? 'chart-name' : 'chart-detail';
  return label.map((line, i) => textMark(`label-${i}`, line, 0, first + i * lineHeight, name));
}

function values(plan: BarsPlan, { y, height, bar }: BarRow, { left, right }: Reach): Mark[] {
  if (!plan.beside) return [textMark('value', bar.said, plan.width, y - 8, 'chart-value', { anchor: 'end' })];
  const back = solidEnd(bar) < 0;
  return [textMark('value', bar.said, back ? left - 7 : right + 7, y + height / 2 + 5, 'chart-value', { anchor: back ? 'end' : 'start' })];
}

/** Under its bar, led to the bar's end; to its beginning where there is no room. */
function notes({ width, x, chart, beside, labelEnd }: BarsPlan, { note, noteIndex, y, height }: BarRow, { right }: Reach): Mark[] {
  if (!note.length) return [];
  const wide = Math.max(...note.map((line) => textWidth(line, 13)));
  const end = Math.max(right - 1, x(0) + 1);
  const [after, before] = [end + 7 + wide <= width, end - 7 - wide >= (beside ? labelEnd + 8 : 0)];
  const pole = after || before ? end : x(0) + 1;
  const left = !after && before ? pole - 7 - wide : pole + 7;
  const top = y + height + 6;
  return [
    {
      key: 'note',
      tag: 'g',
      attrs: { 'data-fact': chart.annotations[noteIndex]?.fact },
      children: [
        litOutline(`M${px(left)} ${px(top)}h${px(wide)}v${note.length * lineHeight}h${px(-wide)}z`),
        { key: 'pole', tag: 'path', attrs: { class: 'chart-pole', d: `M${px(pole)} ${px(y + height + 2)}v${note.length * lineHeight}` } },
        ...note.map((line, i) => textMark(`note-${i}`, line, left, top + 13 + i * lineHeight, 'chart-detail')),
      ],
    },
  ];
}

/** Solid as far as is sure; hollow, shrinking or fading beyond; a dot and a ring at the ends of a range. */
function barMarks({ x }: BarsPlan, { bar, y, height }: BarRow, grow: number): Mark[] {
  const { low, high, qualifier } = bar;
  const zero = x(0);
  const to = (value: number) => zero + (x(value) - zero) * grow;
  const end = to(solidEnd(bar));
  const side = end < zero || (low ?? 0) < 0 ? -1 : 1;
  const soft = softEnd(qualifier, Math.abs(end - zero));
  const marks = [block('solid', 'chart-bar', zero, end - side * soft.within, y, height)];
  if (qualifier === 'less than' && high !== null) marks.push(block('hollow', 'chart-hollow', zero, to(high), y, height));
  soft.slices.forEach(({ at, width, share, opacity }, i) => {
    const from = end + side * at;
    const tall = height * share;
    marks.push(block(`soft-${i}`, 'chart-bar', from, from + side * width, y + (height - tall) / 2, tall, opacity));
  });
  return isBand(bar) ? [...marks, ...rangeMarks(bar, to, y + height / 2)] : marks.filter(({ attrs }) => attrs?.d);
}

function block(key: string, className: string, from: number, to: number, y: number, height: number, opacity = 1): Mark {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const d = right - left < 0.05 ? '' : `M${px(left)} ${px(y)}H${px(right)}v${px(height)}H${px(left)}z`;
  return { key, tag: 'path', attrs: { class: className, d, opacity: opacity < 1 ? opacity : null } };
}

interface SoftEnd {
  /** Px of the solid bar that the slices stand for. */
  within: number;
  /** From the figure outwards, px. */
  slices: { at: number; width: number; share: number; opacity: number }[];
}

/** `more than` shrinks beyond its figure, `about` fades on both sides of it, `almost` within it. */
function softEnd(qualifier: Bar['qualifier'], length: number): SoftEnd {
  const slices = [0, 1, 2, 3];
  if (qualifier === 'more than')
    return { within: 0, slices: slices.map((i) => ({ at: 1 + i * 6, width: 5, share: 0.82 - i * 0.18, opacity: 1 })) };
  if (qualifier !== 'about' && qualifier !== 'almost') return { within: 0, slices: [] };
  const width = Math.min(5, length / 4);
  const within = width * (qualifier === 'about' ? 2 : 4);
  return { within, slices: slices.map((i) => ({ at: i * width - within, width, share: 1, opacity: 0.8 - i * 0.2 })) };
}

function rangeMarks({ low, high }: Bar, to: (value: number) => number, y: number): Mark[] {
  const [from, end] = [to(low ?? 0), to(high ?? 0)];
  return [
    { key: 'range', tag: 'path', attrs: { class: 'chart-range', d: `M${px(from)} ${px(y)}H${px(end)}` } },
    { key: 'low', tag: 'circle', attrs: { class: 'chart-low', cx: px(from), cy: px(y), r: 3.5 } },
    { key: 'high', tag: 'circle', attrs: { class: 'chart-high', cx: px(end), cy: px(y), r: 4 } },
  ];
}
