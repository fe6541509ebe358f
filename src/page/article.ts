import { type ChartBox, chartMarkup, chartTable, describeChart } from '../graphics/charts/index.ts';
import type { CoverPicture } from '../graphics/map/cover.ts';
import type { StillForm } from '../graphics/map/still.ts';
import { escapeHtml as esc } from '../graphics/marks.ts';
import { describeScene } from '../scene/describe.ts';
import { formatDate, formatFact, formatNumber, formatPrecision } from '../scene/format.ts';
import { chartKey, chartSources } from '../scene/scene-at.ts';
import type { Chart, Fact, Source, Step, Story } from '../story.ts';
import { say } from '../words/index.ts';
import { type LanguagePage, languageSwitch } from './languages.ts';

/** Addresses of what the page shows or offers, relative to it. */
export interface PageFiles {
  /** Still picture of a step's map, by step id and form. */
  still(step: string, form: StillForm): string;
  factsCsv: string;
  chartCsv(step: string): string;
  geodata: { label: string; href: string }[];
}

/** The whole story as markup: complete with no script, no style and no picture. */
export function article(story: Story, cover: CoverPicture, files: PageFiles, languages: readonly LanguagePage[]): string {
  return [
    `<a class="skip" href="#${esc(story.steps[0]?.id ?? 'coda')}">${own(story).skip}</a>`,
    stage(story, cover),
    '<main>',
    coverSection(story, languages),
    ...story.steps.map((step, i) => stepSection(step, i, story, files)),
    '</main>',
    coda(story, files),
  ].join('\n');
}

function stage(story: Story, cover: CoverPicture): string {
  return (
    `<div class="stage" aria-hidden="true"><div class="cover-picture"><div class="cover-frame"><div class="cover-map">${cover.markup}</div></div></div><div class="veil"></div></div>\n` +
    `<p class="credit" aria-hidden="true">${story.asOf ? `<span>${esc(story.asOf)} · </span>` : ''}${mapSources(story)
      .filter(({ short }) => short)
      .map(({ short }) => esc(short ?? ''))
      .join(' · ')}</p>`
  );
}

function coverSection(story: Story, languages: readonly LanguagePage[]): string {
  return (
    `<header class="cover step" id="cover"><div class="title"><h1>${esc(story.title)}</h1>` +
    `<p class="standfirst">${esc(story.standfirst)}</p>` +
    `${story.published ? dateLine(story) : ''}${languageSwitch(languages, story.locale, own(story).languages)}` +
    `<a class="begin" rel="next" href="#${esc(story.steps[0]?.id ?? 'coda')}"><span class="sr">${own(story).begin}</span></a></div></header>`
  );
}

function dateLine(story: Story): string {
  return `<p class="date"><time datetime="${esc(story.published)}">${esc(formatDate(story.published, story, true))}</time></p>`;
}

function stepSection(step: Step, index: number, story: Story, files: PageFiles): string {
  const id = esc(step.id);
  const { chart } = step.scene;
  return (
    `<section class="step${chart ? ' has-chart' : ''}" id="${id}" aria-labelledby="${id}-title">` +
    (chart ? chartFigure(chart, step, story, files) : mapFigure(step, story, files)) +
    `<div class="card"><p class="count"><span>${counted(index, story)}</span>${turns(story, index)}</p>` +
    `<h2 id="${id}-title">${esc(step.title)}</h2>${step.html}${asides(step)}${chart ? chartFoot(chart, step, story, files) : ''}</div></section>`
  );
}

function turns(story: Story, index: number): string {
  const before = story.steps[index - 1]?.id ?? 'cover';
  const after = story.steps[index + 1]?.id ?? 'coda';
  return `<span class="turns"><a rel="prev" href="#${esc(before)}"><span class="sr">${own(story).previous}</span></a><a rel="next" href="#${esc(after)}"><span class="sr">${own(story).next}</span></a></span>`;
}

/** What a map says in words beside its lines is said in the card where the map has no room for it. */
function asides({ scene }: Step): string {
  const notes = scene.arcs.flatMap(({ note }) => note);
  return notes.length ? `<p class="aside">${esc(notes.join(' '))}</p>` : '';
}

function mapFigure(step: Step, story: Story, files: PageFiles): string {
  const picture = (form: StillForm) => esc(files.still(step.id, form));
  return (
    `<figure class="still"><picture><source media="(min-width:1280px),(orientation:landscape)" srcset="${picture('wide')}"><source media="(min-width:640px)" srcset="${picture('middle')}">` +
    `<img src="${picture('tall')}" alt="" loading="lazy" decoding="async"></picture>` +
    `<figcaption class="sr">${esc(describeScene(step.scene, story, (chart) => describeChart(chart, story.facts, story)))}</figcaption></figure>`
  );
}

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

function chartFigure(chart: Chart, step: Step, story: Story, files: PageFiles): string {
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
function spoken(chart: Chart, story: Story): string {
  const [wide, tall] = [false, true].map((phone) => esc(describeChart(chart, story.facts, story, phone)));
  return wide === tall ? (wide ?? '') : `<span class="wide">${wide}</span><span class="tall">${tall}</span>`;
}

function chartFoot(chart: Chart, step: Step, story: Story, files: PageFiles): string {
  const { columns, rows } = chartTable(chart, story.facts, story);
  const head = columns.map((name) => `<th scope="col">${esc(name)}</th>`).join('');
  const body = rows
    .map(([first = '', ...rest]) => `<tr><th scope="row">${esc(first)}</th>${rest.map((cell) => `<td>${esc(cell)}</td>`).join('')}</tr>`)
    .join('');
  return (
    `<div class="foot"><span class="source">${esc(chart.sourceShort)}</span><details class="data"><summary>${own(story).data}</summary>` +
    `<div class="table"><h3>${own(story).figures}</h3><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>` +
    `<p class="links"><a href="${esc(files.chartCsv(step.id))}" download>${own(story).downloadCsv}</a></p></div></details></div>`
  );
}

function coda(story: Story, files: PageFiles): string {
  const [lead, ...others] = story.coda;
  const sections = others.map(({ title, html }) => `<section><h3>${esc(title)}</h3>${html}</section>`).join('');
  return (
    `<footer class="coda step" id="coda"><div class="coda-grid"><div class="figures"><h2>${esc(lead?.title ?? own(story).sources)}</h2><div class="lead">${lead?.html ?? ''}</div>` +
    `<ul class="facts">${story.facts.map((fact) => factItem(fact, story)).join('')}</ul></div>` +
    `<div class="side">${sections}${sourceList(story)}${mapCredits(story)}${downloads(story, files)}</div></div></footer>`
  );
}

function factItem(fact: Fact, story: Story): string {
  const exact = fact.formula
    ? say(story, story.words.fact.derivedFrom, { formula: readable(fact.formula, story) })
    : formatPrecision(fact, story);
  const value = formatFact(fact, story, fact.unit === 'km2' ? 'both' : 'short');
  const details = [fact.speaker, fact.when]
    .filter(Boolean)
    .map((text) => `${esc(text)} · `)
    .join('');
  const note = fact.note ? `<small>${esc(fact.note)}</small>` : '';
  return (
    `<li id="fact-${esc(fact.id)}"><b>${esc(value)}</b><span>${esc(fact.label)}<small>${details}<i>${esc(exact)}</i></small>${note}` +
    `${fact.source ? `<a class="sr" href="#source-${esc(fact.source)}">${own(story).source}</a>` : ''}</span></li>`
  );
}

/** A formula with the figures that it is made of in place of their ids. */
function readable(formula: string, story: Story): string {
  const end = (which: string, id: string) => {
    const value = story.facts.find((fact) => fact.id === id)?.[which === 'low' ? 'low' : 'high'];
    return value === null || value === undefined ? id : formatNumber(value, story);
  };
  return formula
    .replace(/\b(low|high)\(([a-z][a-z0-9-]*)\)/g, (_, which: string, id: string) => end(which, id))
    .replace(/[a-z][a-z0-9-]*/g, (id) => {
      const fact = story.facts.find((one) => one.id === id);
      return fact ? formatFact(fact, story) : id;
    })
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ');
}

function mapSources(story: Story): Source[] {
  const ids = [...new Set(story.layers.map(({ source }) => source))];
  return story.sources
    .filter(({ id }) => ids.includes(id))
    .concat(story.sources.filter(({ id, credit }) => credit && !ids.includes(id) && id !== story.source));
}

function sourceList(story: Story): string {
  const charted = chartSources(story);
  const cited = story.sources.filter(
    ({ id }) => story.source === id || story.facts.some(({ source }) => source === id) || charted.includes(id),
  );
  if (!cited.length) return '';
  const items = cited.map((source) => {
    const date = source.date ? `, ${formatDate(source.date, story)}` : '';
    return `<p id="source-${esc(source.id)}">${linked(source.title, source.address)}${source.publisher ? `, ${esc(source.publisher)}` : ''}${esc(date)}.</p>`;
  });
  return `<section><h3>${own(story).sources}</h3>${items.join('')}</section>`;
}

function mapCredits(story: Story): string {
  const credits = mapSources(story).map((source) => {
    const licence = source.licence ? ` (${linked(source.licence, source.licenceAddress)})` : '';
    return `<p id="source-${esc(source.id)}">${linked(source.credit ?? source.title, source.address)}${licence}.</p>`;
  });
  return credits.length ? `<section><h3>${own(story).mapData}</h3>${credits.join('')}</section>` : '';
}

function linked(text: string, address: string | null): string {
  return address ? `<a class="external" href="${esc(address)}" rel="noopener noreferrer">${esc(text)}</a>` : esc(text);
}

function downloads(story: Story, files: PageFiles): string {
  const links = [{ label: own(story).figuresCsv, href: files.factsCsv }, ...files.geodata];
  return `<section><h3>${own(story).getTheData}</h3><p class="links">${links.map(({ label, href }) => `<a href="${esc(href)}" download>${esc(label)}</a>`).join('')}</p></section>`;
}

type PageWords = Story['words']['page'];

/** The page's own words, none of which has anything put in. */
const own = (story: Story): Record<keyof PageWords, string> =>
  Object.fromEntries(Object.entries(story.words.page).map(([key, message]) => [key, esc(say(story, message))])) as Record<
    keyof PageWords,
    string
  >;

const counted = (index: number, story: Story): string =>
  esc(say(story, story.words.page.count, { n: formatNumber(index + 1, story), total: formatNumber(story.steps.length, story) }));
