import { describe, expect, it } from 'vitest';
import { type CellOptions, cellGroups, cellOutline } from '../../../src/graphics/charts/cell-marks.ts';
import { type CellGrid, cellGrid, turnOf } from '../../../src/graphics/charts/cells.ts';
import type { Mark } from '../../../src/graphics/marks.ts';
import { fact } from './facts.ts';
import { dashCount, withClass } from './inspect.ts';

const whole = fact('taken', 984, 984, 'as stated', 'km2');
const place = { x: 0, y: 0, pitch: 20, gap: 2.4 };
const cellMarks = (grid: CellGrid, options: CellOptions) => Object.values(cellGroups(grid, options)).flat();
const solid = (marks: Mark[]) => withClass(marks, 'cell-rest').reduce((sum, mark) => sum + dashCount(mark), 0);
const hollow = (marks: Mark[]) => withClass(marks, 'cell-part').reduce((sum, mark) => sum + dashCount(mark), 0);

describe('cellGrid', () => {
  it('lays 984 cells out as 41 × 24', () => {
    expect(cellGrid(984)).toEqual({ columns: 41, rows: 24, count: 984, cellValue: 1 });
  });
  it('leaves the last column short where no factorisation pleases', () => {
    const grid = cellGrid(997);
    expect(grid.count).toBe(997);
    expect(grid.columns * grid.rows - grid.count).toBeLessThan(grid.rows);
    expect(grid.columns / grid.rows).toBeGreaterThan(1.3);
    expect(grid.columns / grid.rows).toBeLessThan(2.2);
  });
  it.each([
    [5000, 2, 2500],
    [120_000, 50, 2400],
    [30, 0.5, 60],
    [2.4, 0.02, 120],
    [60, 1, 60],
    [2500, 1, 2500],
  ])('draws %d in cells of %d: %d of them', (value, cellValue, count) => {
    expect(cellGrid(value)).toMatchObject({ cellValue, count });
  });
});

describe('turnOf', () => {
  const grid = cellGrid(984);
  it('rounds an open bound of 393.6 to 394 cells and softens six columns beyond it', () => {
    expect(turnOf(fact('lost', 393.6, null, 'more than', 'km2'), whole, grid)).toEqual({ sure: 394, maybe: 0, beyond: 6, within: 0 });
  });
  it('takes a share in per cent of the whole', () => {
    expect(turnOf(fact('lost', 40, null, 'more than', '%'), whole, grid)).toMatchObject({ sure: 394 });
  });
  it('softens nothing of an exact part', () => {
    expect(turnOf(fact('lost', 300, 300, 'exact', 'km2'), whole, grid)).toEqual({ sure: 300, maybe: 0, beyond: 0, within: 0 });
  });
  it('keeps what lies between the bounds of a range apart', () => {
    expect(turnOf(fact('lost', 300, 350, 'range', 'km2'), whole, grid)).toEqual({ sure: 300, maybe: 50, beyond: 0, within: 0 });
  });
  it('softens the near side of a bound that is open below', () => {
    expect(turnOf(fact('lost', null, 300, 'less than', 'km2'), whole, grid)).toMatchObject({ sure: 300, beyond: 0, within: 6 });
  });
});

describe('cellGroups', () => {
  const grid = cellGrid(984);
  const turn = turnOf(fact('lost', 393.6, null, 'more than', 'km2'), whole, grid);

  it('draws every cell once: 590 solid and 394 hollow', () => {
    const marks = cellMarks(grid, { ...place, turn, turned: 1 });
    expect([solid(marks), hollow(marks)]).toEqual([590, 394]);
  });
  it('shrinks six columns towards the bound, to 30 per cent', () => {
    const sizes = withClass(cellMarks(grid, { ...place, turn, turned: 1 }), 'cell-rest').map(({ attrs }) =>
      Number(attrs?.['stroke-width']),
    );
    expect(sizes).toHaveLength(7);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect((sizes.at(-1) ?? 0) / (sizes[0] ?? 1)).toBeCloseTo(0.3, 2);
  });
  it('counts every cell at every moment of the turning', () => {
    for (let t = 0; t <= 1; t += 0.02) {
      const marks = cellMarks(grid, { ...place, turn, turned: t });
      expect(solid(marks) + hollow(marks)).toBe(984);
    }
  });
  it('draws an exact part without a soft edge, in three paths: solid, hollow, and the holes', () => {
    const marks = cellMarks(grid, { ...place, turn: { sure: 300, maybe: 0, beyond: 0, within: 0 }, turned: 1 });
    expect(marks).toHaveLength(3);
    expect([solid(marks), hollow(marks)]).toEqual([684, 300]);
  });
  it('puts a small square into the hollow cells of a range that may not have turned', () => {
    const marks = cellMarks(grid, { ...place, turn: { sure: 300, maybe: 50, beyond: 0, within: 0 }, turned: 1 });
    expect(hollow(marks)).toBe(350);
    expect(marks.filter(({ key }) => key === 'maybe').map(dashCount)).toEqual([50]);
  });
  it('draws nothing solid where all has turned', () => {
    const marks = cellMarks(grid, { ...place, turn: { sure: 984, maybe: 0, beyond: 6, within: 0 }, turned: 1 });
    expect([solid(marks), hollow(marks)]).toEqual([0, 984]);
  });
  it('outlines the turned cells with their step', () => {
    expect(cellOutline(grid, place, 590, 984)).toBe('M480 280L480 480 820 480 820 0 500 0 500 280z');
  });
});
