import { describe, expect, it } from 'vitest';
import { blockAt, dotCount } from '../../../src/graphics/charts/blocks.ts';
import { lensAt } from '../../../src/graphics/charts/dot-lens.ts';
import { layoutDots, settledDots } from '../../../src/graphics/charts/dots.ts';
import { type DotsBox, planDots } from '../../../src/graphics/charts/dots-plan.ts';
import type { DotsChart } from '../../../src/story.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { dots, fact, people } from './facts.ts';
import { all, dashCount, overlaps, textBoxes, withClass } from './inspect.ts';

const english = languageOf('en');

const desk: DotsBox = { width: 812, height: 762, kind: 'desk', phone: false };
const phone: DotsBox = { width: 358, height: 483, kind: 'phone', phone: true };
const states = ['sent', 'hurt', 'found'].map((show): DotsChart => ({ ...dots, show }));
const lay = (chart: DotsChart, box = desk, state = settledDots(chart)) => layoutDots(chart, people, english, box, state);
const dashed = (marks: Parameters<typeof withClass>[0], name: string) =>
  withClass(marks, name).reduce((sum, mark) => sum + dashCount(mark), 0);
const last = states[2] ?? dots;

describe('dotCount', () => {
  it('draws one dot a unit in blocks of 1,000', () => {
    expect(dotCount(fact('sent', 10_000, 12_000, 'range', 'people'))).toMatchObject({
      total: 12_000,
      certain: 10_000,
      dotValue: 1,
      wide: 50,
      high: 20,
      blocks: 12,
    });
  });
  it('lets a dot stand for 10, 100 … over 20,000', () => {
    expect(dotCount(fact('sent', 150_000, 150_000, 'exact', 'people'))).toMatchObject({ dotValue: 10, total: 15_000 });
  });
  it('takes smaller blocks for a smaller whole', () => {
    expect(dotCount(fact('sent', 1200, 1200, 'exact', 'people'))).toMatchObject({ size: 100, blocks: 12 });
    expect(dotCount(fact('sent', 45, 45, 'exact', 'people'))).toMatchObject({ size: 20, blocks: 3 });
  });
  it('draws all of an upper bound alone as rings', () => {
    expect(dotCount(fact('sent', null, 3000, 'less than', 'people'))).toMatchObject({ certain: 0, total: 3000 });
  });
});

describe('layoutDots', () => {
  it('draws exactly 10,000 solid dots and 2,000 rings', () => {
    const { field } = lay(dots);
    expect(dashed(field, 'dot-unit')).toBe(10_000);
    expect(dashed(field, 'dot-uncertain')).toBe(2000);
    expect(dashed(field, 'dot-hole')).toBe(2000);
  });
  it('darkens exactly 200 dots, of which ten fade, and accents two', () => {
    const { parts } = lay(last);
    expect(dashed(parts, 'dot-emphasis')).toBe(200);
    expect(withClass(parts, 'dot-emphasis').filter(({ attrs }) => attrs?.opacity)).toHaveLength(10);
    expect(dashed(parts, 'dot-accented')).toBe(2);
  });
  it('reaches the pitches of the designs', () => {
    expect([planDots(dots, people, english, desk).blocks.pitch, planDots(dots, people, english, phone).blocks.pitch]).toEqual([5.25, 2.75]);
  });
  it('keeps the field the same in every state', () => {
    const [first, ...others] = states.map((chart) => JSON.stringify(lay(chart).field[0]?.children));
    for (const other of others) expect(other).toBe(first);
  });
  it('fits its box in all three states without an overlap', () => {
    for (const [kind, widths, heights] of [
      ['phone', [280, 328, 358, 398], [380, 483, 560]],
      ['tab', [560, 740, 940], [600, 900]],
      ['desk', [400, 560, 812, 1200], [480, 600, 762, 1000]],
    ] as const) {
      for (const width of widths)
        for (const height of heights)
          for (const chart of states) {
            const box = { width, height, kind, phone: kind === 'phone' };
            const layout = lay(chart, box);
            const name = `${kind} ${width} ${height} ${chart.show}`;
            expect(layout.height, name).toBeLessThanOrEqual(height);
            const boxes = textBoxes(layout.text);
            expect(overlaps(boxes), name).toEqual([]);
            for (const { key, x1, y1 } of boxes) expect(x1 <= width + 2 && y1 <= height, `${name} ${key}`).toBe(true);
          }
    }
  });
  it('says the bounds under the blocks until the smallest part is the subject', () => {
    const words = (chart: DotsChart) =>
      all(lay(chart).text)
        .filter(({ key }) => key === 'count-9' || key === 'count-11')
        .map(({ text }) => text);
    expect(words(dots)).toEqual(['at least 10,000', 'at most 12,000']);
    expect(words(last)).toEqual(['10,000', '12,000']);
  });
  it('puts both parts into the last certain left-hand block', () => {
    const plan = planDots(dots, people, english, desk);
    expect(plan.parts.map(({ from, to }) => [from, to])).toEqual([
      [9800, 10_000],
      [9415, 9417],
    ]);
    expect(planDots(dots, people, english, phone).parts[0]).toMatchObject({ from: 8800, to: 9000 });
  });
  it('draws a range inside the whole with rings, and no fade for an exact part', () => {
    const facts = [...people.filter(({ id }) => id !== 'hurt'), fact('hurt', 150, 200, 'range', 'people')];
    const { parts } = layoutDots(last, facts, english, desk);
    expect(dashed(parts, 'dot-emphasis')).toBe(200);
    expect(withClass(parts, 'dot-emphasis').some(({ attrs }) => attrs?.opacity)).toBe(false);
    expect(withClass(parts, 'dot-hole').map(dashCount)).toContain(50);
  });
  it('shows the key only where the field is 700 px wide', () => {
    const keys = (box: DotsBox) => all(lay(last, box).text).filter(({ key, tag }) => tag === 'text' && key.startsWith('key-')).length;
    expect(keys(desk)).toBe(3);
    expect(keys({ ...desk, width: 640 })).toBe(0);
  });
  it('carries every fact that it draws', () => {
    const { field, parts } = lay(last);
    expect(new Set(all([...field, ...parts]).flatMap(({ attrs }) => attrs?.['data-fact'] ?? []))).toEqual(
      new Set(['sent', 'spread', 'hurt', 'found']),
    );
  });
});

describe('the lens', () => {
  it('is a true enlargement: the same dots, spaced by its magnification', () => {
    const { stops, blocks, lensRadius } = planDots(dots, people, english, desk);
    for (const [i, chart] of states.entries()) {
      const { magnification, from } = lensAt(stops, i);
      const { lens } = lay(chart);
      const small = withClass(lens, 'lens-small')[0]?.attrs;
      expect(Number(small?.r)).toBeCloseTo(lensRadius / magnification, 2);
      expect([small?.cx, small?.cy]).toEqual(from);
      const dashes = all(lens).flatMap(({ attrs }) => attrs?.['stroke-dasharray'] ?? []);
      for (const dash of dashes) expect(Number(String(dash).split(' ')[1])).toBeCloseTo(blocks.pitch * magnification, 2);
    }
  });
  it('never draws more than 100 dots', () => {
    for (const box of [desk, phone])
      for (let position = 0; position <= 2; position += 0.05) {
        const { lens } = lay(last, box, { ...settledDots(last), lens: position });
        const count = ['dot-unit', 'dot-uncertain', 'dot-emphasis', 'dot-accented'].reduce((sum, name) => sum + dashed(lens, name), 0);
        expect(count).toBeLessThanOrEqual(100);
      }
  });
  it('stands on the gap between the lower bound and the upper one', () => {
    const { stops, blocks } = planDots(dots, people, english, desk);
    const [x, y] = blockAt(blocks, 9);
    expect(stops[0]?.from[0]).toBeCloseTo(x + blocks.blockWidth + blocks.gapX / 2, 1);
    expect(stops[0]?.from[1]).toBeGreaterThan(y);
  });
});

describe('other wholes', () => {
  it.each([
    ['exact and partly filled', fact('sent', 4321, 4321, 'exact', 'people'), 4321, 0],
    ['a range inside a block', fact('sent', 2500, 2700, 'range', 'people'), 2500, 200],
    ['small', fact('sent', 45, 50, 'range', 'people'), 45, 5],
    ['about', fact('sent', 300, 300, 'about', 'people'), 300, 0],
  ])('draws %s to the dot', (_, whole, solid, rings) => {
    const facts = [...people.filter(({ id }) => id !== 'sent'), whole];
    const chart: DotsChart = { ...dots, parts: ['found'], show: 'found', key: [] };
    for (const box of [desk, phone]) {
      const layout = layoutDots(chart, facts, english, box);
      expect([dashed(layout.field, 'dot-unit'), dashed(layout.field, 'dot-uncertain')]).toEqual([solid, rings]);
      expect(dashed(layout.parts, 'dot-accented')).toBe(2);
      expect(layout.height).toBeLessThanOrEqual(box.height);
    }
  });
});
