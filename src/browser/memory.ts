/** A frame's page is somebody else's: nothing is remembered there. */
const framed = self !== parent;

/** What the reader's own browser remembers under a key; null where it has nothing or keeps nothing. */
export function recall(key: string): string | null {
  try {
    return framed ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a value under a key; null forgets it. */
export function remember(key: string, value: string | null): void {
  if (framed) return;
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Frames of no origin and some settings refuse storage: then the page forgets, and all else works.
  }
}

/** Where the colours that the reader has chosen are remembered, for all stories of one host. */
export const themeKey = 'map-story-theme';

/** Where the unit is remembered that the reader has chosen, `km` or `mi`, for all stories of one host. */
export const unitsKey = 'map-story-units';

/** Where the step is remembered that the reader has got to in the story at this address. */
export const placeKey = (): string => `map-story-place:${location.pathname}`;
