import { loadScript, type Parts } from './parts.ts';

declare global {
  var mapStoryFrames: FramesModule | undefined;
}

export type FramesModule = typeof import('./frames/index.ts');

/** What the page needs as a part of itself in somebody else's, and the reader's tools, from the script that the build has put beside it. */
export async function loadFrames({ frames }: Parts): Promise<FramesModule> {
  if (!globalThis.mapStoryFrames && frames) await loadScript(frames);
  if (!globalThis.mapStoryFrames) throw new Error('this story has no parts to embed');
  return globalThis.mapStoryFrames;
}
