import { describe, expect, it } from 'vitest';
import { layoutTimeline, settledTimeline } from '../../../src/graphics/charts/timeline.ts';
import type { TimelineChart } from '../../../src/story.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { timeline } from './data.ts';
import { all, outside, overlaps, textBoxes, withClass } from './inspect.ts';

const english = languageOf('en-GB');
const lay = (chart: TimelineChart, width = 812, height = 600) => layoutTimeline(chart, english, { width, height }, settledTimeline(chart));
const texts = (chart: TimelineChart, width?: number, height?: number) =>
  all(lay(chart, width, height).marks).flatMap(({ text }) => text ?? []);

describe('layoutTimeline', () => {
  it('places days in proportion of the time between them', () => {
    const events = ['2031-01-01', '2031-01-11', '2031-01-31'].map((date) => ({ fact: null, date, text: date, note: '', source: '' }));
    const [a = 0, b = 0, c = 0] = withClass(lay({ ...timeline, events }).marks, 'chart-dot').map(({ attrs }) => Number(attrs?.cy));
    expect((b - a) / (c - a)).toBeCloseTo(1 / 3, 2);
  });
  it('draws a stretch over the days that it may have been, where no day is given', () => {
    const [stretch, ...others] = withClass(lay(timeline).marks, 'chart-ring');
    expect(others).toEqual([]);
    const days = withClass(lay(timeline).marks, 'chart-dot').map(({ attrs }) => Number(attrs?.cy));
    const dayPx = ((days[3] ?? 0) - (days[0] ?? 0)) / 8;
    expect(Number(stretch?.attrs?.height) / dayPx).toBeCloseTo(28, 0);
  });
  it('fits its box without an overlap at every width and height', () => {
    for (let width = 280; width <= 1200; width += 23)
      for (const height of [160, 240, 400, 700]) {
        const layout = lay(timeline, width, height);
        const boxes = textBoxes(layout.marks);
        expect(layout.height).toBeLessThanOrEqual(height);
        expect(overlaps(boxes), `${width} × ${height}`).toEqual([]);
        expect(outside(boxes, width, layout.height), `${width} × ${height}`).toEqual([]);
      }
  });
  it('says the first and the last where there is no room for all, and how many more there are', () => {
    const short = texts(timeline, 300, 170);
    expect(short).toContain('28 January 2031');
    expect(short).toContain('20 March 2031');
    expect(short.some((text) => /^and \d more under Data$/.test(text))).toBe(true);
  });
  it('keeps the place of what has not come yet', () => {
    const early: TimelineChart = { ...timeline, until: '2031-02-03' };
    expect(textBoxes(lay(early).marks)).toEqual(textBoxes(lay(timeline).marks));
    const come = lay(early).marks.filter(({ key, attrs }) => key.startsWith('event') && attrs?.opacity === null);
    expect(come.map(({ key }) => key).sort()).toEqual(['event-0', 'event-1']);
  });
  it('lights the last that has come', () => {
    const lit = lay({ ...timeline, until: '2031-02-04' }).marks.find(({ attrs }) => attrs?.class === 'chart-series-1');
    expect(lit?.key).toBe('event-2');
  });
});
