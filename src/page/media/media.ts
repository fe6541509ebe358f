import type { StoryFiles } from '../../read/index.ts';
import { contentOf } from '../../scene/contents.ts';
import type { Picture, Story } from '../../story.ts';
import { encode } from './encode.ts';
import { copyPath, type Variant, variantsOf } from './names.ts';

export type MakeLater = () => Promise<Uint8Array>;

/** What the pages of a story name: every picture in all its sizes, films and captions, by path. Made when asked for. */
export function mediaOf(stories: readonly Story[], files: StoryFiles): ReadonlyMap<string, MakeLater> {
  const made = new Map<string, MakeLater>();
  const bytesOf = (file: string) => files.get(file) ?? new Uint8Array();
  const copy = (file: string) => made.set(copyPath(file, bytesOf(file)), async () => bytesOf(file));
  const add = (picture: Picture, variants: (Variant | undefined)[]) => {
    for (const variant of variants)
      if (variant) made.set(variant.path, () => encode(bytesOf(picture.file), variant).catch((error) => fail(picture.file, error)));
  };
  for (const one of stories.flatMap(contentOf)) {
    if (one.kind === 'image') {
      const { webp, jpeg } = variantsOf(one, bytesOf(one.file));
      add(one, [...webp, jpeg]);
    }
    if (one.kind === 'video') {
      add(one.poster, [variantsOf(one.poster, bytesOf(one.poster.file)).jpeg]);
      copy(one.file);
      if (one.captions !== null) copy(one.captions);
    }
  }
  return made;
}

/** Its head was right, and the rest is not: found only when it is drawn. */
function fail(file: string, error: unknown): never {
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  throw new Error(`The picture ${file} could not be drawn (${reason}), so nothing was built. Export it anew from where it was made.`);
}
