import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import type { Content } from '../../src/story.ts';
import { filesOf, folder, lineOf, storyText } from './story-of.ts';

const fixture = folder('tests/fixtures/blocks');
const media = new Map([...fixture].filter(([path]) => path.startsWith('media/')));

const block = (kind: string, keys: string) => `\`\`\`${kind}\n${keys}\n\`\`\``;
const image = (keys: string) => block('image', keys);
const right = 'file: jetty.jpg\nalt: A jetty over mud.\ncredit: Ada Lund';

/** A story with these paragraphs in its first step, whose text begins in line 12; with the pictures that it may need. */
const inStep = (text: string, more: [string, Uint8Array][] = []) =>
  read(new Map([...filesOf({ 'story.md': storyText({ text: [text, 'Two.'] }) }), ...more]));

const contentOf = (text: string): Content[] | undefined => inStep(text, [...media]).story?.steps[0]?.content;

test('the fixture has a block of each kind, in their places', () => {
  const { story, issues } = read(fixture);
  expect(issues.map(lineOf)).toEqual([]);
  expect(story?.steps.map(({ content, textOnly }) => [textOnly, ...content.map(({ kind }) => kind)])).toEqual([
    [false, 'prose', 'image', 'prose'],
    [true, 'prose', 'aside'],
    [false, 'prose', 'quote'],
  ]);
  expect(story?.interludes.map(({ after, content }) => [after, ...content.map(({ kind }) => kind)])).toEqual([
    [-1, 'image'],
    [0, 'chart', 'quote'],
    [2, 'video', 'aside'],
  ]);
  expect(story?.chapters).toEqual([
    { title: 'The water goes', first: 0 },
    { title: 'What is left', first: 2 },
  ]);
  expect(story?.coda[0]?.content.map(({ kind }) => kind)).toEqual(['image', 'prose']);
});

test('a picture is as large as it is seen, upright', () => {
  const sizes = (read(fixture).story?.steps[0]?.content ?? []).flatMap((one) => (one.kind === 'image' ? [one.width, one.height] : []));
  expect(sizes).toEqual([900, 1200]);
});

test('a step without a map hides the scene before it, and moves no other', () => {
  const { story } = read(fixture);
  expect(story?.steps[1]?.scene).toEqual(story?.steps[0]?.scene);
  const first = read(new Map([...fixture, ...filesOf({ 'story.md': storyText({ blocks: ['map: false'] }) })])).story;
  expect(first?.steps[0]?.scene).toEqual(first?.cover);
  expect(first?.cover.frame).toEqual(first?.steps[1]?.scene.frame);
});

test('an aside has links to facts, a quote no marks of its own', () => {
  const { story } = read(fixture);
  const aside = story?.steps[1]?.content[1];
  expect(aside?.kind === 'aside' && aside.html).toContain('<a class="fact" href="#fact-level-2031" data-fact="level-2031">');
  expect(contentOf(`One.\n\n${block('quote', 'text: "“No water.”"\nspeaker: Ada')}`)?.[1]).toMatchObject({ text: 'No water.' });
});

test('decoration needs no words', () => {
  expect(
    inStep(`One.\n\n${image('file: jetty.jpg\ncredit: Ada\ndecorative: true')}`, [...media]).story?.steps[0]?.content[1],
  ).toMatchObject({ alt: '', file: 'media/jetty.jpg' });
});

type Wrong = [name: string, text: string, line: number, said: RegExp];
const film = 'file: water.webm\nposter: water.webp\nalt: Waves.\ncredit: Ada';

test.each<Wrong>([
  ['no alt', image('file: jetty.jpg\ncredit: Ada'), 12, /expected alt: with what is seen, found none .*decorative: true/],
  ['an empty alt', image('file: jetty.jpg\nalt: ""\ncredit: Ada'), 14, /expected alt: with what is seen, found none/],
  ['a file name for alt', image('file: jetty.jpg\nalt: IMG_1234.jpg\ncredit: Ada'), 14, /the name of a file/],
  ['alt for decoration', image(`${right}\ndecorative: true`), 14, /expected no alt: beside decorative: true/],
  ['no credit', image('file: jetty.jpg\nalt: A jetty.'), 13, /expected the key "credit", found none/],
  ['an empty credit', image('file: jetty.jpg\nalt: A jetty.\ncredit: ""'), 15, /expected credit: with who made it/],
  ['no such file', image(right.replace('jetty', 'jety')), 13, /"jety.jpg", which is not there .*"media\/jetty.jpg"/],
  ['an address', image(right.replace('jetty.jpg', 'https://example.org/a.jpg')), 13, /not there .*Save it in the folder media/],
  ['an SVG', image(right.replace('jpg', 'svg')), 13, /found the SVG "jetty.svg" .*Export it as PNG/],
  ['another format', image(right.replace('jpg', 'heic')), 13, /expected a JPEG, PNG or WebP picture, found "jetty.heic" .*JPEG/],
  ['a film for a picture', image(right.replace('jetty.jpg', 'water.webm')), 13, /```video/],
  ['no such source', image(`${right}\nsource: archive`), 16, /expected the id of a source, found "archive"/],
  ['an unknown key', image(`${right}\ncaptoin: The jetty`), 16, /unknown key "captoin".*"caption"/],
  ['no speaker', block('quote', 'text: No water.'), 13, /expected the key "speaker"/],
  ['a fact that is not', block('quote', 'text: "{gone} left"\nspeaker: Ada'), 13, /expected the id of a fact in braces/],
  [
    'a wrong link in an aside',
    block('aside', 'title: A\ntext: |\n  One.\n\n  See [it](#nowhere).'),
    17,
    /"nowhere", which the page has not/,
  ],
  ['a wrong link in an aside in one line', block('aside', 'title: A\ntext: See [it](#nowhere).'), 14, /"nowhere"/],
  ['a heading in an aside', block('aside', 'title: A\ntext: |\n  # B\n\n  One.'), 15, /expected paragraphs in an aside/],
  ['a film without captions', block('video', film), 12, /expected captions: .*silent: true/],
  ['captions for silence', block('video', `${film}\ncaptions: water.vtt\nsilent: true`), 18, /no captions: beside silent: true/],
  ['captions that are none', block('video', `${film}\ncaptions: jetty.jpg`), 17, /expected captions in WebVTT/],
  ['a film of another format', block('video', `${film.replace('webm', 'mov')}\nsilent: true`), 13, /expected an MP4 or WebM film.*H.264/],
  ['a chart in a card', block('chart', 'data: levels.csv'), 12, /expected a rule \(---\) above the block of a chart/],
  ['an end that lacks', `\`\`\`image\n${right}\n\nMore.`, 12, /at the end of the image block/],
  ['a kind misspelt', block('imgae', right), 12, /begins with ```image, found "imgae"/],
  ['a block in a list', `- One\n\n  ${image(right).replaceAll('\n', '\n  ')}`, 14, /found it inside a list/],
  ['a picture as Markdown has it', 'One ![A jetty](media/jetty.jpg).', 12, /found a picture in it .*```image/],
  ['no kind', block('', right), 12, /begins with ```image, found "" .*"image"/],
])('wrong: %s', (_, text, line, said) => {
  const { issues, story } = inStep(`${text}\n`, [...media]);
  const found = issues.filter(({ severity }) => severity === 'error').map((issue) => `${issue.line} ${lineOf(issue)}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${line} `));
  expect(found[0]).toMatch(said);
  expect(story).toBeNull();
});

const jetty = fixture.get('media/jetty.jpg') ?? new Uint8Array();
const png = (width: number, height: number) => {
  const bytes = new Uint8Array(57);
  const view = new DataView(bytes.buffer);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const chunk = (at: number, length: number, name: string) => {
    view.setUint32(at, length);
    bytes.set(new TextEncoder().encode(name), at + 4);
  };
  chunk(8, 13, 'IHDR');
  view.setUint32(16, width);
  view.setUint32(20, height);
  chunk(33, 0, 'IDAT');
  chunk(45, 0, 'IEND');
  return bytes;
};

test.each<[name: string, bytes: Uint8Array, said: RegExp | null]>([
  ['whole', jetty, null],
  ['cut off', jetty.subarray(0, 20_000), /which ends too early/],
  ['cut off in its head', jetty.subarray(0, 30), /which is none/],
  ['no picture', new TextEncoder().encode('hello'), /which is none/],
  ['an SVG under another name', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), /such as SVG or HTML/],
  ['of another format', png(10, 10), /which is PNG .*Call the file "a.png"/],
  ['empty', new Uint8Array(), /which is none/],
])('a file that is %s', (_, bytes, said) => {
  const { issues } = inStep(`One.\n\n${image(right.replace('jetty', 'a'))}`, [['a.jpg', bytes]]);
  expect(issues.map(({ line }) => line)).toEqual(said ? [15] : []);
  if (said) expect(issues.map(lineOf).join()).toMatch(said);
});

test('a picture of too many pixels is refused with advice', () => {
  const { issues } = inStep(`One.\n\n${image(right.replace('jetty.jpg', 'a.png'))}`, [['a.png', png(20_000, 10_000)]]);
  expect(issues.map(lineOf)).toEqual([expect.stringMatching(/at most 30 MB and 100 megapixels.*20000 × 10000 .*Scale it down/)]);
});

test('what lies in media/ for nothing is doubted', () => {
  const { issues } = inStep('One.', [['media/old.jpg', jetty]]);
  expect(issues.map(lineOf)).toEqual([
    expect.stringMatching(/^media\/old.jpg:1:1 {2}warning: the file "media\/old.jpg" is used by nothing/),
  ]);
});

const afterSteps = (tail: string) => read(new Map([...filesOf({ 'story.md': `${storyText()}\n${tail}` }), ...media]));
const third = '```step\nid: third\nframe: {bounds: [1, 2, 3, 4]}\n```\n\nThree.\n';

test.each<[name: string, tail: string, line: number, said: RegExp]>([
  ['text under a rule', '---\n\nMore.\n', 23, /expected a step block under the rule/],
  ['text between steps', `---\n\n${image(right)}\n\nMore.\n`, 31, /found text between two steps .*map: false/],
  ['one chapter', `# A chapter\n\n## Third\n\n${third}`, 23, /found #: the story's title stands in the front matter/],
  ['a step right under #', `# Third\n\n${third}`, 23, /expected ## before a heading, found #/],
])('wrong: %s', (_, tail, line, said) => {
  const { issues } = afterSteps(tail);
  expect(issues.map((issue) => `${issue.line} ${lineOf(issue)}`)).toEqual([expect.stringMatching(said)]);
  expect(issues[0]?.line).toBe(line);
});

test.each([
  ['frame: {bounds: [1, 2, 3, 4]}', /expected no frame: beside map: false/],
  ['scene: second', /expected no scene: beside map: false/],
])('a step without a map that says %s is a mistake', (key, said) => {
  const { issues } = read(filesOf({ 'story.md': storyText({ blocks: [`map: false\n${key}`] }) }));
  expect(issues.map(lineOf)).toEqual([expect.stringMatching(said)]);
});

test('a translation says the words of a block again, and takes its file and credit', () => {
  const uk = (keys: string) =>
    storyText({ text: [`Раз.\n\n${keys}`, 'Два.'] })
      .replace('A story', 'Історія')
      .replaceAll('frame: {bounds: [10, 50, 12, 51]}\n', '');
  const told = (keys: string) =>
    read(new Map([...filesOf({ 'story.md': storyText({ text: [image(right), 'Two.'] }), 'story.uk.md': uk(keys) }), ...media]));
  const { translations, issues } = told(image('alt: Причал над мулом.'));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(translations[0]?.steps[0]?.content[1]).toMatchObject({ file: 'media/jetty.jpg', alt: 'Причал над мулом.', credit: 'Ada Lund' });
  expect(told('').issues.map(({ message }) => message)).toContain('expected the blocks of this step in story.md, found 0 of 1 of image');
  expect(told(image('caption: Причал')).issues.map(({ message }) => message)).toContain('expected alt: with what is seen, found none');
});
