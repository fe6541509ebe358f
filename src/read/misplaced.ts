/** Where a key belongs that is none of the group that it stands in; null where it is none of the format's. */
export function belongsTo(key: string, known: readonly string[]): string | null {
  const isFront = known.includes('standfirst');
  const isStep = known.includes('scrub');
  if (isFront && sceneKeys.includes(key)) return `${key}: is a key of a step’s block, or stands under defaults: for all steps.`;
  if (!isStep) return null;
  if (key === 'title' || key === 'heading' || key === 'name') return 'A step’s title is the ## heading above its block.';
  if (key === 'text' || key === 'content') return 'A step’s text is the paragraphs under its block.';
  if (frontKeys.includes(key)) return `${key}: stands in the front matter, at the top of story.md.`;
  if (imageKeys.includes(key)) return 'A picture stands in a block of its own, which begins with ```image';
  return chartKeys.includes(key) ? `${key}: is a key of a chart: chart: {${key}: …}` : null;
}

const sceneKeys = [
  'id',
  'frame',
  'frame-phone',
  'highlight',
  'label',
  'context',
  'layers',
  'arcs',
  'annotations',
  'plate',
  'lens',
  'locator',
  'chart',
  'describe',
  'map',
  'scene',
  'scrub',
];
const frontKeys = ['standfirst', 'published', 'as-of', 'locale', 'source', 'share', 'site', 'defaults', 'cover'];
const imageKeys = ['file', 'alt', 'credit', 'caption'];
const chartKeys = ['kind', 'data', 'facts', 'unit', 'until', 'whole', 'part', 'rest', 'show', 'x', 'y'];
