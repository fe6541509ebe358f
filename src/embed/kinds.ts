/** The kinds of messages. Each keeps its number and its meaning for good; a later version adds others. */

/** Frame → host: `version`. Host → frame: `stage px, version`, with a port; without one when the stage has another height. */
export const ready = 0;
/** Text → host: `px, px in print`. */
export const height = 1;
/** Text → host: `x, y, width, height` of each card in px of the frame. */
export const cards = 2;
/** Either frame → host → graphic: 1 frees the map, 0 gives it back. */
export const explore = 3;
/** Host → text, or stepper: stage from 1 (the cover). */
export const goTo = 4;
/** Text → siblings, where there is no port: `pair, index, progress`. */
export const moment = 5;
/** Text → host: `y, height` of what must be seen, px of the frame. */
export const reach = 6;
/** Graphic → siblings, where there is no port: `pair, 0 or 1`. */
export const seen = 7;
