import { expect, it } from 'vitest';
import { glide } from '../../../src/graphics/charts/glide.ts';

const pace = (channel: string) => (channel === 'lens' ? { ms: 900, eased: true } : { ms: 100, delayMs: 200 });

it('a glide brings each channel to its end at its own pace', () => {
  const path = glide({ lens: 0, text: 0 }, { lens: 2, text: 1 }, pace);
  expect(path.at(0)).toEqual({ values: { lens: 0, text: 0 }, settled: false });
  expect(path.at(450).values).toEqual({ lens: 1, text: 1 });
  expect(path.at(900)).toEqual({ values: { lens: 2, text: 1 }, settled: true });
});

it('a glide from the middle of another starts where that one stands', () => {
  const { values } = glide({ lens: 0 }, { lens: 2 }, pace).at(300);
  expect(glide(values, { lens: 0 }, pace).at(0).values).toEqual(values);
});

it('a glide to where things are is settled at once', () => {
  expect(glide({ lens: 1 }, { lens: 1 }, pace).at(0).settled).toBe(true);
});
