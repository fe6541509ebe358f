import { coverPicture } from '../../../src/graphics/map/cover.ts';
import { geography } from '../../../src/graphics/map/geography.ts';
import { assemble } from '../../../src/page/assemble.ts';
import { embedPage } from '../../../src/page/embed-page.ts';
import { fileFor } from '../../../src/page/languages.ts';
import { type Content, publishedShelf } from '../../../src/page/shelf.ts';
import { layerTopologies } from '../../../src/page/topologies.ts';
import { read, siteOf } from '../../../src/read/index.ts';
import type { Story } from '../../../src/story.ts';
import { folder } from '../../read/story-of.ts';
import { expect, test } from '../story.ts';

const markup = `"><img src=x onerror=self.hit=1></title></style></textarea></script><script>self.hit=1</script>' onload=self.hit=1 x='`;

/** An address that is one, with all that may end an attribute. */
const site = siteOf(`https://example.org/it's&quot;'onload='self.hit=1'>/"><script>self.hit=1</script>/`) ?? '';

/** Keys whose texts are no words of an editor's: ids, names of files and columns, and what the program has made. */
const made =
  /^(id|html|file|words|site|published|date|drawing|kind|qualifier|formula|lang|locale|from|to|at|units|captions|poster|address|licenceAddress|idProperty|countryProperty|layer|layers|match|colours|stateBorders|role|source|sources|rtl|area|beside|on|fact|whole|part|rest|show|parts|less)$/;

/** Every text of a story that an editor has written, or a table holds, with markup in it; and how many there are. */
function planted<T>(value: T, key = '', count = { texts: 0 }): T {
  if (typeof value === 'string') {
    if (!value) return value;
    count.texts++;
    return `${markup}${value}` as T;
  }
  // Beside the words of a field's key stands the fact that they are for.
  if (Array.isArray(value))
    return value.map((one, i) => (key === 'key' && i === 0 && typeof one === 'string' ? one : planted(one, key, count))) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      // A chart's source is a line to be read, not an id.
      const isLine = name === 'source' && 'kind' in value && 'caption' in value && 'sourceShort' in value;
      return [name, made.test(name) && !isLine ? one : planted(one, name, count)];
    }),
  ) as T;
}

/** All files of a story whose every text is markup, for a page of its own at an address. */
function publish(root: string): { files: Map<string, Content>; texts: number } {
  const files = folder(root);
  files.delete('README.md');
  const { story, translations, geo, topologies, issues } = read(files);
  if (!story) throw new Error(issues.map(({ message }) => message).join('\n'));
  const layers = layerTopologies(story, geo, topologies);
  const shapes = geography(story.layers, layers);
  const languages = [story, ...translations].map(({ locale }, i) => ({ locale, file: i ? fileFor(locale) : 'index.html' }));
  const shelf = publishedShelf();
  const count = { texts: 0 };
  for (const [i, one] of [story, ...translations].entries()) {
    const hostile: Story = { ...planted(one, '', count), words: one.words, site };
    const cover = coverPicture(hostile.cover, hostile, shapes);
    const page = assemble({ story: hostile, layers, shapes, cover, files, site, languages }, shelf);
    const { head, body, data } = page({ charts: null, frames: null, cities: null, webgl: null, worker: null });
    shelf.put(languages[i]?.file ?? '', () => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
    if (i === 0) shelf.put('embed.html', () => embedPage({ story: data.story, script: 'x.js', css: '' }));
  }
  return { files: shelf.files, texts: count.texts };
}

/** What no text of a story may bring into a document. */
const foreign = (text: string, type: DOMParserSupportedType): string[] => {
  const source = new DOMParser().parseFromString(text, type);
  const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data'];
  const isForeign = (element: Element) =>
    element.matches('parsererror, img[src=x], script:not([src], [type]), foreignObject, object, embed, base') ||
    element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style') ||
    leads.some((name) => /^\s*(?!https?:\/\/\w|mailto:|data:,$)([a-z][\w+.-]*:|\/\/|\\)/i.test(element.getAttribute(name) ?? ''));
  return [...source.querySelectorAll('*')].filter(isForeign).map(({ outerHTML }) => outerHTML.slice(0, 300));
};

/** Code to be copied from a page, as it would be pasted. */
const snippets = (text: string): string[] =>
  [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.snippet code')].map(({ textContent }) => textContent ?? '');

for (const root of ['data', 'tests/fixtures/lake', 'tests/fixtures/blocks', 'tests/fixtures/charts', 'tests/stories/nile']) {
  test(`every text of ${root} may be markup, in every file that is published with its address`, async ({ open }) => {
    const page = await open({ address: 'about:blank' });
    const foreignIn = (text: string, type: string): Promise<string[]> => page.evaluate(`(${foreign})(${JSON.stringify(text)}, '${type}')`);
    const { files, texts } = publish(root);
    expect(texts).toBeGreaterThan(40);
    const kinds: Record<string, string> = { html: 'text/html', svg: 'image/svg+xml' };
    let tried = 0;
    for (const [path, content] of files) {
      const type = kinds[path.split('.').at(-1) ?? ''];
      if (!type) continue;
      tried++;
      expect(await foreignIn(String(content), type), path).toEqual([]);
    }
    expect(tried).toBeGreaterThan(10);
    expect(String(files.get('index.html'))).toContain('&lt;img src=x onerror');
    const { html, title } = JSON.parse(String(files.get('oembed.json')));
    expect(title).toContain(markup);
    const pasted = [
      html.replace(' style="max-width:100%;border:0"', ''),
      ...((await page.evaluate(`(${snippets})(${JSON.stringify(files.get('embed.html'))})`)) as string[]),
    ];
    for (const code of pasted) expect(await foreignIn(code, 'text/html'), code).toEqual([]);
    expect(pasted.filter((code) => code.includes('&lt;img src=x')).length, 'the title is in what is pasted').toBeGreaterThan(3);
    for (const [path, content] of files) {
      if (path.endsWith('.js')) expect(() => new Function(String(content)), path).not.toThrow();
    }
  });
}
