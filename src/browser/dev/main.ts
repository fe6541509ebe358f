import type { StoryData } from '../parts.ts';
import { roleOf } from '../role.ts';
import { start } from '../start.ts';
import { type Mistake, showMistakes } from './mistakes.ts';
import { replaceText } from './replace.ts';

/** Sent by the dev server after each saved change; `page` is null where it made a mistake. */
interface Change {
  page: { head: string; body: string; data: StoryData } | null;
  issues: Mistake[];
}

let running = new AbortController();
let data = globalThis.mapStory;
/** The page's markup as the server wrote it, before any script touched it. */
let written: HTMLElement | null = null;

Object.assign(document.documentElement.dataset, roleOf(location.search, self !== parent));
if (data) void start(data, running.signal);
showMistakes(JSON.parse(document.getElementById('issues')?.textContent ?? '[]'));

import.meta.hot?.on('story', ({ page, issues }: Change) => {
  showMistakes(issues);
  if (!page) return;
  const next = new DOMParser().parseFromString(page.body, 'text/html').body;
  const styles = new DOMParser().parseFromString(page.head, 'text/html').head.querySelector('style')?.textContent ?? '';
  const own = document.head.querySelector('style');
  if (own && own.textContent !== styles) own.textContent = styles;
  if (data && JSON.stringify(data) === JSON.stringify(page.data)) replaceText(written, next);
  else restart(next, page.data);
  [data, written] = [page.data, next];
});

/** Another scene, figure or step: the page is put up anew where the reader of it was. */
function restart(next: HTMLElement, fresh: StoryData): void {
  const current = document.querySelector<HTMLElement>('.step[data-current]');
  const top = current?.getBoundingClientRect().top ?? 0;
  running.abort();
  running = new AbortController();
  globalThis.mapStoryGeo = undefined;
  globalThis.mapStory = fresh;
  document.body.replaceWith(document.importNode(next, true));
  void start(fresh, running.signal);
  const same = current && document.getElementById(current.id);
  if (same) scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' });
}
