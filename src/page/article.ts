import { describeChart } from '../graphics/charts/index.ts';
import type { CoverPicture } from '../graphics/map/cover.ts';
import type { StillForm } from '../graphics/map/still.ts';
import { escapeHtml as esc } from '../graphics/marks.ts';
import { namedSources } from '../scene/contents.ts';
import { describeScene } from '../scene/describe.ts';
import { formatDate, formatFact, formatNumber, formatPrecision } from '../scene/format.ts';
import type { Fact, Picture, Source, Step, Story } from '../story.ts';
import { say } from '../words/index.ts';
import { contentMarkup } from './blocks.ts';
import { chartFigure, chartFoot } from './chart-figure.ts';
import { type LanguagePage, languageSwitch } from './languages.ts';
import type { Variants } from './media/names.ts';
import { own } from './own-words.ts';

/** Addresses of what the page shows or offers, relative to it. */
export interface PageFiles {
  /** Still picture of a step's map, by step id and form. */
  still(step: string, form: StillForm): string;
  factsCsv: string;
  /** Of a step's chart, by the step's id; of one between steps, by its own. */
  chartCsv(id: string): string;
  picture(picture: Picture): Variants;
  /** Of a film or its captions. */
  copy(file: string): string;
  geodata: { label: string; href: string }[];
}

/** The whole story as markup: complete with no script, no style and no picture. */
export function article(story: Story, cover: CoverPicture, files: PageFiles, languages: readonly LanguagePage[]): string {
  return [
    `<a class="skip" href="#${esc(story.steps[0]?.id ?? 'coda')}">${own(story).skip}</a>`,
    stage(story, cover),
    '<main>',
    coverSection(story, languages),
    chapterList(story),
    interlude(-1, story, files),
    ...story.steps.map((step, i) => stepSection(step, i, story, files) + interlude(i, story, files)),
    '</main>',
    coda(story, files),
  ]
    .filter(Boolean)
    .join('\n');
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
  const chart = step.textOnly ? null : step.scene.chart;
  const figure = chart ? chartFigure(chart, step, story, files) : step.textOnly ? '' : mapFigure(step, story, files);
  const kind = chart ? ' has-chart' : step.textOnly ? ' plain' : '';
  return (
    `<section class="step${kind}" id="${id}" aria-labelledby="${id}-title">${figure}` +
    `<div class="card"><p class="count"><span>${counted(index, story)}</span>${turns(story, index)}</p>${chapterOf(index, story)}` +
    `<h2 id="${id}-title">${esc(step.title)}</h2>${contentMarkup(step.content, story, files, 'card')}` +
    `${step.textOnly ? '' : asides(step)}${chart ? chartFoot(chart, files.chartCsv(step.id), story) : ''}</div></section>`
  );
}

/** Over the heading of a chapter's first step. */
function chapterOf(index: number, { chapters }: Story): string {
  const chapter = chapters.find(({ first }) => first === index);
  return chapter ? `<p class="chapter">${esc(chapter.title)}</p>` : '';
}

function chapterList(story: Story): string {
  const links = story.chapters.map(({ title, first }) => `<li><a href="#${esc(story.steps[first]?.id ?? '')}">${esc(title)}</a></li>`);
  return links.length ? `<nav class="between card chapters" aria-label="${own(story).chapters}"><ol>${links.join('')}</ol></nav>` : '';
}

/** What stands behind a step; it covers the stage while it passes. */
function interlude(after: number, story: Story, files: PageFiles): string {
  const content = story.interludes.find((one) => one.after === after)?.content;
  return content ? `\n<section class="between card">${contentMarkup(content, story, files, 'page')}</section>` : '';
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
  // A picture of its own for paper: a source for print in the other one would be chosen too late, and its file not fetched.
  return (
    `<figure class="still"><picture><source media="(min-width:1280px),(orientation:landscape)" srcset="${picture('wide')}"><source media="(min-width:640px)" srcset="${picture('middle')}">` +
    `<img src="${picture('tall')}" alt="" loading="lazy" decoding="async"></picture>` +
    `<img hidden src="${picture('paper')}" alt="" loading="lazy"><figcaption class="sr">${esc(describeScene(step.scene, story, (chart) => describeChart(chart, story.facts, story)))}</figcaption></figure>`
  );
}

function coda(story: Story, files: PageFiles): string {
  const [lead, ...others] = story.coda;
  const sections = others
    .map(({ title, content }) => `<section><h3>${esc(title)}</h3>${contentMarkup(content, story, files, 'card')}</section>`)
    .join('');
  return (
    `<footer class="coda step" id="coda"><div class="coda-grid"><div class="figures"><h2>${esc(lead?.title ?? own(story).sources)}</h2><div class="lead">${contentMarkup(lead?.content ?? [], story, files, 'card')}</div>` +
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
    `<li id="fact-${esc(fact.id)}"><b>${esc(value)}</b><span>${esc(fact.label)}<small>${details}<bdi>${esc(exact)}</bdi></small>${note}` +
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
  const named = namedSources(story);
  const cited = story.sources.filter(
    ({ id }) => story.source === id || story.facts.some(({ source }) => source === id) || named.includes(id),
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

const counted = (index: number, story: Story): string =>
  esc(say(story, story.words.page.count, { n: formatNumber(index + 1, story), total: formatNumber(story.steps.length, story) }));
