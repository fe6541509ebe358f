import type Token from 'markdown-it/lib/token.mjs';
import type { Content, ImageBlock, Source } from '../story.ts';
import type { WrittenBlock, WrittenContent } from './blocks.ts';
import { resolveChart, type StoryTables } from './chart.ts';
import type { Media } from './media.ts';
import type { IdSet } from './names.ts';
import { quote, type Report, type Spot } from './report.ts';
import type { ImageSpec, QuoteSpec, VideoSpec } from './schema-blocks.ts';
import { didYouMean } from './suggest.ts';
import { type FactBook, fillTemplate } from './template.ts';
import type { BlockText } from './texts.ts';
import type { Path } from './yaml.ts';

export interface ContentContext {
  book: FactBook;
  media: Media;
  sources: ReadonlyMap<string, Source>;
  sourceIds: IdSet;
  /** Id of the source that the story rests on. */
  storySource: string | null;
  tables: StoryTables;
  /** Takes up the texts of blocks as they are written. */
  texts: BlockText[];
  draw(tokens: Token[]): string;
  report: Report;
}

type Written<K extends WrittenBlock['kind']> = Extract<WrittenBlock, { kind: K }>;

/** Makes content whole: paragraphs drawn, every file and source looked up. What is wrong is reported and left out. */
export function createContent(context: ContentContext): (written: readonly WrittenContent[]) => Content[] {
  let charts = 0;
  const resolve = (written: WrittenContent): Content | null => {
    if (written.kind === 'prose') return { kind: 'prose', html: context.draw(written.tokens) };
    if (!written.spec) return null;
    switch (written.kind) {
      case 'image':
        return resolveImage(written, written.spec, context);
      case 'video':
        return resolveVideo(written, written.spec, context);
      case 'quote':
        return resolveQuote(written, written.spec, context);
      case 'aside':
        return { kind: 'aside', title: fill(written.spec.title, written, ['title'], context), html: context.draw(written.tokens) };
      case 'chart': {
        const chart = resolveBlockChart(written, context);
        return chart && { kind: 'chart', id: `figure-${++charts}`, chart };
      }
    }
  };
  return (written) => written.flatMap((one) => resolve(one) ?? []);
}

function fill(text: string, { located }: WrittenBlock, path: Path, { book, texts, report }: ContentContext): string {
  const spotOf = (word: string): Spot => located.wordSpot(path, word);
  // Names of sources and licences hold years and numbers.
  if (!/^(source|credit)/.test(String(path.at(-1)))) texts.push({ text, spotOf });
  return fillTemplate(text, book, spotOf, report);
}

function resolveImage(written: Written<'image'>, spec: ImageSpec, context: ContentContext): ImageBlock | null {
  const picture = context.media.picture(spec.file, written.located.spot(['file']), context.report);
  checkAlt(written, spec, context.report);
  const words = captioned(written, spec, context);
  return picture && { kind: 'image', ...picture, ...words };
}

function resolveVideo(written: Written<'video'>, spec: VideoSpec, context: ContentContext): Content | null {
  const { media, report } = context;
  const { located } = written;
  const file = media.film(spec.file, located.spot(['file']), report);
  const poster = media.picture(spec.poster, located.spot(['poster']), report);
  const captions = spec.captions === undefined ? null : media.captions(spec.captions, located.spot(['captions']), report);
  if (spec.captions === undefined && !spec.silent)
    report.error(
      written.spot,
      'expected captions: with a WebVTT file, found none',
      'They say what is heard, for those who don’t hear it. Where nothing is: silent: true',
    );
  if (spec.captions !== undefined && spec.silent)
    report.error(located.spot(['silent']), 'expected no captions: beside silent: true, found both', 'Leave out one of the two.');
  checkAlt(written, spec, report);
  const words = captioned(written, spec, context);
  return file !== null && poster ? { kind: 'video', file, poster, captions, ...words } : null;
}

/** Words in place of the picture: none only where it is decoration. */
function checkAlt(
  { kind, located, spot }: Written<'image'> | Written<'video'>,
  spec: { alt?: string | undefined; caption?: string | undefined; decorative?: boolean | undefined; file: string },
  report: Report,
): void {
  const alt = spec.alt?.trim() ?? '';
  const at = spec.alt === undefined ? spot : located.spot(['alt']);
  if (spec.decorative && alt)
    report.error(at, `expected no alt: beside decorative: true, found ${quote(alt)}`, 'Leave out one of the two.');
  else if (!spec.decorative && !alt)
    report.error(
      at,
      'expected alt: with what is seen, found none',
      kind === 'image'
        ? 'Say it in a sentence, for those who don’t see it. Where it says nothing that the text does not: decorative: true'
        : 'Say it in a sentence, for those who don’t see it.',
    );
  else if (/^(an? )?(image|picture|photo|photograph|foto|bild|graphic|video|film|alt|alt text|todo|tbd|xxx?)\.?$/i.test(alt))
    report.error(
      at,
      `expected alt: with what is seen, found ${quote(alt)}, which any picture is`,
      'Say in a sentence what this one shows.',
    );
  else if (alt && alt === spec.caption?.trim())
    report.warning(at, 'expected alt: with what is seen, found the caption again', 'Those who don’t see the picture hear the same twice.');
  else if (/\.(jpe?g|png|webp|mp4|webm)$/i.test(alt) || alt === spec.file)
    report.error(at, `expected alt: with what is seen, found the name of a file, ${quote(alt)}`);
}

function captioned(
  written: Written<'image'> | Written<'video'>,
  spec: Pick<ImageSpec, 'alt' | 'credit' | 'caption' | 'source'>,
  context: ContentContext,
): Pick<ImageBlock, 'alt' | 'credit' | 'caption' | 'source'> {
  if (!spec.credit.trim())
    context.report.error(
      written.located.spot(['credit']),
      'expected credit: with who made it, found nothing',
      'For example credit: Ada Lund / Harbour Archive, CC BY 4.0',
    );
  return {
    alt: fill(spec.alt?.trim() ?? '', written, ['alt'], context),
    credit: fill(spec.credit, written, ['credit'], context),
    caption: fill(spec.caption ?? '', written, ['caption'], context),
    source: checkedSource(written, spec.source, context),
  };
}

function resolveQuote(written: Written<'quote'>, spec: QuoteSpec, context: ContentContext): Content {
  const { located } = written;
  for (const key of ['text', 'speaker'] as const)
    if (!spec[key].trim()) context.report.error(located.spot([key]), `expected ${key}: with words, found nothing`);
  return {
    kind: 'quote',
    text: withoutMarks(fill(spec.text, written, ['text'], context)),
    speaker: fill(spec.speaker, written, ['speaker'], context),
    source: checkedSource(written, spec.source, context),
  };
}

/** The page sets the marks of the story's language. */
const withoutMarks = (text: string): string => text.trim().replace(/^["“„«]([^"“”„«»]*)["”“»]$/u, '$1');

function checkedSource(
  { located }: WrittenBlock,
  source: string | undefined,
  { sources, sourceIds, report }: ContentContext,
): string | null {
  if (source !== undefined && !sourceIds.has(source))
    report.error(
      located.spot(['source']),
      `expected the id of a source, found ${quote(source)}`,
      didYouMean(source, sources.keys()) ?? 'Sources stand in sources.yaml.',
    );
  return source ?? null;
}

function resolveBlockChart(written: Written<'chart'>, context: ContentContext) {
  return (
    written.spec &&
    resolveChart(written.spec, {
      ...context,
      spot: (path) => written.located.spot(path),
      fill: (text, path) => fill(text, written, path, context),
    })
  );
}
