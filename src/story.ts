import type { Language } from './words/index.ts';

/**
 * The nouns that everyone speaks. A Story is what `read` makes of a story folder: complete, JSON-safe, with
 * every default filled in and every reference resolved, so that no reader of it needs a parser or a lookup rule.
 */

/** Degrees, WGS 84. */
export type LngLat = [lon: number, lat: number];

/** Degrees; east may exceed 180 where a frame crosses the antimeridian. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** `2025`, `2025-01` or `2025-01-11`: as precise as the fact is. */
export type IsoDate = string;

export const qualifiers = ['exact', 'as stated', 'about', 'more than', 'less than', 'almost', 'range', 'in words'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** A number with its uncertainty and its source. */
export interface Fact {
  id: string;
  label: string;
  /** Lower bound; null where the interval is open below (`less than`, `almost`) or no number is given (`in words`). */
  low: number | null;
  /** Upper bound; null where the interval is open above (`more than`) or no number is given. */
  high: number | null;
  qualifier: Qualifier;
  /** `people`, `km2`, `%`, `years`, or any other word, which is then printed as it is. */
  unit: string;
  date: IsoDate | null;
  /** When the fact is from, in words: the date's, or those that the editor wrote where a date would be too exact; empty where neither is known. */
  when: string;
  speaker: string;
  /** Id of a Source. */
  source: string;
  /** As the editor wrote it; not null means derived: computed from other facts, never typed. */
  formula: string | null;
  /** Phrases that stand for the number in the text where it is not in digits: `two`, `a couple hundred`. */
  words: string[];
  note: string;
  /** Digits after the decimal point, as written. A sum or difference has as many as its finest part; other derived facts have none, and are rounded outwards. */
  decimals: number;
}

export interface Source {
  id: string;
  title: string;
  publisher: string | null;
  date: IsoDate | null;
  address: string | null;
  licence: string | null;
  licenceAddress: string | null;
  /** The credit that the licence asks for, word by word. */
  credit: string | null;
  /** A shorter credit for the map's corner. */
  short: string | null;
}

export const placeKinds = ['capital', 'city', 'town', 'village'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface Place {
  id: string;
  name: string;
  /** The name in the local language, null where it is the same. */
  local: string | null;
  /** BCP 47 language of `local`, null where not given. */
  lang: string | null;
  at: LngLat;
  kind: PlaceKind;
}

/** Colour roles a map area may take; the palette gives their values. */
export const areaRoles = ['land', 'land-2', 'neighbour', 'water'] as const;
export type AreaRole = (typeof areaRoles)[number];

/**
 * A file that is drawn. `areas` are polygons with borders between them, `water` polygons without, `lines` are
 * rivers. Drawing order is the order of the list.
 */
export interface Layer {
  id: string;
  kind: 'areas' | 'water' | 'rivers';
  /** Path inside the story folder. */
  file: string;
  label: string;
  /** Id of a Source. */
  source: string;
  /** Property that identifies a feature; null for water and rivers. */
  idProperty: string | null;
  /** Property that names the country of an area: borders between unlike values are state borders, others regional. */
  countryProperty: string | null;
  /** Country value → role; what is not named is `neighbour`. */
  colours: Record<string, AreaRole>;
  /** Countries whose common borders are drawn as state borders; null = all. Others are drawn as regional ones. */
  stateBorders: string[] | null;
  /** MapLibre zoom range in which the layer is drawn, [from, to). */
  zoom: [from: number, to: number];
  /** Zoom from which borders inside a country are drawn. */
  detailZoom: number;
  bounds: Bounds;
}

/** An area that a story names: highlighted, framed or labelled by id. */
export interface Feature {
  id: string;
  name: string;
  local: string | null;
  lang: string | null;
  kind: 'country' | 'region';
  /** Id of the Layer that holds it. */
  layer: string;
  /** Value of that layer's idProperty. */
  match: string;
  bounds: Bounds;
}

/** A line between two things. Its start or end at an area fades, because no point in the area is meant. */
export interface Arc {
  /** Ids of a Place or Feature. */
  from: string;
  to: string;
  /** `great-circle` for the shortest way over the globe, `bow` for a short hop; chosen by length. */
  shape: 'great-circle' | 'bow';
  label: string[];
  note: string[];
}

/** A text at a place or feature. */
export interface Annotation {
  at: string;
  text: string[];
  /** Id of the fact it speaks of, so that a click leads to its sentence. */
  fact: string | null;
}

/** An area fact drawn to the map's scale in a frame beside a place: a measure, not a position. */
export interface Plate {
  /** Fact id; unit km2. */
  area: string;
  /** Fact id; unit km2: the part taken off, null where none is. */
  less: string | null;
  /** Place id. */
  beside: string;
  title: string[];
  note: string[];
  caption: string;
}

/** A place or feature enlarged over a wide frame. */
export interface Lens {
  on: string;
  labels: string[];
}

/** 984 cells, one a square kilometre (or whatever the whole's unit is), of which a part has turned. */
export interface ShareChart {
  kind: 'share';
  whole: string;
  part: string;
  rest: string;
  /** `whole`: no cell has turned; `part`: the part has. */
  show: 'whole' | 'part';
  title: string;
  caption: string;
  /** [long, short] each. */
  partLabel: [string, string];
  restLabel: [string, string];
  edgeLabel: [string, string];
  source: string;
  sourceShort: string;
}

/** One dot for each one of a fact's number, with smaller facts shown inside it at the same scale. */
export interface DotsChart {
  kind: 'dots';
  whole: string;
  /** Smaller facts, largest first. */
  parts: string[];
  /** The fact that the lens is on: the whole or one of the parts. Parts up to it are drawn. */
  show: string;
  title: string;
  caption: string;
  /** Two lines beside the lens's figure, [long, short] each. */
  figure: [string, string][];
  /** Key for the field when the smallest part is shown: [fact id, words]. */
  key: [string, string][];
  source: string;
  sourceShort: string;
}

/** A number that a chart draws, with its uncertainty: of a fact, or of a row of a table. */
export interface ChartValue {
  /** The figure itself; null where only its bounds are known. */
  value: number | null;
  /** As a fact's: null where open below, and where no number is given. */
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
  /** Digits after the decimal point, as written. */
  decimals: number;
}

/** A text at a point of a chart. */
export interface ChartNote {
  /** A date, or the label of a bar. */
  at: string;
  /** Name of the series whose line it points at; empty where there is but one. */
  series: string;
  text: string[];
  /** Id of the fact it speaks of, so that a click leads to its sentence. */
  fact: string | null;
}

/** What all charts of a table or a list of facts have in common. */
interface DataChart {
  /** What is drawn: charts of one kind with the same drawing are states of it. */
  drawing: string;
  /** Path of the table inside the story folder; null where facts are drawn. */
  file: string | null;
  /** Unit of all its numbers, as a fact's; empty for none. */
  unit: string;
  title: string;
  caption: string;
  source: string;
  sourceShort: string;
  /** Ids of the Sources that its numbers are from. */
  sources: string[];
}

export interface Bar extends ChartValue {
  /** Id of the fact; null for a row of a table. */
  fact: string | null;
  /** What several bars belong to; empty where each stands alone. */
  group: string;
  label: string;
  /** The number in words, as exact as it is; where none is given, the words that stand for it. */
  said: string;
  note: string;
  /** Whose figure it is, where that differs from row to row. */
  source: string;
  /** Whether it is drawn in this state; its place is kept. */
  shown: boolean;
  /** Whether it is what the text is about. */
  lit: boolean;
}

/** Bars from zero, with a dot and a ring for the ends of a range. */
export interface BarsChart extends DataChart {
  kind: 'bars';
  bars: Bar[];
  /** Upper end of the scale where it is more than the highest figure, such as 100 for per cent; else null. */
  to: number | null;
  annotations: ChartNote[];
}

export interface ChartPoint extends ChartValue {
  date: IsoDate;
  note: string;
  source: string;
}

export interface ChartSeries {
  /** Empty where there is but one. */
  name: string;
  /** By date; a point without a number is a gap. */
  points: ChartPoint[];
  shown: boolean;
  lit: boolean;
}

/** Lines over time, or one area from zero, with a band between low and high. */
export interface LineChart extends DataChart {
  kind: 'line' | 'area';
  series: ChartSeries[];
  /** Ends of the scale where the editor has set them. */
  from: number | null;
  to: number | null;
  /** What comes after it is not drawn yet; its place is kept. */
  until: IsoDate | null;
  annotations: ChartNote[];
}

export interface ChartEvent {
  fact: string | null;
  date: IsoDate;
  text: string;
  note: string;
  source: string;
}

/** Dated events along an axis of time. */
export interface TimelineChart extends DataChart {
  kind: 'timeline';
  /** By the day on which they were over at the latest. */
  events: ChartEvent[];
  until: IsoDate | null;
}

export type Chart = ShareChart | DotsChart | BarsChart | LineChart | TimelineChart;

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
