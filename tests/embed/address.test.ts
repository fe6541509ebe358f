import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStepName, stepInAddress } from '../../src/embed/address.ts';

test.each([
  ['#story=kyiv', 'kyiv'],
  ['#story=%D0%9A%D0%B8%D1%97%D0%B2', 'Київ'],
  ['#comments&story=kyiv', 'kyiv'],
  ['#step=1', 0],
  ['#step=6', 5],
])('the address %s asks for the step %s', (hash, step) => expect(stepInAddress(hash)).toBe(step));

test.each(['', '#', '#comments', '#step=', '#step=0', '#step=-2', '#step=81', '#step=1.5', '#step=six'])(
  'the address "%s" asks for none',
  (hash) => {
    expect(isStepName(stepInAddress(hash))).toBe(false);
  },
);

test('no address is too odd to be read', () => {
  fc.assert(
    fc.property(fc.string(), (hash) => void stepInAddress(`#${hash}`)),
    { seed: 25 },
  );
});

test('a step is named by an id or by an index, and by nothing else', () => {
  for (const step of ['kyiv', 0, 79]) expect(isStepName(step)).toBe(true);
  for (const step of [-1, 80, 0.5, Number.NaN, null, undefined, {}, ['kyiv']]) expect(isStepName(step)).toBe(false);
});
