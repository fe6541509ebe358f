import { expect, test } from 'vitest';
import { drawnArea } from '../../../src/browser/tools/drawn-area.ts';
import type { Story } from '../../../src/story.ts';

const fact = (id: string, unit: string, high: number | null) => ({ id, unit, low: high, high, qualifier: 'as stated' });
const step = (id: string, scene: object) => ({ id, scene: { plate: null, chart: null, ...scene } });
const story = {
  facts: [fact('lake', 'km2', 68_800), fact('fires', 'km2', 984), fact('people', 'people', 12), fact('unsaid', 'km2', null)],
  steps: [
    step('opening', {}),
    step('crowd', { chart: { kind: 'share', whole: 'people' } }),
    step('nothing', { plate: { area: 'unsaid' } }),
    step('burnt', { plate: { area: 'fires' } }),
    step('water', { chart: { kind: 'share', whole: 'lake' } }),
  ],
} as unknown as Story;

test('the area is the one that the step draws, else the first that the story draws', () => {
  expect(drawnArea(story, 'water')?.id).toBe('lake');
  expect(drawnArea(story, 'burnt')?.id).toBe('fires');
  expect(drawnArea(story, 'opening')?.id).toBe('fires');
});

test('what is no area, or has no number, is not laid over a city', () => {
  expect(drawnArea({ ...story, steps: story.steps.slice(0, 3) }, 'crowd')).toBeNull();
});
