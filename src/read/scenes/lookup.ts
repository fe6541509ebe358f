import type { Bounds, Source } from '../../story.ts';
import type { StoryTables } from '../chart.ts';
import type { Names } from '../names.ts';
import type { Report, Spot } from '../report.ts';
import type { SceneSpec } from '../schema.ts';
import { type FactBook, fillTemplate } from '../template.ts';
import type { BlockText } from '../texts.ts';
import type { Located, Path } from '../yaml.ts';

/** Keys of a scene as they were written in one place: a step's block, `defaults` or `cover`. */
export interface SceneLevel {
  spec: SceneSpec;
  located: Located;
  path: Path;
}

export interface SceneContext {
  names: Names;
  book: FactBook;
  sources: ReadonlyMap<string, Source>;
  /** Id of the source that the story rests on. */
  storySource: string | null;
  tables: StoryTables;
  /** Takes up the texts of blocks as they are written. */
  texts: BlockText[];
  report: Report;
  /** What a chart without a frame of its own stands over. */
  fallback: Bounds | null;
  /** Whether a map without a frame may take the fallback as well. */
  frameOptional: boolean;
}

export type Key = keyof SceneSpec;

/** Looks a key up on the levels, the nearest first, with the spots of what it finds there. */
export interface Lookup {
  get<K extends Key>(key: K): SceneSpec[K] | undefined;
  spot(key: Key, path?: Path): Spot;
  wordSpot(key: Key, path: Path, word: string): Spot;
  fill(text: string, key: Key, path: Path): string;
}

export function createLookup(levels: SceneLevel[], { book, texts, report }: SceneContext): Lookup {
  const levelOf = (key: Key) => levels.find(({ spec }) => spec[key] !== undefined) ?? levels[0];
  const fullPath = (level: SceneLevel, key: Key, path: Path) => [...level.path, key, ...path];
  const spot = (key: Key, path: Path = []): Spot => {
    const level = levelOf(key);
    return level ? level.located.spot(fullPath(level, key, path)) : { file: 'story.md', line: 1, column: 1 };
  };
  const wordSpot = (key: Key, path: Path, word: string): Spot => {
    const level = levelOf(key);
    return level ? level.located.wordSpot(fullPath(level, key, path), word) : spot(key, path);
  };
  return {
    get: (key) => levelOf(key)?.spec[key],
    spot,
    wordSpot,
    fill(text, key, path) {
      const spotOf = (word: string) => wordSpot(key, path, word);
      // Names of sources hold pages and volumes.
      if (!String(path.at(-1)).startsWith('source')) texts.push({ text, spotOf });
      return fillTemplate(text, book, spotOf, report);
    },
  };
}
