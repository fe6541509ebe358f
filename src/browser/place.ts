import { loadFrames } from './frames-source.ts';
import { placeKey, recall, remember } from './memory.ts';
import { excuse, type Page } from './page.ts';

/** The reader's place, as it is remembered: a step's id and a day, and nothing else. */
interface Place {
  step: string;
  /** UTC, as `2025-01-11`. */
  date: string;
}

/** A place is offered again for this long, days. */
const keptDays = 30;
const dayMs = 86_400_000;

/** Up to this step the beginning is no way to go. */
const lastNearStep = 2;

export interface Placekeeper {
  /** Told which step the reader has come to. */
  keep(index: number): void;
}

/** Remembers where the reader is in the story, and offers to go on there when they come back to its beginning. */
export function createPlacekeeper(page: Page, goTo: (id: string) => void): Placekeeper {
  const { root, steps, parts, signal } = page;
  const place = location.hash || root.dataset.start || scrollY > 0 ? null : placeIn(recall(placeKey()), steps);
  if (place) {
    loadFrames(parts).then(
      ({ offerPlace }) => signal.aborted || offerPlace(page, place, goTo),
      (error) => excuse('A tool did not come', error),
    );
  }
  return {
    keep(index) {
      // The last step is the end, and who has been there has no place to go on from.
      if (index >= steps.length - 2) remember(placeKey(), null);
      else if (index > lastNearStep) remember(placeKey(), written(steps[index]?.id ?? ''));
    },
  };
}

function written(step: string): string {
  const place: Place = { step, date: new Date().toISOString().slice(0, 10) };
  return JSON.stringify(place);
}

/** The remembered step, where it is one of this story's and not too old. */
function placeIn(remembered: string | null, steps: HTMLElement[]): string | null {
  try {
    const place: Partial<Place> = JSON.parse(remembered ?? '{}');
    const { step = '', date = '' } = place;
    const ageMs = Date.now() - Date.parse(date);
    const index = steps.findIndex(({ id }) => id === step);
    return ageMs <= keptDays * dayMs && index > lastNearStep && index < steps.length - 2 ? step : null;
  } catch {
    // Whatever stands there was not written by this page.
    return null;
  }
}
