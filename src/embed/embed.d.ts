/** Types for a page that has a story in it: `/// <reference path="embed.d.ts" />`, and its events are typed. */

/** What a page hears of a story in it: no number but the index, nothing about the reader. */
export interface StoryStep {
  /** Of the step: at most 200 characters, as the title. */
  id: string;
  /** From 0, the cover. */
  index: number;
  title: string;
}

declare global {
  interface GlobalEventHandlersEventMap {
    /** The reader has come to another step. Bubbles from the story's element. */
    'story:step': CustomEvent<StoryStep>;
    /** The reader has come to the end. Bubbles from the story's element. */
    'story:end': CustomEvent<StoryStep>;
    /** Dispatched on the story's element by the page: goes to the step of this id, or of this index from 0. */
    'story:go': CustomEvent<string | number>;
  }
}
