import { loadScript, type Parts } from './parts.ts';

export type ChartModule = typeof import('./sheet.ts');

declare global {
  var mapStoryCharts: ChartModule | undefined;
}

/** The charts' module, from the script that the build has put beside the page. */
export async function loadCharts({ charts }: Parts): Promise<ChartModule> {
  if (!globalThis.mapStoryCharts && charts) await loadScript(charts);
  if (!globalThis.mapStoryCharts) throw new Error('no charts here');
  return globalThis.mapStoryCharts;
}
