import { basename, dirname, relative, resolve } from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import type { Issue, StoryFiles } from '../read/index.ts';
import type { Page, PageInput } from './assemble.ts';
import { laterScripts } from './bundle.ts';
import { compiler } from './compile.ts';
import { formatIssues, issuesPage } from './issues.ts';
import { publishedShelf, type Shelf, servedShelf } from './shelf.ts';
import { storyFiles } from './story-files.ts';

/** Turns a story folder into the page: at build as static files, in the dev server on the fly. */
export function mapStory({ folder }: { folder: string }): Plugin {
  const root = resolve(folder);
  const compile = compiler();
  const published = publishedShelf();
  let config: ResolvedConfig;
  let page: Page | null = null;
  let files: StoryFiles = new Map();
  let served: ReturnType<typeof serveStory> | null = null;

  const make = (shelf: Shelf, scripts = noScripts) => {
    files = storyFiles(root, files);
    const result = compile(files, shelf, scripts);
    if (result.issues.length) config.logger.info(formatIssues(result.issues, files, folder));
    return result;
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
      const later = /^\.\.?\/(?:browser\/)?(webgl|chart)-source\.ts$/.test(source) && importer && basename(dirname(importer)) === 'browser';
      return config.command === 'serve' && later ? resolve(dirname(importer), 'dev', basename(source)) : null;
    },
    async buildStart() {
      if (config.command === 'serve') return;
      const scripts = await laterScripts();
      const address = (name: keyof typeof scripts) => published.add(`assets/${name}.js`, () => scripts[name]);
      const made = make(published, { charts: address('charts'), webgl: address('webgl'), worker: address('worker') });
      page = made.page;
      const mistakes = made.issues.filter(({ severity }) => severity === 'error').length;
      if (!page) this.error(`${folder} has ${mistakes} mistakes, so nothing was built. The last good build is untouched.`);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        if (!served) return page ? classicScripts(fill(html, page)) : html;
        const { page: last, issues } = served.now();
        return last ? withIssues(fill(html, last), issues).replace('/browser/main.ts', '/browser/dev/main.ts') : issuesPage(issues);
      },
    },
    generateBundle() {
      for (const [fileName, source] of published.files) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      served = serveStory(server, root, make);
    },
  };
}

const noScripts: PageInput['scripts'] = { charts: null, webgl: null, worker: null };

/** The template with the story in it. */
function fill(html: string, page: Page): string {
  return html
    .replace('<html lang="en">', () => `<html lang="${page.lang}" dir="${page.dir}">`)
    .replace('<!--head-->', () => `${page.head}`)
    .replace('<!--body-->', () => page.body);
}

/** Scripts for frames without CORS and for file://. */
function classicScripts(html: string): string {
  return html
    .replace(/<script type="module" crossorigin/g, '<script defer fetchpriority="low"')
    .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"');
}

/** For the dev server's own script, which shows them over the page. */
function withIssues(html: string, issues: Issue[]): string {
  const json = JSON.stringify(issues).replaceAll('<', '\\u003c');
  return html.replace('</head>', () => `<script type="application/json" id="issues">${json}</script></head>`);
}

/** The story as the dev server has it: made when it is first asked for, and again at each change. */
function serveStory(server: ViteDevServer, root: string, make: (shelf: Shelf) => { page: Page | null; issues: Issue[] }) {
  let shelf = servedShelf();
  let last: { page: Page | null; issues: Issue[] } | null = null;
  const renew = () => {
    const next = servedShelf();
    const { page, issues } = make(next);
    if (page) shelf = next;
    // What was good stays, behind the mistakes of what came after it.
    last = { page: page ?? last?.page ?? null, issues };
    return { page, issues };
  };
  const now = () => {
    if (!last) renew();
    return last ?? { page: null, issues: [] };
  };

  server.watcher.add(root);
  server.watcher.on('all', (_event, path) => {
    if (!last || relative(root, path).startsWith('..')) return;
    const before = last.page;
    const { page, issues } = renew();
    if (page && !before) return server.ws.send({ type: 'full-reload' });
    server.ws.send('story', { page: page && { head: page.head, body: page.body, data: page.data }, issues });
  });
  server.middlewares.use((request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
    const source = last && shelf.get(path);
    if (source === undefined || source === null) return next();
    response.setHeader('content-type', mimeType(path));
    response.setHeader('cache-control', 'no-store');
    response.end(source);
  });
  server.httpServer?.once('listening', () => setTimeout(now));
  return { now };
}

const mimeTypes: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const mimeType = (path: string) => mimeTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
