import { boxAt, overlap } from '../../graphics/map/boxes.ts';
import { textWidth } from '../../graphics/text-width.ts';
import { type Camera, pixel, type Size } from '../../scene/camera.ts';
import { type Box, projectBounds } from '../../scene/mercator.ts';
import type { Bounds } from '../../story.ts';
import { element } from '../tools/element.ts';
import type { City } from './cities.ts';

export interface SizeOverlay {
  /** The field to be drawn, what it is called, and the city that it lies over. */
  show(bounds: Bounds, label: string, city: City): void;
  place(camera: Camera, size: Size): void;
}

/** So many names at most; height of one, and what is kept free beside its dot, px. */
const [mostNames, heightPx, gapPx] = [40, 18, 9];

/** The field over its city, with the names of the cities around: on whatever map, at whatever camera. */
export function createSizeOverlay(surface: HTMLElement, cities: readonly City[]): SizeOverlay {
  const field = surface.appendChild(element('div', 'size-field'));
  const label = surface.appendChild(element('p', 'size-label'));
  const spots = Array.from({ length: mostNames }, () => surface.appendChild(element('span', 'size-spot')));
  for (const part of [field, label, ...spots]) part.setAttribute('aria-hidden', 'true');
  let shown: { box: Box; city: City } | null = null;
  return {
    show(bounds, text, city) {
      shown = { box: projectBounds(bounds), city };
      label.textContent = text;
    },
    place(camera, size) {
      if (!shown) return;
      const { box, city } = shown;
      const [left, top] = pixel(camera, size, [box[0], box[1]]);
      const [right, bottom] = pixel(camera, size, [box[2], box[3]]);
      field.style.transform = `translate(${left}px,${top}px)`;
      field.style.width = `${right - left}px`;
      field.style.height = `${bottom - top}px`;
      const width = textWidth(label.textContent ?? '', { sizePx: 16, weight: 600 });
      label.style.transform = `translate(${left}px,${top}px) translateY(-100%)`;
      const taken: Box[] = [[left - 4, top - 34, left + width + 16, top + 2]];
      const names = namesIn([city, ...cities.filter((one) => one !== city)], camera, size, taken);
      for (const [i, spot] of spots.entries()) {
        const name = names[i];
        spot.hidden = !name;
        if (!name) continue;
        spot.textContent = name.text;
        spot.classList.toggle('own', name.text === city.name && i === 0);
        spot.style.transform = `translate(${name.x}px,${name.y}px)`;
      }
    },
  };
}

/** Those that are seen and have room, the first before the others. */
function namesIn(cities: readonly City[], camera: Camera, size: Size, taken: Box[]): { text: string; x: number; y: number }[] {
  const names: { text: string; x: number; y: number }[] = [];
  for (const { name, point } of cities) {
    const [x, y] = pixel(camera, size, point);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const width = textWidth(name, { sizePx: 13, weight: 600 });
    const box: Box = [x - gapPx, y - heightPx / 2, x + gapPx + width, y + heightPx / 2];
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box, boxAt([x, y], 2 * gapPx, 2 * gapPx));
    names.push({ text: name, x, y });
    if (names.length === mostNames) break;
  }
  return names;
}
