import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, folder, lineOf, storyText } from './story-of.ts';

/** Read once: it is large. */
const data = read(folder('data'));

test('the story in data/ reads without an error or a warning', () => {
  const { story, issues } = data;
  expect(issues.map(lineOf)).toEqual([]);
  expect(story?.steps).toHaveLength(15);
  expect(JSON.parse(JSON.stringify(story))).toEqual(story);
});

test('every fact of data/ is as precise as it was said', () => {
  const { story } = data;
  expect(story?.facts.map(({ id, qualifier, low, high }) => [id, qualifier, low, high])).toEqual([
    ['captured', 'exact', 2, 2],
    ['seized', 'as stated', 984, 984],
    ['retaken-share', 'more than', 40, null],
    ['retaken', 'more than', 393.6, null],
    ['held', 'less than', null, 590.4],
    ['nk-sent', 'range', 10000, 12000],
    ['sent-spread', 'exact', 2000, 2000],
    ['nk-casualties', 'about', 200, 200],
    ['ukrainian-losses', 'in words', null, null],
    ['war-length', 'almost', null, 3],
  ]);
});

test('the frames of data/ lie near those of the art direction', () => {
  const { story } = data;
  const frame = (id: string) => story?.steps.find((step) => step.id === id)?.scene.frame.map(Math.round);
  expect(story?.cover.frame.map(Math.round)).toEqual([29, 50, 39, 56]);
  expect(frame('captured')).toEqual([34, 51, 39, 53]);
  expect(frame('seized')).toEqual([35, 51, 36, 52]);
  expect(frame('sent')).toEqual([27, 38, 130, 57]);
  expect(frame('washington')).toEqual([-82, 38, 43, 56]);
});

test('only long lines follow the globe', () => {
  const { story } = data;
  const arcs = story?.steps.flatMap(({ scene }) => scene.arcs) ?? [];
  expect(arcs.map(({ from, to, shape }) => `${from} ${to} ${shape}`)).toEqual(['kursk kyiv bow', 'pyongyang kursk great-circle']);
});

test('a story.md with a title and two steps is a whole story', () => {
  const { story, issues } = read(filesOf({ 'story.md': storyText() }));
  expect(issues).toEqual([]);
  expect(story?.steps.map(({ id, scene }) => [id, scene.frame, scene.layers])).toEqual([
    ['first', [10, 50, 12, 51], []],
    ['second', [10, 50, 12, 51], []],
  ]);
  expect(story?.cover.frame).toEqual([10, 50, 12, 51]);
});

test('a sum or a difference has as many decimals as its finest part; a product has none', () => {
  const { story, issues } = read(
    filesOf({
      'story.md': storyText({
        front: 'source: gauge\n',
        text: ['It fell by [4.96 m](fact:fall), from [318.29 m](fact:high-water).', 'Half is [159 m](fact:half).'],
      }),
      'sources.yaml': 'gauge: {title: Gauge}\n',
      'facts.csv': [
        'id,label,low,qualifier,unit,formula',
        'high-water,High,318.29,exact,m,',
        'low-water,Low,313.33,exact,m,',
        'fall,Fall,,,m,high-water - low-water',
        'half,Half,,,m,high-water * 0.5',
      ].join('\n'),
    }),
  );
  expect(story?.facts.map(({ decimals }) => decimals)).toEqual([2, 2, 2, 0]);
  expect(issues.map(lineOf)).toEqual([]);
});
