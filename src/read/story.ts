import { formatDate } from '../scene/format.ts';
import type { Bounds, Content, Fact, Feature, Layer, Place, Scene, Section, Source, Step, Story } from '../story.ts';
import { type Language, say } from '../words/index.ts';
import { isRightToLeft } from '../words/languages.ts';
import { type Article, isReservedId, type WrittenStep } from './article.ts';
import type { WrittenContent } from './blocks.ts';
import { unite } from './bounds.ts';
import type { StoryTables } from './chart.ts';
import { createContent } from './content.ts';
import { createDrawing } from './draw.ts';
import type { Front } from './front-matter.ts';
import { plainText } from './markdown.ts';
import type { Media } from './media.ts';
import type { IdSet, Names } from './names.ts';
import { quote, type Report } from './report.ts';
import { resolveScene, type SceneContext, type SceneLevel } from './scene.ts';
import { didYouMean } from './suggest.ts';
import type { FactBook } from './template.ts';
import type { BlockText } from './texts.ts';

/** All parts of a story, each read by itself. */
export interface Parts {
  front: Front;
  /** Whether the front matter is the editor's: where it could not be read, nothing is said of what it may have held. */
  complete: boolean;
  article: Article;
  book: FactBook;
  sources: Source[];
  /** Ids of the sources; any, where their file could not be read. */
  sourceIds: IdSet;
  places: Place[];
  features: Feature[];
  layers: Layer[];
  /** The same places, features and layers by their ids. */
  names: Names;
  /** Filled with the texts of the steps' blocks. */
  texts: BlockText[];
  /** What charts may be drawn from. */
  tables: StoryTables;
  /** Pictures and films. */
  media: Media;
}

/** Brings the parts together: every reference looked up, every scene made whole, every paragraph drawn. */
export function assembleStory(parts: Parts, report: Report): Story {
  const { front, article, book, sources, places, features, layers, names, texts, tables, media, sourceIds } = parts;
  const spec = front.spec;
  const byId = new Map(sources.map((source) => [source.id, source]));
  if (spec.source !== undefined && !parts.sourceIds.has(spec.source))
    report.error(
      front.located.spot(['source']),
      `expected the id of a source, found ${quote(spec.source)}`,
      didYouMean(spec.source, byId.keys()) ?? 'Sources stand in sources.yaml.',
    );
  const base = {
    names,
    book,
    sources: byId,
    storySource: spec.source ?? null,
    tables,
    texts,
    report,
  };
  const defaults: SceneLevel = { spec: spec.defaults ?? {}, located: front.located, path: ['defaults'] };
  const coverLevels: SceneLevel[] = [{ spec: spec.cover ?? {}, located: front.located, path: ['cover'] }, defaults];
  const coverOf = (fallback: Bounds | null): Scene => resolveScene(coverLevels, { ...base, fallback, frameOptional: true });
  const coverSays = coverLevels.some(({ spec: level }) => level.frame !== undefined);
  const firstCover = coverSays ? coverOf(null) : null;
  const draw = createDrawing(article, book, sources, report);
  const content = createContent({ ...base, media, sourceIds, draw });
  const own = resolveSteps(article, defaults, content, { ...base, fallback: firstCover?.frame ?? null, frameOptional: !parts.complete });
  const framed = own.flatMap(({ scene }) => (scene ? [scene.frame] : []));
  const cover = firstCover ?? coverOf(unite(framed));
  const published = spec.published ?? '';
  return {
    title: spec.title,
    standfirst: spec.standfirst ?? '',
    published,
    asOf: asOf(spec['as-of'] ?? published, book.language),
    ...book.language,
    rtl: isRightToLeft(book.language.locale),
    source: spec.source ?? null,
    share: spec.share ?? spec.standfirst ?? spec.title,
    site: spec.site ?? null,
    cover,
    steps: withScenes(own, cover),
    interludes: article.interludes.map(({ after, content: written }) => ({ after, content: content(written) })),
    chapters: article.chapters.map(({ title, first }) => ({ title, first })),
    coda: article.coda.map((section): Section => ({ title: section.title, content: content(section.content) })),
    facts: [...book.facts.values()].map((fact) => ({ ...fact, when: fact.when || dateOf(fact, book.language) })),
    sources,
    places,
    features,
    layers,
  };
}

const dateOf = ({ date }: Fact, language: Language): string => (date ? formatDate(date, language) : '');

/** `As of 11 January 2025`. */
const asOf = (date: string, language: Language): string =>
  date ? say(language, language.words.page.asOf, { date: formatDate(date, language) }) : '';

/** A step whose scene may be that of the step before it. */
type OwnStep = Omit<Step, 'scene'> & { scene: Scene | null };

/** What lies under a step of text alone is what lay there before, so that nothing moves behind the paper. */
function withScenes(steps: OwnStep[], cover: Scene): Step[] {
  return steps.map((step, index) => {
    const shown = steps.slice(0, index + 1).findLast(({ scene }) => scene !== null)?.scene;
    return { ...step, scene: shown ?? cover };
  });
}

function resolveSteps(
  article: Article,
  defaults: SceneLevel,
  content: (written: readonly WrittenContent[]) => Content[],
  context: SceneContext,
): OwnStep[] {
  const { report } = context;
  const byId = checkIds(article.steps, report);
  const unreadable = new Set(
    article.steps.filter(({ spec }) => !spec).map(({ located }) => (located.value as { id?: unknown } | undefined)?.id),
  );
  return article.steps.map((step): OwnStep => {
    const own = { title: step.title, content: content(step.content) };
    const levels = [...chainOf(step, byId, unreadable, report), defaults];
    if (!step.spec)
      return {
        id: '',
        ...own,
        text: '',
        scene: resolveScene([defaults], { ...context, frameOptional: true }),
        textOnly: false,
        scrub: false,
      };
    const textOnly = step.spec.map === false;
    if (textOnly) checkTextOnly(step, report);
    return {
      id: step.spec.id,
      ...own,
      text: plainText(step.content.flatMap((one) => (one.kind === 'prose' ? one.tokens : []))),
      scene: textOnly ? null : resolveScene(levels, { ...context, frameOptional: context.frameOptional || step.spec.scene !== undefined }),
      textOnly,
      scrub: step.spec.scrub ?? false,
    };
  });
}

/** What a step without a map says of one. */
function checkTextOnly({ spec, located }: WrittenStep, report: Report): void {
  for (const key of Object.keys(spec ?? {}))
    if (!['id', 'map'].includes(key))
      report.error(
        located.keySpot([], key),
        `expected no ${key}: beside map: false, which shows nothing but the text`,
        'Leave out one of the two.',
      );
}

function checkIds(steps: WrittenStep[], report: Report): Map<string, WrittenStep> {
  const byId = new Map<string, WrittenStep>();
  for (const step of steps) {
    if (!step.spec) continue;
    const { id } = step.spec;
    const spot = step.located.spot(['id']);
    const before = byId.get(id);
    if (isReservedId(id)) report.error(spot, `expected another id, found ${quote(id)}, which the page itself uses`);
    if (before) report.error(spot, `expected each id once, found ${quote(id)} again, first in line ${before.located.spot(['id']).line}`);
    else byId.set(id, step);
  }
  return byId;
}

/** A step's own keys, then those of the step whose scene it shares, and so on. */
function chainOf(step: WrittenStep, byId: Map<string, WrittenStep>, unreadable: ReadonlySet<unknown>, report: Report): SceneLevel[] {
  const levels: SceneLevel[] = [];
  const seen = new Set<WrittenStep>();
  for (let at: WrittenStep | undefined = step; at?.spec && !seen.has(at); ) {
    seen.add(at);
    levels.push({ spec: at.spec, located: at.located, path: [] });
    const shared: string | undefined = at.spec.scene;
    const next: WrittenStep | undefined = shared === undefined ? undefined : byId.get(shared);
    const spot = at.located.spot(['scene']);
    if (shared !== undefined && !next && !unreadable.has(shared))
      report.error(spot, `expected the id of a step, found ${quote(shared)}`, didYouMean(shared, byId.keys()));
    if (next?.spec?.map === false) report.error(spot, `expected a step with a map, found ${quote(shared)}, which is text alone`);
    if (next && seen.has(next))
      report.error(spot, `expected a step with a scene of its own, found ${quote(shared)}, which shares this one's`);
    at = next;
  }
  return levels;
}
