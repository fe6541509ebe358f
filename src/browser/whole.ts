import { mayMove, pause, whenIdle } from './clock.ts';
import { loadFrames } from './frames-source.ts';
import { createGraphic } from './graphic.ts';
import { createNavigation } from './navigation.ts';
import { createNotes } from './notes.ts';
import type { Page } from './page.ts';
import { loadGeo } from './parts.ts';
import { createPlacekeeper } from './place.ts';
import { firstMove, savesData } from './reader.ts';
import { currentStep, watchSteps } from './scroll.ts';
import { createTools } from './tools.ts';

/** The whole story: the scroll position is the only state there is. In parts, so that the reader's first touch is answered between them. */
export async function beWhole(page: Page): Promise<void> {
  const { root, element, steps, story, parts, signal } = page;
  // The coda is as long as the rest of the story.
  const pieces = [...steps, ...root.querySelectorAll<HTMLElement>('.coda :is(li,section)')];
  standAtAddress(steps, pieces);
  const { stage, wake } = createGraphic(page);
  const navigation = createNavigation(steps, story, signal);
  await pause();
  if (signal.aborted) return;
  const notes = createNotes(document.body, { story, stage: element, goTo: navigation.goTo, signal });
  const tools = createTools(page, stage);
  const placekeeper = createPlacekeeper(page, navigation.goTo);
  await pause();
  if (signal.aborted) return;

  let first = true;
  const scroll = watchSteps(
    steps,
    (index) => {
      root.dataset.step = steps[index]?.id ?? '';
      root.dataset.state = 'flying';
      navigation.mark(index);
      placekeeper.keep(index);
      tools.mark(index);
      notes.close();
      const how = first ? 'cut' : 'fly';
      first = false;
      scroll.whenSlow(() => (scrubs(index) ? follow() : stage.show(index, how)));
    },
    signal,
  );
  const scrubs = (index: number) => mayMove() && (story.steps[index - 1]?.scrub ?? false);
  const follow = () => {
    const index = scroll.current();
    if (scrubs(index)) stage.scrub(index, scroll.progress(index));
  };
  if (story.steps.some(({ scrub }) => scrub)) followScroll(follow, signal);
  whenIdle(() => {
    if (!savesData()) loadGeo(parts, 'near').catch(() => {});
  });
  void document.fonts.ready.then(() => {
    // Cards have their last heights now, which the cameras keep free.
    if (!signal.aborted && stage.still()) stage.resize();
    layOut(pieces, signal);
  });
  const { start } = root.dataset;
  if (start && !location.hash) navigation.goTo(start);
  await firstMove(signal);
  await wake();
  follow();
  if (root.dataset.units) (await loadFrames(parts)).applyUnits(page, stage);
}

/**
 * Who comes by a link, or again, stands at its step: where texts are larger than the screen allows for, the browser has
 * scrolled by heights that were none yet.
 */
function standAtAddress(steps: HTMLElement[], pieces: HTMLElement[]): void {
  const asked = steps.find(({ id }) => `#${id}` === location.hash);
  if (!asked) return;
  const topPx = asked.offsetTop;
  for (const piece of pieces) piece.classList.add('laid-out');
  if (asked.offsetTop !== topPx && steps[currentStep(steps)] !== asked) asked.scrollIntoView({ behavior: 'instant' });
}

/** One piece at each idle moment: the stylesheet leaves those that are not near until then. */
function layOut([piece, ...rest]: HTMLElement[], signal: AbortSignal): void {
  if (!piece || signal.aborted) return;
  piece.classList.add('laid-out');
  whenIdle(() => layOut(rest, signal));
}

/** Once a frame at most, while the page scrolls, and when its size has changed. */
function followScroll(run: () => void, signal: AbortSignal): void {
  let waiting = false;
  const next = () => {
    waiting = false;
    run();
  };
  const ring = () => {
    if (!waiting) requestAnimationFrame(next);
    waiting = true;
  };
  for (const name of ['scroll', 'resize']) addEventListener(name, ring, { passive: true, signal });
}
