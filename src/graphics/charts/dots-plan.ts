import { formatFact } from '../../scene/format.ts';
import type { DotsChart, Fact } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import { type Blocks, blockAt, type DotCount, dotAt, dotCount } from './blocks.ts';
import { lastLeftBlock, type PartSpan, partSpans } from './dot-parts.ts';
import { clamp, type Facts, factOf, px, serifWidth } from './text.ts';

export interface DotsBox {
  width: number;
  /** Px for the whole drawing, lens and counts included. */
  height: number;
  kind: 'desk' | 'tab' | 'phone';
  phone: boolean;
}

/** One state's lens: a true enlargement of what lies under its small circle; px. */
export interface LensStop {
  /** Middle of the small circle. */
  from: [x: number, y: number];
  /** Middle of the large one. */
  to: [x: number, y: number];
  magnification: number;
}

/** All that does not move: the same for every state of the chart in one box. */
export interface DotsPlan {
  chart: DotsChart;
  facts: Facts;
  language: Language;
  whole: Fact;
  width: number;
  height: number;
  /** Counts beside the blocks, smaller gaps, smaller lens. */
  compact: boolean;
  phone: boolean;
  blocks: Blocks;
  dot: number;
  parts: PartSpan[];
  /** The whole's stop, then each part's. */
  stops: LensStop[];
  lensRadius: number;
}

const lowestRoomy = 460;
const sideCountsPx = 48;

export function planDots(chart: DotsChart, facts: Facts, language: Language, box: DotsBox): DotsPlan {
  const whole = factOf(facts, chart.whole);
  const count = dotCount(whole);
  const { phone } = box;
  const compact = phone || box.height < lowestRoomy;
  const lensRadius = compact ? 40 : Math.round(clamp(box.height * 0.109, 56, 80));
  const blocks = fitBlocks(count, box, compact, lensRadius);
  const parts = partSpans(
    chart.parts.map((id) => factOf(facts, id)),
    blocks,
  );
  const lensY = px(blocks.y + blocks.height + (compact ? 8 : 28) + lensRadius);
  const plan = { chart, facts, language, whole, width: box.width, compact, phone, blocks, dot: px(blocks.pitch * 0.7), parts, lensRadius };
  const stops = [wholeStop(plan, lensY), ...parts.map((part, i) => partStop(plan, part, i, lensY))];
  return { ...plan, height: Math.ceil(lensY + lensRadius + 6), stops };
}

/** Columns follow the form and not the size, so that words can say which block is meant. */
export function blockColumns(blocks: number, phone: boolean): number {
  if (phone) return blocks <= 12 ? Math.min(2, blocks) : 3;
  return blocks <= 12 ? Math.min(3, blocks) : 4;
}

/** The largest multiple of a twentieth of a px at which the field, its counts and the lens beneath it fit the box. */
function fitBlocks(count: DotCount, box: DotsBox, compact: boolean, lensRadius: number): Blocks {
  const columns = blockColumns(count.blocks, box.phone);
  const rows = Math.ceil(count.blocks / columns);
  const [gapX, gapY] = compact ? [7, 7] : [box.width < 600 ? 7 : 12, 24];
  const y = compact ? 24 : 36;
  const besides = y + (compact ? 14 : 34) + 2 * lensRadius;
  const across = (box.width - (compact ? sideCountsPx : 0) - (columns - 1) * gapX) / (columns * count.wide);
  const down = (box.height - besides - (rows - 1) * gapY) / (rows * count.high);
  const pitch = px(clamp(Math.floor(Math.min(across, down) * 20 + 1e-6) / 20, 0.8, largestPitch));
  const [blockWidth, blockHeight] = [px(count.wide * pitch), px(count.high * pitch)];
  const width = px(columns * blockWidth + (columns - 1) * gapX);
  const height = px(rows * blockHeight + (rows - 1) * gapY);
  return { ...count, columns, rows, x: 0, y, pitch, gapX, gapY, blockWidth, blockHeight, width, height };
}

/** Few dots need not fill the box: beyond this they stop reading as a count. */
const largestPitch = 24;

type Plan = Omit<DotsPlan, 'stops' | 'height'>;

/** Where the certain dots end and the rings begin; without rings, a quiet spot of the last left-hand block. */
function wholeStop(plan: Plan, lensY: number): LensStop {
  const from = edgePoint(plan.blocks);
  return { from, to: [lensX(plan, from[0], 0), lensY], magnification: magnify(plan, plan.compact ? 4 : 3.4, 5.5) };
}

/** As designed, more where the dots are tiny, less where two of them would not go into the lens. */
function magnify({ blocks: b, lensRadius }: Plan, wanted: number, most: number): number {
  const tiny = Math.min(most, 12 / b.pitch);
  return px(Math.min(Math.max(wanted, tiny), Math.max(1.2, (0.55 * lensRadius) / b.pitch)));
}

function edgePoint(b: Blocks): [number, number] {
  const { certain, total, size } = b;
  if (certain === 0 || certain === total) {
    const [x, y] = blockAt(b, lastLeftBlock(b));
    return [px(x + b.blockWidth * 0.3), px(y + b.blockHeight * 0.62)];
  }
  if (certain % size) return dotAt(b, certain).map(px) as [number, number];
  const block = certain / size - 1;
  const [x, y] = blockAt(b, block);
  const rowEnds = (block + 1) % b.columns === 0;
  if (!rowEnds) return [px(x + b.blockWidth + b.gapX / 2), px(y + b.blockHeight * 0.62)];
  return [px(b.x + b.blockWidth * 0.2), px(y + b.blockHeight + b.gapY / 2)];
}

function partStop(plan: Plan, part: PartSpan, index: number, lensY: number): LensStop {
  const { blocks: b } = plan;
  const from = part.accented ? middle(b, part) : edgeOf(b, part);
  return { from, to: [lensX(plan, from[0], index + 1), lensY], magnification: magnify(plan, 5.5, 12) };
}

function middle(b: Blocks, { from, to }: PartSpan): [number, number] {
  const [x0, y0] = dotAt(b, from);
  const [x1, y1] = dotAt(b, to - 1);
  return [px((x0 + x1) / 2), px((y0 + y1) / 2)];
}

/** The middle of a group's first dots, where it fades, at the group's upper edge. */
function edgeOf(b: Blocks, { from, to }: PartSpan): [number, number] {
  const reach = Math.min(7.5, (Math.min(to, from + b.wide) - from) / 2);
  const [x, y] = dotAt(b, from);
  return [px(x + reach * b.pitch), px(y)];
}

/** Over the small circle, as far as the words at its right leave room. */
function lensX({ chart, facts, language, width, lensRadius, compact, parts }: Plan, x: number, stop: number): number {
  const id = stop === 0 ? chart.whole : parts[stop - 1]?.fact.id;
  const figure = id ? formatFact(factOf(facts, id), language) : '';
  const words = serifWidth(figure, compact ? 24 : 34);
  const needed = lensRadius + (compact ? 16 : 22) + Math.max(words, compact ? 150 : 280);
  return px(clamp(x, lensRadius + 2, Math.max(lensRadius + 2, width - needed)));
}
