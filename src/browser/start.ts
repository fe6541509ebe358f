import { loadCharts } from './chart-source.ts';
import { mayMove, whenIdle } from './clock.ts';
import { createNavigation } from './navigation.ts';
import { createNotes } from './notes.ts';
import { loadGeo, type StoryData } from './parts.ts';
import { watchSteps } from './scroll.ts';
import { createStage } from './stage.ts';
import { bringWebgl } from './webgl-when-it-pays.ts';

/**
 * Takes the finished page over: from here on the scroll position is the only state there is. When the signal is given
 * the page is let go again, as the markup that it was.
 */
export function start(data: StoryData, signal: AbortSignal): void {
  const { story, parts, css } = data;
  const root = document.documentElement;
  const element = document.querySelector<HTMLElement>('.stage');
  const steps = [...document.querySelectorAll<HTMLElement>('.step')];
  if (!element || steps.length < 2) return;

  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  document.adoptedStyleSheets = [styles];
  root.classList.add('live');
  root.dataset.map = 'svg';
  const stage = createStage(element, {
    story,
    cardPx: (index) => steps[index]?.querySelector<HTMLElement>('.card')?.offsetHeight ?? 0,
    visible: () => ({ width: element.clientWidth, height: steps[0]?.offsetHeight ?? innerHeight }),
    onState: (state) => {
      root.dataset.state = state;
    },
    loadSheet: async (stageElement) => (await loadCharts(parts)).createSheet(stageElement, story),
    // Without their code the charts stay the pictures that the page came with.
    onChartsFail: () => root.classList.add('still-charts'),
  });
  const navigation = createNavigation(steps, signal);
  const notes = createNotes(document.body, { story, stage: element, goTo: navigation.goTo, signal });

  let first = true;
  const scroll = watchSteps(
    steps,
    (index) => {
      root.dataset.step = steps[index]?.id ?? '';
      root.dataset.state = 'flying';
      navigation.mark(index);
      notes.close();
      const how = first ? 'cut' : 'fly';
      first = false;
      if (!scrubs(index)) scroll.whenSlow(() => stage.show(index, how));
    },
    signal,
  );
  const scrubs = (index: number) => mayMove() && (story.steps[index - 1]?.scrub ?? false);
  if (story.steps.some(({ scrub }) => scrub)) {
    followScroll(() => {
      const index = scroll.current();
      if (scrubs(index)) stage.scrub(index, scroll.progress(index));
    }, signal);
  }
  addEventListener('resize', () => stage.resize(), { signal });
  signal.addEventListener('abort', () => stage.destroy());
  whenIdle(async () => {
    for (const group of ['near', 'wide'] as const) {
      const geo = await loadGeo(parts, group);
      if (signal.aborted) return;
      await stage.addGeo(geo);
    }
    bringWebgl({ root, element, stage, parts, signal });
  });
}

/** Once a frame at most, while the page scrolls. */
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
  addEventListener('scroll', ring, { passive: true, signal });
}
