import { describe, expect, it } from 'vitest';
import { layoutLine, settledLine } from '../../../src/graphics/charts/line.ts';
import type { LineChart } from '../../../src/story.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { between, exactly, lineOf, months, point, series, towns } from './data.ts';
import { all, outside, overlaps, textBoxes, withClass } from './inspect.ts';

const english = languageOf('en');
const lay = (chart: LineChart, width = 812, height = 700, at = settledLine(chart)) => layoutLine(chart, english, { width, height }, at);
const paths = (chart: LineChart, name: string) => withClass(lay(chart).marks, name).map(({ attrs }) => String(attrs?.d));
const places = (d: string) => [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const keysOf = (chart: LineChart) => all(lay(chart).marks).map(({ key }) => key);

describe('layoutLine', () => {
  it('places dates and figures in proportion', () => {
    const chart = lineOf([
      series('', [point('2031-01-01', exactly(0)), point('2031-01-11', exactly(10)), point('2031-01-31', exactly(40))]),
    ]);
    const [a, b, c] = places(paths(chart, 'chart-series')[0] ?? '');
    if (!a || !b || !c) throw new Error('expected three points');
    expect((b[0] - a[0]) / (c[0] - a[0])).toBeCloseTo(1 / 3, 2);
    expect((b[1] - a[1]) / (c[1] - a[1])).toBeCloseTo(1 / 4, 2);
  });
  it('begins at zero for an area, and for a line where that costs no more than half of the height', () => {
    const rows = (low: number) => [series('', [point('2030', exactly(low)), point('2031', exactly(100))])];
    const first = (chart: LineChart) => all(lay(chart).marks).find(({ key }) => key === 'value-0')?.text;
    expect(first(lineOf(rows(20)))).toBe('0');
    expect(first(lineOf(rows(90)))).not.toBe('0');
    expect(first(lineOf(rows(90), { kind: 'area' }))).toBe('0');
    expect(first(lineOf(rows(90), { from: 0 }))).toBe('0');
  });
  it('breaks the line where no figure is given, and draws a band where there are two', () => {
    expect(paths(months, 'chart-series')).toHaveLength(3);
    const [band = ''] = paths(months, 'chart-band');
    // From the exact figure before it, over both bounds of both dates, and back.
    expect(places(band)).toHaveLength(6);
    expect(band.endsWith('z')).toBe(true);
  });
  it('draws a ring for a rough figure, with an angle where it is open', () => {
    expect(withClass(lay(months).marks, 'chart-ring').map(({ key }) => key)).toEqual(['ring-1', 'ring-2']);
    expect(keysOf(months).filter((key) => key.startsWith('open'))).toEqual(['open-2']);
  });
  it('fits its box without an overlap at every width', () => {
    for (const chart of [months, towns, { ...months, until: '2030-10' }, { ...months, unit: '' }])
      for (let width = 280; width <= 1200; width += 23)
        for (const height of [200, 330, 700]) {
          const layout = lay(chart, width, height);
          const boxes = textBoxes(layout.marks);
          expect(layout.height).toBeLessThanOrEqual(height);
          expect(overlaps(boxes), `${width} × ${height}`).toEqual([]);
          expect(outside(boxes, width, layout.height), `${width} × ${height}`).toEqual([]);
        }
  });
  it('leads no line through a text above the plot', () => {
    for (let width = 280; width <= 1200; width += 23) {
      const { marks } = lay(months, width, 500);
      const poles = withClass(marks, 'chart-pole').map(({ attrs }) =>
        (/M([\d.]+) ([\d.]+)V([\d.]+)/.exec(String(attrs?.d)) ?? []).map(Number),
      );
      const texts = textBoxes(marks).filter(({ key }) => key.startsWith('line-'));
      expect(poles.length).toBeGreaterThan(0);
      for (const [, x = 0, top = 0, bottom = 0] of poles)
        expect(texts.filter(({ x0, x1, y0, y1 }) => x > x0 && x < x1 && top < y1 && bottom > y0)).toEqual([]);
    }
  });
  it('does not move where a later state shows more', () => {
    const grid = (chart: LineChart) => lay(chart).marks.filter(({ key }) => /^(grid|tick|value|time)-/.test(key));
    expect(grid({ ...months, until: '2030-10' })).toEqual(grid(months));
  });
  it('ends at the last date that is in, and names its figure', () => {
    const early: LineChart = { ...months, until: '2030-10' };
    const [line = ''] = paths(early, 'chart-series');
    expect(places(line)).toHaveLength(2);
    expect(all(lay(early).marks).map(({ text }) => text)).toContain('about 95 mm');
    expect(keysOf(early).filter((key) => key.startsWith('note'))).toEqual(['note-0']);
  });
  it('ends with a figure and its band, no number of them cut, or where there is no room with the figure alone', () => {
    const rows = [
      point('2018', between(405, 411, 'exact', 408)),
      point('2019', { ...between(408.43, 414.83, 'exact', 411.5), decimals: 2 }),
    ];
    const ended = (unit: string, width: number, language = english) =>
      all(layoutLine(lineOf([series('', rows)], { unit }), language, { width, height: 400 }, { reach: 1 }).marks).flatMap(
        ({ key, text = '' }) => (key.startsWith('figure-') ? [text.replaceAll('\u00a0', ' ')] : []),
      );
    expect(ended('ppm', 812)).toEqual(['411.50 ppm', '(408.43 to 414.83)']);
    expect(ended('ppm', 358)).toEqual(['411.50 ppm', '(408.43 to', '414.83)']);
    expect(ended('ppm', 358, languageOf('uk'))).toEqual(['411,50 ppm', '(408,43–', '414,83)']);
    expect(ended('parts of a million parts', 300)).toEqual(['411.50 parts', 'of a million', 'parts']);
  });
  it('goes straight between two states on its way', () => {
    const half = all(lay(towns, 812, 700, { ...settledLine(towns), reach: 0.375 }).marks).filter(
      ({ attrs }) => attrs?.class === 'chart-series',
    );
    const [, , last] = places(String(half[0]?.attrs?.d));
    const whole = places(paths(towns, 'chart-series')[0] ?? '');
    expect(last?.[0]).toBeCloseTo(((whole[1]?.[0] ?? 0) + (whole[2]?.[0] ?? 0)) / 2, 0);
  });
  it('sets those that the text is not about in grey, without a name', () => {
    const chart = lineOf(towns.series.map((one, i) => ({ ...one, lit: i === 2 })));
    expect(keysOf(chart).filter((key) => key === 'plain')).toHaveLength(4);
    expect(withClass(lay(chart).marks, 'chart-name').map(({ text }) => text)).toEqual(['Hentzau']);
  });
});
