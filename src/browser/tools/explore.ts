import { say } from '../../words/index.ts';
import type { WebglGround } from '../map/webgl.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../stage.ts';
import { createGround, hasWebgl } from '../webgl-when-it-pays.ts';
import { element } from './element.ts';
import { createFreeMap, type FreeGround, stageReady } from './free-map.ts';
import { createLegend } from './legend.ts';
import { showNotice } from './notice.ts';
import { createSpots } from './spots.ts';

/**
 * Lays a map over the page that the reader may move, and which begins as the scene is seen. The stage below stays as it is,
 * so that the way back is to take the map away.
 */
export async function explore(button: HTMLElement, page: Page, stage: Stage): Promise<void> {
  const { root, story, signal } = page;
  const step = root.dataset.step;
  const map = createFreeMap(page, button, story.words.tools.explore);
  const doWithout = () => {
    map.close();
    if (!signal.aborted) showNotice(story, element('p', '', say(story, story.words.tools.noMap)));
  };
  let ground: MovedMap;
  try {
    await stageReady(stage);
    ground = await createMap(page, stage, map.container, doWithout);
  } catch {
    return doWithout();
  }
  // The reader has gone on meanwhile.
  if (signal.aborted || root.dataset.step !== step) {
    ground.destroy();
    return map.close();
  }
  const { geo, scene } = stage.view();
  const spots = createSpots(ground.outer, story, geo, scene);
  const legend = createLegend(story, stage);
  map.begin(ground, (camera, size) => {
    spots(camera, size);
    legend.show(camera.zoom);
  });
  map.view.append(legend.element);
  ground.focus.focus({ preventScroll: true });
}

export type MovedMap = FreeGround & WebglGround;

/** MapLibre's map of what a stage shows, for the reader to move; rejects where there is no WebGL. */
export async function createMap({ parts }: Page, stage: Stage, container: HTMLElement, onLost: () => void): Promise<MovedMap> {
  if (!hasWebgl()) throw new Error('no WebGL here');
  const ground = await createGround({ stage, parts }, container, onLost, true);
  return { ...ground, ...ground.surface };
}
