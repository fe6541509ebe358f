import { describeChart } from '../../graphics/charts/index.ts';
import { escapeHtml as esc } from '../../graphics/marks.ts';
import { describeScene } from '../../scene/describe.ts';
import type { Scene, Source, Story } from '../../story.ts';
import { shortened } from './lines.ts';
import { at, cardPath, cardSize, isNarrow } from './names.ts';

/** What a page says of itself where it is linked from; addresses are absolute. */
export interface Shared {
  title: string;
  description: string;
  /** Of the page itself; null where nobody knows it. */
  address: string | null;
  image: string | null;
  /** What the card shows, for those who don't see it. */
  alt: string;
}

/** Title, description, Open Graph and the card. X and others fall back on Open Graph for all but the card's form. */
export function pageTags({ title, description, address, image, alt }: Shared, story: Story): string {
  const [language, region] = story.locale.split('-');
  return [
    `<title>${esc(title)}</title>`,
    description && named('description', description),
    named('twitter:card', 'summary_large_image'),
    property('og:type', 'article'),
    property('og:title', title),
    description && property('og:description', description),
    // Facebook knows languages with a country only.
    region?.length === 2 ? property('og:locale', `${language}_${region}`) : '',
    story.published ? property('article:published_time', story.published) : '',
    address ? property('og:url', address) : '',
    image ? imageTags(image, alt) : '',
  ].join('');
}

/** A card is its title and a scene. Hosts keep no more than so many characters. */
export const altOf = (title: string, scene: Scene, story: Story): string =>
  shortened(`${title}. ${describeScene(scene, story, (chart) => describeChart(chart, story.facts, story, isNarrow(chart)))}`, 400);

const named = (name: string, content: string) => `<meta name="${name}" content="${esc(content)}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${esc(content)}">`;

function imageTags(image: string, alt: string): string {
  const { width, height } = cardSize;
  return (
    property('og:image', image) +
    property('og:image:width', String(width)) +
    property('og:image:height', String(height)) +
    property('og:image:alt', alt)
  );
}

/** All that the story's own page says of itself to hosts and search engines: `address` is the page's, `site` the story's. */
export function storyTags(story: Story, address: string | null, site: string | null): string {
  const image = site && at(site, cardPath());
  const alt = altOf(story.title, story.cover, story);
  const shared = { title: story.title, description: story.share || story.standfirst, address, image, alt };
  const links =
    address && site
      ? `<link rel="canonical" href="${esc(address)}"><link rel="alternate" type="application/json+oembed" href="${esc(at(site, 'oembed.json'))}">`
      : '';
  return `${pageTags(shared, story)}${links}<script type="application/ld+json">${asData(newsArticle(story, shared))}</script>`;
}

/** JSON that can't end its script early. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** What is not known is left out: the publisher and the author are whoever publishes the story. */
function newsArticle(story: Story, { title, description, address, image }: Shared): object {
  const cited = (source: Source) => story.source === source.id || story.facts.some((fact) => fact.source === source.id);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: description || undefined,
    datePublished: story.published || undefined,
    inLanguage: story.locale,
    image: image ?? undefined,
    url: address ?? undefined,
    mainEntityOfPage: address ?? undefined,
    isBasedOn: works(story.sources.filter(cited)),
    citation: works(story.sources.filter((source) => !cited(source))),
  };
}

function works(sources: Source[]): object[] | undefined {
  const all = sources.map(({ title, publisher, date, address }) => ({
    '@type': 'CreativeWork',
    name: title,
    publisher: publisher ? { '@type': 'Organization', name: publisher } : undefined,
    datePublished: date ?? undefined,
    url: address ?? undefined,
  }));
  return all.length ? all : undefined;
}
