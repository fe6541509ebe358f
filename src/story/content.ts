import type { Chart } from './charts.ts';

/** Paragraphs. */
export interface Prose {
  kind: 'prose';
  /** Safe markup. Links to facts are `<a class="fact" href="#fact-ID" data-fact="ID">`. */
  html: string;
}

/** A file of the story folder as it is seen when it stands upright, px. */
export interface Picture {
  file: string;
  width: number;
  height: number;
}

/** What a picture and a film say in words. */
interface Captioned {
  /** What is seen, for those who don't see it; empty where it is decoration. */
  alt: string;
  credit: string;
  /** Empty for none. */
  caption: string;
  /** Id of a Source. */
  source: string | null;
}

export interface ImageBlock extends Picture, Captioned {
  kind: 'image';
}

export interface VideoBlock extends Captioned {
  kind: 'video';
  file: string;
  poster: Picture;
  /** Path of a WebVTT file; null where the film is silent. */
  captions: string | null;
}

/** A sentence that is worth the room. */
export interface QuoteBlock {
  kind: 'quote';
  text: string;
  speaker: string;
  /** Id of a Source. */
  source: string | null;
}

/** What stands beside the story: a box with a title of its own. */
export interface AsideBlock {
  kind: 'aside';
  title: string;
  /** Safe markup, as of Prose. */
  html: string;
}

/** A chart as wide as the page. */
export interface ChartBlock {
  kind: 'chart';
  /** Name of its table among the downloads. */
  id: string;
  chart: Chart;
}

export type Content = Prose | ImageBlock | VideoBlock | QuoteBlock | AsideBlock | ChartBlock;
