import type { FramesModule } from '../frames-source.ts';

/** What the dev server has in place of browser/frames-source.ts: the module straight from its source. */
export const loadFrames = (): Promise<FramesModule> => import('../frames/index.ts');
