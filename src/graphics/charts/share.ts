import { formatFact } from '../../scene/format.ts';
import type { Fact, ShareChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import { say } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import { type CellPlace, cellGroups, cellOutline } from './cell-marks.ts';
import { type CellGrid, cellGrid, noTurn, type Turn, turnOf } from './cells.ts';
import { allFacts, type Facts, factOf, firstFitting, litOutline, px, ramp, textMark, textWidth } from './text.ts';

export interface ShareBox {
  width: number;
  /** Px; the field shrinks to it where given. */
  height?: number;
  phone: boolean;
}

export interface ShareLayout {
  width: number;
  height: number;
  marks: Mark[];
  cells: CellGrid;
  /** Where the field stands, so that a plate's cells can travel to it. */
  field: CellPlace;
}

const headPx = 58;
const gapShare = 0.12;

/** The chart at any moment of its turning: 0 is the whole, 1 the part taken off. */
export function layoutShare(chart: ShareChart, facts: Facts, language: Language, box: ShareBox, turned: number): ShareLayout {
  const whole = factOf(facts, chart.whole);
  const cells = cellGrid(whole.high ?? whole.low ?? 1);
  const turn = turnOf(factOf(facts, chart.part), whole, cells);
  const footPx = box.phone ? 30 : 38;
  const tallest = box.height ? (box.height - headPx - footPx) / cells.rows : Infinity;
  const pitch = Math.max(1, Math.floor(Math.min(box.width / cells.columns, tallest) * 100 + 1e-6) / 100);
  const field: CellPlace = { x: 0, y: headPx, pitch, gap: px(Math.max(1, pitch * gapShare)) };
  const width = px(cells.columns * pitch);
  const view: View = { chart, facts, language, phone: box.phone, cells, turn, field, width, boxWidth: box.width };
  const marks = [fieldMark(view, turned), ...labels(view, turned)];
  return { width: box.width, height: Math.ceil(headPx + cells.rows * pitch + footPx), marks, cells, field };
}

interface View {
  chart: ShareChart;
  facts: Facts;
  language: Language;
  phone: boolean;
  cells: CellGrid;
  turn: Turn;
  field: CellPlace;
  width: number;
  boxWidth: number;
}

function fieldMark({ chart, facts, cells, turn, field }: View, turned: number): Mark {
  const first = cells.count - turn.sure - turn.maybe;
  const { rest, part } = cellGroups(cells, { ...field, turn: turned > 0 ? turn : noTurn, turned });
  const outlined = (from: number, to: number) => litOutline(cellOutline(cells, field, from, to));
  if (turned <= 0) return { key: 'field', tag: 'g', attrs: { 'data-fact': chart.whole }, children: [outlined(0, cells.count), ...rest] };
  return {
    key: 'field',
    tag: 'g',
    attrs: { 'data-fact': chart.whole },
    children: [
      outlined(0, cells.count),
      { key: 'rest', tag: 'g', attrs: { 'data-fact': chart.rest }, children: [outlined(0, first), ...rest] },
      {
        key: 'part',
        tag: 'g',
        attrs: { 'data-fact': chart.part, 'data-also': shareOf(chart, facts) },
        children: [outlined(first, cells.count), ...part],
      },
    ],
  };
}

/** The share that the part is computed from is the same cells: `retaken = seized * retaken-share`. */
function shareOf(chart: ShareChart, facts: Facts): string | null {
  const names: string[] = factOf(facts, chart.part).formula?.match(/[a-z][a-z0-9-]*/g) ?? [];
  const ids = allFacts(facts)
    .filter((fact) => fact.unit === '%' && names.includes(fact.id))
    .map((fact) => fact.id);
  return ids.length ? ids.join(' ') : null;
}

function labels(view: View, turned: number): Mark[] {
  const settled = ramp(turned, 0.6, 1);
  const group = (key: string, opacity: number, children: Mark[]): Mark[] =>
    opacity > 0 ? [{ key, tag: 'g', attrs: { class: 'chart-labels', opacity: opacity < 1 ? px(opacity) : null }, children }] : [];
  return [...group('labels-whole', 1 - ramp(turned, 0, 0.2), wholeLabels(view)), ...group('labels-part', settled, partLabels(view))];
}

function wholeLabels({ chart, facts, language, field, width, phone }: View): Mark[] {
  const whole = factOf(facts, chart.whole);
  const label = firstFitting([whole.label, ''], width, 14, true);
  const amount = firstFitting(amounts(whole, language, phone), width, 13);
  return [
    linePath('bracket', `M.5 ${field.y - 7}v-6H${px(width - 0.5)}v6`),
    textMark('label', label || amount, 0, field.y - (label ? 37 : 20), 'chart-label'),
    ...(label ? [textMark('amount', amount, 0, field.y - 20, 'chart-detail')] : []),
  ];
}

function partLabels(view: View): Mark[] {
  const { chart, facts, language, field, width, phone, turn } = view;
  const { bound, soft, softEnd } = edges(view);
  const y = field.y;
  const [rest, part] = pair(chart.restLabel, chart.partLabel, phone, width, 14, true);
  const [restAmount, partAmount] = pairOf(
    amounts(factOf(facts, chart.rest), language, phone),
    amounts(factOf(facts, chart.part), language, phone),
    width,
  );
  return [
    linePath('bracket', `M.5 ${y - 7}v-6H${px(soft)}M${px(bound + 0.5)} ${y - 20}v13M${px(softEnd)} ${y - 13}H${px(width - 0.5)}v6`),
    ...(softEnd > soft ? [linePath('open', `M${px(soft)} ${y - 13}H${px(softEnd)}`, '1.5 3')] : []),
    textMark('rest', rest, 0, y - 37, 'chart-label'),
    textMark('rest-amount', restAmount, 0, y - 20, 'chart-detail'),
    textMark('part', part, width, y - 37, 'chart-label', { anchor: 'end' }),
    textMark('part-amount', partAmount, width, y - 20, 'chart-detail', { anchor: 'end' }),
    ...(turn.beyond !== turn.within ? arrow(view, bound, turn.beyond > 0 ? -1 : 1) : []),
  ];
}

/** Px: the bound, and the stretch over which it is in doubt. */
function edges({ cells, turn, field, width }: View): { bound: number; soft: number; softEnd: number } {
  const x = (turned: number) => width - (turned / cells.rows) * field.pitch;
  const bound = x(turn.sure);
  const soft = Math.max(0.5, x(turn.sure + turn.maybe) - turn.beyond * field.pitch);
  return { bound, soft, softEnd: Math.min(width, bound + turn.within * field.pitch) };
}

/** From the bound in the direction in which it is open; drawn, because no face has the glyph. */
function arrow({ chart, cells, field, width, phone }: View, bound: number, side: -1 | 1): Mark[] {
  const y = field.y + cells.rows * field.pitch;
  const length = Math.max(16, 3 * field.pitch);
  const room = (side < 0 ? bound : width - bound) - length - 8;
  const texts = phone ? [chart.edgeLabel[1]] : [...chart.edgeLabel];
  const text = firstFitting(texts, room, 13);
  const fits = textWidth(text, 13) <= room;
  const x = fits ? bound + side * (length + 8) : bound - side * 8;
  const anchor = side < 0 === fits ? 'end' : 'start';
  const head = side < 0 ? 'm5-4l-5 4l5 4' : 'm-5-4l5 4l-5 4';
  return [
    linePath('arrow', `M${px(bound)} ${px(y + 5)}v13h${px(side * length)}${head}`),
    textMark('edge', text, x, y + 22, 'chart-detail', { anchor }),
  ];
}

/** The fact in words, from the fullest to the shortest. */
function amounts(fact: Fact, language: Language, phone: boolean): string[] {
  const short = formatFact(fact, language, 'short');
  if (phone) return [short];
  const both = formatFact(fact, language, 'both');
  return [...(fact.formula ? [`${both}, ${say(language, language.words.fact.derived)}`] : []), both, short];
}

function pair(a: [string, string], b: [string, string], phone: boolean, width: number, size: number, bold: boolean): [string, string] {
  const long = textWidth(a[0], size, bold) + textWidth(b[0], size, bold) + 20 <= width;
  const index = long && !phone ? 0 : 1;
  return [a[index], b[index]];
}

/** Both lines give way together, so that they stay alike; where neither form has room, the article's own words must do. */
function pairOf(a: string[], b: string[], width: number): [string, string] {
  const last: [string, string] = [a.at(-1) ?? '', b.at(-1) ?? ''];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const both: [string, string] = [a[i] ?? last[0], b[i] ?? last[1]];
    if (textWidth(both[0], 13) + textWidth(both[1], 13) + 16 <= width) return both;
  }
  return ['', ''];
}

export function linePath(key: string, d: string, dashes: string | null = null): Mark {
  return { key, tag: 'path', attrs: { class: 'chart-line', d, 'stroke-dasharray': dashes } };
}
