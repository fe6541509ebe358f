import type { Geography } from '../graphics/map/geography.ts';
import { layoutScenePlate, plateKey } from '../graphics/map/instruments.ts';
import { growOverlay, type Overlay } from '../graphics/map/overlay.ts';
import type { OverlayView } from '../graphics/map/overlay-view.ts';
import { draw } from '../graphics/marks.ts';
import { type Camera, sameCamera } from '../scene/camera.ts';
import type { Scene, Story } from '../story.ts';
import { inSmallSteps } from './clock.ts';
import type { Views } from './views.ts';

/** Names, lines and instruments over the map, laid out a little at a time and kept. */
export interface Overlays {
  /** Laid out before for the present screen, or null. */
  known(index: number): Overlay | null;
  prepare(index: number): Promise<Overlay>;
  draw(overlay: Overlay): void;
  /** Draws, and gives what draws it again with the plate's part taken off so far, 0 … 1. */
  turning(index: number, overlay: Overlay): (turned: number) => void;
  hide(hidden: boolean): void;
  /** Lines that draw themselves do so from now on, or stand. */
  arrive(arriving: boolean): void;
  /** Names fade in while the camera still glides: they ride on its last stretch. */
  follow(now: Camera, end: Camera): void;
  /** More of the map data is there: all is laid out anew. */
  renew(geo: Geography): void;
}

export function createOverlays(element: SVGSVGElement, story: Story, scenes: Scene[], views: Views): Overlays {
  let geo: Geography = { layers: [], features: new Map() };
  const made = new Map<string, Overlay>();
  const making = new Map<string, Promise<Overlay>>();
  const sceneOf = (index: number) => scenes[index] ?? story.cover;
  const viewOf = (index: number): OverlayView => ({
    story,
    geo,
    camera: views.camera(index),
    size: views.size(),
    padding: views.padding(index),
    id: 'live',
    bare: index === 0,
    text: views.text(),
  });
  const keyOf = (index: number, { camera, size, padding, text }: OverlayView) =>
    JSON.stringify([index, camera, size, padding, text, story.units]);
  const drawOverlay = ({ lines, labels, instruments, text }: Overlay) => {
    const group = (key: string, children: Overlay['lines']) => ({ key, tag: 'g', children });
    const names = { ...group('labels', labels), attrs: { 'font-size': `${text}em` } };
    draw(element, [{ ...group('all', [group('lines', lines), names, group('instruments', instruments)]) }]);
  };

  return {
    known: (index) => made.get(keyOf(index, viewOf(index))) ?? null,
    prepare(index) {
      const view = viewOf(index);
      const key = keyOf(index, view);
      const known = made.get(key);
      if (known) return Promise.resolve(known);
      const begun = making.get(key);
      if (begun) return begun;
      const work = inSmallSteps(growOverlay(sceneOf(index), view)).then((overlay) => {
        if (view.geo === geo) made.set(key, overlay);
        return overlay;
      });
      making.set(key, work);
      // What has failed is tried again when it is wanted, and fails for whoever waits for it then.
      work.catch(() => making.delete(key));
      return work;
    },
    draw: drawOverlay,
    turning(index, overlay) {
      drawOverlay(overlay);
      const [scene, view] = [sceneOf(index), viewOf(index)];
      const plate = element.querySelector(`[data-key=${plateKey}]`);
      return (turned) => {
        const children = plate && layoutScenePlate(scene, view, turned)?.mark.children;
        if (children) draw(plate, children);
      };
    },
    hide: (hidden) => element.firstElementChild?.setAttribute('class', hidden ? 'away' : ''),
    arrive: (arriving) => void element.classList.toggle('arriving', arriving),
    follow(now, end) {
      const { width, height } = views.size();
      const scale = 2 ** (now.zoom - end.zoom);
      const world = 512 * 2 ** now.zoom;
      const x = (end.x - now.x) * world + (width / 2) * (1 - scale);
      const y = (end.y - now.y) * world + (height / 2) * (1 - scale);
      element.style.transform = sameCamera(now, end) ? '' : `matrix(${scale},0,0,${scale},${x},${y})`;
    },
    renew(next) {
      geo = next;
      made.clear();
      making.clear();
    },
  };
}
