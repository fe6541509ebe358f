import type { Story } from '../story.ts';
import type { Parts } from './parts.ts';

/** The page that is taken over. */
export interface Page {
  root: HTMLElement;
  /** The stage: what the graphic is drawn on. */
  element: HTMLElement;
  /** Cover, steps and coda. */
  steps: HTMLElement[];
  story: Story;
  parts: Parts;
  /** When it is given, the page is let go again, as the markup that it was. */
  signal: AbortSignal;
}

/** Says once what an address asked for and can't have. */
export const excuse = (words: string): void => console.info(words);
