import { start } from './start.ts';

if (globalThis.mapStory) void start(globalThis.mapStory, new AbortController().signal);
