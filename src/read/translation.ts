import type { Story } from '../story.ts';
import { languageOf } from '../words/languages.ts';
import { readArticle } from './article.ts';
import { type Front, readFrontMatter } from './front-matter.ts';
import { createNames } from './names.ts';
import { quote, type Report } from './report.ts';
import { translatedRow } from './schema.ts';
import { assembleStory, type Parts } from './story.ts';
import { readTable } from './table.ts';
import type { SourceText } from './text.ts';
import { checkRows, type Things, translated, warnOfMissing } from './translated-names.ts';
import { checkSteps, warnOfMissingBlocks, warnOfMissingParts } from './translated-steps.ts';

/**
 * The story in another language: its own article over the first one's scenes, facts and geography. What `words.xx.csv` calls
 * them stands in for what they are called there.
 */
export function readTranslation(
  locale: string,
  base: Parts,
  open: (file: string) => SourceText | null,
  report: Report,
): { story: Story; parts: Parts } | null {
  const source = open(`story.${locale}.md`);
  const table = open(`words.${locale}.csv`);
  if (!source) return null;
  const language = languageOf(locale);
  const { front, bodyLine } = readFrontMatter(source, report, base.front.located);
  const article = readArticle(source, bodyLine, report, base.article);
  const same = checkSteps(article.steps, base.article, report);
  warnOfMissingBlocks(article, base.article, report);
  if (article.sound && base.article.sound) warnOfMissingParts(article, base.article, source, report);
  if (!front || !checkLanguage(front, locale, source, base, report)) return null;
  const called = readNames(locale, base, table, source, report);
  // What a step that is not there shows can't be told.
  if (!same) return null;
  const parts: Parts = {
    ...base,
    ...called,
    front,
    article,
    book: { ...base.book, language, facts: new Map(called.facts.map((fact) => [fact.id, fact])), used: new Set() },
    names: createNames(called.places, called.features, called.layers, base.names.broken),
    texts: [],
  };
  return { story: assembleStory(parts, report), parts };
}

function readNames(locale: string, base: Parts, table: SourceText | null, source: SourceText, report: Report): Things {
  const { places, features, layers, sources } = base;
  const things: Things = { facts: [...base.book.facts.values()], places, features, layers, sources };
  const before = report.issues.length;
  const rows = table ? readTable(table, translatedRow, report, { columns: [], decimalComma: false }).rows : [];
  // What is wrong where it stands is said there alone.
  const broken = { has: (id: string) => base.book.broken.has(id) || base.names.broken.has(id) || base.sourceIds.has(id) };
  checkRows(rows, things, broken, report);
  const called = translated(things, locale, rows);
  // A name that is missing may be one that could not be read.
  const isRight = !report.issues.slice(before).some(({ severity }) => severity === 'error');
  if (isRight) warnOfMissing(things, called, rows, locale, source, report);
  return called;
}

/** The language is that of the file's name, and another than the story's own. */
function checkLanguage({ spec, located }: Front, locale: string, source: SourceText, base: Parts, report: Report): boolean {
  const [own, first] = [new Intl.Locale(locale), new Intl.Locale(base.book.language.locale)];
  if (spec.locale !== undefined && new Intl.Locale(spec.locale).language !== own.language) {
    report.error(
      located.spot(['locale']),
      `expected ${quote(locale)}, the language of the file's name, found ${quote(spec.locale)}`,
      'Leave it out: the name of the file tells the language.',
    );
    return false;
  }
  if (own.language !== first.language || (own.region && first.region && own.region !== first.region)) return true;
  report.error(
    source.spot(0),
    `expected another language than that of story.md, ${quote(first.toString())}, found a file for ${quote(locale)}`,
    'The language of story.md is locale: in its front matter.',
  );
  return false;
}
