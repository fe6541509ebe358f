import type { Topology } from 'topojson-specification';
import type { Work } from '../scene/work.ts';
import { loadCharts } from './chart-source.ts';
import { inSmallSteps } from './clock.ts';
import { excuse, type Page } from './page.ts';
import { loadGeo } from './parts.ts';
import { createStage, type Stage } from './stage.ts';
import { createStills } from './stills.ts';
import { bringWebgl, type Webgl } from './webgl-when-it-pays.ts';

export interface Graphic {
  stage: Stage;
  /** Brings the map data, then the WebGL map where it pays: not before somebody looks on. */
  wake(): Promise<void>;
}

/** The stage with all that it draws, wherever its position comes from. */
export function createGraphic(page: Page): Graphic {
  const { root, element, steps, story, parts, signal } = page;
  let webgl: Webgl | null = null;
  /** Map data that did not come is asked for again by the next scene, and when the line is back. */
  let again: (() => Promise<void>) | null = null;
  const describe = createDescriber(page);
  const stills = createStills(page);
  const stage = createStage(element, {
    story,
    cardPx: (index) => steps[index]?.querySelector<HTMLElement>('.still~.card')?.offsetHeight ?? 0,
    visible: () => ({ width: element.clientWidth, height: steps[0]?.offsetHeight || element.clientHeight }),
    alone: root.dataset.frame === 'part',
    onState: (state) => {
      root.dataset.state = state;
      stills.fault(false);
      webgl?.onState(state);
      if (state === 'settled') describe();
      else void again?.();
    },
    loadSheet: (stageElement) =>
      stills.until(
        'charts',
        loadCharts(parts).then(({ createSheet }) => createSheet(stageElement, story)),
      ),
    onChartsFail: (error) => excuse('Charts stay pictures', error),
  });
  // What fails in drawing costs its own scene alone: the page's picture stands for it, until another is drawn.
  const onFault = (event: Event) => {
    const { error, reason, message, filename } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
    // A script that is none is the fault of no scene: who wants it knows. A size observer that goes on in the next frame says so as an error, and is none.
    if (document.currentScript || message?.startsWith('Resize')) return;
    // MapLibre draws in frames of its own. Its map can be done without.
    if (webgl && /\/webgl-/.test(filename ?? '')) {
      event.preventDefault();
      excuse('The map stays a drawing', error);
      return webgl.drop();
    }
    if (stage.still()) return;
    event.preventDefault();
    excuse('A scene stays a picture', error ?? reason);
    stage.giveUp();
    stills.fault(true);
    if (!stage.view().scene.chart) webgl?.drop();
  };
  addEventListener('error', onFault, { signal });
  addEventListener('unhandledrejection', onFault, { signal });
  const renew = () => {
    stage.resize();
    void again?.();
  };
  for (const name of ['resize', 'online']) addEventListener(name, renew, { signal });
  signal.addEventListener('abort', () => stage.destroy());

  const addGeo = async (group: 'near' | 'wide'): Promise<void> => {
    const layers = await inSmallSteps(parseLayers(await loadGeo(parts, group)));
    if (!signal.aborted && (layers.size || group === 'near')) await stage.addGeo(layers);
  };
  const wake = async (): Promise<void> => {
    again = null;
    try {
      await stills.until('maps', addGeo('near'), stage.doWithoutGeo);
      await addGeo('wide');
      if (!signal.aborted) webgl = bringWebgl({ root, element, stage, parts, signal });
    } catch (error) {
      again = wake;
      excuse('Some of the map is missing', error);
    }
  };
  return { stage, wake };
}

/** Says what the graphic shows to those who don't see it, politely: once the reader has come to rest on another step. */
function createDescriber({ root, element, steps, signal }: Page): () => void {
  const status = document.createElement('p');
  status.className = 'sr';
  status.setAttribute('role', 'status');
  element.after(status);
  signal.addEventListener('abort', () => status.remove());
  let last: string | undefined;
  return () => {
    const { step } = root.dataset;
    const caption = steps.find(({ id }) => id === step)?.querySelector('figcaption');
    // Of a chart's descriptions one is for this size of screen.
    if (last !== undefined && step !== last) status.textContent = caption?.innerText ?? '';
    last = step;
  };
}

function* parseLayers(layers: Record<string, string>): Work<Map<string, Topology>> {
  const parsed = new Map<string, Topology>();
  for (const [id, json] of Object.entries(layers)) {
    parsed.set(id, JSON.parse(json));
    yield;
  }
  return parsed;
}
