import type { Chart } from './story/charts.ts';
import type { Content } from './story/content.ts';
import type { Bounds, Fact, IsoDate, Source } from './story/facts.ts';
import type { Annotation, Arc, Feature, Layer, Lens, Place, Plate } from './story/map.ts';
import type { Language } from './words/index.ts';

/**
 * The nouns that everyone speaks. A Story is what `read` makes of a story folder: complete, JSON-safe, with
 * every default filled in and every reference resolved, so that no reader of it needs a parser or a lookup rule.
 */

export * from './story/charts.ts';
export * from './story/content.ts';
export * from './story/facts.ts';
export * from './story/map.ts';

/** What is on screen: settled, whole, and free of any size. */
export interface Scene {
  frame: Bounds;
  framePhone: Bounds | null;
  /** Ids of Layers. */
  layers: string[];
  /** Ids of Features. */
  highlight: string[];
  /** Ids of Places and Features that the scene names, most important first. */
  labels: string[];
  /** Ids labelled only where there is room (640 px and wider), smaller. */
  context: string[];
  arcs: Arc[];
  annotations: Annotation[];
  plate: Plate | null;
  lens: Lens | null;
  /** Bounds of the inset, null for none. */
  locator: Bounds | null;
  chart: Chart | null;
  /** Plain sentences: what the picture shows, how much, how sure. */
  describe: string;
}

export interface Step {
  id: string;
  title: string;
  /** What stands in its card, in the order of reading. */
  content: Content[];
  /** Plain words of the paragraphs. */
  text: string;
  scene: Scene;
  /** Whether it is text over paper: then its scene is the one before it, which it hides. */
  textOnly: boolean;
  /** Whether progress follows the scroll instead of a clock. */
  scrub: boolean;
}

/** What stands between two steps, on paper and as wide as the page. */
export interface Interlude {
  /** Index of the step that it follows; -1 for the cover. */
  after: number;
  content: Content[];
}

/** A run of steps under one name. */
export interface Chapter {
  title: string;
  /** Index of its first step. */
  first: number;
}

export interface Section {
  title: string;
  content: Content[];
}

export interface Story extends Language {
  title: string;
  standfirst: string;
  published: IsoDate;
  /** What the story's figures are as of, in words: `As of 11 January 2025`; empty where it is not said. */
  asOf: string;
  /** Whether its language is read from right to left: the page and its graphics are then mirrored. */
  rtl: boolean;
  /** Id of a Source. */
  source: string | null;
  share: string;
  /** Absolute address of the published story, where known. */
  site: string | null;
  cover: Scene;
  steps: Step[];
  interludes: Interlude[];
  /** None, or two and more. */
  chapters: Chapter[];
  /** Sections after the last step: the first is the lead, the others stand beside the figures. */
  coda: Section[];
  /** In the file's order. */
  facts: Fact[];
  sources: Source[];
  places: Place[];
  features: Feature[];
  layers: Layer[];
}

/** Position in the story: 0 is the cover, 1 … n the steps, n + 1 the coda. Progress 1 is the settled scene. */
export interface Position {
  step: number;
  progress: number;
}
