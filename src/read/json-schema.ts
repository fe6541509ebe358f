import { z } from 'zod';
import { factRow, frontMatter, layersFile, placeRow, sourcesFile, stepBlock } from './schema.ts';
import { asideBlock, imageBlock, quoteBlock, videoBlock } from './schema-blocks.ts';
import { chart } from './schema-chart.ts';

/** What each file, block and row of a story folder is checked by. */
const formats = {
  'front-matter': { schema: frontMatter, title: 'Front matter of story.md' },
  step: { schema: stepBlock, title: 'Block of a step in story.md' },
  image: { schema: imageBlock, title: 'Block of an image in story.md' },
  video: { schema: videoBlock, title: 'Block of a video in story.md' },
  quote: { schema: quoteBlock, title: 'Block of a quote in story.md' },
  aside: { schema: asideBlock, title: 'Block of an aside in story.md' },
  chart: { schema: chart, title: 'Block of a chart in story.md' },
  sources: { schema: sourcesFile, title: 'sources.yaml' },
  layers: { schema: layersFile, title: 'layers.yaml' },
  facts: { schema: factRow, title: 'A row of facts.csv' },
  places: { schema: placeRow, title: 'A row of places.csv' },
};

/** JSON Schemas for the completion of editors, by name: what may be written, before it is read. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(formats).map(([name, { schema, title }]) => {
      const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any', reused: 'ref' });
      return [name, `${JSON.stringify({ title, ...made }, null, 2)}\n`];
    }),
  );
}
