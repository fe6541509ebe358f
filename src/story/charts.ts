import type { IsoDate, Qualifier } from './facts.ts';

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
