import { formatFact, formatPrecision } from '../../scene/format.ts';
import { chartFacts } from '../../scene/scene-at.ts';
import type { Chart, Fact } from '../../story.ts';
import { type Language, say } from '../../words/index.ts';
import { isDataChart } from './data-charts.ts';
import { dataTable } from './table-data.ts';
import { type Facts, factOf } from './text.ts';

export interface ChartTable {
  columns: string[];
  rows: string[][];
}

/** The figures behind a chart: what, how much, how exact, who says so, when. */
export function chartTable(chart: Chart, facts: Facts, language: Language): ChartTable {
  if (isDataChart(chart)) {
    const drawn = chartFacts(chart);
    return drawn.length
      ? { columns: language.words.chart.columns, rows: drawn.map((id) => row(factOf(facts, id), language)) }
      : dataTable(chart, language);
  }
  const ids = chart.kind === 'share' ? [chart.whole, chart.part, chart.rest] : [chart.whole, ...chart.parts];
  return { columns: language.words.chart.columns, rows: [...new Set(ids)].map((id) => row(factOf(facts, id), language)) };
}

function row(fact: Fact, language: Language): string[] {
  const exact = formatPrecision(fact, language);
  const derived = say(language, language.words.fact.derived);
  return [fact.label, formatFact(fact, language, 'both'), fact.formula ? `${exact}; ${derived}` : exact, fact.speaker, fact.when];
}
