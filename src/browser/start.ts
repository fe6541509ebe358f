import { pause } from './clock.ts';
import { loadFrames } from './frames-source.ts';
import { createGraphic } from './graphic.ts';
import { createNotes } from './notes.ts';
import { excuse, type Page } from './page.ts';
import type { StoryData } from './parts.ts';
import { roleOf } from './role.ts';
import { beWhole } from './whole.ts';

/** Takes the finished page over, as the whole story or as the part of it that its address asks for. */
export async function start({ story, parts, css }: StoryData, signal: AbortSignal): Promise<void> {
  const root = document.documentElement;
  const element = document.querySelector<HTMLElement>('.stage');
  const steps = [...document.querySelectorAll<HTMLElement>('.step')];
  if (!element || steps.length < 2) return;
  const page: Page = { root, element, steps, story, parts, signal };
  checkAsked(page);
  const { frame = 'whole' } = root.dataset;
  const frames = frame === 'whole' ? null : await loadFrames(parts);

  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  document.adoptedStyleSheets = [styles];
  frames?.prepare(page);
  root.classList.add('live');
  root.dataset.map = 'svg';
  await pause();
  if (signal.aborted) return;
  await (frames ? frames.begin(page, { createGraphic, createNotes }) : beWhole(page));
}

/** What the address asks for and the story does not have falls back, and is said once. */
function checkAsked({ root, steps }: Page): void {
  const asked = new URLSearchParams(location.search);
  const ids = steps.map(({ id }) => id);
  const { graphic, start } = root.dataset;
  const wrong: string[] = [];
  if (graphic && !ids.slice(1, -1).includes(graphic)) {
    wrong.push(`graphic=${graphic}`);
    root.dataset.frame = roleOf('', self !== parent).frame;
  }
  if (start && !ids.includes(start)) {
    wrong.push(`start=${start}`);
    delete root.dataset.start;
  }
  const known = { theme: 'light dark auto', frame: 'whole text graphic stepper', lang: `${root.lang} ${root.lang.split('-')[0]}` };
  for (const [name, values] of Object.entries(known)) {
    const value = asked.get(name);
    if (value && !values.split(' ').includes(value)) wrong.push(`${name}=${value}`);
  }
  if (wrong.length) excuse(`The story has no ${wrong.join(', ')}`);
}
