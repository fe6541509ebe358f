import type { Topology } from 'topojson-specification';
import type { Work } from '../scene/work.ts';
import { loadCharts } from './chart-source.ts';
import { inSmallSteps, mayMove, pause, whenIdle } from './clock.ts';
import { createNavigation } from './navigation.ts';
import { createNotes } from './notes.ts';
import { loadGeo, type StoryData } from './parts.ts';
import { firstMove, savesData } from './reader.ts';
import { watchSteps } from './scroll.ts';
import { createStage } from './stage.ts';
import { bringWebgl, type Webgl } from './webgl-when-it-pays.ts';

/**
 * Takes the finished page over: from here on the scroll position is the only state there is. When the signal is given
 * the page is let go again, as the markup that it was. Done in parts, so that the reader's first touch is answered between them.
 */
export async function start(data: StoryData, signal: AbortSignal): Promise<void> {
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
  await pause();
  if (signal.aborted) return;
  let webgl: Webgl | null = null;
  const stage = createStage(element, {
    story,
    cardPx: (index) => steps[index]?.querySelector<HTMLElement>('.card')?.offsetHeight ?? 0,
    visible: () => ({ width: element.clientWidth, height: steps[0]?.offsetHeight ?? innerHeight }),
    onState: (state) => {
      root.dataset.state = state;
      webgl?.onState(state);
    },
    loadSheet: async (stageElement) => (await loadCharts(parts)).createSheet(stageElement, story),
    // Without their code the charts stay the pictures that the page came with.
    onChartsFail: () => root.classList.add('still-charts'),
  });
  const navigation = createNavigation(steps, signal);
  await pause();
  if (signal.aborted) return;
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
  whenIdle(() => {
    if (!savesData()) loadGeo(parts, 'near').catch(() => {});
  });
  void document.fonts.ready.then(() => {
    // Cards have their last heights now, which the cameras keep free.
    if (!signal.aborted && stage.still()) stage.resize();
    layOut(steps, signal);
  });
  void firstMove(signal).then(async () => {
    const came = await addGeo('near');
    if (!came) {
      // Each step's own picture shows what the map can't.
      root.classList.add('still-maps');
      return stage.doWithoutGeo();
    }
    await addGeo('wide');
    if (!signal.aborted) webgl = bringWebgl({ root, element, stage, parts, signal });
  });
  const addGeo = async (group: 'near' | 'wide'): Promise<boolean> => {
    try {
      const layers = await inSmallSteps(parseLayers(await loadGeo(parts, group)));
      if (!signal.aborted && (layers.size || group === 'near')) await stage.addGeo(layers);
      return true;
    } catch (error) {
      console.info(`Some of the map is missing: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };
}

/** One step at each idle moment: the stylesheet leaves those that are not near until then. */
function layOut([step, ...rest]: HTMLElement[], signal: AbortSignal): void {
  if (!step || signal.aborted) return;
  step.classList.add('laid-out');
  whenIdle(() => layOut(rest, signal));
}

function* parseLayers(layers: Record<string, string>): Work<Map<string, Topology>> {
  const parsed = new Map<string, Topology>();
  for (const [id, json] of Object.entries(layers)) {
    parsed.set(id, JSON.parse(json));
    yield;
  }
  return parsed;
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
