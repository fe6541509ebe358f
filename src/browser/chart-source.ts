import { loadGlobal, type Parts } from './parts.ts';

export type ChartModule = typeof import('./sheet.ts');

declare global {
  var mapStoryCharts: ChartModule | undefined;
}

/** The charts' module, from the script that the build has put beside the page. */
export const loadCharts = ({ charts }: Parts): Promise<ChartModule> => loadGlobal('mapStoryCharts', charts);
