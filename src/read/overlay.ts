import type { BlockKind } from './markdown.ts';
import type { Report } from './report.ts';
import type { Located, Path } from './yaml.ts';

type Keys = Record<string, unknown>;

/** A translation's block without what it says otherwise than the first language's, though it is no text: each such key is told of. */
export function wordsAlone(own: Located, base: Located, report: Report): Located {
  const cleaned = (written: unknown, below: unknown, path: Path): unknown => {
    if (Array.isArray(written) && Array.isArray(below)) return written.map((item, index) => cleaned(item, below[index], [...path, index]));
    if (!isKeys(written) || !isKeys(below)) return written;
    const kept = Object.entries(written).flatMap(([key, value]): [string, unknown][] => {
      const other = below[key];
      if (other === undefined || JSON.stringify(value) === JSON.stringify(other)) return [[key, value]];
      if (hasKeys(value) && hasKeys(other)) return [[key, cleaned(value, other, [...path, key])]];
      report.error(
        own.keySpot(path, key),
        `expected ${key}: as in story.md, found another`,
        'Leave it out: a translation has words alone, and shows what the story shows.',
      );
      return [];
    });
    return Object.fromEntries(kept);
  };
  return { ...own, value: cleaned(own.value, base.value, []) };
}

/** Whether it is a group of keys, or a list of such groups. */
const hasKeys = (value: unknown): boolean => (Array.isArray(value) ? value.some(isKeys) : isKeys(value));

const isKeys = (value: unknown): value is Keys => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is written in one place over what is written in another: groups key by key, all else whole. */
export function overlay(own: Located, base: Located): Located {
  const from = (path: Path) => (has(own.value, path) ? own : base);
  return {
    value: merged(base.value, own.value),
    spot: (path) => from(path).spot(path),
    keySpot: (path, key) => from([...path, key]).keySpot(path, key),
    wordSpot: (path, word) => from(path).wordSpot(path, word),
  };
}

function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isKeys(below) || !isKeys(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(below[key], above[key])]));
}

function has(value: unknown, path: Path): boolean {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !(key in at)) return false;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at !== undefined;
}

/** The same without what is written in a language: a scene's numbers and names stay, its sentences are another's to write. */
export function withoutWords({ value, ...spots }: Located): Located {
  return { ...spots, value: isKeys(value) ? sceneWithoutWords(value) : value };
}

const chartWords = ['title', 'caption', 'part-label', 'rest-label', 'edge-label', 'figure', 'key', 'source', 'source-short', 'annotations'];

function sceneWithoutWords(block: Keys): Keys {
  const { describe: _, annotations: __, defaults, cover, ...rest } = block;
  const inner = (name: string, words: string[]) => {
    const part = rest[name];
    return isKeys(part) ? { [name]: without(part, words) } : {};
  };
  const list = (name: string, words: string[]) => {
    const part = rest[name];
    return Array.isArray(part) ? { [name]: part.map((item) => (isKeys(item) ? without(item, words) : item)) } : {};
  };
  return {
    ...rest,
    ...inner('chart', chartWords),
    ...inner('plate', ['title', 'note', 'caption']),
    ...inner('arcs', ['label', 'note']),
    ...list('arcs', ['label', 'note']),
    ...(isKeys(defaults) ? { defaults: sceneWithoutWords(defaults) } : {}),
    ...(isKeys(cover) ? { cover: sceneWithoutWords(cover) } : {}),
  };
}

/** What is written in a language, in each kind of block. */
const blockWords: Record<BlockKind, string[]> = {
  image: ['alt', 'caption'],
  video: ['alt', 'caption'],
  quote: ['text', 'speaker'],
  aside: ['title', 'text'],
  chart: chartWords,
};

/** The same for a block between paragraphs or between steps. */
export const withoutBlockWords = (kind: BlockKind, { value, ...spots }: Located): Located => ({
  ...spots,
  value: isKeys(value) ? without(value, blockWords[kind]) : value,
});

const without = (group: Keys, words: string[]): Keys => Object.fromEntries(Object.entries(group).filter(([key]) => !words.includes(key)));
