import { expect, test } from 'vitest';
import { didYouMean, editDistance } from '../../src/read/suggest.ts';

test('a slip of the pen finds the word that was meant', () => {
  expect(didYouMean('Kurks', ['kursk', 'kyiv'])).toBe('Did you mean "kursk"?');
  expect(didYouMean('highlite', ['highlight', 'label'])).toBe('Did you mean "highlight"?');
  expect(didYouMean('north korea', ['north-korea'])).toBe('Did you mean "north-korea"?');
});

test('nothing is suggested that is unlike what was written', () => {
  expect(didYouMean('moon', ['kursk', 'kyiv'])).toBeNull();
  expect(didYouMean('x', [])).toBeNull();
});

test('swapped neighbours count as one edit', () => {
  expect(editDistance('kurks', 'kursk')).toBe(1);
});
