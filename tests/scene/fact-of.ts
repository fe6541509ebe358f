import type { Fact } from '../../src/story.ts';

/** A fact of which a test says only what it is about. */
export const factOf = (own: Partial<Fact>): Fact => ({
  id: 'one',
  label: 'One',
  low: null,
  high: null,
  qualifier: 'exact',
  unit: 'people',
  date: null,
  when: '',
  speaker: '',
  source: '',
  formula: null,
  words: [],
  note: '',
  decimals: 0,
  ...own,
});
