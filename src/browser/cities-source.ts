import { loadGlobal, type Parts } from './parts.ts';

declare global {
  var mapStoryCities: CitiesModule | undefined;
}

export type CitiesModule = typeof import('./size/index.ts');

/** The world's cities and the tool that needs them, from the script that the build has put beside the page. */
export const loadCities = ({ cities }: Parts): Promise<CitiesModule> => loadGlobal('mapStoryCities', cities);
