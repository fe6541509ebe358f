import type { Fact } from '../../story.ts';
import { px } from './text.ts';

/** How a count is laid out in dots, free of any size. Dot i lies in block i / size, there in row i / wide. */
export interface DotCount {
  /** Dots in all: the upper bound. */
  total: number;
  /** Dots up to the lower bound. */
  certain: number;
  /** What one dot stands for. */
  dotValue: number;
  /** Dots across and down a block. */
  wide: number;
  high: number;
  size: number;
  blocks: number;
}

const mostDots = 20_000;

/** One dot a unit up to 20,000, else a dot for every 10, 100 …; blocks of 1,000 where the whole is over 2,000. */
export function dotCount(whole: Fact): DotCount {
  const upper = whole.high ?? whole.low ?? 0;
  const lower = whole.low ?? (whole.qualifier === 'less than' ? 0 : upper);
  let dotValue = 1;
  while (upper / dotValue > mostDots) dotValue *= 10;
  const total = Math.max(1, Math.round(upper / dotValue));
  const certain = whole.qualifier === 'about' ? total : Math.min(total, Math.round(lower / dotValue));
  const [wide, high] = total > 2000 ? [50, 20] : total > 200 ? [20, 5] : total > 20 ? [10, 2] : [5, 1];
  return { total, certain, dotValue, wide, high, size: wide * high, blocks: Math.ceil(total / (wide * high)) };
}

/** The blocks on the page; px. */
export interface Blocks extends DotCount {
  columns: number;
  rows: number;
  x: number;
  y: number;
  pitch: number;
  gapX: number;
  gapY: number;
  blockWidth: number;
  blockHeight: number;
  width: number;
  height: number;
}

export function blockAt(b: Blocks, block: number): [x: number, y: number] {
  return [b.x + (block % b.columns) * (b.blockWidth + b.gapX), b.y + Math.floor(block / b.columns) * (b.blockHeight + b.gapY)];
}

/** The middle of dot i. */
export function dotAt(b: Blocks, i: number): [x: number, y: number] {
  const [x, y] = blockAt(b, Math.floor(i / b.size));
  const inBlock = i % b.size;
  return [x + ((inBlock % b.wide) + 0.5) * b.pitch, y + (Math.floor(inBlock / b.wide) + 0.5) * b.pitch];
}

/** A row of n dots from the middle of its first one. */
export interface Run {
  x: number;
  y: number;
  n: number;
}

/** The dots [from, to) as rows. */
export function runs(b: Blocks, from: number, to: number): Run[] {
  const rows: Run[] = [];
  for (let i = from; i < to; ) {
    const end = Math.min(to, (Math.floor(i / b.wide) + 1) * b.wide);
    const [x, y] = dotAt(b, i);
    rows.push({ x, y, n: end - i });
    i = end;
  }
  return rows;
}

/** The part of each row that lies within `radius` of a point. */
export function runsNear(rows: readonly Run[], [cx, cy]: readonly [number, number], radius: number, pitch: number): Run[] {
  return rows.flatMap(({ x, y, n }) => {
    const square = radius ** 2 - (y - cy) ** 2;
    if (square <= 0) return [];
    const half = Math.sqrt(square);
    const first = Math.max(0, Math.ceil((cx - half - x) / pitch));
    const last = Math.min(n - 1, Math.floor((cx + half - x) / pitch));
    return last < first ? [] : [{ x: x + first * pitch, y, n: last - first + 1 }];
  });
}

/**
 * Rows as a path whose round-capped dashes of no length, one a pitch, are the dots. Relative, so that rows alike
 * read alike and compress; the last twentieth of a px keeps the last dash from being lost to rounding.
 */
export function dotPath(rows: readonly Run[], pitch: number): string {
  let d = '';
  let at: [number, number] | null = null;
  for (const { x, y, n } of rows) {
    const length = px((n - 1) * pitch + 0.05);
    d += at ? `m${px(px(x) - at[0])} ${px(px(y) - at[1])}h${length}` : `M${px(x)} ${px(y)}h${length}`;
    at = [px(px(x) + length), px(y)];
  }
  return d;
}

/** The line round the dots [from, to), block by block. */
export function dotOutline(b: Blocks, from: number, to: number, pad = 1): string {
  let d = '';
  for (let i = from; i < to; ) {
    const block = Math.floor(i / b.size);
    const end = Math.min(to, (block + 1) * b.size);
    d += stepped(b, block, i - block * b.size, end - block * b.size, pad);
    i = end;
  }
  return d;
}

function stepped(b: Blocks, block: number, from: number, to: number, pad: number): string {
  const [x, y] = blockAt(b, block);
  const at = (column: number, row: number, dx: number, dy: number) =>
    `${px(x + column * b.pitch + dx * pad)} ${px(y + row * b.pitch + dy * pad)}`;
  const [r0, c0] = [Math.floor(from / b.wide), from % b.wide];
  const [r1, c1] = [Math.floor(to / b.wide), to % b.wide];
  if (r0 === r1 || (r1 === r0 + 1 && c1 === 0)) {
    const end = c1 || b.wide;
    return `M${at(c0, r0, -1, -1)}L${at(end, r0, 1, -1)} ${at(end, r0 + 1, 1, 1)} ${at(c0, r0 + 1, -1, 1)}z`;
  }
  const start = c0
    ? `${at(0, r0 + 1, -1, -1)}L${at(c0, r0 + 1, -1, -1)} ${at(c0, r0, -1, -1)}`
    : `${at(0, r0, -1, -1)}L${at(0, r0, -1, -1)}`;
  const foot = c1
    ? `${at(b.wide, r1, 1, 1)} ${at(c1, r1, 1, 1)} ${at(c1, r1 + 1, 1, 1)} ${at(0, r1 + 1, -1, 1)}`
    : `${at(b.wide, r1, 1, 1)} ${at(0, r1, -1, 1)}`;
  return `M${start} ${at(b.wide, r0, 1, -1)} ${foot}z`;
}
