import { chartKey } from '../../scene/scene-at.ts';
import type { Chart, DotsChart, Fact, ShareChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import { turnMs } from './cell-marks.ts';
import { cellGrid, turnOf } from './cells.ts';
import { type DataChart, isDataChart, layoutData, settledData } from './data-charts.ts';
import { lensMarks } from './dot-lens.ts';
import { darkenMs, rowCount } from './dot-rows.ts';
import { figureGroup, textMarks } from './dot-text.ts';
import { appearMs, type DotsState, fieldMarks, fieldOpacity, partMarks, settledDots } from './dots.ts';
import { planDots } from './dots-plan.ts';
import type { Channels, Pace } from './glide.ts';
import type { ChartBox } from './index.ts';
import type { Layers } from './layers.ts';
import { layoutShare, type ShareLayout } from './share.ts';
import { factOf } from './text.ts';

/** A chart in a box, as something that can be painted at any of its moments. */
export interface Drawing {
  chart: Chart;
  width: number;
  height: number;
  settled: Channels;
  /** Where the channels start when the chart comes to an empty sheet. */
  entrance: Channels;
  pace(channel: string): Pace;
  /** Where they start when it comes from another state of the same drawing. */
  from(values: Channels, before: Chart): Channels;
  /** Paints what the channels that differ from `before` touch; everything without one. */
  paint(layers: Layers, values: Channels, before: Channels | null): void;
  /** Where a share chart's cells stand, px. */
  field: ShareLayout['field'] | null;
  /** The words of this state on their way out. */
  leaving(opacity: number): Mark[];
}

export interface Telling {
  facts: Fact[];
  language: Language;
}

/** The chart as it is painted; `before` is what was drawn until now. */
export function drawingOf(chart: Chart, box: ChartBox, telling: Telling, before: Drawing | null): Drawing {
  if (isDataChart(chart)) return dataDrawing(chart, box, telling);
  const same = before && sameDrawing(before.chart, chart) ? before : null;
  return chart.kind === 'share' ? shareDrawing(chart, box, telling) : dotsDrawing(chart, box, telling, same);
}

export const sameDrawing = (a: Chart, b: Chart): boolean => chartKey(a) === chartKey(b);

const revealMs = 900;
const emphasisMs = 300;

/** Small enough to be painted afresh at each frame. */
function dataDrawing(chart: DataChart, box: ChartBox, { language }: Telling): Drawing {
  const settled = settledData(chart);
  const { width, height } = layoutData(chart, language, box, settled);
  return {
    chart,
    width,
    height,
    field: null,
    settled,
    entrance: { ...settled, ...('grow' in settled ? { grow: 0 } : { reach: 0 }) },
    pace: (channel) => ({ ms: channel === 'reach' || channel === 'grow' ? revealMs : emphasisMs, eased: true }),
    from: (values) => ({ ...settled, ...values }),
    paint(layers, values, before) {
      if (!before) for (const name of ['parts', 'lens', 'text'] as const) layers.paint(name, []);
      layers.fade('field', 1);
      layers.paint('field', layoutData(chart, language, box, values).marks);
    },
    leaving: () => [],
  };
}

function shareDrawing(chart: ShareChart, box: ChartBox, { facts, language }: Telling): Drawing {
  const layout = (turned: number) => layoutShare(chart, facts, language, box, turned);
  const { width, height, field } = layout(0);
  const whole = factOf(facts, chart.whole);
  const cells = cellGrid(whole.high ?? whole.low ?? 1);
  const ms = turnMs(cells, turnOf(factOf(facts, chart.part), whole, cells));
  return {
    chart,
    width,
    height,
    field,
    settled: { turned: chart.show === 'part' ? 1 : 0 },
    entrance: { turned: 0 },
    pace: () => ({ ms }),
    from: (values) => ({ turned: 0, ...values }),
    paint(layers, { turned = 0 }, before) {
      if (!before) for (const name of ['parts', 'lens', 'text'] as const) layers.paint(name, []);
      layers.fade('field', 1);
      layers.paint('field', layout(turned).marks);
    },
    leaving: () => [],
  };
}

const lensMs = 900;
const wordsMs = 240;

function dotsDrawing(chart: DotsChart, box: ChartBox, { facts, language }: Telling, before: Drawing | null): Drawing {
  const plan = planDots(chart, facts, language, box);
  const { blocks } = plan.blocks;
  const settled = settledDots(chart);
  const paces: Record<string, Pace> = {
    appear: { ms: appearMs(blocks) },
    lens: { ms: lensMs, eased: true },
    dim: { ms: 300, eased: true },
    text: { ms: wordsMs, delayMs: lensMs - wordsMs },
    leave: { ms: 120 },
  };
  plan.parts.forEach((part, i) => {
    paces[`part-${i}`] = { ms: darkenMs(rowCount(plan, part)) };
  });
  return {
    chart,
    width: plan.width,
    height: plan.height,
    field: null,
    settled: channelsOf(settled),
    entrance: { ...channelsOf(settled), appear: 0, text: 0 },
    pace: (channel) => paces[channel] ?? { ms: 0 },
    from: (values, last) => ({
      ...channelsOf(settled),
      ...values,
      ...('show' in last && last.show !== chart.show && { text: 0, leave: values.text ?? 0 }),
    }),
    paint(layers, values, last) {
      const state = stateOf(values, plan.parts.length);
      const moved = (...channels: string[]) => !last || channels.some((channel) => values[channel] !== last[channel]);
      const parts = plan.parts.map((_, i) => `part-${i}`);
      if (!last) layers.paint('field', fieldMarks(plan));
      if (moved('dim')) layers.fade('field', fieldOpacity(state));
      if (moved('appear', ...parts)) layers.paint('parts', partMarks(plan, state));
      if (moved('appear', 'lens', 'dim', ...parts)) layers.paint('lens', lensMarks(plan, state, `live-${chart.whole}`));
      if (moved('text', 'leave')) layers.paint('text', [...textMarks(plan, state), ...(before?.leaving(values.leave ?? 0) ?? [])]);
    },
    leaving: (opacity) => figureGroup(plan, opacity, 'leaving'),
  };
}

function channelsOf({ appear, parts, lens, dim, text }: DotsState): Channels {
  return { appear, lens, dim, text, leave: 0, ...Object.fromEntries(parts.map((part, i) => [`part-${i}`, part])) };
}

function stateOf(values: Channels, parts: number): DotsState {
  const { appear = 1, lens = 0, dim = 0, text = 1 } = values;
  return { appear, lens, dim, text, parts: Array.from({ length: parts }, (_, i) => values[`part-${i}`] ?? 0) };
}
