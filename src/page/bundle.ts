import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import type { Chart } from '../story.ts';
import { pureDefinitions, treeshake } from './treeshake.ts';

/** Paths of the modules that are in the scripts: each script adds its own. */
export type Modules = Set<string>;

/**
 * The scripts that are the same for every story, but for the entry: classic ones, that it adds when they pay. `worker.js`
 * is worker and script in one: as a worker it runs; as a script it only leaves its function behind, for frames of no
 * origin, where no worker may be loaded by address.
 */
export async function sharedScripts(
  modules: Modules,
): Promise<Record<'embed' | 'embedPage' | 'first' | 'frames' | 'cities' | 'webgl' | 'worker', string>> {
  const [embed, embedPage, first, frames, cities, webgl, worker] = await Promise.all([
    embedScript(),
    own('browser/embed-page.ts', 'mapStoryEmbedPage', modules),
    own('browser/first.ts', 'mapStoryFirst', modules),
    own('browser/frames/index.ts', 'mapStoryFrames', modules),
    own('browser/size/index.ts', 'mapStoryCities', modules),
    own('browser/map/webgl.ts', 'mapStoryWebgl', modules),
    iife(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'), 'mapStoryWorkerClass', modules),
  ]);
  const poly = `self.mapStoryWorker=function(){${worker}\n};if(typeof document==='undefined')self.mapStoryWorker();`;
  return { embed, embedPage, first, frames, cities, webgl, worker: poly };
}

/** The charts, of the kinds that the story has. */
export const chartScript = (charted: ReadonlySet<Chart['kind']>, modules: Modules): Promise<string> =>
  own('browser/sheet.ts', 'mapStoryCharts', modules, [drawingOnly(charted)]);

/** The script for pages that have the story in them. */
export const embedScript = (): Promise<string> => own('embed/host.ts', 'mapStoryEmbed', new Set());

/** The code of charts that the story does not have is left out of its script. */
function drawingOnly(charted: ReadonlySet<Chart['kind']>): Plugin {
  const left = (source: string) => (Object.keys(chartFiles) as (keyof typeof chartFiles)[]).find((file) => source === `./${file}.ts`);
  return {
    name: 'drawing-only',
    enforce: 'pre',
    resolveId(source, importer) {
      const file = importer?.endsWith('data-charts.ts') ? left(source) : undefined;
      return file && !chartFiles[file].some((kind) => charted.has(kind)) ? `\0none-${file}` : null;
    },
    load(id) {
      const file = id.startsWith('\0none-') ? id.slice('\0none-'.length) : '';
      const name = file.charAt(0).toUpperCase() + file.slice(1);
      return file ? `export const layout${name} = null, settled${name} = null;` : null;
    },
  };
}

/** Files of `graphics/charts/`, each with the kinds that it draws. */
const chartFiles = { bars: ['bars'], line: ['line', 'area'], timeline: ['timeline'] } as const satisfies Record<string, Chart['kind'][]>;

const own = (path: string, name: string, modules: Modules, plugins: Plugin[] = []): Promise<string> =>
  iife(fileURLToPath(new URL(`../${path}`, import.meta.url)), name, modules, plugins);

async function iife(entry: string, name: string, modules: Modules, plugins: Plugin[] = []): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [pureDefinitions, ...plugins],
    build: {
      write: false,
      target: ['chrome110', 'edge110', 'firefox115', 'safari16.4'],
      lib: { entry, formats: ['iife'], name, fileName: () => 'out.js' },
      // A classic script has no import.meta; MapLibre asks it only where no worker's address was given.
      rolldownOptions: { treeshake, checks: { pluginTimings: false }, transform: { define: { 'import.meta': '{}' } } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const [{ code, moduleIds }] = output;
  for (const id of moduleIds) modules.add(id);
  return moduleIds.some((id) => id.includes('node_modules')) ? `/*! third-party-notices.txt */${code}` : code;
}
