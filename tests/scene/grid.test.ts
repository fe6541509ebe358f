import { expect, test } from 'vitest';
import { chartBox, coverFree, coverPadding, formOf, freeBox, lyingDown, scenePadding } from '../../src/scene/grid.ts';

const sizes = [
  [320, 568],
  [390, 844],
  [639, 900],
  [640, 960],
  [820, 1180],
  [1023, 1366],
  [480, 320],
  [568, 320],
  [844, 390],
  [900, 600],
  [1024, 768],
  [1280, 720],
  [1440, 900],
  [2560, 1440],
].map(([width = 0, height = 0]) => ({ width, height }));
const cards = [120, 200];

test('a phone has a narrow screen, a tablet one that stands up; what is wide or lies down has the card beside the graphic', () => {
  const form = (width: number, height: number) => formOf({ width, height });
  expect([form(639, 900), form(640, 900)]).toEqual(['phone', 'tablet']);
  expect([form(1024, 1366), form(1279, 1400), form(1280, 1400)]).toEqual(['tablet', 'tablet', 'desktop']);
  expect([form(1023, 900), form(1024, 900)]).toEqual(['tablet', 'desktop']);
  expect([form(1024, 1024), form(700, 480), form(700, 479)]).toEqual(['tablet', 'desktop', 'desktop']);
});

test('what is low lies down: a phone, or a frame in a column of text, but neither a narrow one nor a large screen', () => {
  const lies = (width: number, height: number) => lyingDown({ width, height });
  expect([lies(480, 320), lies(479, 320)]).toEqual([true, false]);
  expect([lies(2000, 479), lies(2000, 480)]).toEqual([true, false]);
  expect([lies(1023, 600), lies(1024, 600), lies(1023, 601)]).toEqual([true, false, false]);
  expect([lies(601, 600), lies(600, 600), lies(480, 600)]).toEqual([true, false, false]);
});

test.each(sizes)('on $width × $height nothing lies over anything, and all is on the screen', (size) => {
  const { width, height } = size;
  const form = formOf(size);
  /** Right edge of the card where it stands beside the graphic, as styles.css lays it out. */
  const edge = form !== 'desktop' ? 0 : lyingDown(size) ? width * 0.44 + 24 : width * 0.05 + 416;
  for (const card of cards) {
    const padding = scenePadding(size, card);
    const [left, top, right, bottom] = freeBox(size, padding);
    const chart = chartBox(size, card);
    // The map's own frame lies within what labels may use, and the card is outside of both.
    expect(padding.left).toBeGreaterThan(left);
    if (!lyingDown(size)) expect(width - padding.right).toBeLessThan(right);
    expect(padding.top).toBeGreaterThan(top);
    expect(height - padding.bottom).toBeLessThanOrEqual(bottom);
    expect(left).toBeGreaterThan(edge - (lyingDown(size) ? 13 : 0));
    expect(right).toBeLessThan(width);
    if (form !== 'desktop' && card < height * 0.3) {
      expect(bottom).toBeLessThan(height - card);
      expect(chart.top + chart.height).toBeLessThan(height - card);
    }
    expect(padding.left + padding.right).toBeLessThan(width);
    expect(padding.top + padding.bottom).toBeLessThan(height);
    // A chart is as far from the card as from the other side, and no wider than it can be read.
    expect(chart.form).toBe(form);
    expect(chart.left).toBeGreaterThan(edge);
    expect(chart.left + chart.width).toBeLessThan(width);
    expect(chart.width).toBeLessThanOrEqual(1200);
    expect(chart.top).toBeGreaterThanOrEqual(0);
    if (form !== 'desktop') expect(chart.left * 2 + chart.width).toBeCloseTo(width, 6);
  }
  const cover = coverPadding(size);
  const [left, top, right, bottom] = coverFree(size);
  expect(cover.left + cover.right).toBeLessThan(width);
  expect(cover.top + cover.bottom).toBeLessThan(height);
  expect([left >= 0, top > 0, right < width, bottom < height]).toEqual([true, true, true, true]);
  // The title stands left of the map on a wide screen, below it on others.
  if (form === 'desktop') expect(Math.min(left, cover.left)).toBeGreaterThan(width * 0.4);
  else expect(Math.max(bottom, height - cover.bottom)).toBeLessThanOrEqual(height * 0.5);
});

test('a chart on a very wide screen stands in the middle of its room', () => {
  const { left, width } = chartBox({ width: 2560, height: 1440 }, 200);
  const edge = 2560 * 0.05 + 416;
  expect(width).toBe(1200);
  expect(left - (edge + 56)).toBeCloseTo(2560 - 84 - (left + width), 6);
});

test('the taller the card, the higher the frame, and never beyond half of a tablet or two thirds of a phone', () => {
  const bottom = (width: number, height: number, card: number) => scenePadding({ width, height }, card).bottom;
  expect([bottom(390, 844, 100), bottom(390, 844, 300)]).toEqual([136, 336]);
  expect(bottom(390, 844, 800)).toBeLessThan(844 * 0.67);
  expect(bottom(820, 1180, 400)).toBe(510);
  expect([bottom(820, 1180, 900), bottom(820, 1180, 100)]).toEqual([590, 1180 * 0.36]);
  expect(chartBox({ width: 820, height: 1180 }, 300).height).toBe(chartBox({ width: 820, height: 1180 }, 400).height + 100);
});
