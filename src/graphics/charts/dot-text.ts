import { formatFact, formatNumber } from '../../scene/format.ts';
import { say } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import { blockAt } from './blocks.ts';
import type { DotsState } from './dots.ts';
import type { DotsPlan } from './dots-plan.ts';
import { factOf, firstFitting, px, serifWidth, type TextOptions, textMark, textWidth } from './text.ts';

/** Words stand where they stand: those of the field always, those of a state while it is shown. */
export function textMarks(plan: DotsPlan, state: DotsState): Mark[] {
  return [
    { key: 'counts', tag: 'g', attrs: { class: 'chart-labels' }, children: countMarks(plan) },
    ...figureGroup(plan, state.text, 'figure'),
  ];
}

/** The words of a state, as far as they are there. */
export function figureGroup(plan: DotsPlan, opacity: number, key: string): Mark[] {
  if (opacity <= 0) return [];
  return [{ key, tag: 'g', attrs: { class: 'chart-labels', opacity: opacity < 1 ? px(opacity) : null }, children: figureMarks(plan) }];
}

function countMarks(plan: DotsPlan): Mark[] {
  const { blocks: b, compact, language } = plan;
  const amount = formatNumber(b.size * b.dotValue, language);
  const { oneBlockIs, oneDotIs } = language.words.chart;
  const one = b.dotValue > 1 ? `, ${say(language, oneDotIs, { amount: formatNumber(b.dotValue, language) })}` : '';
  const scale = textMark('scale', say(language, oneBlockIs, { amount }) + one, 0, b.y - (compact ? 9 : 13), 'chart-detail');
  return [scale, ...(compact ? sideCounts(plan) : footCounts(plan))];
}

/** Beside each row of blocks, what it and those before it come to. */
function sideCounts({ blocks: b, language }: DotsPlan): Mark[] {
  return Array.from({ length: b.rows }, (_, row) => {
    const dots = Math.min(b.total, (row + 1) * b.columns * b.size);
    const y = b.y + row * (b.blockHeight + b.gapY) + b.blockHeight;
    return countMark(`count-${row}`, formatNumber(dots * b.dotValue, language), b.width + 8, y, isKey(b, dots));
  });
}

/** Under each block. The two bounds of a range say that they are bounds, until the smallest part is the subject. */
function footCounts({ blocks: b, chart, language, whole }: DotsPlan): Mark[] {
  const { atLeast, atMost } = language.words.chart;
  const plain = chart.parts.length > 0 && chart.show === chart.parts.at(-1);
  return Array.from({ length: b.blocks }, (_, block) => {
    const dots = Math.min(b.total, (block + 1) * b.size);
    const [x, y] = blockAt(b, block);
    const number = formatNumber(dots * b.dotValue, language);
    const bound = plain || b.certain === b.total ? '{amount}' : dots === b.certain ? atLeast : dots === b.total ? atMost : '{amount}';
    const words = b.certain === b.total && dots === b.total ? formatFact(whole, language) : say(language, bound, { amount: number });
    return countMark(`count-${block}`, words, x + b.blockWidth, y + b.blockHeight + 15, isKey(b, dots), { anchor: 'end' });
  });
}

function isKey(b: { certain: number; total: number }, dots: number): boolean {
  return dots === b.certain || dots === b.total;
}

function countMark(key: string, text: string, x: number, y: number, strong: boolean, options: TextOptions = {}): Mark {
  return textMark(key, text, x, y, strong ? 'chart-count chart-count-key' : 'chart-count', options);
}

/** The figure that the lens is on, two lines, and at the end of the story a key. */
function figureMarks(plan: DotsPlan): Mark[] {
  const { chart, facts, language, compact, lensRadius, width, stops, parts } = plan;
  const index = chart.parts.indexOf(chart.show);
  const to = stops[index + 1]?.to ?? [0, 0];
  const number = formatFact(factOf(facts, chart.show), language);
  const large = parts[index]?.accented === true && number.length <= 4;
  const x = to[0] + lensRadius + (compact ? 16 : 22);
  const roomy = !compact && serifWidth(number, 34) <= width - x;
  const size = large ? (compact ? 52 : 72) : roomy ? 34 : 24;
  const inset = large ? Math.ceil(number.length * size * 0.5) + (compact ? 12 : 14) : 0;
  const drops = large ? (compact ? [14, -6, 13] : [22, -4, 16]) : compact ? [-10, 10, 27] : [-14, 12, 32];
  const line = (i: number, bold: boolean) => fitted(chart.figure[i] ?? ['', ''], width - x - inset, bold ? 14 : 13, bold, plan.phone);
  const [first, second] = [line(0, true), line(1, false)];
  const end = x + inset + Math.max(textWidth(first, 14, true), textWidth(second, 13), large ? 0 : serifWidth(number, size));
  return [
    textMark('number', number, x, to[1] + (drops[0] ?? 0), `chart-number size-${size}${large ? ' chart-number-accented' : ''}`),
    textMark('line-1', first, x + inset, to[1] + (drops[1] ?? 0), 'chart-label'),
    textMark('line-2', second, x + inset, to[1] + (drops[2] ?? 0), 'chart-detail'),
    ...keyMarks(plan, end + 24, to[1]),
  ];
}

function fitted(texts: [string, string], room: number, size: number, bold: boolean, phone: boolean): string {
  return phone ? texts[1] : firstFitting(texts, room, size, bold);
}

const widestKey = 700;

/** What the other dots are, at the field's right where it is wide enough. */
function keyMarks({ chart, blocks: b, dot, parts, whole }: DotsPlan, from: number, y: number): Mark[] {
  const smallest = chart.parts.length > 0 && chart.show === chart.parts.at(-1);
  if (!smallest || b.width < widestKey || !chart.key.length) return [];
  const wide = Math.max(...chart.key.map(([, words]) => textWidth(words, 13)));
  const x = px(Math.max(b.width - 262, Math.min(from + 30, b.width - wide - 16)));
  if (x + 16 + wide > b.width + 12 || x < from) return [];
  const top = y - ((chart.key.length - 1) * 28) / 2;
  const entries = chart.key.flatMap(([id, words], i): Mark[] => {
    const part = parts.find(({ fact }) => fact.id === id);
    const look = id === whole.id ? 'dot-unit' : part ? (part.accented ? 'dot-accented' : 'dot-emphasis') : 'dot-uncertain';
    const cy = px(top + i * 28 + 2);
    return [keyDot(`key-${i}`, look, x, cy, dot), textMark(`key-${i}`, words, x + 16, cy + 5, 'chart-detail')];
  });
  return [{ key: 'key-rule', tag: 'path', attrs: { class: 'chart-rule', d: `M${px(x - 30)} ${px(y - 44)}v88` } }, ...entries];
}

function keyDot(key: string, look: string, cx: number, cy: number, dot: number): Mark {
  const open = look === 'dot-uncertain';
  const r = open ? px(dot - 0.8) : dot;
  return { key, tag: 'circle', attrs: { class: open ? 'key-ring' : `key-${look.slice(4)}`, cx, cy, r } };
}
