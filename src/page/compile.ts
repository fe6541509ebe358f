import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { type CoverPicture, coverPicture } from '../graphics/map/cover.ts';
import { type Geography, geography } from '../graphics/map/geography.ts';
import { type Issue, read, type StoryFiles } from '../read/index.ts';
import type { Story } from '../story.ts';
import { assemble, type Page, type PageInput } from './assemble.ts';
import { digest } from './hash.ts';
import { drawCards } from './share/cards.ts';
import type { Shelf } from './shelf.ts';
import { layerTopologies } from './topologies.ts';

export interface Compiled {
  /** Null where the story has a mistake. */
  told: Told | null;
  issues: Issue[];
}

/** What can be made of a story that has been read. */
export interface Told {
  /** Absolute address of the published story, where known. */
  site: string | null;
  page(shelf: Shelf, scripts: PageInput['scripts']): Page;
  /** The cards that the story is shared with, by path. A build's work: nobody shares a page that is being written. */
  cards(): Promise<ReadonlyMap<string, Uint8Array>>;
}

export type Compile = (files: StoryFiles) => Compiled;

/** Reads a story; an address that is given goes before its own. What came of the map data is kept, so that a change of words does not pay for it again. */
export function compiler(given: string | null = null): Compile {
  let kept: { key: string; layers: Map<string, Topology>; shapes: Geography } | null = null;
  let keptCover: { key: string; cover: CoverPicture } | null = null;
  const drawn = (story: Story, geo: Record<string, FeatureCollection>, topologies: Record<string, Topology>, files: StoryFiles) => {
    const key = mapKey(story, files);
    if (kept?.key !== key) {
      const layers = layerTopologies(story, geo, topologies);
      kept = { key, layers, shapes: geography(story.layers, layers) };
    }
    const coverKey = JSON.stringify([key, story.cover, story.locale]);
    if (keptCover?.key !== coverKey) keptCover = { key: coverKey, cover: coverPicture(story.cover, story, kept.shapes) };
    return { ...kept, cover: keptCover.cover };
  };
  return (files) => {
    const { story, geo, topologies, issues } = read(files);
    if (!story) return { told: null, issues };
    const { layers, shapes, cover } = drawn(story, geo, topologies, files);
    const site = given ?? story.site;
    const page: Told['page'] = (shelf, scripts) => assemble({ story, layers, shapes, cover, files, site, scripts }, shelf);
    return { told: { site, page, cards: () => drawCards(story, shapes) }, issues };
  };
}

/** All that the map's shapes are made from: the files, what is said of them, and the views they are simplified for. */
function mapKey({ layers, features, places, cover, steps }: Story, files: StoryFiles): string {
  const views = [cover, ...steps.map(({ scene }) => scene)].map(({ frame, framePhone, layers: shown, lens, locator }) => [
    frame,
    framePhone,
    shown,
    lens?.on,
    locator,
  ]);
  return JSON.stringify([layers, features, places, views, digest(layers.map(({ file }) => files.get(file) ?? ''))]);
}
