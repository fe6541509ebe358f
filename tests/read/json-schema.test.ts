import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/read/json-schema.ts';
import { factRow, frontMatter, layerEntry, layerFeature, placeRow, sourceEntry, stepBlock } from '../../src/read/schema.ts';
import { asideBlock, imageBlock, quoteBlock, videoBlock } from '../../src/read/schema-blocks.ts';

test('the schemas that editors complete keys by are those of the program: `npm run schemas` writes them', () => {
  const written = readdirSync('src/read/schemas').map((file): [string, string] => [
    file.replace(/\.json$/, ''),
    readFileSync(`src/read/schemas/${file}`, 'utf8'),
  ]);
  expect(new Map(written)).toEqual(jsonSchemas());
});

test('every key that may be completed is explained', () => {
  for (const [name, text] of jsonSchemas()) {
    const silent = [...text.matchAll(/"([\w-]+)": (\{\s*\}|\{\s*"type": "[a-z]+"\s*\})/g)].map(([, key]) => `${name}: ${key}`);
    expect(silent.filter((key) => !/items|anyOf|propertyNames|additionalProperties|__schema/.test(key))).toEqual([]);
  }
});

const readme = readFileSync('data/README.md', 'utf8');

/** Words in backticks in the first cells of the table under a heading that begins with such a cell. */
function documented(section: string, firstCell: string): string[] {
  const [, after = ''] = readme.split(new RegExp(`^#+ ${section}$`, 'm'));
  const [, table = ''] = after.split(`| ${firstCell} |`);
  const rows = table.split('\n\n', 1)[0]?.split('\n').slice(2) ?? [];
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
}

test.each([
  ['Front matter', 'key', frontMatter],
  ['Steps', 'key', stepBlock],
  ['Pictures, films, quotes and asides', 'key of an image', imageBlock],
  ['Pictures, films, quotes and asides', 'key of a video', videoBlock],
  ['Pictures, films, quotes and asides', 'key of a quote', quoteBlock],
  ['Pictures, films, quotes and asides', 'key of an aside', asideBlock],
  ['facts.csv', 'column', factRow],
  ['places.csv', 'column', placeRow],
  ['sources.yaml', 'key', sourceEntry],
  ['layers.yaml', 'key of a layer', layerEntry],
  ['layers.yaml', 'key of a feature', layerFeature],
])('data/README.md documents under %s every %s, and no other', (section, firstCell, schema) => {
  expect(documented(section, firstCell).sort()).toEqual(Object.keys(schema.shape).sort());
});
