import { easeInOut } from '../../scene/ease.ts';
import type { Mark } from '../marks.ts';
import { type CellGrid, type Turn, turnedColumns } from './cells.ts';
import { px, ramp } from './text.ts';

/** Where a field of cells stands: px. The gap is taken from the pitch. */
export interface CellPlace {
  x: number;
  y: number;
  pitch: number;
  gap: number;
}

export interface CellOptions extends CellPlace {
  turn: Turn;
  /** 0: no cell has turned; 1: all have, and the edge has settled. */
  turned: number;
}

/** Columns empty one after the other, then the edge settles. */
export const columnMs = 22;
export const settleMs = 300;
const smallest = 0.3;

export function turnMs(grid: CellGrid, turn: Turn): number {
  return turnedColumns(grid, turn) * columnMs + settleMs;
}

export interface CellGroups {
  /** The cells that have not turned. */
  rest: Mark[];
  /** The cells that have. */
  part: Mark[];
}

/** The field at any moment of its turning: cells that are alike are one path, so a settled field is a few hundred bytes. */
export function cellGroups(grid: CellGrid, options: CellOptions): CellGroups {
  const { turn, turned } = options;
  const ms = turned * turnMs(grid, turn);
  const columns = turnedColumns(grid, turn);
  const emptied = turned >= 1 ? columns : Math.min(columns, Math.floor(ms / columnMs + 1e-9));
  const settled = turned >= 1 ? 1 : easeInOut(ramp(ms, columns * columnMs, columns * columnMs + settleMs));
  const first = Math.max(grid.count - turn.sure - turn.maybe, (grid.columns - emptied) * grid.rows);
  return {
    rest: restMarks(grid, options, Math.min(first, grid.count), settled),
    part: partMarks(grid, options, first, settled),
  };
}

function restMarks(grid: CellGrid, options: CellOptions, end: number, settled: number): Mark[] {
  const { pitch, gap, turn } = options;
  const size = pitch - gap;
  const bound = grid.count - turn.sure - turn.maybe - 1;
  const edge = Math.floor(bound / grid.rows);
  const soft = settled > 0 ? Math.min(turn.beyond, edge + 1) : 0;
  const plain = dashedColumns(grid, options, 0, Math.min(end, (edge + 1 - soft) * grid.rows, end), size);
  const later = soft ? '' : dashedColumns(grid, options, (edge + 1) * grid.rows, end, size);
  const marks: Mark[] = [dashPath('rest', 'cell-rest', plain + later, size, pitch)];
  for (let j = soft - 1; j >= 0; j--) {
    const share = 1 - (1 - (smallest + ((1 - smallest) * j) / turn.beyond)) * settled;
    const from = (edge - j) * grid.rows;
    const q = px(size * share);
    marks.push(dashPath(`soft-${j}`, 'cell-rest', dashedColumns(grid, options, from, Math.min(end, from + grid.rows), q), q, pitch));
  }
  return marks.filter((mark) => mark.attrs?.d);
}

function partMarks(grid: CellGrid, options: CellOptions, from: number, settled: number): Mark[] {
  const { pitch, gap, turn } = options;
  if (from >= grid.count) return [];
  const size = px(pitch - gap);
  const hole = px(Math.max(0.2, size - 2));
  // A square with a smaller one of the ground's colour on it: an outline of one px, in two paths of dashes.
  const marks: Mark[] = [
    dashPath('part', 'cell-part', dashedColumns(grid, options, from, grid.count, size), size, pitch),
    dashPath('hole', 'cell-hole', dashedColumns(grid, options, from, grid.count, hole), hole, pitch),
  ];
  const sureFrom = grid.count - turn.sure;
  const q = px((pitch - gap) * 0.4);
  if (from < sureFrom) marks.push(dashPath('maybe', 'cell-rest', dashedColumns(grid, options, from, sureFrom, q), q, pitch));
  if (settled === 0) return marks;
  const edge = Math.floor(sureFrom / grid.rows);
  for (let j = 0; j < turn.within && edge + j < grid.columns; j++) {
    const side = px((pitch - gap) * 0.5 * (1 - j / turn.within) * settled);
    const start = Math.max(sureFrom, (edge + j) * grid.rows);
    const d = dashedColumns(grid, options, start, Math.min(grid.count, (edge + j + 1) * grid.rows), side);
    marks.push(dashPath(`within-${j}`, 'cell-rest', d, side, pitch));
  }
  return marks;
}

/** Each column is a line, each cell a dash of it with butt ends. */
function dashPath(key: string, className: string, d: string, size: number, pitch: number): Mark {
  return {
    key,
    tag: 'path',
    attrs: { class: className, d, 'stroke-width': px(size), 'stroke-dasharray': `${px(size)} ${px(pitch - size)}` },
  };
}

function dashedColumns(grid: CellGrid, { x, y, pitch }: CellPlace, from: number, to: number, size: number): string {
  return columnRuns(grid, from, to)
    .map(({ column, row, length }) => {
      const top = y + row * pitch + (pitch - size) / 2;
      return `M${px(x + (column + 0.5) * pitch)} ${px(top)}v${px(length * pitch - (pitch - size))}`;
    })
    .join('');
}

interface ColumnRun {
  column: number;
  row: number;
  length: number;
}

function columnRuns(grid: CellGrid, from: number, to: number): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (let i = from; i < to; ) {
    const column = Math.floor(i / grid.rows);
    const end = Math.min(to, (column + 1) * grid.rows);
    runs.push({ column, row: i - column * grid.rows, length: end - i });
    i = end;
  }
  return runs;
}

/** The line round the cells [from, to). */
export function cellOutline(grid: CellGrid, { x, y, pitch }: CellPlace, from: number, to: number): string {
  if (to <= from) return '';
  const at = (column: number, row: number) => `${px(x + column * pitch)} ${px(y + row * pitch)}`;
  const [c0, r0] = [Math.floor(from / grid.rows), from % grid.rows];
  const [c1, r1] = [Math.floor(to / grid.rows), to % grid.rows];
  if (c0 === c1) return `M${at(c0, r0)}L${at(c0, r1)} ${at(c0 + 1, r1)} ${at(c0 + 1, r0)}z`;
  const right = r1 ? `${at(c1, grid.rows)} ${at(c1, r1)} ${at(c1 + 1, r1)} ${at(c1 + 1, 0)}` : `${at(c1, grid.rows)} ${at(c1, 0)}`;
  return `M${at(c0, r0)}L${at(c0, grid.rows)} ${right} ${at(c0 + 1, 0)} ${at(c0 + 1, r0)}z`;
}
