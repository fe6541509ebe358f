import { dirname, relative, resolve } from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { type Issue, read } from '../read/index.ts';
import { type Assets, assemble, type Page } from './assemble.ts';
import { laterScripts } from './bundle.ts';
import { formatIssues, issuesPage } from './issues.ts';
import { storyFiles } from './story-files.ts';

/** Turns a story folder into the page: at build as static files, in the dev server on the fly. */
export function mapStory({ folder }: { folder: string }): Plugin {
  const root = resolve(folder);
  let config: ResolvedConfig;
  let page: Page | null = null;
  let issues: Issue[] = [];

  const compile = async (extra: Assets) => {
    const files = storyFiles(root);
    const result = read(files);
    issues = result.issues;
    if (issues.length) config.logger.info(formatIssues(issues, files, folder));
    page = result.story ? assemble({ ...result, story: result.story, files, extra }) : null;
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
      const later = /^\.\/(webgl|chart)-source\.ts$/.exec(source);
      return config.command === 'serve' && later ? resolve(dirname(importer ?? ''), `${later[1]}-source.dev.ts`) : null;
    },
    async buildStart() {
      if (config.command === 'serve') return;
      await compile(await laterScripts());
      if (!page)
        this.error(
          `${folder} has ${issues.filter(({ severity }) => severity === 'error').length} mistakes, so nothing was built. The last good build is untouched.`,
        );
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => fill(html, page, issues),
    },
    generateBundle() {
      for (const [fileName, source] of page?.assets ?? []) this.emitFile({ type: 'asset', fileName, source });
    },
    async configureServer(server) {
      await compile(new Map());
      watch(server, root, () => compile(new Map()));
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
        const source = page?.assets.get(path);
        if (source === undefined) return next();
        response.setHeader('content-type', mimeType(path));
        response.setHeader('cache-control', 'no-store');
        response.end(source);
      });
    },
  };
}

/** The template with the story in it; its script made classic, for frames without CORS and for file://. */
function fill(html: string, page: Page | null, issues: Issue[]): string {
  if (!page) return issuesPage(issues);
  return html
    .replace('<html lang="en">', () => `<html lang="${page.lang}" dir="${page.dir}">`)
    .replace('<!--head-->', () => page.head)
    .replace('<!--body-->', () => page.body)
    .replace(/<script type="module" crossorigin/g, '<script defer')
    .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"');
}

function watch(server: ViteDevServer, root: string, compile: () => Promise<void>): void {
  server.watcher.add(root);
  server.watcher.on('all', async (_event, path) => {
    if (relative(root, path).startsWith('..')) return;
    await compile();
    server.ws.send({ type: 'full-reload' });
  });
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
