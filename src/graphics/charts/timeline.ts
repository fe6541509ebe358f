import { endOf, finestOf, isOver, precisionOf, startOf } from '../../scene/dates.ts';
import { formatDate } from '../../scene/format.ts';
import type { ChartEvent, TimelineChart } from '../../story.ts';
import { type Language, say } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import type { DataLayout } from './bars.ts';
import type { Channels } from './glide.ts';
import { linear, spread } from './scale.ts';
import { clamp, litOutline, px, ramp, textMark, textWidth } from './text.ts';
import { type TimeTick, timeTicks } from './time.ts';
import { wrapText } from './wrap.ts';

const leading = 16;
const gap = 10;
const edge = 12;
const labelGap = 30;

/** `reach` is how many of the events have come. */
export function settledTimeline({ events, until }: TimelineChart): Channels {
  return { reach: events.filter(({ date }) => isOver(date, until)).length };
}

export function layoutTimeline(
  chart: TimelineChart,
  language: Language,
  box: { width: number; height: number },
  { reach = chart.events.length }: Channels,
): DataLayout {
  const plan = planTimeline(chart, language, box);
  const { axisX, y, height, width, places, more } = plan;
  const [first, last] = [y(plan.from), y(plan.to)];
  const axis: Mark = { key: 'axis', tag: 'path', attrs: { class: 'chart-line', d: `M${axisX} ${px(first - 6)}V${px(last + 6)}` } };
  // A stretch lies under the days in it.
  const order = [...places].sort((a, b) => a.event.date.length - b.event.date.length);
  const events = order.map((place) => eventGroup(plan, place, ramp(reach, place.index, place.index + 1), reach));
  const foot = more ? [textMark('more', more, axisX + labelGap, height - 3, 'chart-detail')] : [];
  return { width, height, marks: [axis, ...ticks(plan), ...events, ...foot] };
}

interface TimelinePlan {
  width: number;
  height: number;
  axisX: number;
  from: number;
  to: number;
  y: (ms: number) => number;
  times: TimeTick[];
  places: Place[];
  /** Of the events whose words there is no room for. */
  more: string;
}

/** An event's words; without lines it has its mark alone. */
interface Place {
  event: ChartEvent;
  index: number;
  date: string;
  lines: string[];
  top: number;
}

/** Time runs down, to scale; words stand beside it, moved apart where they would touch. */
function planTimeline(chart: TimelineChart, language: Language, box: { width: number; height: number }): TimelinePlan {
  const { events } = chart;
  const [from, to] = [Math.min(...events.map(({ date }) => startOf(date))), Math.max(...events.map(({ date }) => endOf(date)))];
  const times = timeTicks(from, to, clamp(Math.round(box.height / 90), 2, 7), finestOf(events.map(({ date }) => date)), language);
  const axisX = Math.ceil(Math.max(...times.map(({ label }) => textWidth(label, 12)))) + 16;
  const room = box.width - axisX - labelGap;
  const worded = (most: number): Place[] =>
    events.map((event, index) => ({
      event,
      index,
      date: formatDate(event.date, language),
      lines: most ? wrapText(event.text, room, 13, false, most) : [],
      top: 0,
    }));
  const free = box.height - 2 * edge;
  const sizes = [4, 3, 2, 1].map(worded);
  const fitting = sizes.find((places) => total(places) <= free);
  const places = fitting ?? thinned(sizes.at(-1) ?? [], free - leading - 6);
  const missing = places.filter(({ date }) => !date).length;
  const words = total(places);
  const height = Math.ceil(Math.min(box.height, Math.max(words * 1.15 + 2 * edge, 240, box.height * 0.6) + (missing ? leading + 6 : 0)));
  const bottom = height - edge - (missing ? leading + 6 : 0);
  const y = linear(from, to, edge + 8, bottom - 8);
  const named = places.filter(({ date }) => date).sort((a, b) => middle(a.event) - middle(b.event));
  const tops = spread(
    named.map((place) => ({ middle: y(middle(place.event)) + heightOf(place) / 2 - 14, height: heightOf(place) })),
    edge - 8,
    bottom + gap,
  );
  named.forEach((place, i) => {
    place.top = tops[i] ?? 0;
  });
  const more = missing ? say(language, language.words.chart.more, { n: missing, count: missing }) : '';
  return { width: box.width, height, axisX, from, to, y, times, places, more };
}

const middle = ({ date }: ChartEvent): number => (precisionOf(date) === 'day' ? startOf(date) : (startOf(date) + endOf(date)) / 2);
const heightOf = ({ date, lines }: Place): number => (date ? (1 + lines.length) * leading + gap : 0);
const total = (places: readonly Place[]): number => places.reduce((sum, place) => sum + heightOf(place), 0);

/** As many as there is room for, evenly from the first to the last; the others keep their marks. */
function thinned(places: Place[], free: number): Place[] {
  const most = Math.max(1, Math.floor(free / (2 * leading + gap)));
  const kept = new Set(Array.from({ length: most }, (_, i) => (most > 1 ? Math.round((i * (places.length - 1)) / (most - 1)) : 0)));
  return places.map((place, i) => (kept.has(i) ? place : { ...place, date: '', lines: [] }));
}

/** Round dates at the axis's left; none on another. */
function ticks({ times, axisX, y }: TimelinePlan): Mark[] {
  let free = 0;
  return times.flatMap(({ at, label }, i): Mark[] => {
    const middleY = y(at);
    if (middleY - 8 < free) return [];
    free = middleY + 8;
    return [
      { key: `tick-${i}`, tag: 'path', attrs: { class: 'chart-line', d: `M${axisX - 5} ${px(middleY)}h5` } },
      textMark(`time-${i}`, label, axisX - 10, middleY + 4, 'chart-count', { anchor: 'end' }),
    ];
  });
}

function eventGroup({ axisX, y, width }: TimelinePlan, place: Place, come: number, reach: number): Mark {
  const { event, index, date, lines, top } = place;
  const left = axisX + labelGap;
  const at = y(middle(event));
  // The last that has come is what the text is about.
  const lit = index === Math.ceil(reach) - 1;
  const words = date
    ? [
        { key: 'leader', tag: 'path', attrs: { class: 'chart-pole', d: `M${axisX + 7} ${px(at)}h4L${left - 8} ${px(top + 9)}h4` } },
        textMark('date', date, left, top + 14, lit ? 'chart-value' : 'chart-name'),
        ...lines.map((line, i) => textMark(`text-${i}`, line, left, top + 14 + (i + 1) * leading, 'chart-detail')),
      ]
    : [];
  return {
    key: `event-${index}`,
    tag: 'g',
    attrs: { 'data-fact': event.fact, class: lit ? 'chart-series-1' : 'chart-plain', opacity: come < 1 ? px(come) : null },
    children: [
      litOutline(date ? `M${left - 3} ${px(top)}H${px(width)}v${(1 + lines.length) * leading + 4}H${left - 3}z` : ''),
      eventMark(event, axisX, y),
      ...words,
    ],
  };
}

/** A dot for a day; where the day is not known, a ring, or a stretch over all the days that it may have been. */
function eventMark({ date }: ChartEvent, x: number, y: TimelinePlan['y']): Mark {
  if (precisionOf(date) === 'day')
    return { key: 'mark', tag: 'circle', attrs: { class: 'chart-dot', cx: x, cy: px(y(startOf(date))), r: 4.5 } };
  const [top, bottom] = [y(startOf(date)), y(endOf(date))];
  if (bottom - top < 11) return { key: 'mark', tag: 'circle', attrs: { class: 'chart-ring', cx: x, cy: px((top + bottom) / 2), r: 4 } };
  return { key: 'mark', tag: 'rect', attrs: { class: 'chart-ring', x: x - 4, y: px(top), width: 8, height: px(bottom - top), rx: 4 } };
}
