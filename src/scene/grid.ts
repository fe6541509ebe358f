import type { Padding, Size } from './camera.ts';
import type { Box } from './mercator.ts';

/**
 * Where text and graphic lie at each size, in one place. `page/styles.css` lays the cards out by the same figures:
 * a card is 416 px wide at 5vw and centred (desktop), 520 px at 40 px and 72 px above the bottom (tablet), or as wide
 * as the screen less 12 px, 20 px above its bottom (phone). A phone lying down takes the desktop form, a large tablet
 * standing up the tablet's.
 *
 * The scroll grammar:
 * - A step is one small viewport (100svh) tall, more only where its card is taller than that allows.
 * - The step whose top has passed the middle of the screen is the current one.
 * - A step rests where its top meets the screen's top: its card is then whole, and nothing that the scene is about
 *   lies under it. Next, previous, the rail, deep links and reload all lead to that rest.
 * - A card too tall for the screen starts below the upper 38 % of it, so that the subject is seen first, and scrolls on within its step.
 */
export type Form = 'phone' | 'tablet' | 'desktop';

export function formOf({ width, height }: Size): Form {
  if (width >= 1280 || (width > height && (width >= 1024 || lyingDown({ width, height })))) return 'desktop';
  return width >= 640 ? 'tablet' : 'phone';
}

/** A phone lying down, or a low frame in a column of text: wide, but with room for little beside the essential. Narrower than this, text is read below the graphic, as on a phone. */
export const lyingDown = ({ width, height }: Size): boolean =>
  width >= 480 && (height < 480 || (height <= 600 && width < 1024 && width > height));

/** Right edge of the card, px, where it stands beside the graphic. */
function cardEdge(size: Size): number {
  return lyingDown(size) ? size.width * 0.44 + 24 : size.width * 0.05 + 416;
}

/** What a scene's frame keeps free: the card's place and a margin. `cardPx` is the card's height. */
export function scenePadding(size: Size, cardPx: number): Padding {
  switch (formOf(size)) {
    case 'desktop':
      return lyingDown(size)
        ? { left: cardEdge(size) + 20, right: 28, top: 24, bottom: 28 }
        : { left: cardEdge(size) + 56, right: 72, top: 64, bottom: 64 };
    case 'tablet':
      return { left: 48, right: 48, top: 56, bottom: Math.max(size.height * 0.36, Math.min(cardPx + 110, size.height * 0.5)) };
    case 'phone':
      return { left: 18, right: 18, top: 40, bottom: Math.min(cardPx + 36, size.height * 0.62 + 16) };
  }
}

/** What the cover's frame keeps free for the title. */
export function coverPadding({ width, height }: Size): Padding {
  switch (formOf({ width, height })) {
    case 'desktop':
      return { left: width * 0.44, right: 40, ...(lyingDown({ width, height }) ? { top: 16, bottom: 28 } : { top: 50, bottom: 60 }) };
    case 'tablet':
      return { left: 30, right: 30, top: 30, bottom: height * 0.5 };
    case 'phone':
      return { left: 8, right: 8, top: 6, bottom: height * 0.53 };
  }
}

/** Where names may stand on the cover: nowhere under the title's veil. */
export function coverFree(size: Size): Box {
  const { width, height } = size;
  const form = formOf(size);
  if (form === 'desktop') return [width * 0.49, 12, width - 24, height - 28];
  return [8, 10, width - 8, height * (form === 'tablet' ? 0.5 : 0.45)];
}

/** The rectangle that the card leaves to labels and instruments, px. */
export function freeBox(size: Size, padding: Padding): Box {
  switch (formOf(size)) {
    case 'desktop':
      return [padding.left - 32, 12, size.width - 56, size.height - 28];
    default:
      return [8, 10, size.width - 8, size.height - padding.bottom + 10];
  }
}

/** Where a chart stands: left (right, in a story that is read from there), top, width and the height it may take, px. */
export function chartBox(size: Size, cardPx: number): { left: number; top: number; width: number; height: number; form: Form } {
  const form = formOf(size);
  if (form === 'desktop') {
    const left = lyingDown(size) ? cardEdge(size) + 20 : cardEdge(size) + 56;
    const room = size.width - left - (lyingDown(size) ? 28 : 84);
    const width = Math.min(room, 1200);
    return { left: left + (room - width) / 2, top: 0, width, height: size.height, form };
  }
  const inset = form === 'tablet' ? 40 : 16;
  const top = form === 'tablet' ? 48 : 20;
  return { left: inset, top, width: size.width - 2 * inset, height: size.height - top - cardPx - (form === 'tablet' ? 96 : 32), form };
}
