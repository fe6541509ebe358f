import { blockKinds } from './markdown.ts';
import { editDistance } from './suggest.ts';

/** What blocks are called elsewhere. */
const otherNames: Record<string, readonly string[]> = {
  step: ['scene', 'slide', 'section'],
  image: ['img', 'picture', 'photo', 'figure', 'photograph'],
  video: ['film', 'movie', 'clip'],
  quote: ['blockquote', 'pullquote', 'pull-quote', 'citation'],
  aside: ['box', 'sidebar', 'infobox', 'note', 'info'],
  chart: ['graph', 'diagram', 'plot'],
};

/** The keys that a block of each kind can't do without. */
const tellingKeys: readonly [kind: string, key: RegExp][] = [
  ['step', /^\s*(id|frame)\s*:/],
  ['video', /^\s*poster\s*:/],
  ['quote', /^\s*speaker\s*:/],
  ['image', /^\s*file\s*:/],
];

/** The kind of block that is most likely meant by the word behind a fence and the lines under it; null for none. */
export function meantBlock(word: string, below: readonly string[]): string | null {
  const end = below.findIndex((line) => /^\s*(```|~~~|$)|^##/.test(line));
  const keys = below.slice(0, end < 0 ? below.length : end);
  if (!keys.some((line) => /^\s*[a-z-]+\s*:(\s|$)/.test(line))) return null;
  const plain = word.toLowerCase();
  if (!plain || /^ya?ml$/.test(plain)) return tellingKeys.find(([, key]) => keys.some((line) => key.test(line)))?.[0] ?? null;
  const kinds = ['step', ...blockKinds];
  const isNear = (kind: string) => editDistance(plain, kind) <= (kind === 'step' ? 2 : 1);
  return kinds.find(isNear) ?? kinds.find((kind) => otherNames[kind]?.includes(plain)) ?? null;
}
