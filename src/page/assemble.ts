import type { Topology } from 'topojson-specification';
import { chartPicture, chartTable } from '../graphics/charts/index.ts';
import type { CoverPicture } from '../graphics/map/cover.ts';
import type { Geography } from '../graphics/map/geography.ts';
import { type StillForm, stillForms, stillPicture } from '../graphics/map/still.ts';
import { escapeHtml as esc } from '../graphics/marks.ts';
import type { StoryFiles } from '../read/index.ts';
import { contentOf } from '../scene/contents.ts';
import type { Chart, Story } from '../story.ts';
import { article, type PageFiles } from './article.ts';
import { browserWords } from './browser-words.ts';
import { isInline, staticBoxes } from './chart-figure.ts';
import { blocksCss, languageCss, liveCss, otherCss, otherMedia, pageCss, stillCss } from './css.ts';
import { chartRows, safeCsv, toCsv } from './csv.ts';
import { languageFaces } from './faces.ts';
import { fontFaces } from './fonts.ts';
import { handoutCss } from './handout.ts';
import { addressOf, alternates, type LanguagePage } from './languages.ts';
import { copyPath, variantsOf } from './media/names.ts';
import { putShared } from './share/share.ts';
import { storyTags } from './share/tags.ts';
import type { Make, Shelf } from './shelf.ts';

export interface Page {
  lang: string;
  dir: 'ltr' | 'rtl';
  head: string;
  body: string;
  /** Styles of every page of the story. */
  css: string;
  /** Styles that each of its still pictures has in itself. */
  pictureCss: string;
  /** Address of the script that holds `data`. */
  script: string;
  /** What the script is given: as JSON, since it holds the story without its text. */
  data: { story: Story; parts: Parts; css: string };
}

/** Addresses of the scripts that come later; the browser's own type of the same name says what each is. */
interface Parts {
  geo: Record<'near' | 'wide', string | null>;
  charts: string | null;
  frames: string | null;
  cities: string | null;
  webgl: string | null;
  worker: string | null;
}

export interface PageInput {
  story: Story;
  /** What the layers are drawn from: `layerTopologies`. */
  layers: ReadonlyMap<string, Topology>;
  /** The same, decoded. */
  shapes: Geography;
  cover: CoverPicture;
  files: StoryFiles;
  /** Absolute address of the published story, where known. */
  site: string | null;
  /** All languages that the story is told in, this page's among them. */
  languages: readonly LanguagePage[];
}

/** Addresses of the scripts that are built apart; null in the dev server, which has them as modules. */
export type LaterScripts = Pick<Parts, 'charts' | 'frames' | 'cities' | 'webgl' | 'worker'>;

/** A page as soon as its scripts are known. */
export type WithScripts = (scripts: LaterScripts) => Page;

/** Makes the finished page of a story: its markup, and on the shelf the pictures, data and scripts that it names. Only its own script waits for the others' addresses. */
export function assemble({ story, layers, shapes, cover, files, site, languages }: PageInput, shelf: Shelf): WithScripts {
  const file = languages.find(({ locale }) => locale === story.locale)?.file ?? 'index.html';
  const first = file === 'index.html';
  const suffix = first ? '' : `-${story.locale}`;
  const dir: Page['dir'] = story.rtl ? 'rtl' : 'ltr';
  const pageFiles = writeFiles(story, shapes, files, suffix, shelf);
  if (first) putShared(story, site, shelf);
  const geo = geoScripts(story, layers, shelf);
  const body = article(story, cover, pageFiles, languages);
  const text = body + JSON.stringify(forBrowser(story));
  const faces = languageFaces(story.locale, text, shelf.add);
  const css = pageCss(cover.ratio, fontFaces(text, shelf.add)) + (hasBlocks(story) ? blocksCss() : '') + languageCss(faces, story.rtl);
  const handout = () => otherCss(handoutCss(story, site && addressOf(file, site)));
  const others = `<link rel="stylesheet" media="${otherMedia}" href="${shelf.add('assets/other.css', handout)}">`;
  const page = {
    lang: esc(story.locale),
    dir,
    head: `${meta(story, site && addressOf(file, site), site)}${alternates(languages, site)}<style>${css}</style>`,
    // Behind all that it is for: where it hangs, who asks for other colours reads in the page's own.
    body: `${body}\n${others}`,
    css,
    pictureCss: stillCss(story.rtl),
  };
  return (scripts) => {
    const data = { story: forBrowser(story), parts: { geo, ...scripts }, css: liveCss() };
    return { ...page, data, script: shelf.add(`assets/story${suffix}.js`, () => `self.mapStory=${asScript(data)};`) };
  };
}

/** Before the styles: hosts of shared links read no further than the beginning. */
const meta = (story: Story, address: string | null, site: string | null): string =>
  `${storyTags(story, address, site)}<link rel="icon" href="data:,">`;

/** Pictures and downloads keep plain names. */
function writeFiles(story: Story, shapes: Geography, files: StoryFiles, suffix: string, shelf: Shelf): PageFiles {
  const stills = shelf.addFolder(`stills${suffix}`, pictures(story, shapes));
  const inSteps = story.steps.flatMap(({ id, scene: { chart }, textOnly }) => (chart && !textOnly ? [{ id, chart }] : []));
  const between = contentOf(story).flatMap((one) => (one.kind === 'chart' ? [one] : []));
  const charts = [...inSteps, ...between].map(({ id, chart }): [string, Make] => [`${id}.csv`, () => chartCsv(chart, story)]);
  const bytesOf = (file: string) => files.get(file) ?? new Uint8Array();
  const given =
    (path: string): Make =>
    () =>
      files.get(path) ?? '';
  const mapFiles = story.layers.map(({ file }): [string, Make] => [file.split('/').at(-1) ?? file, given(file)]);
  const data = shelf.addFolder(
    `data${suffix}`,
    new Map([['facts.csv', () => safeCsv('facts.csv', bytesOf('facts.csv'))], ...charts, ...mapFiles]),
  );
  return {
    still: (step, form) => `${stills}/${step}-${form}.svg`,
    factsCsv: `${data}/facts.csv`,
    chartCsv: (id) => `${data}/${id}.csv`,
    picture: (picture) => variantsOf(picture, bytesOf(picture.file)),
    copy: (file) => copyPath(file, bytesOf(file)),
    geodata: story.layers.map(({ label, file }) => ({ label, href: `${data}/${file.split('/').at(-1)}` })),
  };
}

/** A still picture of each step, by its file's name, but for the charts that stand in the page itself. */
function pictures(story: Story, shapes: Geography): Map<string, Make> {
  let made = '';
  const css = () => {
    made ||= stillCss(story.rtl);
    return made;
  };
  return new Map(
    story.steps.flatMap((step): [string, Make][] => {
      if (step.textOnly) return [];
      const { chart } = step.scene;
      const draw = (form: StillForm) =>
        chart
          ? chartPicture(chart, story.facts, story, staticBoxes[form === 'tall' ? 'tall' : 'wide'], css())
          : stillPicture(step.scene, story, shapes, form, css());
      const forms = (Object.keys(stillForms) as StillForm[]).filter(
        (form) => !isInline(story, step, form) && !(chart && (form === 'middle' || form === 'paper')),
      );
      return forms.map((form) => [`${step.id}-${form}.svg`, () => draw(form)]);
    }),
  );
}

function chartCsv(chart: Chart, story: Story): string {
  const { columns, rows } = chartTable(chart, story.facts, story);
  return toCsv(chartRows(chart) ?? [columns, ...rows]);
}

/** Whether the page has anything that only some stories have, and that needs styles of its own. */
const hasBlocks = (story: Story): boolean =>
  story.chapters.length > 0 || story.steps.some(({ textOnly }) => textOnly) || contentOf(story).some(({ kind }) => kind !== 'prose');

/** Map data as scripts: what near views need, and what only wide ones do. */
function geoScripts(story: Story, topologies: ReadonlyMap<string, Topology>, shelf: Shelf): Record<'near' | 'wide', string | null> {
  const script = (name: string, ids: string[]) => {
    if (!ids.length) return null;
    const layers = () => ids.map((id) => `${JSON.stringify(id)}:${quoted(JSON.stringify(topologies.get(id)))}`);
    return shelf.add(`assets/geo-${name}.js`, () => `(self.mapStoryGeo||={}).${name}={${layers().join()}};`);
  };
  const ids = (near: boolean) => story.layers.filter(({ zoom }) => zoom[0] >= 3 === near).map(({ id }) => id);
  return { near: script('near', ids(true)), wide: script('wide', ids(false)) };
}

/** The browser has the text in the page already. */
function forBrowser(story: Story): Story {
  const steps = story.steps.map((step) => ({ ...step, content: [], text: '' }));
  return { ...story, words: browserWords(story.words), coda: [], interludes: [], chapters: [], steps };
}

/** JSON that JavaScript parses fast. */
const asScript = (value: unknown): string => `JSON.parse(${quoted(JSON.stringify(value))})`;

function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `'${escaped}'`;
}
