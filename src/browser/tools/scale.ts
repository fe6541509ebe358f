import { scaleBar } from '../../graphics/scale-bar.ts';
import { type Camera, centre, pxPerKm } from '../../scene/camera.ts';
import type { Story } from '../../story.ts';
import { element } from './element.ts';

/** No longer than this on any screen, px. */
const limitPx = 110;

/** A scale bar for a map that moves: true in the middle of the map, in the reader's unit. */
export function createScale(story: Story): { element: HTMLElement; show(camera: Camera): void } {
  const scale = element('p', 'free-scale');
  const bar = scale.appendChild(element('i', ''));
  const words = scale.appendChild(element('span', ''));
  return {
    element: scale,
    show(camera) {
      const { px, label } = scaleBar(pxPerKm(camera, centre(camera)[1]), limitPx, story);
      bar.style.width = `${px}px`;
      words.textContent = label;
    },
  };
}
