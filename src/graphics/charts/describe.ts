import { formatFact, formatNumber } from '../../scene/format.ts';
import type { Chart, DotsChart, Fact, ShareChart } from '../../story.ts';
import { type Language, type Message, say } from '../../words/index.ts';
import { type DotCount, dotCount } from './blocks.ts';
import { cellGrid, turnOf } from './cells.ts';
import { describeBars, describeLine, describeTimeline } from './describe-data.ts';
import { type PartSpan, partSpans } from './dot-parts.ts';
import { blockColumns } from './dots-plan.ts';
import { type Facts, factOf } from './text.ts';

/** The chart in plain sentences: what the picture shows, how much, how sure. On a phone blocks stand two abreast. */
export function describeChart(chart: Chart, facts: Facts, language: Language, phone = false): string {
  return sentences(chart, facts, language, phone).filter(Boolean).map(capital).join(' ');
}

function sentences(chart: Chart, facts: Facts, language: Language, phone: boolean): string[] {
  switch (chart.kind) {
    case 'share':
      return describeShare(chart, facts, language);
    case 'dots':
      return describeDots(chart, facts, language, phone);
    case 'bars':
      return describeBars(chart, language);
    case 'timeline':
      return describeTimeline(chart, language);
    default:
      return describeLine(chart, language);
  }
}

function describeShare(chart: ShareChart, facts: Facts, language: Language): string[] {
  const words = language.words.chart;
  const whole = factOf(facts, chart.whole);
  const part = factOf(facts, chart.part);
  const grid = cellGrid(whole.high ?? whole.low ?? 1);
  const count = formatNumber(grid.count, language);
  const unit = words.fieldUnit[whole.unit as 'km2'] ?? whole.unit;
  const field =
    grid.cellValue === 1
      ? say(language, words.field, { n: grid.count, count, unit: String(unit) })
      : say(language, words.fieldOf, { count, amount: amountOf(grid.cellValue, whole.unit, language) });
  if (chart.show === 'whole') return [field, say(language, words.filled)];
  const { sure, maybe, beyond, within } = turnOf(part, whole, grid);
  const label = lowerFirst(chart.partLabel[1], language);
  const columns = (message: Message, n: number) => [say(language, message, { n, count: numberWord(n, language) })];
  const edge =
    beyond && within ? [say(language, words.soft)] : beyond ? columns(words.shrink, beyond) : within ? columns(words.grow, within) : [];
  return [
    field,
    say(language, words.turned, { n: sure, count: formatNumber(sure, language), label }),
    ...(maybe ? [say(language, words.between, { n: maybe, count: formatNumber(maybe, language) })] : []),
    ...edge,
    say(language, words.restFilled),
  ];
}

/** So many of a unit, in full: `10 square kilometres`. */
function amountOf(value: number, unit: string, language: Language): string {
  const { unit: units } = language.words;
  const decimals = value < 1 ? Math.ceil(-Math.log10(value)) : 0;
  const messages: Record<string, Message> = { km2: units.km2Long, people: units.people, '%': units.percentLong, years: units.years };
  return say(language, (Object.hasOwn(messages, unit) && messages[unit]) || units.other, {
    n: value,
    amount: formatNumber(value, language, decimals),
    unit,
  });
}

function describeDots(chart: DotsChart, facts: Facts, language: Language, phone: boolean): string[] {
  const whole = factOf(facts, chart.whole);
  const count = dotCount(whole);
  const shown = chart.parts.indexOf(chart.show);
  if (shown < 0) return describeWhole(whole, count, language);
  const columns = blockColumns(count.blocks, phone);
  const part = partSpans(
    chart.parts.map((id) => factOf(facts, id)),
    { ...count, columns },
  )[shown];
  return part ? [describePart(part, count, language)] : [];
}

function describeWhole(whole: Fact, count: DotCount, language: Language): string[] {
  const words = language.words.chart;
  const { total, size, blocks, dotValue } = count;
  const last = total % size;
  const field =
    last && blocks > 1
      ? say(language, words.blocksWithLast, {
          count: numberWord(blocks, language),
          amount: formatNumber(size, language),
          last: formatNumber(last, language),
        })
      : say(language, words.blocks, {
          n: blocks,
          count: numberWord(blocks, language),
          amount: formatNumber(blocks === 1 ? total : size, language),
        });
  const unit = dotValue > 1 ? [say(language, words.oneDot, { amount: amountOf(dotValue, whole.unit, language) })] : [];
  return [field, ...unit, ...describeRange(whole, count, language)];
}

function describeRange(whole: Fact, { total, certain, size }: DotCount, language: Language): string[] {
  const words = language.words.chart;
  if (certain === total) return [];
  if (certain === 0) return [say(language, words.allRings)];
  const speaker = whole.speaker.split(' ').length > 3 ? '' : whole.speaker;
  const open = total - certain;
  if (certain % size || open % size) {
    const message = speaker ? words.solidDotsOf : words.solidDots;
    return [say(language, message, { solid: formatNumber(certain, language), open: formatNumber(open, language), speaker })];
  }
  const message = speaker ? words.solidBlocksOf : words.solidBlocks;
  const blocks = open / size;
  return [say(language, message, { n: blocks, solid: numberWord(certain / size, language), open: numberWord(blocks, language), speaker })];
}

function describePart({ fact, from, to, fading, accented }: PartSpan, count: DotCount, language: Language): string {
  const words = language.words.chart;
  const where = blockWords(Math.floor((to - 1) / count.size), count.blocks, language);
  if (accented) return say(language, words.accented, { n: to - from, count: numberWord(to - from, language), where });
  const rows = Math.floor((to - 1) / count.wide) - Math.floor(from / count.wide) + 1;
  const amount = formatFact(fact, language);
  if (to - from < count.wide) return say(language, fading ? words.emphasisDotsFading : words.emphasisDots, { where, amount });
  return say(language, fading ? words.emphasisFading : words.emphasis, { n: rows, count: numberWord(rows, language), where, amount });
}

function blockWords(index: number, blocks: number, language: Language): string {
  const words = language.words.chart;
  if (blocks === 1) return say(language, words.theField);
  const ordinal = words.ordinals[index];
  return ordinal
    ? say(language, words.block, { ordinal })
    : say(language, words.blockNumber, { number: formatNumber(index + 1, language) });
}

function numberWord(value: number, language: Language): string {
  return language.words.chart.numbers[value] ?? formatNumber(value, language);
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const lowerFirst = (words: string, { locale }: Language): string => words.charAt(0).toLocaleLowerCase(locale) + words.slice(1);
