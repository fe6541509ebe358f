import type { Engine } from './driver.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

const engines: Engine[] = [firefox, webkit];

export const enginesHere = (): Engine[] => engines.filter(({ lacks }) => lacks().length === 0);

/** A line for every engine that the machine cannot start, with what would bring it. */
export function enginesMissing(): string[] {
  return engines
    .filter(({ lacks }) => lacks().length > 0)
    .map(({ name, packages, lacks }) => `${name} is not tested: this machine lacks ${lacks().join(', ')} (apt-get install ${packages})`);
}
