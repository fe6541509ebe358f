import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { type CoverPicture, coverPicture } from '../graphics/map/cover.ts';
import { type Geography, geography } from '../graphics/map/geography.ts';
import { type Issue, read, type StoryFiles } from '../read/index.ts';
import { scenesOf } from '../scene/scene-at.ts';
import type { Chart, Story } from '../story.ts';
import { assemble, type WithScripts } from './assemble.ts';
import { cutFonts } from './fonts.ts';
import { digest } from './hash.ts';
import { fileFor } from './languages.ts';
import { type MakeLater, mediaOf } from './media/media.ts';
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
  /** Kinds of the charts that it has. */
  charted: ReadonlySet<Chart['kind']>;
  page(shelf: Shelf): WithScripts;
  /** The pages in other languages, by the names of their files. */
  translations(shelf: Shelf): ReadonlyMap<string, WithScripts>;
  /** Pictures, films, captions and fonts that the pages name and that take a while to make, by path. */
  media: ReadonlyMap<string, MakeLater>;
  /** The cards that the story is shared with, by path. A build's work: nobody shares a page that is being written. */
  cards(): Promise<ReadonlyMap<string, Uint8Array>>;
}

export type Compile = (files: StoryFiles) => Compiled;

/** Reads a story; an address that is given goes before its own. What came of the map data is kept, so that a change of words does not pay for it again. */
export function compiler(given: string | null = null): Compile {
  let kept: { key: string; layers: Map<string, Topology>; shapes: Geography } | null = null;
  const keptCovers = new Map<string, { key: string; cover: CoverPicture }>();
  const drawn = (story: Story, geo: Record<string, FeatureCollection>, topologies: Record<string, Topology>, files: StoryFiles) => {
    const key = mapKey(story, files);
    if (kept?.key !== key) {
      const layers = layerTopologies(story, geo, topologies);
      kept = { key, layers, shapes: geography(story.layers, layers) };
    }
    return { layers: kept.layers, shapes: kept.shapes, key };
  };
  const coverOf = (story: Story, shapes: Geography, mapKey: string) => {
    const key = JSON.stringify([mapKey, story.cover, story.places, story.features]);
    const before = keptCovers.get(story.locale);
    const cover = before?.key === key ? before.cover : coverPicture(story.cover, story, shapes);
    keptCovers.set(story.locale, { key, cover });
    return cover;
  };
  return (files) => {
    const { story, translations, geo, topologies, issues } = read(files);
    if (!story) return { told: null, issues };
    const { layers, shapes, key } = drawn(story, geo, topologies, files);
    const languages = [
      { locale: story.locale, file: 'index.html' },
      ...translations.map(({ locale }) => ({ locale, file: fileFor(locale) })),
    ];
    const site = given ?? story.site;
    const pageOf = (one: Story, shelf: Shelf) =>
      assemble({ story: one, layers, shapes, cover: coverOf(one, shapes, key), files, site, languages }, shelf);
    const page: Told['page'] = (shelf) => pageOf(story, shelf);
    const others: Told['translations'] = (shelf) => new Map(translations.map((one) => [fileFor(one.locale), pageOf(one, shelf)]));
    const charted = new Set(scenesOf(story).flatMap(({ chart }) => chart?.kind ?? []));
    const media = new Map([...mediaOf([story, ...translations], files), ...cutFonts()]);
    return { told: { site, charted, page, translations: others, media, cards: () => drawCards(story, shapes) }, issues };
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
