import { formatFact } from '../../scene/format.ts';
import type { Fact, ShareChart } from '../../story.ts';
import { say } from '../../words/index.ts';
import { countErrors, quote, type Report, type Spot } from '../report.ts';
import type { ChartSpec } from '../schema.ts';
import { capitalise } from '../template.ts';
import { type ChartContext, pair, sourceLines, text } from './context.ts';
import { checkCount, checkPart, lookUpFact } from './facts.ts';

/** More are neither drawn quickly nor seen one by one. */
const mostCells = 10_000;

export function resolveShare(spec: Extract<ChartSpec, { kind: 'share' }>, context: ChartContext): ShareChart | null {
  const { book, spot, report } = context;
  const [whole, part, rest] = (['whole', 'part', 'rest'] as const).map((key) => lookUpFact(spec[key], spot([key]), book, report));
  if (!whole || !part || !rest) return null;
  const before = countErrors(report);
  checkCount(whole, mostCells, spot(['whole']), report);
  for (const [key, fact] of [
    ['part', part],
    ['rest', rest],
  ] as const)
    checkPart(fact, whole, spot([key]), report);
  if (countErrors(report) === before) checkRest(whole, part, rest, spot(['rest']), report);
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

/** What is left is the whole without the part, as far as the three have bounds; each may be rounded. */
function checkRest(whole: Fact, part: Fact, rest: Fact, spot: Spot, report: Report): void {
  if (rest.unit !== whole.unit || part.unit !== whole.unit || whole.low === null || whole.high === null) return;
  const slack = whole.high * 0.02;
  const most = part.low === null ? whole.high : whole.high - part.low;
  const least = part.high === null ? 0 : whole.low - part.high;
  const [low, high] = [rest.low ?? rest.high, rest.high ?? rest.low];
  if (low === null || high === null || (low <= most + slack && high >= least - slack)) return;
  report.error(
    spot,
    `expected what is left of "${whole.id}" without "${part.id}", found ${quote(rest.id)}, which is ${rest.high ?? rest.low}`,
    `Derive it with a formula: ${whole.id} - ${part.id}`,
  );
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
