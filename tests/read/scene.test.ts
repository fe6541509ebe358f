import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, storyText } from './story-of.ts';

const places = 'id,name,lon,lat\naldby,Aldby,10,50\ntornvik,Tornvik,12,51\n';
const sceneOf = (block: string, front = '', others: Record<string, string> = {}) => {
  const { story, issues } = read(filesOf({ 'story.md': storyText({ front, blocks: [block, ''] }), 'places.csv': places, ...others }));
  return { scene: story?.steps[0]?.scene, second: story?.steps[1]?.scene, issues };
};
const facts = {
  'sources.yaml': 'survey: {title: A survey, date: 2031-05}\n',
  'facts.csv':
    'id,label,low,high,qualifier,unit,source,formula\nsize,Size,310,,as stated,km2,survey,\nshare,Share,25,,more than,%,survey,\ndry,Dry,,,,km2,survey,size * share\nleft,Left,,,,km2,survey,size - dry\n',
};

test('a frame by names is what is named and four per cent on each side', () => {
  expect(sceneOf('frame: [aldby, tornvik]').scene?.frame).toEqual([9.92, 49.96, 12.08, 51.04]);
});

test('a place alone is framed with its surroundings', () => {
  const frame = sceneOf('frame: aldby').scene?.frame ?? [0, 0, 0, 0];
  expect(frame[3] - frame[1]).toBeCloseTo(1.296);
});

test('a step has from defaults what it does not say, and nothing from the step before', () => {
  const { scene, second } = sceneOf('frame: aldby\nlabel: aldby\nlens: tornvik', 'defaults: {label: tornvik}\n');
  expect([scene?.labels, scene?.lens?.on]).toEqual([['aldby'], 'tornvik']);
  expect([second?.labels, second?.lens]).toEqual([['tornvik'], null]);
});

test('a shared scene is the other step’s, but for what is said beside it', () => {
  const { story } = read(
    filesOf({
      'story.md': storyText({ blocks: ['frame: [aldby, tornvik]\nlabel: aldby\nlens: aldby', 'scene: first\nlens: null'] }),
      'places.csv': places,
    }),
  );
  const [first, second] = story?.steps ?? [];
  expect(second?.scene).toEqual({ ...first?.scene, lens: null });
});

test('two steps that share each other’s scene are a mistake', () => {
  const { issues } = read(filesOf({ 'story.md': storyText({ blocks: ['scene: second', 'scene: first'] }) }));
  expect(issues[0]?.message).toMatch(/expected a step with a scene of its own/);
});

test('a locator comes where the frame is small, and stays away where the step says so', () => {
  expect(sceneOf('frame: aldby').scene?.locator).not.toBeNull();
  expect(sceneOf('frame: aldby\nlocator: false').scene?.locator).toBeNull();
  expect(sceneOf('frame: {bounds: [0, 40, 20, 50]}').scene?.locator).toBeNull();
  expect(sceneOf('frame: aldby', 'defaults: {locator: {bounds: [0, 40, 20, 60]}}\n').scene?.locator).toEqual([0, 40, 20, 60]);
});

test('a share chart of three facts alone is complete', () => {
  const { scene, issues } = sceneOf(
    'frame: [aldby, tornvik]\nchart: {kind: share, whole: size, part: dry, rest: left, show: part}',
    '',
    facts,
  );
  expect(issues).toEqual([]);
  expect(scene?.chart).toEqual({
    kind: 'share',
    whole: 'size',
    part: 'dry',
    rest: 'left',
    show: 'part',
    title: 'Dry: more than 77\u00a0km²',
    caption: 'Each square is one of 310 square kilometres (120 square miles).',
    partLabel: ['Dry', 'Dry'],
    restLabel: ['Left', 'Left'],
    edgeLabel: ['At least this far. No upper figure is given', 'At least this far'],
    source: 'A survey, May 2031',
    sourceShort: 'A survey, May 2031',
  });
});

test('a plate says by itself how much it is, and that it is no position', () => {
  const { scene } = sceneOf('frame: aldby\nplate: {area: size, beside: aldby}', '', facts);
  expect(scene?.plate?.title).toEqual(['310\u00a0km² (120 square miles)', 'drawn to the scale of this map']);
  expect(scene?.plate?.note).toEqual(['Not a position']);
});

test('facts stand in texts by their ids', () => {
  const { scene } = sceneOf(
    'frame: aldby\nannotations: {at: aldby, text: ["{share} is dry", "of {size:both}, {size:number} in all"], fact: share}',
    '',
    facts,
  );
  expect(scene?.annotations[0]?.text).toEqual(['More than 25 per cent is dry', 'of 310\u00a0km² (120 square miles), 310 in all']);
});
