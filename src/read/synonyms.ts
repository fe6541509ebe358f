import { nearest } from './suggest.ts';

/** What editors call keys, columns and values elsewhere, by what they are called here. */
const otherWords: Record<string, readonly string[]> = {
  // Front matter and sources
  title: ['headline', 'heading', 'name'],
  standfirst: ['subtitle', 'subhead', 'subheading', 'dek', 'description', 'intro', 'lead', 'summary'],
  published: ['date', 'publication-date', 'publish-date', 'pubdate'],
  locale: ['language', 'lang'],
  share: ['social', 'og-description'],
  site: ['url', 'canonical'],
  publisher: ['author', 'organisation', 'organization'],
  address: ['url', 'link', 'href', 'website', 'uri'],
  licence: ['license'],
  'licence-address': ['license-address', 'license-url', 'licence-url'],
  credit: ['attribution', 'author', 'photographer', 'copyright', 'byline'],
  // Blocks
  frame: ['bounds', 'extent', 'view', 'camera', 'zoom', 'center', 'centre'],
  highlight: ['lit', 'focus', 'highlights'],
  label: ['labels', 'names', 'title', 'name', 'description', 'what', 'indicator'],
  arcs: ['arc', 'lines', 'line', 'arrows'],
  annotations: ['annotation', 'notes'],
  describe: ['description', 'alt'],
  file: ['src', 'path', 'image', 'url'],
  alt: ['alt-text', 'alternative', 'description'],
  caption: ['legend'],
  captions: ['subtitles'],
  data: ['file', 'csv', 'table', 'src'],
  kind: ['type', 'category'],
  text: ['quote', 'words', 'label'],
  speaker: ['who', 'author', 'by', 'said-by', 'says'],
  whole: ['total', 'all'],
  at: ['place', 'date', 'on'],
  // Layers
  colours: ['colors', 'color', 'colour', 'fill'],
  match: ['id', 'value', 'code'],
  'id-property': ['id-field', 'property', 'key'],
  // Columns
  id: ['key', 'code', 'slug'],
  low: ['value', 'number', 'min', 'minimum', 'lower', 'from', 'amount', 'figure'],
  high: ['max', 'maximum', 'upper', 'to'],
  qualifier: ['precision', 'exactness', 'how exact', 'certainty', 'accuracy'],
  unit: ['measure'],
  date: ['day', 'as of', 'as-of', 'year'],
  source: ['citation', 'reference'],
  formula: ['calculation', 'derived'],
  note: ['comment', 'remark', 'comments', 'remarks'],
  name: ['title', 'label', 'place', 'town', 'city'],
  lon: ['longitude', 'long', 'lng', 'x'],
  lat: ['latitude', 'y'],
  // Values
  exact: ['exactly', 'precise', 'precisely'],
  'as stated': ['stated', 'reported', 'official', 'as reported'],
  about: ['approximately', 'approx', 'approx.', 'circa', 'ca', 'ca.', 'c.', 'around', 'roughly', 'some', 'estimate', 'estimated', '~'],
  'more than': ['over', 'above', 'at least', 'minimum', 'exceeding', '>'],
  'less than': ['under', 'below', 'up to', 'at most', 'fewer than', 'maximum', '<'],
  almost: ['nearly'],
  range: ['between', 'interval', 'from to'],
  'in words': ['words', 'text'],
  areas: ['area', 'polygon', 'polygons', 'countries', 'regions', 'borders'],
  water: ['lake', 'lakes', 'sea', 'reservoirs'],
  rivers: ['line', 'lines', 'linestring', 'streams'],
  bars: ['column', 'columns', 'histogram'],
  line: ['lines', 'curve'],
  true: ['yes', 'on'],
  false: ['no', 'off', 'none'],
};

/** What a word is most likely meant for: the one that it is near to, or the one that has this name elsewhere. */
export function meantBy(found: string, known: Iterable<string>): string | null {
  const words = [...known];
  const plain = found.trim().toLowerCase().replace(/_/g, '-');
  return words.find((word) => otherWords[word]?.includes(plain)) ?? nearest(found, words);
}

export function didYouMeanBy(found: string, known: Iterable<string>): string | null {
  const meant = meantBy(found, known);
  return meant === null ? null : `Did you mean "${meant}"?`;
}
