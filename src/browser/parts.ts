import type { Topology } from 'topojson-specification';
import type { Story } from '../story.ts';

/** Addresses of the scripts that come later, relative to the page; null where the story has none. */
export interface Parts {
  geo: Record<'near' | 'wide', string | null>;
  webgl: string | null;
  worker: string | null;
}

declare global {
  /** Set by the story's own data script, which stands before this one. */
  var mapStory: { story: Story; parts: Parts } | undefined;
  var mapStoryGeo: Record<string, Record<string, Topology>> | undefined;
  var mapStoryWebgl: typeof import('./map/webgl.ts') | undefined;
  var mapStoryWorker: (() => void) | undefined;
}

/** Adds a classic script and waits for it: works from file:// and in a frame of no origin, where fetch does not. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(script);
  });
}

/** Topologies of one group of layers, by layer id. */
export async function loadGeo(parts: Parts, group: 'near' | 'wide'): Promise<Record<string, Topology>> {
  const address = parts.geo[group];
  if (!address) return {};
  if (!globalThis.mapStoryGeo?.[group]) await loadScript(address);
  return globalThis.mapStoryGeo?.[group] ?? {};
}

/** The WebGL map's module; in the dev server straight from its source. */
export async function loadWebgl(parts: Parts): Promise<typeof import('./map/webgl.ts')> {
  if (import.meta.env.DEV) return import('./map/webgl.ts');
  if (!globalThis.mapStoryWebgl && parts.webgl) await loadScript(parts.webgl);
  if (!globalThis.mapStoryWebgl) throw new Error('the WebGL map is not part of this page');
  return globalThis.mapStoryWebgl;
}

/** Where MapLibre finds its worker: an address, or in a frame of no origin a blob of the same script. */
export async function workerAddress(parts: Parts): Promise<string> {
  if (import.meta.env.DEV) return (await import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url')).default;
  const address = new URL(parts.worker ?? '', document.baseURI).href;
  if (self.origin !== 'null') return address;
  if (!globalThis.mapStoryWorker) await loadScript(address);
  // The suffix makes MapLibre start a classic worker: Chromium refuses a module worker from a blob here.
  return `${URL.createObjectURL(new Blob([`(${globalThis.mapStoryWorker})()`], { type: 'text/javascript' }))}#.cjs`;
}
