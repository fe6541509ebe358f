import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../src/embed/message.ts';
import { clamp, outline } from '../../src/embed/outline.ts';

test('each card is a rectangle of the path', () => {
  expect(outline([10, 20, 300, 40, -6, 700, 312, 50.5])).toBe('path("M10 20h300v40H10zM-6 700h312v50.5H-6z")');
});

test('without a card nothing is clipped, and what is left over is no card', () => {
  expect(outline([])).toBe('none');
  expect(outline([1, 2, 3])).toBe('none');
  expect(outline([1, 2, 3, 4, 5, 6])).toBe('path("M1 2h3v4H1z")');
});

test('of any numbers the path has at most a hundred rectangles, none of them far away, and nothing else in it', () => {
  const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 1000, size: 'max' });
  fc.assert(
    fc.property(values, (numbers) => {
      const path = outline(numbers);
      expect(path).toMatch(/^(none|path\("(M[-\d.e]+ [-\d.e]+h[-\d.e]+v[-\d.e]+H[-\d.e]+z)+"\))$/);
      expect(path.split('z').length - 1).toBe(Math.min(limits.cards, Math.floor(numbers.length / 4)));
      for (const [number] of path.matchAll(/-?\d[\d.e-]*/g)) expect(Math.abs(Number(number))).toBeLessThanOrEqual(limits.awayPx);
    }),
    { numRuns: 30, seed: 23 },
  );
});

test('a clamped number is within its range, and itself where it was', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.nat(), (value, low, size) => {
      const high = low + size;
      const clamped = clamp(value, [low, high]);
      expect(clamped).toBeGreaterThanOrEqual(low);
      expect(clamped).toBeLessThanOrEqual(high);
      if (value >= low && value <= high) expect(clamped).toBe(value);
    }),
    { seed: 24 },
  );
});
