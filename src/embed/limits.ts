/** What the two ends take from each other at most. */

/** Stages that a text may be tall. */
export const stages = 80;
/** Cards that it may have. */
export const cards = 100;
/** How far from a text's corner they may be, px. */
export const awayPx = 400_000;
/** Characters of an id, or a title. */
export const letters = 200;
export const stagePx = [100, 5000] as const;
export const printPx = [200, 30_000] as const;
