import type { Chart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import { escapeHtml, type Mark, toMarkup } from '../marks.ts';
import { isDataChart, layoutData } from './data-charts.ts';
import { layoutDots, settledDots } from './dots.ts';
import type { DotsBox } from './dots-plan.ts';
import { layoutShare } from './share.ts';
import type { Facts } from './text.ts';

export { describeChart } from './describe.ts';
export { chartTable } from './table.ts';

/** Width is the chart's; height is what its whole drawing may take; px. */
export type ChartBox = DotsBox;

/** The settled chart as one SVG, for the page before any script has run. `id` keeps the ids of its clip paths apart. */
export function chartMarkup(chart: Chart, facts: Facts, language: Language, box: ChartBox, id = 'chart'): string {
  const { width, height, marks } = settled(chart, facts, language, box, id);
  const attrs = {
    class: 'chart-svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    // Its description stands beside it in words.
    'aria-hidden': 'true',
  };
  return toMarkup([{ key: id, tag: 'svg', attrs, children: withoutOutlines(marks) }]);
}

/** The settled chart as a picture that stands alone: SVG with its styles inside. */
export function chartPicture(chart: Chart, facts: Facts, language: Language, box: ChartBox, css: string): string {
  const { width, height, marks } = settled(chart, facts, language, box, 'chart');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>${escapeHtml(css)}</style>${toMarkup(withoutOutlines(marks))}</svg>`;
}

/** A still picture is never lit and takes no pointer. */
function withoutOutlines(marks: Mark[]): Mark[] {
  return marks
    .filter(({ attrs }) => attrs?.class !== 'lit-outline')
    .map(({ children, ...mark }) => ({ ...mark, ...(children ? { children: withoutOutlines(children) } : {}) }));
}

function settled(
  chart: Chart,
  facts: Facts,
  language: Language,
  box: ChartBox,
  id: string,
): { width: number; height: number; marks: Mark[] } {
  if (isDataChart(chart)) return layoutData(chart, language, box);
  if (chart.kind === 'share') return layoutShare(chart, facts, language, box, chart.show === 'part' ? 1 : 0);
  const { width, height, field, parts, lens, text } = layoutDots(chart, facts, language, box, settledDots(chart), id);
  return { width, height, marks: [...field, ...parts, ...lens, ...text] };
}
