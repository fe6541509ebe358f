import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { chartPicture, chartTable } from '../graphics/charts/index.ts';
import { coverPicture } from '../graphics/map/cover.ts';
import { type Geography, geography } from '../graphics/map/geography.ts';
import { type StillForm, stillForms, stillPicture } from '../graphics/map/still.ts';
import { escapeHtml as esc } from '../graphics/marks.ts';
import type { StoryFiles } from '../read/index.ts';
import type { Step, Story } from '../story.ts';
import { article, isInline, type PageFiles, staticBoxes } from './article.ts';
import { forcedCss, liveCss, pageCss, printCss, stillCss } from './css.ts';
import { toCsv } from './csv.ts';
import { digest, hashed } from './hash.ts';
import { layerTopologies } from './topologies.ts';

export type Assets = Map<string, string | Uint8Array>;

export interface Page {
  lang: string;
  dir: 'ltr' | 'rtl';
  head: string;
  body: string;
  /** Every file beside the page, by its path; names carry a hash of the content. */
  assets: Assets;
}

export interface PageInput {
  story: Story;
  geo: Record<string, FeatureCollection>;
  topologies: Record<string, Topology>;
  files: StoryFiles;
  /** Scripts built elsewhere: the WebGL map and its worker; none in the dev server. */
  extra: Assets;
}

/** Makes the finished page of a story: markup, pictures, data and the scripts that carry them. */
export function assemble({ story, geo, topologies, files, extra }: PageInput): Page {
  const layers = layerTopologies(story, geo, topologies);
  const shapes = geography(story.layers, story.features, layers);
  const assets: Assets = new Map(extra);
  const add = (path: string, content: string | Uint8Array) => {
    const name = hashed(path, content);
    assets.set(name, content);
    return name;
  };
  const cover = coverPicture(story.cover, story, shapes);
  const css = pageCss(cover.ratio, (path, bytes) => add(path, bytes));
  const pageFiles = writeFiles(story, shapes, files, (folder, contents) => addFolder(assets, folder, contents));
  const parts = {
    geo: geoScripts(story, layers, add),
    charts: find(extra, 'assets/charts-'),
    webgl: find(extra, 'assets/webgl-'),
    worker: find(extra, 'assets/worker-'),
  };
  const data = add('assets/story.js', `self.mapStory=${asScript({ story: forBrowser(story), parts, css: liveCss() })};`);
  const sheet = (media: string, content: string) =>
    `<link rel="stylesheet" media="${media}" href="${add(`assets/${media.replace(/[^a-z]+/g, '')}.css`, content)}">`;
  return {
    lang: esc(story.locale),
    dir: 'ltr',
    head: `${meta(story)}<style>${css}</style>${sheet('print', printCss())}${sheet('(forced-colors:active)', forcedCss())}<script defer src="${data}"></script>`,
    body: article(story, cover, pageFiles),
    assets,
  };
}

const find = (files: Assets, start: string): string | null => [...files.keys()].find((name) => name.startsWith(start)) ?? null;

function meta(story: Story): string {
  const description = esc(story.share || story.standfirst);
  return (
    `<title>${esc(story.title)}</title><meta name="description" content="${description}">` +
    `<meta property="og:type" content="article"><meta property="og:title" content="${esc(story.title)}"><meta property="og:description" content="${description}">` +
    `<link rel="icon" href="data:,">`
  );
}

type Add = (path: string, content: string | Uint8Array) => string;
type AddFolder = (folder: string, contents: Map<string, string | Uint8Array>) => string;

function addFolder(assets: Assets, folder: string, contents: Map<string, string | Uint8Array>): string {
  const name = `${folder}-${digest([...contents].flat())}`;
  for (const [file, content] of contents) assets.set(`${name}/${file}`, content);
  return name;
}

/** Pictures and downloads keep plain names; the hash of each lot is in its folder's. */
function writeFiles(story: Story, shapes: Geography, files: StoryFiles, addFolder: AddFolder): PageFiles {
  const stills = addFolder('stills', pictures(story, shapes));
  const charts = story.steps.filter(({ scene }) => scene.chart).map((step): [string, string] => [`${step.id}.csv`, chartCsv(step, story)]);
  const mapFiles = story.layers.map(({ file }): [string, Uint8Array | string] => [file.split('/').at(-1) ?? file, files.get(file) ?? '']);
  const data = addFolder(
    'data',
    new Map<string, string | Uint8Array>([['facts.csv', files.get('facts.csv') ?? ''], ...charts, ...mapFiles]),
  );
  return {
    still: (step, form) => `${stills}/${step}-${form}.svg`,
    factsCsv: `${data}/facts.csv`,
    chartCsv: (step) => `${data}/${step}.csv`,
    geodata: story.layers.map(({ label, file }) => ({ label, href: `${data}/${file.split('/').at(-1)}` })),
  };
}

/** A still picture of each step, by its file's name, but for the charts that stand in the page itself. */
function pictures(story: Story, shapes: Geography): Map<string, string> {
  const css = stillCss();
  return new Map(
    story.steps.flatMap((step): [string, string][] => {
      const { chart } = step.scene;
      const draw = (form: StillForm) =>
        chart
          ? chartPicture(chart, story.facts, story.locale, staticBoxes[form === 'tall' ? 'tall' : 'wide'], css)
          : stillPicture(step.scene, story, shapes, form, css);
      const forms = (Object.keys(stillForms) as StillForm[]).filter(
        (form) => !isInline(story, step, form) && !(chart && form === 'middle'),
      );
      return forms.map((form) => [`${step.id}-${form}.svg`, draw(form)]);
    }),
  );
}

function chartCsv(step: Step, story: Story): string {
  if (!step.scene.chart) return '';
  const { columns, rows } = chartTable(step.scene.chart, story.facts, story.locale);
  return toCsv([columns, ...rows]);
}

/** Map data as scripts: what near views need, and what only wide ones do. */
function geoScripts(story: Story, topologies: ReadonlyMap<string, Topology>, add: Add): Record<'near' | 'wide', string | null> {
  const script = (name: string, ids: string[]) => {
    if (!ids.length) return null;
    const data = Object.fromEntries(ids.map((id) => [id, topologies.get(id)]));
    return add(`assets/geo-${name}.js`, `(self.mapStoryGeo||={}).${name}=${asScript(data)};`);
  };
  const ids = (near: boolean) => story.layers.filter(({ zoom }) => zoom[0] >= 3 === near).map(({ id }) => id);
  return { near: script('near', ids(true)), wide: script('wide', ids(false)) };
}

/** The browser has the text in the page already. */
function forBrowser(story: Story): Story {
  return { ...story, coda: [], steps: story.steps.map((step) => ({ ...step, html: '', text: '' })) };
}

/** JSON that JavaScript parses fast. */
function asScript(value: unknown): string {
  const text = JSON.stringify(value)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `JSON.parse('${text}')`;
}
