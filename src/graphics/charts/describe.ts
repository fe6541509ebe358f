import { formatFact, formatNumber } from '../../scene/format.ts';
import type { Chart, DotsChart, Fact, ShareChart } from '../../story.ts';
import { type DotCount, dotCount } from './blocks.ts';
import { cellGrid, turnOf } from './cells.ts';
import { type PartSpan, partSpans } from './dot-parts.ts';
import { blockColumns } from './dots-plan.ts';
import { type Facts, factOf } from './text.ts';
import { chartWords } from './words.ts';

const { say } = chartWords;

/** The chart in plain sentences: what the picture shows, how much, how sure. On a phone blocks stand two abreast. */
export function describeChart(chart: Chart, facts: Facts, locale: string, phone = false): string {
  const sentences = chart.kind === 'share' ? describeShare(chart, facts, locale) : describeDots(chart, facts, locale, phone);
  return sentences.map(capital).join(' ');
}

function describeShare(chart: ShareChart, facts: Facts, locale: string): string[] {
  const whole = factOf(facts, chart.whole);
  const part = factOf(facts, chart.part);
  const grid = cellGrid(whole.high ?? whole.low ?? 1);
  const count = formatNumber(grid.count, locale);
  const unit = chartWords.unit[whole.unit] ?? whole.unit;
  const field = grid.cellValue === 1 ? say.field(count, unit) : say.fieldOf(count, amountOf(grid.cellValue, whole.unit, locale));
  if (chart.show === 'whole') return [field, say.filled];
  const { sure, maybe, beyond, within } = turnOf(part, whole, grid);
  const label = lowerFirst(chart.partLabel[1]);
  const word =
    formatFact(part, locale)
      .split(/[\d\u00a0]/u)[0]
      ?.trim() ?? part.qualifier;
  const edge =
    beyond && within
      ? say.soft
      : beyond
        ? say.shrink(numberWord(beyond, locale), word)
        : within
          ? say.grow(numberWord(within, locale), word)
          : null;
  return [
    field,
    say.turned(formatNumber(sure, locale), label),
    ...(maybe ? [say.between(formatNumber(maybe, locale))] : []),
    ...(edge ? [edge] : []),
    say.restFilled,
  ];
}

function amountOf(value: number, unit: string, locale: string): string {
  const decimals = value < 1 ? Math.ceil(-Math.log10(value)) : 0;
  return `${formatNumber(value, locale, decimals)} ${chartWords.units[unit] ?? unit}`;
}

function describeDots(chart: DotsChart, facts: Facts, locale: string, phone: boolean): string[] {
  const whole = factOf(facts, chart.whole);
  const count = dotCount(whole);
  const shown = chart.parts.indexOf(chart.show);
  if (shown < 0) return describeWhole(whole, count, locale);
  const columns = blockColumns(count.blocks, phone);
  const part = partSpans(
    chart.parts.map((id) => factOf(facts, id)),
    { ...count, columns },
  )[shown];
  return part ? [describePart(part, count, locale)] : [];
}

function describeWhole(whole: Fact, count: DotCount, locale: string): string[] {
  const { total, size, blocks, dotValue } = count;
  const amount = formatNumber(size, locale);
  const last = total % size ? formatNumber(total % size, locale) : null;
  const field = blocks === 1 ? say.oneBlock(formatNumber(total, locale)) : say.blocks(numberWord(blocks, locale), amount, last);
  const unit = dotValue > 1 ? [say.oneDot(amountOf(dotValue, whole.unit, locale))] : [];
  return [field, ...unit, ...describeRange(whole, count, locale)];
}

function describeRange(whole: Fact, { total, certain, size }: DotCount, locale: string): string[] {
  if (certain === total) return [];
  if (certain === 0) return [say.allRings];
  const speaker = whole.speaker.split(' ').length > 3 ? null : whole.speaker;
  const open = total - certain;
  if (certain % size || open % size) return [say.solidDots(formatNumber(certain, locale), formatNumber(open, locale), speaker)];
  return [say.solidBlocks(numberWord(certain / size, locale), numberWord(open / size, locale), open === size, speaker)];
}

function describePart({ fact, from, to, fading, accented }: PartSpan, count: DotCount, locale: string): string {
  const where = blockWords(Math.floor((to - 1) / count.size), count.blocks, locale);
  if (accented) return say.accented(numberWord(to - from, locale), to - from === 1, where);
  const rows = Math.floor((to - 1) / count.wide) - Math.floor(from / count.wide) + 1;
  const amount = formatFact(fact, locale);
  const group =
    to - from < count.wide ? say.emphasisDots(where, amount) : say.emphasis(where, numberWord(rows, locale), rows === 1, amount);
  return group + (fading ? say.edgeFades : '.');
}

function blockWords(index: number, blocks: number, locale: string): string {
  if (blocks === 1) return say.theField;
  const ordinal = chartWords.ordinals[index];
  return ordinal ? say.block(ordinal) : say.blockNumber(formatNumber(index + 1, locale));
}

function numberWord(value: number, locale: string): string {
  return chartWords.numbers[value] ?? formatNumber(value, locale);
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
