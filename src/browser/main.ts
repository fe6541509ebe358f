import { start } from './start.ts';

if (globalThis.mapStory) start(globalThis.mapStory, new AbortController().signal);
