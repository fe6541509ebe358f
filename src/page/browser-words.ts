import type { Words } from '../words/index.ts';

/** What moving charts say; their descriptions, tables and captions are made with the page. */
const drawn = ['atLeast', 'atMost', 'oneBlockIs', 'oneDotIs', 'estimate', 'more'] as const satisfies (keyof Words['chart'])[];

/** The words that the browser has a use for: the others stand in the page already. */
export function browserWords(words: Words): Words {
  const chart = Object.fromEntries(drawn.map((key) => [key, words.chart[key]]));
  return { ...words, describe: {}, chart } as Words;
}
