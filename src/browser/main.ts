import { excuse } from './page.ts';
import { start } from './start.ts';

const letGo = new AbortController();
const story = globalThis.mapStory;
const begun = story ? start(story, letGo.signal) : Promise.reject(new Error('its data did not come'));
begun.catch((error) => {
  letGo.abort();
  document.documentElement.classList.remove('live');
  excuse('The story is a page to read', error);
});
