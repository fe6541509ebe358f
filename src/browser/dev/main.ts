import { recallChoices } from '../choices.ts';
import type { StoryData } from '../parts.ts';
import { roleOf } from '../role.ts';
import { start } from '../start.ts';
import type { Desk } from './desk.ts';
import { type Mistake, showMistakes } from './mistakes.ts';
import { hasOutline, replaceText } from './replace.ts';
import { createTools } from './tools.ts';

interface Content {
  head: string;
  body: string;
  data: StoryData;
}

/** Sent by the dev server after each saved change; `page` is null where it made a mistake. */
interface Change {
  page: Content | null;
  /** In other languages, by the names of their files. */
  translations: Record<string, Content>;
  issues: Mistake[];
  desk: Desk;
}

let running = new AbortController();
const data = globalThis.mapStory;
/** The story as it was sent: the reader's choice of units changes what is made of it. */
let sent = JSON.stringify(data);
/** The page's markup as the server wrote it, before any script touched it. */
let written: HTMLElement | null = null;

Object.assign(document.documentElement.dataset, roleOf(location.search, self !== parent));
recallChoices(document.documentElement.dataset);
if (data) void start(data, running.signal);
showMistakes(given('issues') ?? []);
/** Only over the page itself: in a frame it is shown as its readers have it. */
const tools = data && self === top ? createTools(data, given('desk')) : null;

import.meta.hot?.on('story', ({ page: first, translations, issues, desk }: Change) => {
  showMistakes(issues);
  const page = translations[location.pathname.split('/').at(-1) ?? ''] ?? first;
  if (!page) return tools?.renew(null, desk);
  const next = new DOMParser().parseFromString(page.body, 'text/html').body;
  const styles = new DOMParser().parseFromString(page.head, 'text/html').head.querySelector('style')?.textContent ?? '';
  const own = document.head.querySelector('style');
  if (own && own.textContent !== styles) own.textContent = styles;
  const received = JSON.stringify(page.data);
  if (data && sent === received && hasOutline(next)) replaceText(written, next);
  else restart(next, withFreshMap(page.data));
  [sent, written] = [received, next];
  tools?.renew(globalThis.mapStory ?? page.data, desk);
});

/** What the server has put into the page. */
function given(id: string) {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : null;
}

let restarts = 0;

/** A script that has been loaded is not loaded again from the same address. */
function withFreshMap({ story, parts, css }: StoryData): StoryData {
  const { near, wide } = parts.geo;
  const fresh = (address: string | null) => address && `${address}?${restarts}`;
  restarts++;
  return { story, css, parts: { ...parts, geo: { near: fresh(near), wide: fresh(wide) } } };
}

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
