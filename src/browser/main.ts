import { excuse } from './page.ts';
import type { StoryData } from './parts.ts';
import { start } from './start.ts';

const letGo = new AbortController();
// Without its data it does not begin, which is said as any other fault.
start(globalThis.mapStory as StoryData, letGo.signal).catch((error) => {
  letGo.abort();
  document.documentElement.classList.remove('live');
  excuse('The story is a page to read', error);
});
