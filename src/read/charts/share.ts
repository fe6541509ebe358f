import { formatFact } from '../../scene/format.ts';
import type { Fact, ShareChart } from '../../story.ts';
import { say } from '../../words/index.ts';
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
  checkCount(whole, mostCells, spot(['whole']), report);
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
