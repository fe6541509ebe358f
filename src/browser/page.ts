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

/** Says in the console what the reader has to do without, and why. */
export const excuse = (what: string, error?: unknown): void => console.info(error ? `${what}: ${(error as Error).message}` : what);
