import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { WebglModule } from '../webgl-source.ts';

/** What the dev server has in place of browser/webgl-source.ts: the module straight from its source. */
export const loadWebgl = (): Promise<WebglModule> => import('../map/webgl.ts');

export const workerAddress = async (): Promise<string> => worker;
