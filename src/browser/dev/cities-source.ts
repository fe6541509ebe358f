import type { CitiesModule } from '../cities-source.ts';

/** What the dev server has in place of browser/cities-source.ts: the module straight from its source. */
export const loadCities = (): Promise<CitiesModule> => import('../size/index.ts');
