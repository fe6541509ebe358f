import type { ChartModule } from '../chart-source.ts';

/** What the dev server has in place of browser/chart-source.ts: the module straight from its source. */
export const loadCharts = (): Promise<ChartModule> => import('../sheet.ts');
