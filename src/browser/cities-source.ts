import { loadScript, type Parts } from './parts.ts';

declare global {
  var mapStoryCities: CitiesModule | undefined;
}

export type CitiesModule = typeof import('./size/index.ts');

/** The world's cities and the tool that needs them, from the script that the build has put beside the page. */
export async function loadCities({ cities }: Parts): Promise<CitiesModule> {
  if (!globalThis.mapStoryCities && cities) await loadScript(cities);
  if (!globalThis.mapStoryCities) throw new Error('this story has no cities');
  return globalThis.mapStoryCities;
}
