import { describe, expect, it } from 'vitest';
import { layoutBars, settledBars } from '../../../src/graphics/charts/bars.ts';
import type { BarsChart } from '../../../src/story.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { bar, barsOf, between, exactly, uncertainBars } from './data.ts';
import { all, blockSpan, outside, overlaps, textBoxes, withClass } from './inspect.ts';

const english = languageOf('en');
const lay = (chart: BarsChart, width = 812, height = 700, at = settledBars(chart)) => layoutBars(chart, english, { width, height }, at);
const solid = (chart: BarsChart, width = 812) =>
  withClass(lay(chart, width).marks, 'chart-bar')
    .filter(({ key }) => key === 'solid')
    .map(blockSpan);
const keys = (chart: BarsChart) => all(lay(chart).marks).map(({ key }) => key);

describe('layoutBars', () => {
  it('draws lengths in the proportion of the figures, all from one zero', () => {
    for (const width of [300, 812]) {
      const [a, b, c] = solid(barsOf([bar('a', exactly(100)), bar('b', exactly(250)), bar('c', exactly(7))]), width);
      expect(a?.left).toBe(b?.left);
      expect((b?.width ?? 0) / (a?.width ?? 1)).toBeCloseTo(2.5, 2);
      expect((c?.width ?? 0) / (a?.width ?? 1)).toBeCloseTo(0.07, 2);
    }
  });
  it('draws figures below zero to the other side of the same zero', () => {
    const [up, down] = solid(barsOf([bar('up', exactly(10)), bar('down', exactly(-20))]));
    expect((down?.left ?? 0) + (down?.width ?? 0)).toBeCloseTo(up?.left ?? -1, 1);
    expect((down?.width ?? 0) / (up?.width ?? 1)).toBeCloseTo(2, 1);
  });
  it('leaves room for what the scale is to reach', () => {
    const half = (to: number | null) => solid(barsOf([bar('a', exactly(50))], { to }))[0]?.width ?? 0;
    expect(half(100) / half(null)).toBeCloseTo(0.5, 2);
  });
  it('draws a range solid to its lower figure, with a ring at its upper one', () => {
    const chart = barsOf([bar('exact', exactly(300)), bar('range', between(100, 200, 'range'))]);
    const [whole, low] = solid(chart);
    expect((low?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(1 / 3, 2);
    const [ring] = withClass(lay(chart).marks, 'chart-high');
    expect((Number(ring?.attrs?.cx) - (whole?.left ?? 0)) / (whole?.width ?? 1)).toBeCloseTo(2 / 3, 2);
  });
  it('leaves an end open where no upper figure is given, and a bar hollow where it is all there is', () => {
    const open = barsOf([bar('open', between(10, null, 'more than'))]);
    const slices = withClass(lay(open).marks, 'chart-bar').filter(({ key }) => key.startsWith('soft'));
    const heights = slices.map(({ attrs }) => Number(/v([\d.]+)/.exec(String(attrs?.d))?.[1]));
    expect(heights).toHaveLength(4);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(keys(barsOf([bar('hollow', between(null, 10, 'less than'))]))).toContain('hollow');
  });
  it('names what is in words only, and draws nothing for it', () => {
    const chart = barsOf([bar('some', exactly(5)), bar('few', between(null, null, 'in words'), { said: 'a few' })]);
    expect(solid(chart)).toHaveLength(1);
    expect(all(lay(chart).marks).map(({ text }) => text)).toContain('a few');
  });
  it('fits its box without an overlap at every width', () => {
    for (const chart of [uncertainBars, barsOf(uncertainBars.bars.map((one, i) => ({ ...one, group: i < 4 ? 'winter' : 'summer' })))])
      for (let width = 280; width <= 1200; width += 23) {
        const { marks, height } = lay(chart, width, 520);
        const boxes = textBoxes(marks);
        expect(height).toBeLessThanOrEqual(520);
        expect(overlaps(boxes), `${width}`).toEqual([]);
        expect(outside(boxes, width, height), `${width}`).toEqual([]);
      }
  });
  it('keeps to a height that it is given: what finds no room is counted, what the text is about stays', () => {
    const many = Array.from({ length: 30 }, (_, i) => bar(`Town ${i}`, exactly(i + 1), { lit: i === 29 }));
    for (const [width, height] of [
      [300, 160],
      [900, 300],
    ] as const) {
      const layout = lay(barsOf(many), width, height);
      expect(layout.height).toBeLessThanOrEqual(height);
      const texts = all(layout.marks).map(({ text }) => text ?? '');
      const named = texts.filter((text) => text.startsWith('Town')).length;
      expect(texts).toContain('Town 29');
      expect(texts).toContain(`and ${30 - named} more under Data`);
      expect(overlaps(textBoxes(layout.marks))).toEqual([]);
    }
  });
  it('keeps the place of a bar that has not come yet', () => {
    const whole = lay(uncertainBars);
    const chart = { ...uncertainBars, bars: uncertainBars.bars.map((one, i) => ({ ...one, shown: i === 0 })) };
    const part = lay(chart);
    expect(textBoxes(part.marks)).toEqual(textBoxes(whole.marks));
    const opacities = part.marks.filter(({ key }) => key.startsWith('bar-')).map(({ attrs }) => attrs?.opacity);
    expect(opacities).toEqual([null, 0, 0, 0, 0, 0, 0]);
  });
  it('marks the facts that bars stand for', () => {
    const chart = barsOf([bar('a', exactly(5), { fact: 'rain' }), bar('b', exactly(6))]);
    const facts = lay(chart).marks.map(({ attrs }) => attrs?.['data-fact']);
    expect(facts).toEqual(['rain', null]);
  });
});
