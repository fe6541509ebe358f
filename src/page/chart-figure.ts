import { type ChartBox, chartMarkup, chartTable, describeChart } from '../graphics/charts/index.ts';
import type { StillForm } from '../graphics/map/still.ts';
import { escapeHtml as esc } from '../graphics/marks.ts';
import { chartKey } from '../scene/scene-at.ts';
import type { Chart, Step, Story } from '../story.ts';
import type { PageFiles } from './article.ts';
import { own } from './own-words.ts';

/** Where a chart is drawn before any script has run: the sizes the two static forms are laid out for. */
export const staticBoxes = {
  wide: { width: 812, height: 900, kind: 'desk', phone: false },
  tall: { width: 358, height: 440, kind: 'phone', phone: true },
} as const satisfies Record<string, ChartBox>;

/** The first state of each drawing stands in the page itself, in the phone's form, so that it comes with the text; the others come when near. */
export function isInline(story: Story, step: Step, form: StillForm): boolean {
  const key = (one: Step) => one.scene.chart && chartKey(one.scene.chart);
  return form === 'tall' && step.scene.chart !== null && story.steps.find((one) => key(one) === key(step)) === step;
}

export function chartFigure(chart: Chart, step: Step, story: Story, files: PageFiles): string {
  const drawn = (Object.keys(staticBoxes) as (keyof typeof staticBoxes)[]).map((form) => {
    const { width, height } = staticBoxes[form];
    const content = isInline(story, step, form)
      ? chartMarkup(chart, story.facts, story, staticBoxes[form], `${step.id}-${form}`)
      : `<img src="${esc(files.still(step.id, form))}" width="${width}" height="${height}" alt="" loading="lazy" decoding="async">`;
    return `<div class="${form}">${content}</div>`;
  });
  return (
    `<figure class="still chart" aria-labelledby="${esc(step.id)}-chart"><p class="chart-title" id="${esc(step.id)}-chart">${esc(chart.title)}</p>` +
    `<p class="chart-caption">${esc(chart.caption)}</p>${drawn.join('')}` +
    `<figcaption class="sr">${spoken(chart, story)}</figcaption></figure>`
  );
}

/** What is drawn elsewhere on a phone is described so as well. */
export function spoken(chart: Chart, story: Story): string {
  const [wide, tall] = [false, true].map((phone) => esc(describeChart(chart, story.facts, story, phone)));
  return wide === tall ? (wide ?? '') : `<span class="wide">${wide}</span><span class="tall">${tall}</span>`;
}

/** Source, table and download; `csv` is the table's address. */
export function chartFoot(chart: Chart, csv: string, story: Story): string {
  const { columns, rows } = chartTable(chart, story.facts, story);
  const head = columns.map((name) => `<th scope="col">${esc(name)}</th>`).join('');
  const body = rows
    .map(([first = '', ...rest]) => `<tr><th scope="row">${esc(first)}</th>${rest.map((cell) => `<td>${esc(cell)}</td>`).join('')}</tr>`)
    .join('');
  return (
    `<div class="foot"><span class="source">${esc(chart.sourceShort)}</span><details class="data"><summary>${own(story).data}</summary>` +
    `<div class="table"><h3>${own(story).figures}</h3><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>` +
    `<p class="links"><a href="${esc(csv)}" download>${own(story).downloadCsv}</a></p></div></details></div>`
  );
}
