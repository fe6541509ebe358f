import { expect, test } from 'vitest';
import { easeInOut } from '../../src/scene/ease.ts';
import { nameOf, thing } from '../../src/scene/things.ts';
import { finish } from '../../src/scene/work.ts';
import type { Story } from '../../src/story.ts';

test('a place stands in the middle of its surroundings, a feature has the middle of its bounds; what is neither is nothing', () => {
  const story = {
    places: [{ id: 'aldby', name: 'Aldby', at: [10, 50] }],
    features: [{ id: 'merrow', name: 'Lake Merrow', bounds: [10, 50, 11, 53] }],
  } as unknown as Story;
  const [place, feature] = ['aldby', 'merrow'].map((id) => thing(story, id));
  expect(place).toMatchObject({ kind: 'place', at: [10, 50], bounds: [9.2, 49.5, 10.8, 50.5] });
  expect(feature).toMatchObject({ kind: 'feature', at: [10.5, 51.5], bounds: [10, 50, 11, 53] });
  expect([place, feature].map((one) => one && nameOf(one))).toEqual(['Aldby', 'Lake Merrow']);
  expect(thing(story, 'tornvik')).toBeNull();
});

test('work that is not paused is done to its end', () => {
  const done: number[] = [];
  const work = function* () {
    for (const part of [1, 2, 3]) {
      done.push(part);
      yield;
    }
    return 'whole';
  };
  expect(finish(work())).toBe('whole');
  expect(done).toEqual([1, 2, 3]);
});

test('easing begins and ends at rest, is half-way in the middle, and as slow at one end as at the other', () => {
  expect([0, 0.5, 1].map(easeInOut)).toEqual([0, 0.5, 1]);
  for (const t of [0.1, 0.25, 0.4]) {
    expect(easeInOut(t)).toBeLessThan(t);
    expect(easeInOut(t) + easeInOut(1 - t)).toBeCloseTo(1, 12);
  }
  expect(easeInOut(0.25)).toBe(0.0625);
});
