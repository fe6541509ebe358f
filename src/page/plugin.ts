import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { type Issue, type StoryFiles, siteOf } from '../read/index.ts';
import { answer } from './answer.ts';
import type { LaterScripts, Page, WithScripts } from './assemble.ts';
import { chartScript, type Modules, sharedScripts } from './bundle.ts';
import { compiler } from './compile.ts';
import { embedPageCss } from './css.ts';
import { createDesk, type PageDesk } from './edit/desk.ts';
import { embedPage } from './embed-page.ts';
import { formatIssues, issuesPage } from './issues.ts';
import type { MakeLater } from './media/media.ts';
import { noticesFile, shippedPackages } from './notices.ts';
import { policyFile, underPolicy } from './policy.ts';
import { badSite, leftOut } from './share/site.ts';
import { type Content, publishedShelf, type Shelf, servedShelf } from './shelf.ts';
import { storyFiles } from './story-files.ts';

/** Turns a story folder into the page: at build as static files, in the dev server on the fly. */
export function mapStory({ folder, site = null }: { folder: string; site?: string | null }): Plugin {
  const root = resolve(folder);
  const compile = compiler(site && siteOf(site));
  const published = publishedShelf();
  let config: ResolvedConfig;
  let page: Page | null = null;
  let translations: ReadonlyMap<string, Page> = new Map();
  let finish = fill;
  const inScripts: Modules = new Set();
  let files: StoryFiles = new Map();
  let served: ReturnType<typeof serveStory> | null = null;

  const tell = () => {
    files = storyFiles(root, files);
    const result = compile(files);
    if (result.issues.length) config.logger.warn(formatIssues(result.issues, files, folder));
    return result;
  };
  const make = (shelf: Shelf) => {
    const { told, issues } = tell();
    return {
      page: told?.page(shelf)(noScripts) ?? null,
      translations: told ? withScripts(told.translations(shelf), noScripts) : new Map(),
      media: told?.media ?? new Map(),
      issues,
      files,
    };
  };

  return {
    name: 'map-story',
    // Before Vite's own, so that its answer to an import counts.
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved;
    },
    // A classic bundle can't hold a dynamic import, and the dev server has no bundle: each has its own way to the charts and the WebGL map.
    resolveId(source, importer) {
      if (config.command !== 'serve' || !importer || !/^\.\.?\/.*(webgl|chart|frames|cities)-source\.ts$/.test(source)) return null;
      const folder = dirname(resolve(dirname(importer), source));
      return basename(folder) === 'browser' ? resolve(folder, 'dev', basename(source)) : null;
    },
    async buildStart() {
      if (config.command === 'serve') return;
      if (site !== null && !siteOf(site)) this.error(badSite(site));
      // The bundler works on a core of its own: it begins before the story is read, and pages and cards are drawn beside it.
      const shared = sharedScripts(inScripts);
      const { told, issues } = tell();
      const mistakes = issues.filter(({ severity }) => severity === 'error').length;
      if (!told)
        return this.error(
          `${folder} has ${mistakes === 1 ? 'a mistake' : `${mistakes} mistakes`}, so nothing was built. The last good build is untouched.`,
        );
      if (!told.site) config.logger.warn(leftOut);
      const media = Promise.all([...told.media].map(async ([path, makeLater]): Promise<[string, Uint8Array]> => [path, await makeLater()]));
      const later = Promise.all([
        shared,
        chartScript(told.charted, inScripts),
        told.cards(),
        media.catch(({ message }) => this.error(message)),
      ]);
      const drawn = { page: told.page(published), translations: told.translations(published) };
      const [common, charts, ...made] = await later;
      const scripts = { ...common, charts };
      for (const [path, content] of made.flatMap((one) => [...one])) published.put(path, () => content);
      const address = (name: keyof typeof scripts) => published.add(`assets/${name}.js`, () => scripts[name]);
      const addresses = {
        charts: address('charts'),
        frames: address('frames'),
        cities: address('cities'),
        webgl: address('webgl'),
        worker: address('worker'),
      };
      page = drawn.page(addresses);
      translations = withScripts(drawn.translations, addresses);
      const first = address('first');
      published.put('embed.js', () => scripts.embed);
      published.put('embed.d.ts', () => readFileSync(new URL('../embed/embed.d.ts', import.meta.url)));
      const { css, data } = page;
      const embedCss = embedPageCss(css);
      published.put('embed.html', () => embedPage({ story: data.story, script: address('embedPage'), css: embedCss }));
      const pages = [page, ...translations.values()];
      published.put('policy.txt', () => policyFile([...pages.flatMap((one) => [one.css, one.pictureCss]), embedCss], told.site));
      finish = (html, one) => classicScripts(fill(html, told.site ? underPolicy(one, told.site) : one), first, one.script);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { originalUrl = '' }) => {
        if (!served) {
          for (const [file, one] of translations) published.put(file, () => finish(html, one));
          return page ? finish(html, page) : html;
        }
        const { page: own, translations: others, issues, desk } = served.now();
        const last = others.get(fileIn(originalUrl)) ?? own;
        return last ? modules(withJson(fill(html, last), { issues, desk }), last.script) : issuesPage(issues);
      },
    },
    generateBundle: {
      // After Vite has made the page, from which those in other languages are made.
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') for (const id of chunk.moduleIds) inScripts.add(id);
        published.put('third-party-notices.txt', () => noticesFile(shippedPackages(inScripts, published.files.keys())));
        for (const [fileName, source] of published.files) this.emitFile({ type: 'asset', fileName, source });
      },
    },
    configureServer(server) {
      served = serveStory(server, root, make);
    },
  };
}

const noScripts: LaterScripts = { charts: null, frames: null, cities: null, webgl: null, worker: null };

const withScripts = (pages: ReadonlyMap<string, WithScripts>, scripts: LaterScripts): ReadonlyMap<string, Page> =>
  new Map([...pages].map(([file, page]) => [file, page(scripts)]));

/** The template with the story in it. */
function fill(html: string, page: Page): string {
  return html
    .replace('<html lang="en">', () => `<html lang="${page.lang}" dir="${page.dir}">`)
    .replace('<!--head-->', () => `${page.head}`)
    .replace('<!--body-->', () => page.body);
}

/** Classic scripts, for frames without CORS and for file://; all but the first come when the page has been painted. */
function classicScripts(html: string, first: string, story: string): string {
  return html
    .replace(
      /<script type="module" crossorigin src="\.\/([^"]+)">/,
      (_, main: string) => `<script defer src="${first}" data-scripts="${story} ${main}">`,
    )
    .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"');
}

/** The dev server's scripts, straight from their sources. */
const modules = (html: string, story: string): string =>
  html.replace(
    /<script type="module" src="([^"]*)\/browser\/main\.ts/,
    (_, folder: string) => `<script defer src="${story}"></script><script type="module" src="${folder}/browser/dev/main.ts`,
  );

/** For the dev server's own script: the mistakes, which it shows over the page, and what it needs to write changes back. */
function withJson(html: string, values: { issues: Issue[]; desk: PageDesk }): string {
  const tags = Object.entries(values).map(
    ([id, value]) => `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
  );
  return html.replace('</head>', () => `${tags.join('')}</head>`);
}

/** Name of the file that an address asks for. */
const fileIn = (address: string): string =>
  address
    .replace(/[?#].*/, '')
    .split('/')
    .at(-1) ?? '';

interface Made {
  page: Page | null;
  /** In other languages, by the names of their files. */
  translations: ReadonlyMap<string, Page>;
  media: ReadonlyMap<string, MakeLater>;
  issues: Issue[];
  files: StoryFiles;
}

/** The story as the dev server has it: made when it is first asked for, and again at each change. */
function serveStory(server: ViteDevServer, root: string, make: (shelf: Shelf) => Made) {
  const desk = createDesk(root);
  let shelf = servedShelf();
  let last: Made | null = null;
  const renew = () => {
    const next = servedShelf();
    const made = make(next);
    const { page } = made;
    if (page) shelf = next;
    // What was good stays, behind the mistakes of what came after it.
    const { page: before = null, translations = new Map(), media = new Map() } = last ?? {};
    last = page ? made : { ...made, page: before, translations, media };
    return made;
  };
  const now = () => {
    const { page, translations, issues, files } = last ?? renew();
    return { page, translations, issues, desk: desk.forPage(files) };
  };

  server.watcher.add(root);
  server.watcher.on('all', (_event, path) => {
    if (!last || relative(root, path).startsWith('..')) return;
    const before = last.page;
    const { page, translations, issues, files } = renew();
    if (page && !before) return server.ws.send({ type: 'full-reload' });
    server.ws.send('story', {
      page: page && forClient(page),
      translations: Object.fromEntries([...translations].map(([file, one]) => [file, forClient(one)])),
      issues,
      desk: desk.forPage(files),
    });
  });
  server.middlewares.use((request, response, next) => void desk.handle(request, response, next));
  server.middlewares.use((request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
    const send = (content: Content) => answer(request, response, path, content);
    const source = last && shelf.get(path);
    const medium = last?.media.get(path);
    if (source !== undefined && source !== null) send(source);
    else if (medium) medium().then(send, next);
    else next();
  });
  server.httpServer?.once('listening', () => setTimeout(now));
  return { now };
}

/** What changes a page that is open. */
const forClient = ({ head, body, data }: Page) => ({ head, body, data });
