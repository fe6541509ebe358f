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

const said = new Set<string>();

/** Says in the console what the reader has to do without, and why: once, however often it is missed. */
export function excuse(what: string, error?: unknown): void {
  const line = error ? `${what}: ${(error as Error).message}` : what;
  if (!said.has(line)) console.info(line);
  said.add(line);
}
