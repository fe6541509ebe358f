import { type Slip, testSlips } from './named-once.ts';
import { whole } from './whole-story.ts';

const german = `---
title: Ein See trocknet aus
standfirst: Mehr als 25 Prozent sind fort.
---

## Der See

\`\`\`step
id: lake
\`\`\`

Der See hat [310 km²](fact:size), davon sind [mehr als 25 Prozent](fact:share) trocken: am 11. Januar 2031, um 14 Uhr, im 3. Jahr seit 1998.

## Die Orte

\`\`\`step
id: towns
\`\`\`

Seit den 1990er Jahren sind [10.000 bis 12.000](fact:moved) Menschen fortgezogen.
`;
const words = `id,name
size,Größe
share,Trockener Teil
moved,Fortgezogene
aldby,Aldby
merrow,Merrowsee
survey,Eine Erhebung
`;
const told = { ...whole, 'story.de.md': german, 'words.de.csv': words };
const text = (from: string | RegExp, to: string) => ({ ...told, 'story.de.md': german.replace(from, to) });
const table = (from: string, to: string) => ({ ...told, 'words.de.csv': words.replace(from, to) });
const renamed = (from: keyof typeof told, to: string) =>
  Object.fromEntries(Object.entries(told).map(([name, content]) => [name === from ? to : name, content]));

const slips: Slip[] = [
  ['nothing, in a right translation', told, []],
  [
    'a number in a paragraph that no fact holds',
    text('Menschen fort', 'Menschen aus 17 Dörfern fort'),
    [['story.de.md:20:74  warning: expected a number that a fact holds, found "17"', /facts\.csv/]],
  ],
  [
    'a number in its title that no fact holds',
    text('Ein See trocknet', 'Ein See von 400 km² trocknet'),
    [['story.de.md:2:20  warning: expected a number that a fact holds, found "400"', /facts\.csv/]],
  ],
  [
    'a number in a heading that no fact holds',
    text('## Die Orte', '## Die 40 Orte'),
    [['story.de.md:14:1  warning: expected a number that a fact holds, found "40"', /facts\.csv/]],
  ],
  [
    'a number of a fact without its link',
    text('[310 km²](fact:size)', '310 km²'),
    [['story.de.md:12:13  warning: expected a link to the fact "size"', /\[310…\]/]],
  ],
  [
    'a step without text',
    text(/Seit den 1990er.*\n/, ''),
    [['story.de.md:16:1  warning: expected a paragraph under the block of "towns"', /by its text/]],
  ],
  [
    'a step that is missing',
    text(/## Der See[\s\S]*(?=## Die Orte)/, ''),
    [['story.de.md:9:5  expected the same steps as in story.md, found none for "lake" before "towns"', null]],
  ],
  [
    'steps in another order',
    text(/(## Der See[\s\S]*)(## Die Orte[\s\S]*)/, '$2\n$1'),
    [['story.de.md:9:5  expected the step "lake" here, found "towns"', /same order/]],
  ],
  ['a step twice', text('id: towns', 'id: lake'), [['story.de.md:17:5  expected each id once, found "lake" again', null]]],
  ['a step that is misspelt', text('id: towns', 'id: twons'), [['story.de.md:17:5  expected the id of a step of story.md', /"towns"/]]],
  [
    'a step that shows something else',
    text('id: towns', 'id: towns\nframe: aldby'),
    [['story.de.md:18:1  expected frame: as in story.md, found another', /words alone/]],
  ],
  [
    'a coda that is missing',
    { ...told, 'story.md': `${whole['story.md']}\n## How\n\nSo.\n` },
    [['story.de.md:20:82  warning: expected sections behind the steps as in story.md, 1, found none', null]],
  ],
  [
    'another language than its name has',
    text('---\ntitle', '---\nlocale: nl\ntitle'),
    [['story.de.md:2:9  expected "de", the language of the file\'s name, found "nl"', /Leave it out/]],
  ],
  [
    'the language of the story itself',
    { ...whole, 'story.en.md': german, 'words.en.csv': words },
    [['story.en.md:1:1  expected another language than that of story.md', /locale:/]],
  ],
  [
    'a name with an underscore',
    renamed('story.de.md', 'story_de.md'),
    [['story_de.md:1:1  expected a file of the story', /"story\.de\.md"/]],
  ],
  [
    'a language that is a country',
    { ...whole, 'story.ua.md': german },
    [['story.ua.md:1:1  expected a file of the story', /"story\.uk\.md"/]],
  ],
  [
    'a name twice',
    table('merrow,', 'aldby,Aldeby\nmerrow,'),
    [['words.de.csv:6:1  expected each id once, found "aldby" again, first in line 5', null]],
  ],
  [
    'a name of something of another kind',
    {
      ...told,
      'words.de.csv': words
        .replace('id,name', 'id,of,name')
        .replace(/^(\w+),(?!of)/gm, '$1,,')
        .replace('aldby,,', 'aldby,fact,'),
    },
    [['words.de.csv:5:7  expected place, which "aldby" is, found "fact"', null]],
  ],
  ['a name of nothing', table('aldby', 'aldbi'), [['words.de.csv:5:1  expected the id of a fact, place', /"aldby"/]]],
  [
    'a name that is missing',
    table('merrow,Merrowsee\n', ''),
    [['story.de.md:1:1  warning: one name is not translated: "merrow"', /words\.de\.csv/]],
  ],
];

testSlips(slips);
