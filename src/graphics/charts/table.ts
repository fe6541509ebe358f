import { formatFact } from '../../scene/format.ts';
import { en } from '../../scene/words.ts';
import type { Chart, Fact } from '../../story.ts';
import { type Facts, factOf } from './text.ts';
import { chartWords } from './words.ts';

export interface ChartTable {
  columns: string[];
  rows: string[][];
}

/** The figures behind a chart: what, how much, how exact, who says so, when. */
export function chartTable(chart: Chart, facts: Facts, locale: string): ChartTable {
  const ids = chart.kind === 'share' ? [chart.whole, chart.part, chart.rest] : [chart.whole, ...chart.parts];
  return { columns: chartWords.table, rows: [...new Set(ids)].map((id) => row(factOf(facts, id), locale)) };
}

function row(fact: Fact, locale: string): string[] {
  const exact = en.precision[fact.qualifier] ?? fact.qualifier;
  return [fact.label, formatFact(fact, locale, 'both'), fact.formula ? `${exact}; ${chartWords.derived}` : exact, fact.speaker, fact.when];
}
