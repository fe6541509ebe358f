import { expect, test } from 'vitest';
import { shortened } from '../../src/page/share/lines.ts';
import { oembed } from '../../src/page/share/oembed.ts';
import { putShared } from '../../src/page/share/share.ts';
import { stepPage } from '../../src/page/share/step-page.ts';
import { storyTags } from '../../src/page/share/tags.ts';
import { publishedShelf } from '../../src/page/shelf.ts';
import { read } from '../../src/read/index.ts';
import { siteOf } from '../../src/read/site.ts';
import { filesOf, lineOf, storyText } from '../read/story-of.ts';
import { lake, shortest } from './shared-story.ts';

const site = 'https://example.org/lake/';

/** Contents of the tags, by name or property. */
const tagsIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [name, content]),
  );
const links = (html: string): string[] => [...html.matchAll(/<link rel="(?:canonical|alternate)"[^>]*>/g)].map(([link]) => link);
const data = (html: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');

test('with an address, the head says all that hosts and search engines ask for', () => {
  const html = storyTags(lake(), site, site);
  expect(html).toContain('<title>A lake a quarter smaller</title>');
  expect(tagsIn(html)).toMatchObject({
    'og:type': 'article',
    'og:title': 'A lake a quarter smaller',
    'og:url': site,
    'og:image': `${site}cards/story.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:locale': 'en_GB',
    'article:published_time': '2031-05-02',
    'twitter:card': 'summary_large_image',
  });
  expect(tagsIn(html)['og:description']).toBe(tagsIn(html).description);
  expect(tagsIn(html)['og:image:alt']).toMatch(/^A lake a quarter smaller\. Map/);
  expect(links(html)).toEqual([
    `<link rel="canonical" href="${site}">`,
    `<link rel="alternate" type="application/json+oembed" href="${site}oembed.json">`,
  ]);
});

test('without one, nothing is said that only an address can say', () => {
  const html = storyTags(lake(), null, null);
  expect(Object.keys(tagsIn(html)).filter((name) => /url|image/.test(name))).toEqual([]);
  expect(links(html)).toEqual([]);
  expect(data(html)).not.toHaveProperty('url');
  expect(data(html)).not.toHaveProperty('image');
});

test('the JSON-LD is a NewsArticle with its sources, and without a publisher or an author', () => {
  const about = data(storyTags(lake(), site, site));
  expect(about).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'A lake a quarter smaller',
    datePublished: '2031-05-02',
    inLanguage: 'en-GB',
    url: site,
    mainEntityOfPage: site,
    image: `${site}cards/story.png`,
  });
  expect(about.isBasedOn.map(({ name }: { name: string }) => name)).toContain('Survey of Lake Merrow');
  expect(about.publisher ?? about.author).toBeUndefined();
});

test('a title can’t end its tag or its script, nor can a story without a date or a country say one', () => {
  const story = { ...shortest('locale: uk\n'), title: '</script><b>"&' };
  const html = storyTags(story, site, site);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).toContain('<title>&lt;/script&gt;&lt;b&gt;&quot;&amp;</title>');
  expect(data(html).headline).toBe(story.title);
  expect(tagsIn(html)).not.toHaveProperty('og:locale');
  expect(tagsIn(html)).not.toHaveProperty('article:published_time');
});

test('the oEmbed answer frames the stepper and shows the card', () => {
  const answer = JSON.parse(oembed(lake(), site));
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'A lake a quarter smaller',
    width: 800,
    height: 600,
    thumbnail_url: `${site}cards/story.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  expect(answer.html).toMatch(
    /^<iframe src="https:\/\/example\.org\/lake\/\?frame=stepper" title="A lake a quarter smaller" width="800" height="600"/,
  );
  expect(answer.provider_name ?? answer.author_name).toBeUndefined();
});

test('a step’s page has its own words and card, and leads on without a script', () => {
  const story = lake();
  const [step] = story.steps;
  if (!step) throw new Error('no step');
  const html = stepPage(step, story, site);
  expect(tagsIn(html)).toMatchObject({
    'og:title': step.title,
    'og:url': `${site}lake/`,
    'og:image': `${site}cards/lake.png`,
    description: shortened(step.text, 200),
  });
  expect(links(html)).toEqual([`<link rel="canonical" href="${site}">`]);
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=../#lake">');
  expect(html).toContain(
    `<p>This page leads to step 1 of ${story.steps.length} of “A lake a quarter smaller”: <a href="../#lake">${step.title}</a>.</p>`,
  );
  expect(html).not.toContain('<script');
  expect(stepPage(step, story, null)).not.toMatch(/og:image|og:url|canonical|https:/);
});

test('a step without a heading is named by its chart, else by the story', () => {
  const story = lake();
  const found = story.steps.find(({ id }) => id === 'found');
  expect(found?.title).toBe('');
  expect(found && stepPage(found, story, null)).toContain('<title>3 fish found again</title>');
});

test('each step has a folder, and the oEmbed answer stands beside the page where there is an address', () => {
  const published = (address: string | null) => {
    const shelf = publishedShelf();
    putShared(shortest(), address, shelf);
    return [...shelf.files.keys()];
  };
  expect(published(null)).toEqual(['first/index.html', 'second/index.html']);
  expect(published(site)).toEqual(['first/index.html', 'second/index.html', 'oembed.json']);
});

test('no step takes the name of a folder that stands beside the page', () => {
  const issuesOf = (id: string) => read(filesOf({ 'story.md': storyText().replace('id: first', `id: ${id}`) })).issues.map(lineOf);
  for (const id of ['assets', 'cards', 'data', 'stills', 'story', 'data-0123abcd', 'stills-99999999']) {
    expect(issuesOf(id)).toEqual([expect.stringContaining(`expected another id, found "${id}", which the page itself uses`)]);
  }
  expect(issuesOf('data-2024')).toEqual([]);
});

test('a description is cut after a word', () => {
  expect(shortened('As long as it may be', 20)).toBe('As long as it may be');
  expect(shortened('One word, and then more', 12)).toBe('One word…');
  expect(shortened('  two\n lines ', 20)).toBe('two lines');
  const cut = shortened('word '.repeat(100), 200);
  expect(cut.length).toBeLessThanOrEqual(200);
  expect(cut).toMatch(/ word…$/);
  expect(shortened('x'.repeat(300), 200)).toHaveLength(200);
});

test('an address is one of the web, of a folder or a page', () => {
  expect(siteOf('https://example.org/lake')).toBe(site);
  expect(siteOf(site)).toBe(site);
  expect(siteOf('http://example.org/lake/index.html')).toBe('http://example.org/lake/index.html');
  expect(siteOf('http://[::1]:8080/lake')).toBe('http://[::1]:8080/lake/');
  expect(siteOf('https://see.münchen.example/')).toBe('https://see.xn--mnchen-3ya.example/');
  for (const bad of [
    '',
    'example.org',
    '/lake/',
    'ftp://example.org/',
    'https://',
    'https://a b/',
    `${site}?a`,
    `${site}#a`,
    'https://[/',
    // Browsers take these, and the page's policy would let pass what they say.
    'https://*/',
    'https://*.example.org/',
    'https://a;script-src/',
    "https://a'b/",
    'https://name:word@example.org/',
    'javascript://example.org/%0aalert(1)',
  ]) {
    expect(siteOf(bad), bad).toBeNull();
  }
});

test('the front matter’s address is checked where it stands', () => {
  const issues = (address: string) => read(filesOf({ 'story.md': storyText({ front: `site: ${address}\n` }) })).issues.map(lineOf);
  expect(issues(site)).toEqual([]);
  expect(issues('example.org')).toEqual([
    'story.md:3:7  expected the address of the published story, such as https://example.org/story/, found "example.org"  → Did you mean "https://example.org"?',
  ]);
});
