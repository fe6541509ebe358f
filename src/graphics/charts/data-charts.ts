import type { BarsChart, Chart, LineChart, TimelineChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import { type DataLayout, layoutBars, settledBars } from './bars.ts';
import type { Channels } from './glide.ts';
import { layoutLine, settledLine } from './line.ts';
import { layoutTimeline, settledTimeline } from './timeline.ts';

/** Charts of a table or of a list of facts. */
export type DataChart = BarsChart | LineChart | TimelineChart;

export const isDataChart = (chart: Chart): chart is DataChart => 'drawing' in chart;

/** The channels of the chart's own state. */
export function settledData(chart: DataChart): Channels {
  if (chart.kind === 'bars') return settledBars(chart);
  return chart.kind === 'timeline' ? settledTimeline(chart) : settledLine(chart);
}

/** The chart at the moment that the channels say. */
export function layoutData(
  chart: DataChart,
  language: Language,
  box: { width: number; height: number },
  at: Channels = settledData(chart),
): DataLayout {
  if (chart.kind === 'bars') return layoutBars(chart, language, box, at);
  return chart.kind === 'timeline' ? layoutTimeline(chart, language, box, at) : layoutLine(chart, language, box, at);
}
