import { beforeAll, expect, test } from 'vitest';
import { geography } from '../../src/graphics/map/geography.ts';
import { stepCard, storyCard } from '../../src/page/share/card.ts';
import { cardStyle } from '../../src/page/share/card-style.ts';
import { drawCards } from '../../src/page/share/cards.ts';
import { atMost, evenLines } from '../../src/page/share/lines.ts';
import { layerTopologies } from '../../src/page/topologies.ts';
import { read } from '../../src/read/index.ts';
import type { Step } from '../../src/story.ts';
import { folder } from '../read/story-of.ts';

const files = folder('tests/fixtures/lake');
const { story: lake, geo, topologies } = read(files);
if (!lake) throw new Error('the lake’s story is not one');
const shapes = geography(lake.layers, layerTopologies(lake, geo, topologies));
let cards: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  cards = await drawCards(lake, shapes);
});

test('the story and each step have a card', () => {
  expect([...cards.keys()]).toEqual(['cards/story.png', ...lake.steps.map(({ id }) => `cards/${id}.png`)]);
});

test('a card is a PNG of 1200 × 630 pixels and at most 120 KB', () => {
  for (const [path, bytes] of cards) {
    const png = Buffer.from(bytes);
    expect(png.subarray(0, 8).toString('latin1'), path).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
    expect(png.length, path).toBeLessThan(120_000);
  }
});

test('a card holds nothing that its renderer can’t do: variables, media, lists of selectors, capitals by style', () => {
  const style = cardStyle(false);
  for (const svg of [storyCard(lake, shapes, style), ...lake.steps.map((step) => stepCard(step, lake, shapes, style))]) {
    expect(svg).not.toMatch(/var\(|@media|:is\(|color-mix|\bfont:/);
  }
  const [first] = lake.steps;
  expect(first && stepCard(first, lake, shapes, style)).toContain('>LAKE DISTRICT OF MERROW<');
});

test('lines are as few as go into the width, and even', () => {
  const measure = (line: string) => line.length;
  expect(evenLines('Two captured in Kursk, Kyiv says', 14, measure)).toEqual(['Two captured', 'in Kursk,', 'Kyiv says']);
  expect(evenLines('one', 2, measure)).toEqual(['one']);
  expect(evenLines('', 10, measure)).toEqual([]);
  expect(evenLines('word '.repeat(200), 9, measure)).toHaveLength(100);
  expect(atMost(['a', 'b', 'c'], 2)).toEqual(['a', 'b…']);
});

test('the card of a story that is read from the right is mirrored: its words stand right, maps and charts left of them', () => {
  const { story, geo, topologies } = read(folder('tests/stories/nile'));
  if (!story) throw new Error('the Nile’s story is not one');
  const own = geography(story.layers, layerTopologies(story, geo, topologies));
  const card = (step: Step) => stepCard(step, story, own, cardStyle(true));
  const step = (id: string) => story.steps.find((one) => one.id === id) ?? story.steps[0];
  const [map, chart] = [step('aswan'), step('people')];
  if (!map || !chart) throw new Error('the Nile’s story has lost its steps');
  for (const svg of [card(map), card(chart)]) {
    expect(svg).toMatch(/<text x="764"[^>]* text-anchor="end">/);
    expect(svg).not.toContain('<text x="36"');
    expect(svg).not.toContain('letter-spacing');
  }
  const places = [...card(map).matchAll(/<g[^>]*translate\(([\d.]+) [\d.]+\)"><circle class="dot"/g)].map(([, x]) => Number(x));
  expect(places.length).toBeGreaterThan(3);
  expect(Math.max(...places)).toBeLessThan(400);
  expect(card(chart)).toMatch(/translate\(404 \d+\) scale\(-1 1\)/);
  expect(card(chart)).toMatch(/<text[^>]* x="-?[\d.]+" text-anchor="end" transform="scale\(-1 1\)">/);
});
