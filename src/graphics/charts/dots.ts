import type { DotsChart } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import { dotOutline, dotPath, runs } from './blocks.ts';
import { lensMarks } from './dot-lens.ts';
import { rowPaths } from './dot-rows.ts';
import { textMarks } from './dot-text.ts';
import { type DotsBox, type DotsPlan, planDots } from './dots-plan.ts';
import { allFacts, type Facts, litOutline, px, ramp } from './text.ts';

export type { DotsBox };

/** A moment of the chart, in numbers that can be tweened. */
export interface DotsState {
  /** 0…1: the field fades in block by block. */
  appear: number;
  /** 0…1 for each part: it darkens row by row, from the foot. */
  parts: number[];
  /** Where the lens is: 0 on the whole, 1 on the first part, and so on; between two, on its way. */
  lens: number;
  /** 0…1: the field steps back behind the smallest part. */
  dim: number;
  /** 0…1: the words of this state. */
  text: number;
}

/** The drawing in four layers, so that the big field is not painted again while the others move. */
export interface DotsLayout {
  width: number;
  height: number;
  /** The whole field. It is the same at every moment, but for its opacity. */
  field: Mark[];
  parts: Mark[];
  lens: Mark[];
  text: Mark[];
}

export const blockMs = 40;
export const fadeMs = 240;
const dimmed = 0.56;

export function settledDots(chart: DotsChart): DotsState {
  const shown = chart.parts.indexOf(chart.show);
  return {
    appear: 1,
    parts: chart.parts.map((_, i) => (i <= shown ? 1 : 0)),
    lens: shown + 1,
    dim: shown > 0 && shown === chart.parts.length - 1 ? 1 : 0,
    text: 1,
  };
}

/** The chart at any moment. `id` keeps the id of its clip path apart from another drawing's. */
export function layoutDots(
  chart: DotsChart,
  facts: Facts,
  language: Language,
  box: DotsBox,
  state = settledDots(chart),
  id = 'dots',
): DotsLayout {
  const plan = planDots(chart, facts, language, box);
  return {
    width: plan.width,
    height: plan.height,
    field: fieldMarks(plan, fieldOpacity(state)),
    parts: partMarks(plan, state),
    lens: lensMarks(plan, state, id),
    text: textMarks(plan, state),
  };
}

export function fieldOpacity({ dim }: DotsState): number {
  return px(1 - (1 - dimmed) * dim);
}

/** Two paths for all the dots: solid up to the lower bound, rings up to the upper one. */
export function fieldMarks({ blocks: b, dot, whole }: DotsPlan, opacity = 1): Mark[] {
  const certain = dotPath(runs(b, 0, b.certain), b.pitch);
  const open = dotPath(runs(b, b.certain, b.total), b.pitch);
  const children = [
    ...(certain ? [dashes('certain', 'dot-unit', certain, dot, b.pitch)] : []),
    ...(open ? ring('open', 'dot-uncertain', open, dot, b.pitch) : []),
  ];
  return [{ key: 'field', tag: 'g', attrs: { 'data-fact': whole.id, opacity: opacity < 1 ? opacity : null }, children }];
}

/** A ring is a dot with a smaller one of paper on it. */
function ring(key: string, className: string, d: string, dot: number, pitch: number): Mark[] {
  return [dashes(key, className, d, dot, pitch), dashes(`${key}-hole`, 'dot-hole', d, px(dot * 0.56), pitch)];
}

export function dashes(key: string, className: string, d: string, dot: number, pitch: number, opacity = 1): Mark {
  return {
    key,
    tag: 'path',
    attrs: { class: className, d, 'stroke-width': dot, 'stroke-dasharray': `0 ${px(pitch)}`, opacity: opacity < 1 ? px(opacity) : null },
  };
}

/** What lies over the field: the groups that take a pointer, the smaller facts, veils while all this appears. */
export function partMarks(plan: DotsPlan, state: DotsState): Mark[] {
  const { blocks: b, whole, parts } = plan;
  const group = (key: string, fact: string, d: string, children: Mark[] = []): Mark => ({
    key,
    tag: 'g',
    attrs: { 'data-fact': fact },
    children: [litOutline(d), ...children],
  });
  const spread = spreadOf(plan);
  return [
    group('whole', whole.id, dotOutline(b, 0, b.total)),
    ...(spread ? [group('spread', spread, dotOutline(b, b.certain, b.total))] : []),
    ...parts.flatMap((part, i) => {
      const shown = state.parts[i] ?? 0;
      const pad = part.accented ? px(Math.max(2, b.pitch / 2)) : 1;
      return shown > 0 && part.to > part.from
        ? [group(`part-${i}`, part.fact.id, dotOutline(b, part.from, part.to, pad), rowPaths(plan, part, shown))]
        : [];
    }),
    ...veils(plan, state),
  ];
}

/** The fact that is the width of the range: derived from the whole alone, or named in the key. */
export function spreadOf({ chart, facts, whole, blocks }: Pick<DotsPlan, 'chart' | 'facts' | 'whole' | 'blocks'>): string | null {
  if (blocks.certain === blocks.total || whole.low === null || whole.high === null) return null;
  const width = whole.high - whole.low;
  const derived = allFacts(facts).find((fact) => fact.formula?.includes(whole.id) && fact.low === width && fact.high === width);
  return derived?.id ?? chart.key.find(([id]) => id !== whole.id && !chart.parts.includes(id))?.[0] ?? null;
}

/** Paper over each block, going off one after the other: the field beneath is painted once. */
function veils({ blocks: b }: DotsPlan, { appear }: DotsState): Mark[] {
  if (appear >= 1) return [];
  const ms = appear * appearMs(b.blocks);
  return Array.from({ length: b.blocks }, (_, block) => {
    const opacity = 1 - ramp(ms, block * blockMs, block * blockMs + fadeMs);
    const d = dotOutline(b, block * b.size, (block + 1) * b.size);
    return { key: `veil-${block}`, tag: 'path', attrs: { class: 'dot-veil', d, opacity: px(opacity) } };
  });
}

export function appearMs(blocks: number): number {
  return (blocks - 1) * blockMs + fadeMs;
}
