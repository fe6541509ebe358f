import type { Camera } from '../../scene/camera.ts';
import type { Story } from '../../story.ts';
import type { WebglGround } from '../map/webgl.ts';
import { excuse, type Page } from '../page.ts';
import type { Stage } from '../stage.ts';
import { createGround, hasWebgl } from '../webgl-when-it-pays.ts';
import { createFreeMap, type FreeGround, type FreeMap, stageReady } from './free-map.ts';
import { createLegend } from './legend.ts';
import { sayNoMap } from './notice.ts';
import { createSpots } from './spots.ts';

/**
 * Lays a map over the page that the reader may move, and which begins as the scene is seen. The stage below stays as it is,
 * so that the way back is to take the map away. A map that the graphics card forgets is made again, once, as the reader had moved it.
 */
export async function explore(button: HTMLElement, page: Page, stage: Stage, moved: Camera | null = null): Promise<void> {
  const { root, story, signal } = page;
  const step = root.dataset.step;
  const map = createFreeMap(page, button, story.words.tools.explore);
  let ground: MovedMap | null = null;
  const doWithout = () => {
    const wanted = !signal.aborted && !map.left.aborted;
    ground?.destroy();
    map.close();
    if (wanted) sayNoMap(story);
  };
  const onLost = () => {
    if (moved || !ground) return doWithout();
    const camera = ground.camera();
    map.close();
    void explore(button, page, stage, camera);
  };
  const view = () => ({ ...stage.view(), ...(moved ? { camera: moved } : {}) });
  try {
    await stageReady(stage);
    ground = await createMap(page, { ...stage, view }, map.container, onLost);
  } catch {
    return doWithout();
  }
  // The reader has gone on meanwhile.
  if (signal.aborted || map.left.aborted || root.dataset.step !== step) {
    ground.destroy();
    return map.close();
  }
  try {
    showStory(map, ground, story, stage);
  } catch (error) {
    excuse('A tool did not come', error);
    doWithout();
  }
}

/** The story's names on the map, and what its colours mean. */
function showStory(map: FreeMap, ground: MovedMap, story: Story, stage: Stage): void {
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
