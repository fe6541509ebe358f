import { type Camera, fitBounds, type Padding, type Size } from '../scene/camera.ts';
import { coverPadding, formOf, scenePadding } from '../scene/grid.ts';
import { viewKey } from '../scene/scene-at.ts';
import type { Scene, Story } from '../story.ts';

export interface ViewOptions {
  scenes: Scene[];
  story: Pick<Story, 'rtl'>;
  /** Height of each step's card, px, by scene index; 0 where it has none. */
  cardPx: (index: number) => number;
  /** The screen as it is with a phone's bars shown. */
  visible: () => Size;
  /** Nothing lies over the graphic: no room is kept for a card. */
  alone?: boolean;
}

/** How each scene is seen on the present screen. */
export interface Views {
  /** Of the stage. */
  size(): Size;
  padding(index: number): Padding;
  /** How much larger than usual the map's names may be: as the reader's text, up to half as large again. */
  text(): number;
  camera(index: number): Camera;
  /** The screen or a card has changed its size: all is measured anew. */
  renew(): void;
  /** Height of the tallest card in the run of steps that are seen in one view, so that nothing jumps within it. */
  tallestCard(index: number): number;
}

export function createViews(stage: HTMLElement, { scenes, story, cardPx, visible, alone }: ViewOptions): Views {
  // Measured once for each size of the screen, since to measure in a flight makes the browser lay the page out again.
  let known: { size: Size; text: number; cameras: Map<number, Camera>; paddings: Map<number, Padding> } | null = null;
  const measured = () => {
    known ??= {
      size: { width: stage.clientWidth, height: stage.clientHeight },
      text: Math.max(1, Math.min(1.5, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16)),
      cameras: new Map(),
      paddings: new Map(),
    };
    return known;
  };
  const size = () => measured().size;
  const keys = scenes.map(viewKey);
  const tallestCard = (index: number): number => {
    let [from, to] = [index, index];
    while (from > 1 && keys[from - 1] === keys[index]) from--;
    while (to < scenes.length - 2 && keys[to + 1] === keys[index]) to++;
    return Math.max(...Array.from({ length: to - from + 1 }, (_, k) => cardPx(from + k)));
  };
  const padding = (index: number): Padding => {
    const { paddings } = measured();
    const own = paddings.get(index) ?? freshPadding(index);
    paddings.set(index, own);
    return own;
  };
  const freshPadding = (index: number): Padding => {
    if (alone) return { left: 36, right: 36, top: 36, bottom: 44 };
    const seen = visible();
    const below = Math.max(0, size().height - seen.height);
    const own = index === 0 ? coverPadding(seen) : scenePadding(seen, tallestCard(index));
    return { ...own, bottom: own.bottom + below };
  };
  const freshCamera = (index: number): Camera => {
    const scene = scenes[index] ?? scenes[0];
    if (!scene) return { x: 0.5, y: 0.5, zoom: 0 };
    const phone = formOf(visible()) === 'phone';
    return fitBounds((phone && scene.framePhone) || scene.frame, size(), padding(index), story.rtl);
  };
  return {
    size,
    padding,
    text: () => measured().text,
    tallestCard,
    renew() {
      known = null;
    },
    camera(index) {
      const { cameras } = measured();
      const own = cameras.get(index) ?? freshCamera(index);
      cameras.set(index, own);
      return own;
    },
  };
}
