import { z } from 'zod';
import { reference, text } from './schema-values.ts';

/** What an editor may put between paragraphs or between steps. Conditions on several keys are checked where a block is read. */
const file = (example: string) =>
  z.string({ error: `expected the path of a file in the story folder, such as ${example}` }).min(1, `expected a path such as ${example}`);
const flag = z.boolean({ error: 'expected true or false' });
const source = reference.optional().describe('Id in sources.yaml.');

export const imageBlock = z.strictObject(
  {
    file: file('media/harbour.jpg').describe('Path of a JPEG, PNG or WebP file in the story folder.'),
    alt: text.optional().describe('What is seen, in words, for those who don’t see it.'),
    credit: text.describe('Who made it, and under which licence if under one.'),
    caption: text.optional().describe('A sentence under it.'),
    source,
    decorative: flag.optional().describe('true where it says nothing that the text does not; then alt is left out.'),
  },
  { error: 'expected keys of an image: file:, alt: and credit:' },
);
export const videoBlock = z.strictObject(
  {
    file: file('media/harbour.mp4').describe('Path of an MP4 or WebM file in the story folder.'),
    poster: file('media/harbour.jpg').describe('Path of the picture that stands for it until it is played, and on paper.'),
    captions: file('media/harbour.vtt').optional().describe('Path of a WebVTT file with what is said and heard.'),
    silent: flag.optional().describe('true where nothing is heard; then it needs no captions.'),
    alt: text.describe('What is seen, in words, for those who don’t see it.'),
    credit: text.describe('Who made it, and under which licence if under one.'),
    caption: text.optional().describe('A sentence under it.'),
    source,
  },
  { error: 'expected keys of a video: file:, poster:, captions:, alt: and credit:' },
);
export const quoteBlock = z.strictObject(
  {
    text: text.describe('The words, without quotation marks; {id} puts in a fact.'),
    speaker: text.describe('Whose words they are.'),
    source,
  },
  { error: 'expected keys of a quote: text: and speaker:' },
);
export const asideBlock = z.strictObject(
  {
    title: text.describe('What it is about.'),
    text: text.describe('Paragraphs in Markdown, with links to facts as elsewhere.'),
  },
  { error: 'expected keys of an aside: title: and text:' },
);

export type ImageSpec = z.output<typeof imageBlock>;
export type VideoSpec = z.output<typeof videoBlock>;
export type QuoteSpec = z.output<typeof quoteBlock>;
export type AsideSpec = z.output<typeof asideBlock>;
