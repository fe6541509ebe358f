import { loadGlobal, loadScript, type Parts } from './parts.ts';

declare global {
  var mapStoryWebgl: WebglModule | undefined;
  var mapStoryWorker: (() => void) | undefined;
}

export type WebglModule = typeof import('./map/webgl.ts');

/** The WebGL map's module, from the script that the build has put beside the page. */
export const loadWebgl = ({ webgl }: Parts): Promise<WebglModule> => loadGlobal('mapStoryWebgl', webgl);

/** Where MapLibre finds its worker: an address, or in a frame of no origin a blob of the same script. */
export async function workerAddress({ worker }: Parts): Promise<string> {
  const address = new URL(worker ?? '', document.baseURI).href;
  if (self.origin !== 'null') return address;
  if (!globalThis.mapStoryWorker) await loadScript(address);
  // The suffix makes MapLibre start a classic worker: Chromium refuses a module worker from a blob here.
  return `${URL.createObjectURL(new Blob([`(${globalThis.mapStoryWorker})()`], { type: 'text/javascript' }))}#.cjs`;
}
