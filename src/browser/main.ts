import { painted } from './clock.ts';
import { start } from './start.ts';

const data = globalThis.mapStory;
if (data) void painted().then(() => start(data, new AbortController().signal));
