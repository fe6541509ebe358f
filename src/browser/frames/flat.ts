import type { Page } from '../page.ts';

/** How long a graphic may be out of sight in the middle of its story, ms. */
const patienceMs = 2500;

/**
 * In the middle of the story the graphic must be in sight. Where it is not (an ancestor's overflow unpins it, its frame is
 * blocked) the text shows each step's own picture, until the graphic is seen after all.
 */
export function createFlat({ root, signal }: Page): { doubt(): void; seen(now: boolean): void } {
  let inSight = false;
  let timer = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    doubt() {
      if (timer) return;
      inSight = false;
      timer = window.setTimeout(() => {
        timer = 0;
        root.classList.toggle('flat', !inSight);
      }, patienceMs);
    },
    seen(now) {
      inSight = now;
      if (now) root.classList.remove('flat');
    },
  };
}
