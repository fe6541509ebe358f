import type { Camera, Padding, Size } from '../../scene/camera.ts';
import { coverFree, freeBox } from '../../scene/grid.ts';
import type { Box } from '../../scene/mercator.ts';
import type { Story } from '../../story.ts';
import type { Geography } from './geography.ts';

/** What an overlay is laid out for. */
export interface OverlayView {
  story: Story;
  geo: Geography;
  camera: Camera;
  size: Size;
  /** Of a story that is read from left to right. */
  padding: Padding;
  /** Keeps the ids of clip paths and masks apart where several overlays are on one page. */
  id: string;
  /** Names only, without locator and scale bar: the cover's map is a picture, not an instrument. */
  bare?: boolean;
  /** How much larger than usual the reader's text is, 1 … 1.5. */
  text?: number;
}

/** Zoom below which a frame is wide: names are fewer and no scale bar is drawn. */
export const wideZoom = 4.6;

/** A box of the screen, as far from the other side where the story is read from right to left. */
export const sided = ({ story, size }: OverlayView, box: Box): Box =>
  story.rtl ? [size.width - box[2], box[1], size.width - box[0], box[3]] : box;

/** Where names and instruments may stand. */
export const freeOf = (view: OverlayView): Box => sided(view, view.bare ? coverFree(view.size) : freeBox(view.size, view.padding));
