import type { Chart } from '../../story.ts';
import { type Mark, toMarkup } from '../marks.ts';
import { describeChart } from './describe.ts';
import { layoutDots, settledDots } from './dots.ts';
import type { DotsBox } from './dots-plan.ts';
import { layoutShare } from './share.ts';
import type { Facts } from './text.ts';

export { describeChart } from './describe.ts';
export { chartTable } from './table.ts';

/** Width is the chart's; height is what its whole drawing may take; px. */
export type ChartBox = DotsBox;

/** The settled chart as one SVG, for the page before any script has run. `id` keeps the ids of its clip paths apart. */
export function chartMarkup(
  chart: Chart,
  facts: Facts,
  locale: string,
  box: ChartBox,
  id = `${chart.whole}-${chart.show}-${box.kind}`,
): string {
  const { width, height, marks } = settled(chart, facts, locale, box, id);
  const attrs = {
    class: 'chart-svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': describeChart(chart, facts, locale, box.phone),
  };
  return toMarkup([{ key: id, tag: 'svg', attrs, children: marks }]);
}

function settled(chart: Chart, facts: Facts, locale: string, box: ChartBox, id: string): { width: number; height: number; marks: Mark[] } {
  if (chart.kind === 'share') return layoutShare(chart, facts, locale, box, chart.show === 'part' ? 1 : 0);
  const { width, height, field, parts, lens, text } = layoutDots(chart, facts, locale, box, settledDots(chart), id);
  return { width, height, marks: [...field, ...parts, ...lens, ...text] };
}
