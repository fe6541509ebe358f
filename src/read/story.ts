import { formatDate } from '../scene/format.ts';
import type { Bounds, Fact, Feature, Layer, Place, Scene, Section, Source, Step, Story } from '../story.ts';
import { type Language, say } from '../words/index.ts';
import { type Article, isReservedId, type WrittenStep } from './article.ts';
import { unite } from './bounds.ts';
import type { Front } from './front-matter.ts';
import { prepareLinks } from './links.ts';
import { plainText } from './markdown.ts';
import { createNames, type IdSet } from './names.ts';
import { quote, type Report } from './report.ts';
import { resolveScene, type SceneContext, type SceneLevel } from './scene.ts';
import { didYouMean } from './suggest.ts';
import type { FactBook } from './template.ts';

/** All parts of a story, each read by itself. */
export interface Parts {
  front: Front;
  /** Whether the front matter is the editor's: where it could not be read, nothing is said of what it may have held. */
  complete: boolean;
  article: Article;
  book: FactBook;
  sources: Source[];
  places: Place[];
  features: Feature[];
  layers: Layer[];
  /** Ids of places, features and layers that are written but can't be used; why is reported where they stand. */
  broken: IdSet;
}

/** Brings the parts together: every reference looked up, every scene made whole, every paragraph drawn. */
export function assembleStory(parts: Parts, report: Report): Story {
  const { front, article, book, sources, places, features, layers, broken } = parts;
  const spec = front.spec;
  const byId = new Map(sources.map((source) => [source.id, source]));
  if (spec.source !== undefined && !byId.has(spec.source))
    report.error(
      front.located.spot(['source']),
      `expected the id of a source, found ${quote(spec.source)}`,
      didYouMean(spec.source, byId.keys()) ?? 'Sources stand in sources.yaml.',
    );
  const base = { names: createNames(places, features, layers, broken), book, sources: byId, report };
  const defaults: SceneLevel = { spec: spec.defaults ?? {}, located: front.located, path: ['defaults'] };
  const coverLevels: SceneLevel[] = [{ spec: spec.cover ?? {}, located: front.located, path: ['cover'] }, defaults];
  const coverOf = (fallback: Bounds | null): Scene => resolveScene(coverLevels, { ...base, fallback, frameOptional: true });
  const coverSays = coverLevels.some(({ spec: level }) => level.frame !== undefined);
  const firstCover = coverSays ? coverOf(null) : null;
  const steps = resolveSteps(article, defaults, { ...base, fallback: firstCover?.frame ?? null, frameOptional: !parts.complete });
  const published = spec.published ?? '';
  return {
    title: spec.title,
    standfirst: spec.standfirst ?? '',
    published,
    asOf: asOf(spec['as-of'] ?? published, book.language),
    ...book.language,
    source: spec.source ?? null,
    share: spec.share ?? spec.standfirst ?? spec.title,
    site: spec.site ?? null,
    cover: firstCover ?? coverOf(unite(steps.map(({ scene }) => scene.frame))),
    steps,
    coda: article.coda.map((section): Section => ({ title: section.title, html: draw(section.tokens, article, book, report) })),
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

function resolveSteps(article: Article, defaults: SceneLevel, context: SceneContext): Step[] {
  const { report, book } = context;
  const byId = checkIds(article.steps, report);
  const unreadable = new Set(
    article.steps.filter(({ spec }) => !spec).map(({ located }) => (located.value as { id?: unknown } | undefined)?.id),
  );
  return article.steps.map((step): Step => {
    const html = draw(step.tokens, article, book, report);
    const levels = [...chainOf(step, byId, unreadable, report), defaults];
    if (!step.spec)
      return {
        id: '',
        title: step.title,
        html,
        text: '',
        scene: resolveScene([defaults], { ...context, frameOptional: true }),
        scrub: false,
      };
    return {
      id: step.spec.id,
      title: step.title,
      html,
      text: plainText(step.tokens),
      scene: resolveScene(levels, { ...context, frameOptional: context.frameOptional || step.spec.scene !== undefined }),
      scrub: step.spec.scrub ?? false,
    };
  });
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
    if (next && seen.has(next))
      report.error(spot, `expected a step with a scene of its own, found ${quote(shared)}, which shares this one's`);
    at = next;
  }
  return levels;
}

function draw(tokens: WrittenStep['tokens'], article: Article, book: FactBook, report: Report): string {
  for (const token of tokens) {
    if (token.type === 'inline') prepareLinks(token, (...words) => article.spotOf(token, ...words), book, report);
    alignByClass(token);
  }
  return article.markdown.renderer.render(tokens, {}, {}).trim();
}

/** Tables are aligned by a class: a strict policy allows no style attribute. */
function alignByClass(token: WrittenStep['tokens'][number]): void {
  const style = token.attrGet('style');
  if (style === null) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  token.attrJoin('class', style.replace('text-align:', 'align-'));
}
