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
  padding: Padding;
  /** Keeps the ids of clip paths and masks apart where several overlays are on one page. */
  id: string;
  /** Names only, without locator and scale bar: the cover's map is a picture, not an instrument. */
  bare?: boolean;
}

/** Zoom below which a frame is wide: names are fewer and no scale bar is drawn. */
export const wideZoom = 4.6;

/** Where names and instruments may stand. */
export const freeOf = ({ bare, size, padding }: OverlayView): Box => (bare ? coverFree(size) : freeBox(size, padding));
