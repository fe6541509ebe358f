import { expect, test } from 'vitest';
import { formOf, scenePadding } from '../../src/scene/grid.ts';
import { sceneAt, scenesOf } from '../../src/scene/scene-at.ts';
import type { Scene, Step, Story } from '../../src/story.ts';

const scene = (describe: string): Scene => ({
  frame: [0, 0, 1, 1],
  framePhone: null,
  layers: [],
  highlight: [],
  labels: [],
  context: [],
  arcs: [],
  annotations: [],
  plate: null,
  lens: null,
  locator: null,
  chart: null,
  describe,
});
const step = (id: string, scrub = false): Step => ({ id, title: id, content: [], text: '', scene: scene(id), textOnly: false, scrub });
const story = { cover: scene('cover'), steps: [step('a'), step('b', true)] } as Story;

test('the cover, the steps and the coda each have a scene, and the coda keeps the last step’s', () => {
  expect(scenesOf(story).map(({ describe }) => describe)).toEqual(['cover', 'a', 'b', 'b']);
});

test('a position beyond either end lands on the end', () => {
  expect(sceneAt(story, { step: -3, progress: 1 }).scene.describe).toBe('cover');
  expect(sceneAt(story, { step: 99, progress: 1 }).scene.describe).toBe('b');
});

test('progress moves only a step that scrubs', () => {
  expect(sceneAt(story, { step: 1, progress: 0.3 }).progress).toBe(1);
  expect(sceneAt(story, { step: 2, progress: 0.3 }).progress).toBe(0.3);
});

test('a moment depends on its position alone', () => {
  expect(sceneAt(story, { step: 2, progress: 0.5 })).toEqual(sceneAt(story, { step: 2, progress: 0.5 }));
});

test('a phone lying down takes the desktop form, with the card at the left', () => {
  expect(formOf({ width: 844, height: 390 })).toBe('desktop');
  expect(formOf({ width: 390, height: 844 })).toBe('phone');
  expect(formOf({ width: 820, height: 1180 })).toBe('tablet');
  expect(scenePadding({ width: 844, height: 390 }, 200).left).toBeGreaterThan(844 * 0.44);
});

test('on a phone the frame keeps clear of the card', () => {
  expect(scenePadding({ width: 390, height: 844 }, 300).bottom).toBe(336);
});
