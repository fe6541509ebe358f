import { fitBounds, type Padding, type Size } from '../../scene/camera.ts';
import { formOf, scenePadding } from '../../scene/grid.ts';
import type { Scene, Story } from '../../story.ts';
import { escapeHtml, type Mark, toMarkup } from '../marks.ts';
import type { Geography } from './geography.ts';
import { miniMap } from './mini-map.ts';
import { layoutOverlay } from './overlay.ts';

/**
 * The shapes a still picture comes in. The card's height is what a card of 60 words takes there. `paper` is the upper
 * part of a phone's: a column of a printed page is as wide, and its names must be as large.
 */
export const stillForms = {
  wide: { size: { width: 1440, height: 900 }, cardPx: 300 },
  middle: { size: { width: 820, height: 1180 }, cardPx: 260 },
  tall: { size: { width: 390, height: 844 }, cardPx: 340 },
  paper: { size: { width: 432, height: 640 }, cardPx: 368, seenPx: 264 },
} as const satisfies Record<string, { size: Size; cardPx: number; seenPx?: number }>;

export type StillForm = keyof typeof stillForms;

/** A scene's settled map as a picture that stands alone: SVG with the palette inside, so that it follows the reader's light or dark. */
export function stillPicture(scene: Scene, story: Story, geo: Geography, form: StillForm, css: string): string {
  const { size, cardPx, seenPx = size.height }: { size: Size; cardPx: number; seenPx?: number } = stillForms[form];
  const padding = scenePadding(size, cardPx);
  const marks = stillMarks(scene, story, geo, size, padding, form);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${seenPx}" width="${size.width}" height="${seenPx}">` +
    `<style>${escapeHtml(css)}</style><g class="map">${toMarkup(marks)}</g></svg>`
  );
}

function stillMarks(scene: Scene, story: Story, geo: Geography, size: Size, padding: Padding, id: string): Mark[] {
  const camera = fitBounds((formOf(size) === 'phone' && scene.framePhone) || scene.frame, size, padding, story.rtl);
  const overlay = layoutOverlay(scene, { story, geo, camera, size, padding, id });
  const ground = miniMap(geo, scene, camera, size, id, { tolerancePx: 0.7 });
  return [...ground, ...overlay.lines, ...overlay.labels, ...overlay.instruments];
}
