import { loadGlobal, type Parts } from './parts.ts';

declare global {
  var mapStoryFrames: FramesModule | undefined;
}

export type FramesModule = typeof import('./frames/index.ts');

/** What the page needs as a part of itself in somebody else's, and the reader's tools, from the script that the build has put beside it. */
export const loadFrames = ({ frames }: Parts): Promise<FramesModule> => loadGlobal('mapStoryFrames', frames);
