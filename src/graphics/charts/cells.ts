import { factValue } from '../../scene/format.ts';
import type { Fact } from '../../story.ts';

/** Cells are counted down the columns, left to right: cell i lies in column i / rows, row i % rows. */
export interface CellGrid {
  columns: number;
  rows: number;
  count: number;
  /** What one cell stands for, in the whole's unit. */
  cellValue: number;
}

/** How many cells have turned, counted from the last one back, and how sure that is. */
export interface Turn {
  /** Cells up to the lower bound. */
  sure: number;
  /** Cells between the lower bound and the upper one. */
  maybe: number;
  /** Columns that shrink beyond the bound, because it is open above. */
  beyond: number;
  /** Columns on the near side of the bound that are in doubt, because it is open below. */
  within: number;
}

export const noTurn: Turn = { sure: 0, maybe: 0, beyond: 0, within: 0 };

const aspect = 1.7;
const fewest = 60;
const most = 2500;
const softColumns = 6;

/** The grid of a whole: one cell a unit, or 1, 2 or 5 × 10^k units where that would be too few or too many to see. */
export function cellGrid(whole: number): CellGrid {
  const cellValue = cellValueFor(whole);
  const count = Math.max(1, Math.round(whole / cellValue));
  const rows = rowsFor(count);
  return { columns: Math.ceil(count / rows), rows, count, cellValue };
}

function cellValueFor(whole: number): number {
  if (!(whole > 0) || (whole >= fewest && whole <= most)) return 1;
  const steps = [];
  for (let power = -9; power <= 12; power++) for (const digit of [1, 2, 5]) steps.push(Number(`${digit}e${power}`));
  const value = whole > most ? steps.find((step) => whole / step <= most) : steps.findLast((step) => whole / step >= fewest);
  return value ?? 1;
}

/** An exact factorisation with a pleasing aspect wins; else the last column is short by as little as can be. */
function rowsFor(count: number): number {
  const ideal = Math.sqrt(count / aspect);
  let best = { rows: 1, cost: Infinity };
  for (let rows = Math.max(1, Math.floor(ideal * 0.75)); rows <= Math.ceil(ideal * 1.25); rows++) {
    const columns = Math.ceil(count / rows);
    const missing = columns * rows - count;
    const cost = Math.abs(Math.log(columns / rows / aspect)) + (3 * missing) / count + (missing ? 0.05 : 0);
    if (cost < best.cost) best = { rows, cost };
  }
  return best.rows;
}

/** The turn of a part, given in the whole's unit or in per cent of it. */
export function turnOf(part: Fact, whole: Fact, grid: CellGrid): Turn {
  const wholeValue = factValue(whole) ?? 0;
  const perCent = part.unit === '%' && whole.unit !== '%';
  const cells = (value: number) =>
    Math.max(0, Math.min(grid.count, Math.round((perCent ? (value * wholeValue) / 100 : value) / grid.cellValue)));
  const { low, high, qualifier } = part;
  if (low === null && high === null) return noTurn;
  if (qualifier === 'about') return { sure: cells(factValue(part) ?? 0), maybe: 0, beyond: softColumns / 2, within: softColumns / 2 };
  if (low === null) return { sure: cells(high ?? 0), maybe: 0, beyond: 0, within: softColumns };
  if (high === null) return { sure: cells(low), maybe: 0, beyond: softColumns, within: 0 };
  return { sure: cells(low), maybe: cells(high) - cells(low), beyond: 0, within: 0 };
}

/** Columns that hold a turned cell. */
export function turnedColumns(grid: CellGrid, turn: Turn): number {
  const turned = turn.sure + turn.maybe;
  return turned === 0 ? 0 : grid.columns - Math.floor((grid.count - turned) / grid.rows);
}
