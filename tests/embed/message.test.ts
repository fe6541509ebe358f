import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStoryEvent, isStorySteps, kinds, mark, readMessage } from '../../src/embed/message.ts';

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }));

test('a message is read as its kind and the numbers after it, also of a kind that is not known', () => {
  fc.assert(
    fc.property(fc.nat(), numbers, (kind, values) => {
      expect(readMessage([mark, kind, ...values])).toEqual({ kind, values });
    }),
    { seed: 21 },
  );
});

test('whatever else is said is no message, and no throw', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.sparseArray(fc.anything()),
    fc.array(fc.anything()).map((rest) => [mark, ...rest]),
  );
  fc.assert(
    fc.property(odd, (data) => {
      const message = readMessage(data);
      for (const value of message ? [message.kind, ...message.values] : []) expect(Number.isFinite(value)).toBe(true);
      expect(isStoryEvent(data) || isStorySteps(data)).toBe(false);
    }),
    { seed: 22 },
  );
});

test.each([
  ['a word', [mark, kinds.height, '700']],
  ['what is not finite', [mark, kinds.height, Number.NaN]],
  ['a hole', Object.assign([mark, kinds.height], { 3: 1 })],
  ['no kind', [mark]],
  ['another mark', [1, kinds.height, 700]],
])('%s makes it no message', (_, data) => expect(readMessage(data)).toBeNull());

test('no kind has the number of another', () => {
  expect(new Set(Object.values(kinds)).size).toBe(Object.keys(kinds).length);
});

test('a step that is read has an id and a title of at most 200 characters and the index of a stage', () => {
  const event = { story: 1, type: 'step', id: 'kyiv', index: 3, title: 'In Kyiv' };
  expect(isStoryEvent(event)).toBe(true);
  expect(isStoryEvent({ ...event, type: 'end', title: 'x'.repeat(200) })).toBe(true);
  const changes = [
    { story: 2 },
    { type: 'load' },
    { id: 7 },
    { title: 'x'.repeat(201) },
    { index: -1 },
    { index: 0.5 },
    { index: 80 },
    { index: '3' },
  ];
  for (const change of changes) expect(isStoryEvent({ ...event, ...change })).toBe(false);
});

test('a list of steps has at most 80 ids of at most 200 characters', () => {
  const steps = (ids: unknown) => ({ story: 1, type: 'steps', ids });
  expect(isStorySteps(steps(Array(80).fill('x'.repeat(200))))).toBe(true);
  for (const ids of [Array(81).fill('x'), ['x'.repeat(201)], ['x', 7], 'x', null]) expect(isStorySteps(steps(ids))).toBe(false);
});
