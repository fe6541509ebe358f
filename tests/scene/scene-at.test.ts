import { expect, test } from 'vitest';
import { blockCharts, contentOf, namedSources } from '../../src/scene/contents.ts';
import { formOf, scenePadding } from '../../src/scene/grid.ts';
import { chartFacts, chartKey, chartSources, sceneAt, scenesOf, viewKey } from '../../src/scene/scene-at.ts';
import type { Chart, Scene, Step, Story } from '../../src/story.ts';

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

test('a scene comes from the one before it, and the cover from itself', () => {
  const before = (step: number) => sceneAt(story, { step, progress: 1 }).before.describe;
  expect([before(0), before(1), before(2), before(3)]).toEqual(['cover', 'cover', 'a', 'b']);
});

test('a story without steps is its cover', () => {
  expect(scenesOf({ ...story, steps: [] }).map(({ describe }) => describe)).toEqual(['cover', 'cover']);
});

test('progress moves only a step that scrubs', () => {
  expect(sceneAt(story, { step: 1, progress: 0.3 }).progress).toBe(1);
  expect(sceneAt(story, { step: 2, progress: 0.3 }).progress).toBe(0.3);
  expect([0, 3].map((step) => sceneAt(story, { step, progress: 0.3 }).progress)).toEqual([1, 1]);
  expect([-1, 2].map((progress) => sceneAt(story, { step: 2, progress }).progress)).toEqual([0, 1]);
});

test('a moment depends on its position alone', () => {
  expect(sceneAt(story, { step: 2, progress: 0.5 })).toEqual(sceneAt(story, { step: 2, progress: 0.5 }));
});

const chart = (own: object) => own as Chart;
const share = chart({ kind: 'share', whole: 'size', part: 'dry', rest: 'left' });
const rain = chart({ kind: 'line', drawing: 'rain.csv', sources: ['survey', 'gauge'] });

test('a chart is known by what it draws and draws the facts that it names', () => {
  expect([share, rain].map(chartKey)).toEqual(['share size', 'line rain.csv']);
  const marks = [{ fact: 'dry' }, { fact: null }, { fact: 'left' }];
  expect(
    [
      share,
      rain,
      chart({ kind: 'dots', show: 'sent' }),
      chart({ kind: 'bars', bars: marks }),
      chart({ kind: 'timeline', events: marks }),
    ].map(chartFacts),
  ).toEqual([['size', 'dry', 'left'], [], ['sent'], ['dry', 'left'], ['dry', 'left']]);
});

test('scenes of one frame, or of one chart over any frame, are one view', () => {
  const [near, far] = [scene('near'), { ...scene('far'), frame: [0, 0, 2, 2] } satisfies Scene];
  expect(viewKey(near)).toBe(viewKey(scene('also near')));
  expect(viewKey(near)).not.toBe(viewKey(far));
  expect(viewKey(near)).not.toBe(viewKey({ ...near, framePhone: [0, 0, 2, 2] }));
  expect(viewKey({ ...near, chart: rain })).toBe(viewKey({ ...far, chart: rain }));
  expect(viewKey({ ...near, chart: rain })).not.toBe(viewKey({ ...near, chart: share }));
});

test('the sources of a story are those of its charts, pictures and quotes, wherever they stand', () => {
  const told = {
    ...story,
    steps: [{ ...step('a'), scene: { ...scene('a'), chart: rain }, content: [{ kind: 'image', source: 'archive' }, { kind: 'prose' }] }],
    interludes: [
      {
        content: [
          { kind: 'chart', chart: { ...rain, sources: ['office'] } },
          { kind: 'chart', chart: share },
        ],
      },
    ],
    coda: [
      {
        content: [
          { kind: 'quote', source: 'paper' },
          { kind: 'quote', source: null },
        ],
      },
    ],
  } as unknown as Story;
  expect(contentOf(told).map(({ kind }) => kind)).toEqual(['image', 'prose', 'chart', 'chart', 'quote', 'quote']);
  expect(blockCharts(told)).toHaveLength(2);
  expect(new Set(chartSources(told))).toEqual(new Set(['survey', 'gauge']));
  expect(new Set(namedSources(told))).toEqual(new Set(['survey', 'gauge', 'office', 'archive', 'paper']));
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
