import type { Topology } from 'topojson-specification';
import type { Work } from '../scene/work.ts';
import { loadCharts } from './chart-source.ts';
import { inSmallSteps } from './clock.ts';
import type { Page } from './page.ts';
import { loadGeo } from './parts.ts';
import { createStage, type Stage } from './stage.ts';
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
  const describe = createDescriber(page);
  const stage = createStage(element, {
    story,
    cardPx: (index) => steps[index]?.querySelector<HTMLElement>('.still~.card')?.offsetHeight ?? 0,
    visible: () => ({ width: element.clientWidth, height: steps[0]?.offsetHeight || element.clientHeight }),
    alone: root.dataset.frame === 'part',
    onState: (state) => {
      root.dataset.state = state;
      webgl?.onState(state);
      if (state === 'settled') describe();
    },
    loadSheet: async (stageElement) => (await loadCharts(parts)).createSheet(stageElement, story),
    // Without their code the charts stay the pictures that the page came with.
    onChartsFail: () => root.classList.add('still-charts'),
  });
  addEventListener('resize', () => stage.resize(), { signal });
  signal.addEventListener('abort', () => stage.destroy());

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
  return {
    stage,
    async wake() {
      const came = await addGeo('near');
      if (!came) {
        // Each step's own picture shows what the map can't.
        root.classList.add('still-maps');
        return stage.doWithoutGeo();
      }
      await addGeo('wide');
      if (!signal.aborted) webgl = bringWebgl({ root, element, stage, parts, signal });
    },
  };
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
