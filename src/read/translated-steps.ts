import { type Article, idOf, isReservedId, type WrittenStep } from './article.ts';
import { blockKinds } from './markdown.ts';
import { quote, type Report, type Spot } from './report.ts';
import { didYouMean } from './suggest.ts';
import type { SourceText } from './text.ts';

/** Both tell the same steps in the same order, so that a link to one leads to the other. */
export function checkSteps(steps: readonly WrittenStep[], base: Article, report: Report): boolean {
  const ids = base.steps.flatMap(({ spec }) => spec?.id ?? []);
  const written = steps.map(({ located }) => ({ id: String(idOf(located) ?? ''), spot: located.spot(['id']) }));
  const same = written.length === ids.length && written.every(({ id }, index) => id === ids[index]);
  // Where a step of story.md is lost, it is not this file that is wrong.
  const isRight = base.sound && new Set(ids).size === ids.length && !ids.some(isReservedId);
  if (!same && isRight) reportSteps(written, ids, steps, report);
  return same;
}

function reportSteps(written: { id: string; spot: Spot }[], ids: string[], steps: readonly WrittenStep[], report: Report): void {
  const unknown = written.filter(({ id }) => id && !ids.includes(id));
  for (const { id, spot } of unknown) report.error(spot, `expected the id of a step of story.md, found ${quote(id)}`, didYouMean(id, ids));
  const first = (id: string) => written.findIndex((step) => step.id === id);
  const again = written.filter(({ id }, index) => ids.includes(id) && first(id) !== index);
  for (const { id, spot } of again)
    report.error(spot, `expected each id once, found ${quote(id)} again, first in line ${written[first(id)]?.spot.line}`);
  // What was taken for another step, or could not be read, is not missing as well.
  const spared = unknown.length + again.length + written.filter(({ id }) => !id).length;
  const missing = ids.filter((id) => first(id) < 0);
  for (const id of spared >= missing.length ? [] : missing) {
    const next = ids.slice(ids.indexOf(id) + 1).find((later) => first(later) >= 0);
    const at = next === undefined ? steps.at(-1)?.spot : written[first(next)]?.spot;
    if (at) report.error(at, `expected the same steps as in story.md, found none for ${quote(id)}${next ? ` before ${quote(next)}` : ''}`);
  }
  const moved = missing.length || spared ? undefined : written.find(({ id }, index) => id !== ids[index]);
  if (moved)
    report.error(
      moved.spot,
      `expected the step ${quote(ids[written.indexOf(moved)])} here, found ${quote(moved.id)}`,
      'The steps stand in the same order as in story.md.',
    );
}

/** A block that readers of the other language don't get: most likely forgotten. */
export function warnOfMissingBlocks(article: Article, base: Article, report: Report): void {
  for (const step of article.steps) {
    const below = base.steps.find(({ spec }) => spec !== null && spec.id === step.spec?.id);
    for (const kind of blockKinds) {
      const [own, wanted] = [step, below].map((one) => one?.content.filter((content) => content.kind === kind).length ?? 0);
      if (own !== undefined && wanted !== undefined && own < wanted)
        report.warning(
          step.spot,
          `expected the blocks of this step in story.md, found ${own} of ${wanted} of ${kind}`,
          'Each is written again in its place, with its words in this language.',
        );
    }
  }
}

/** Chapters, or sections behind the steps, that only the first language has. */
export function warnOfMissingParts(article: Article, base: Article, source: SourceText, report: Report): void {
  const warn = (what: string, own: number, wanted: number) => {
    if (own < wanted)
      report.warning(
        source.spot(source.text.trimEnd().length),
        `expected ${what} as in story.md, ${wanted}, found ${own ? `${own} alone` : 'none'}`,
      );
  };
  warn('chapters', article.chapters.length, base.chapters.length);
  warn('sections behind the steps', article.coda.length, base.coda.length);
}
