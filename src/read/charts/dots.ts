import { formatFact } from '../../scene/format.ts';
import type { DotsChart, Fact } from '../../story.ts';
import { say } from '../../words/index.ts';
import { quote, type Report, type Spot } from '../report.ts';
import type { ChartSpec } from '../schema.ts';
import { didYouMean } from '../suggest.ts';
import { type ChartContext, pair, sourceLines, text } from './context.ts';
import { checkCount, checkPart, lookUpFact } from './facts.ts';

/** More are neither drawn quickly nor seen one by one. */
const mostDots = 20_000;

export function resolveDots(spec: Extract<ChartSpec, { kind: 'dots' }>, context: ChartContext): DotsChart | null {
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
  checkCount(whole, mostDots, spot(['whole']), report);
  parts.forEach((part, index) => void (part && checkPart(part, whole, spot(['parts', index]), report)));
  checkOrder(whole, parts, (index) => spot(['parts', index]), report);
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
function checkOrder(whole: Fact, parts: (Fact | null)[], spot: (index: number) => Spot, report: Report): void {
  const size = (fact: Fact | null | undefined) => fact?.high ?? fact?.low ?? 0;
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    // A part that is more than the whole has been told of.
    const fits = size(part) <= size(whole);
    if (before && part && before.unit === part.unit && fits && size(part) > size(before))
      report.error(spot(index), `expected the largest part first, found ${quote(part.id)} after ${quote(before.id)}, which is smaller`);
  });
}

/** A key may also name a fact of the whole's own, such as the width of its range. */
function keyFact(id: string, index: number, { book, spot, report }: ChartContext): string {
  lookUpFact(id, spot(['key', index, 0]), book, report);
  return id;
}
