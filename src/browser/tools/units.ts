import { formatFact } from '../../scene/format.ts';
import { pause } from '../clock.ts';
import type { Page } from '../page.ts';
import type { Stage } from '../stage.ts';

/**
 * Puts the reader's unit first, as `data-units` of the page has it: in the list of figures, which the notes read, and on
 * what the stage draws. The article's sentences and what the editor wrote over a map or chart stay as written.
 */
export async function applyUnits({ root, story, signal }: Page, stage: Stage): Promise<void> {
  story.units = root.dataset.units === 'mi' ? 'mi' : 'km';
  for (const fact of story.facts.filter(({ unit }) => unit === 'km2')) {
    const value = document.querySelector(`#fact-${CSS.escape(fact.id)} b`);
    if (value) value.textContent = formatFact(fact, story, 'both');
  }
  // A flight is not cut short.
  while (!stage.still() && !signal.aborted) {
    await pause();
    await new Promise(requestAnimationFrame);
  }
  if (!signal.aborted) stage.resize();
}
