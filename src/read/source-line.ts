import { formatDate } from '../scene/format.ts';
import type { Fact, Source } from '../story.ts';
import type { Language } from '../words/index.ts';

/** The line under a chart: whose figure it is. [long, short]. */
export function sourceLine(
  fact: Pick<Fact, 'source'>,
  sources: ReadonlyMap<string, Source>,
  language: Language,
): [long: string, short: string] {
  const source = sources.get(fact.source);
  if (!source) return ['', ''];
  const date = source.date ? `, ${formatDate(source.date, language)}` : '';
  const long = source.publisher ? `${source.publisher}: ${source.title}` : source.title;
  return [`${long}${date}`, `${source.short ?? source.publisher ?? source.title}${date}`];
}
