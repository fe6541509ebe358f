import { formatFact, formatNumber } from '../scene/format.ts';
import type { Chart, DotsChart, Fact, ShareChart } from '../story.ts';
import { say } from '../words/index.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { ChartSpec } from './schema.ts';
import { didYouMean } from './suggest.ts';
import { capitalise, type FactBook } from './template.ts';

/** How a chart's words and facts are looked up. */
export interface ChartContext {
  book: FactBook;
  /** Title of a fact's source, and the date it is from. */
  sourceLine(fact: Fact): [long: string, short: string];
  fill(text: string, path: readonly PropertyKey[]): string;
  spot(path: readonly PropertyKey[]): Spot;
  report: Report;
}

type ShareSpec = Extract<ChartSpec, { kind: 'share' }>;
type DotsSpec = Extract<ChartSpec, { kind: 'dots' }>;

/** More than these are neither drawn quickly nor seen one by one. */
const most = { share: 10_000, dots: 20_000 };

/** A complete chart: what is not said follows from its facts. Null where a fact is unknown. */
export function resolveChart(spec: ChartSpec, context: ChartContext): Chart | null {
  return spec.kind === 'share' ? resolveShare(spec, context) : resolveDots(spec, context);
}

/** The fact with the id, reported where there is none. */
export function lookUpFact(id: string, spot: Spot, book: FactBook, report: Report): Fact | null {
  const fact = book.facts.get(id);
  if (!fact && !book.broken.has(id))
    report.error(
      spot,
      `expected the id of a fact, found ${quote(id)}`,
      didYouMean(id, book.facts.keys()) ?? (book.facts.size ? null : 'Facts stand in facts.csv.'),
    );
  return fact ?? null;
}

function resolveShare(spec: ShareSpec, context: ChartContext): ShareChart | null {
  const { book, spot, report } = context;
  const [whole, part, rest] = (['whole', 'part', 'rest'] as const).map((key) => lookUpFact(spec[key], spot([key]), book, report));
  if (!whole || !part || !rest) return null;
  checkCount(whole, most.share, spot(['whole']), report);
  for (const [key, fact] of [
    ['part', part],
    ['rest', rest],
  ] as const)
    checkPart(fact, whole, spot([key]), report);
  const say = (fact: Fact) => formatFact(fact, book.language);
  const subject = spec.show === 'part' ? part : whole;
  const sources = sourceLines(spec, subject, context);
  return {
    kind: 'share',
    whole: spec.whole,
    part: spec.part,
    rest: spec.rest,
    show: spec.show,
    title: text(spec.title, ['title'], context) ?? `${subject.label}: ${say(subject)}`,
    caption: text(spec.caption, ['caption'], context) ?? shareCaption(whole, context),
    partLabel: pair(spec['part-label'], ['part-label'], context) ?? [capitalise(part.label), capitalise(part.label)],
    restLabel: pair(spec['rest-label'], ['rest-label'], context) ?? [capitalise(rest.label), capitalise(rest.label)],
    edgeLabel: pair(spec['edge-label'], ['edge-label'], context) ?? edgeLabel(part, context),
    ...sources,
  };
}

function shareCaption(whole: Fact, { book }: ChartContext): string {
  const amount = formatFact(whole, book.language, whole.unit === 'km2' ? 'long' : 'short');
  return say(book.language, book.language.words.chart.shareCaption, { amount });
}

function edgeLabel(part: Fact, { book }: ChartContext): [string, string] {
  const { atLeastThisFar, atMostThisFar } = book.language.words.chart;
  const [long = '', short = ''] = part.high === null ? atLeastThisFar : part.low === null ? atMostThisFar : [];
  return [long, short];
}

function resolveDots(spec: DotsSpec, context: ChartContext): DotsChart | null {
  const { book, spot, report } = context;
  const whole = lookUpFact(spec.whole, spot(['whole']), book, report);
  const parts = (spec.parts ?? []).map((id, index) => lookUpFact(id, spot(['parts', index]), book, report));
  const show = spec.show ?? spec.whole;
  if (!whole || parts.some((part) => !part)) return null;
  const known = [spec.whole, ...(spec.parts ?? [])];
  if (!known.includes(show))
    report.error(
      spot(['show']),
      `expected the whole or one of the parts: ${known.join(', ')}; found ${quote(show)}`,
      didYouMean(show, known),
    );
  checkCount(whole, most.dots, spot(['whole']), report);
  parts.forEach((part, index) => void (part && checkPart(part, whole, spot(['parts', index]), report)));
  checkOrder(parts, (index) => spot(['parts', index]), report);
  const shown = book.facts.get(show) ?? whole;
  const sources = sourceLines(spec, shown, context);
  const said = formatFact(shown, book.language);
  return {
    kind: 'dots',
    whole: spec.whole,
    parts: spec.parts ?? [],
    show,
    title: text(spec.title, ['title'], context) ?? `${shown.label}: ${said}`,
    caption:
      text(spec.caption, ['caption'], context) ??
      say(book.language, book.language.words.chart.dotsCaption, { amount: formatFact(whole, book.language) }),
    figure: spec.figure?.map((line, index) => pair(line, ['figure', index], context) ?? ['', '']) ?? [
      [said, said],
      [shown.label, shown.label],
    ],
    key: (spec.key ?? []).map(([id, words], index) => [keyFact(id, index, context), context.fill(words, ['key', index, 1])]),
    ...sources,
  };
}

/** Smaller facts lie inside larger ones, so that they come after them. */
function checkOrder(parts: (Fact | null)[], spot: (index: number) => Spot, report: Report): void {
  const size = (fact: Fact | null | undefined) => fact?.high ?? fact?.low ?? 0;
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (before && part && before.unit === part.unit && size(part) > size(before))
      report.error(spot(index), `expected the largest part first, found ${quote(part.id)} after ${quote(before.id)}, which is smaller`);
  });
}

/** A key may also name a fact of the whole's own, such as the width of its range. */
function keyFact(id: string, index: number, { book, spot, report }: ChartContext): string {
  lookUpFact(id, spot(['key', index, 0]), book, report);
  return id;
}

/** What can be counted out in cells or dots. */
function checkCount(whole: Fact, limit: number, spot: Spot, report: Report): void {
  const value = whole.high ?? whole.low;
  if (value === null)
    report.error(
      spot,
      `expected a fact with a number, found ${quote(whole.id)}, which is in words only`,
      'What has no number is not drawn.',
    );
  else if (value < 1 || value > limit)
    report.error(
      spot,
      `expected a number from 1 to ${formatNumber(limit, { locale: 'en' })} to draw one by one, found ${quote(whole.id)}, which is ${value}`,
    );
}

/** A part is a number of the whole's unit, and no more than the whole. */
export function checkPart(part: Fact, whole: Fact, spot: Spot, report: Report): void {
  if (part.low === null && part.high === null)
    report.error(
      spot,
      `expected a fact with a number, found ${quote(part.id)}, which is in words only`,
      'What has no number is not drawn.',
    );
  else if (part.unit !== whole.unit)
    report.error(
      spot,
      `expected a fact in ${whole.unit || 'no unit'}, as "${whole.id}" is, found ${quote(part.id)}, which is in ${part.unit || 'no unit'}`,
      part.unit === '%' ? `Derive one with a formula: ${whole.id} * ${part.id}` : null,
    );
  else if (whole.high !== null && Math.max(part.low ?? Number.NEGATIVE_INFINITY, part.high ?? Number.NEGATIVE_INFINITY) > whole.high)
    report.error(
      spot,
      `expected a part of "${whole.id}", which is ${whole.high}, found ${quote(part.id)}, which is ${part.high ?? part.low} and so more than the whole`,
    );
}

/** What is said of the source, or what its entry says; a line of the editor's own stands for the short one too. */
function sourceLines(spec: ChartSpec, subject: Fact, context: ChartContext): { source: string; sourceShort: string } {
  const [long, short] = context.sourceLine(subject);
  const own = text(spec.source, ['source'], context);
  return { source: own ?? long, sourceShort: text(spec['source-short'], ['source-short'], context) ?? own ?? short };
}

function text(value: string | undefined, path: readonly PropertyKey[], { fill }: ChartContext): string | null {
  return value === undefined ? null : fill(value, path);
}

function pair(value: string | [string, string] | undefined, path: readonly PropertyKey[], { fill }: ChartContext): [string, string] | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? [fill(value[0], [...path, 0]), fill(value[1], [...path, 1])] : [fill(value, path), fill(value, path)];
}
