import type { createGraphic } from '../graphic.ts';
import type { createNotes } from '../notes.ts';
import type { Page } from '../page.ts';
import css from './frames.css?inline';
import { beGraphic } from './graphic.ts';
import { bePart } from './part.ts';
import { beStepper } from './stepper.ts';
import { beText, prepareText } from './text.ts';

// What a reader of the whole story asks for now and then comes in the same script.
export { explore } from '../tools/explore.ts';
export { openMenu } from '../tools/menu.ts';
export { offerPlace } from '../tools/offer.ts';
export { applyUnits } from '../tools/units.ts';
export { checkAsked } from './asked.ts';

/** What the entry has already: handed over, so that no second copy of it is loaded. */
export interface Tools {
  createGraphic: typeof createGraphic;
  createNotes: typeof createNotes;
}

/** Before the page is first laid out as what it is. */
export function prepare(page: Page): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  document.adoptedStyleSheets.push(styles);
  if (page.root.dataset.frame === 'text') prepareText(page);
}

export function begin(page: Page, tools: Tools): void {
  const { frame } = page.root.dataset;
  if (frame === 'text') beText(page, tools);
  else if (frame === 'graphic') beGraphic(page, tools);
  else if (frame === 'part') bePart(page, tools);
  else beStepper(page, tools);
}
