import { expect, test } from 'vitest';
import { read } from '../../src/read/index.ts';
import { filesOf, lineOf, storyText } from './story-of.ts';

const facts = 'id,label,low,qualifier,unit,speaker,words\nrain,Rain in a year,984,as stated,mm,the office,plenty\n';
const places = 'id,name,local,lang,lon,lat\nsumy,Sumy,Суми,uk,34.8,50.9\nlviv,Lviv,,,24,49.8\n';
const blocks = ['frame: {bounds: [20, 47, 38, 53]}\nlabel: [sumy, lviv]\ndescribe: Two towns.', 'frame: sumy\nlabel: sumy'];
const english = storyText({
  front: 'standfirst: Of rain\nlocale: en-GB\npublished: 2025-01-11\nsource: office\n',
  blocks,
  text: ['[984 mm](fact:rain) fell.', 'Two.'],
});
const ukrainian = (second = 'second') =>
  `---\ntitle: Дощ\n---\n\n## Перший\n\n\`\`\`step\nid: first\n\`\`\`\n\nВипало [984 мм](fact:rain).\n\n## Другий\n\n\`\`\`step\nid: ${second}\n\`\`\`\n\nДва.\n`;
const words = 'id,name,speaker,words\nrain,Дощ за рік,управа,багато\nlviv,Львів,,\n';
const tell = (more: Record<string, string>) =>
  read(filesOf({ 'story.md': english, 'facts.csv': facts, 'places.csv': places, 'sources.yaml': 'office: {title: Office}', ...more }));

test('a translation has its own words over the scenes, facts and places of the story', () => {
  const { story, translations, issues } = tell({ 'story.uk.md': ukrainian(), 'words.uk.csv': words });
  expect(issues.map(lineOf)).toEqual([]);
  const [uk] = translations;
  expect(uk).toMatchObject({ locale: 'uk', title: 'Дощ', standfirst: '', published: '2025-01-11', asOf: 'Станом на 11 січня 2025 р.' });
  expect(uk?.steps.map(({ id, title, scene }) => [id, title, scene.frame])).toEqual(
    story?.steps.map(({ id, scene }, i) => [id, ['Перший', 'Другий'][i], scene.frame]),
  );
  expect(uk?.steps[0]?.scene.describe, 'a sentence is another language’s to write').toBe('');
  expect(uk?.facts[0]).toMatchObject({ label: 'Дощ за рік', low: 984, speaker: 'управа', words: ['багато'] });
  expect(uk?.places.map(({ name, local }) => [name, local])).toEqual([
    ['Суми', null],
    ['Львів', null],
  ]);
  expect(story?.places[0]).toMatchObject({ name: 'Sumy', local: 'Суми' });
});

test('what is left in the first language is said once', () => {
  expect(tell({ 'story.uk.md': ukrainian() }).issues.map(lineOf)).toEqual([
    'story.uk.md:1:1  warning: 2 names are not translated: "rain", "lviv"  → Names in this language stand in words.uk.csv, with the columns id and name.',
  ]);
});

test('a translation tells the same steps, and calls nothing that is not there', () => {
  const { story, translations, issues } = tell({ 'story.uk.md': ukrainian('secnd'), 'words.uk.csv': `${words}liv,Львів,,\n` });
  expect([story, translations]).toEqual([null, []]);
  expect(issues.map(lineOf).filter((line) => !line.includes('warning'))).toEqual(
    [
      'story.uk.md:16:5  expected the id of a step of story.md, found "secnd"  → Did you mean "second"?',
      'words.uk.csv:4:1  expected the id of a fact, place, feature, layer or source, found "liv"  → Did you mean "lviv"?',
    ].sort(),
  );
});

test('its numbers agree with the facts as those of the story do', () => {
  const { issues } = tell({ 'story.uk.md': ukrainian().replace('984', '948'), 'words.uk.csv': words });
  expect(issues.map(lineOf).join()).toContain('story.uk.md:11:8  expected 984');
});

test('what is wrong in the story itself is said once, and not again in its other language', () => {
  const { issues } = tell({
    'story.uk.md': ukrainian(),
    'words.uk.csv': words,
    'places.csv': places.replace('50.9', '95.9'),
    'story.md': english.replace('{bounds: [20, 47, 38, 53]}', '[lviv, sumi]'),
  });
  expect(issues.map(lineOf)).toEqual([
    'places.csv:2:24  expected a latitude from -85 to 85, found "95.9"  → Are longitude and latitude swapped?',
    expect.stringMatching(/^story\.md:13:15 {2}expected a place or feature, found "sumi"/),
  ]);
});

test('a fact, place or source that is wrong where it stands is not unknown to the other language’s table', () => {
  const { issues } = tell({
    'story.uk.md': ukrainian(),
    'words.uk.csv': words,
    'facts.csv': facts.replace('984', '98x'),
    'places.csv': places.replace('49.8', '98'),
    'sources.yaml': 'office: {titel: Office}',
  });
  expect(issues.map(({ file }) => file).filter((file) => /uk/.test(file))).toEqual([]);
  expect(issues.map(({ file }) => file)).toEqual(expect.arrayContaining(['facts.csv', 'places.csv', 'sources.yaml']));
});

test('a name is not called out of sight where the frame has a slip', () => {
  const { issues } = tell({ 'story.md': english.replace('{bounds: [20, 47, 38, 53]}', '[sumy, lvivv]') });
  expect(issues.map(lineOf)).toEqual(['story.md:13:15  expected a place or feature, found "lvivv"  → Did you mean "lviv"?']);
});
