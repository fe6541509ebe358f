import type Token from 'markdown-it/lib/token.mjs';
import type { Source } from '../story.ts';
import type { Article } from './article.ts';
import { prepareLinks, type Targets } from './links.ts';
import type { Report } from './report.ts';
import type { FactBook } from './template.ts';

/** Draws paragraphs as safe markup, every link in them checked. */
export function createDrawing(article: Article, book: FactBook, sources: readonly Source[], report: Report): (tokens: Token[]) => string {
  const steps = article.steps.flatMap(({ spec }) => (spec ? [spec.id] : []));
  const unreadable = !article.sound || article.steps.some(({ spec }) => !spec);
  const anchors = new Set([
    ...['cover', 'coda'],
    ...steps,
    ...[...book.facts.keys()].map((id) => `fact-${id}`),
    ...sources.map(({ id }) => `source-${id}`),
  ]);
  const targets: Targets = { book, steps, hasAnchor: (id) => unreadable || anchors.has(id) };
  return (tokens) => {
    for (const token of tokens) {
      if (token.type === 'inline') prepareLinks(token, article.spotsIn(token), targets, report);
      alignByClass(token);
    }
    return article.markdown.renderer.render(tokens, {}, {}).trim();
  };
}

/** Tables are aligned by a class: a strict policy allows no style attribute. */
function alignByClass(token: Token): void {
  const style = token.attrGet('style');
  if (style === null) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  token.attrJoin('class', style.replace('text-align:', 'align-'));
}
