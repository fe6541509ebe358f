import fc from 'fast-check';
import { kinds, mark } from '../../../src/embed/message.ts';

const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-1, 0, 0.5, 1, 1e9, -1e9, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY),
);
const word = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '__proto__',
    '[iFrameSizer]x:',
    '[iFrameSizer]x:1:1:init',
    'x'.repeat(10_000),
  ),
);
const value = fc.oneof(number, word, fc.constant(null), fc.boolean(), fc.array(number, { maxLength: 4 }));

/** What a stranger may say: nearly right messages of ours, those of others, and anything. Plain enough to cross from frame to frame. */
const message = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.values(kinds), -1, 99), fc.array(number, { maxLength: 500 }))
    .map(([kind, values]) => [mark, kind, ...values]),
  fc.array(value).map((values) => [mark, ...values]),
  fc.record({
    story: fc.constantFrom(0, 1, 2, '1'),
    type: fc.constantFrom('step', 'end', 'steps', 'x'),
    id: value,
    index: value,
    title: value,
    ids: fc.array(value),
  }),
  fc.record({ message: fc.constantFrom('ready', 'height'), secret: value, kind: fc.constantFrom('interactive:scroll', 'x') }),
  value,
);

/** The same for the same seed, which the test's name gives. */
export const hostileMessages = (seed: number, count = 300): unknown[] => fc.sample(message, { seed, numRuns: count });
