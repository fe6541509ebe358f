import { pause } from './clock.ts';
import { loadFrames } from './frames-source.ts';
import { createGraphic } from './graphic.ts';
import { createNotes } from './notes.ts';
import type { Page } from './page.ts';
import type { StoryData } from './parts.ts';
import { beWhole } from './whole.ts';

/** Takes the finished page over, as the whole story or as the part of it that its address asks for. */
export async function start({ story, parts, css }: StoryData, signal: AbortSignal): Promise<void> {
  const root = document.documentElement;
  const element = document.querySelector<HTMLElement>('.stage');
  const steps = [...document.querySelectorAll<HTMLElement>('.step')];
  if (!element || steps.length !== story.steps.length + 2) throw new Error('it is not all there');
  const page: Page = { root, element, steps, story, parts, signal };
  const isPart = () => (root.dataset.frame ?? 'whole') !== 'whole';
  const loaded = isPart() ? await loadFrames(parts) : null;
  // A part that the story does not have falls back, to the whole story where nobody frames it.
  loaded?.checkAsked(page);
  const frames = isPart() ? loaded : null;
  // The whole needs that script for nothing but to say what it does not have.
  if (!loaded && /[?&](theme|frame|lang|start)=/.test(location.search))
    loadFrames(parts).then(
      (one) => one.checkAsked(page),
      () => {},
    );

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
