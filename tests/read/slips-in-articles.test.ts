import { type Slip, testSlips } from './named-once.ts';
import { change, whole } from './whole-story.ts';

const story = (from: string | RegExp, to: string) => change('story.md', from, to);
const translated = { 'story.uk.md': whole['story.md'].replace('locale: en-GB\n', '').replace(/[“”]/g, '') };

const slips: Slip[] = [
  [
    'a bracket that a link lacks at its end',
    story('[310 km²](', '[310 km²('),
    [['story.md:18:14  warning: expected a link', /^Write \[310 km²\]\(fact:size\)$/]],
  ],
  [
    'a bracket that a link lacks in front',
    story('[310 km²](', '310 km²]('),
    [['story.md:18:18  warning: expected a link', /^Write \[km²\]\(fact:size\)$/]],
  ],
  [
    'a link with braces',
    story('[310 km²](fact:size)', '[310 km²]{fact:size}'),
    [['story.md:18:14  warning: expected a link', /^Write \[310 km²\]\(fact:size\)$/]],
  ],
  [
    'an address alone',
    story('[310 km²](fact:size)', '310 km² (fact:size)'),
    [['story.md:18:22  warning: expected a link', /^Write \[the number in words\]\(fact:size\)$/]],
  ],
  ['a link with the fact’s word misspelt', story('(fact:size)', '(facts:size)'), [['story.md:18:14  expected a link to', /"fact:size"/]]],
  [
    'a link to a file beside the story',
    story('(#lake "Back")', '(notes/a.html)'),
    [['story.md:27:71  expected a link to', /whole address/]],
  ],
  [
    '### above a step’s block',
    story('## The towns', '### The towns'),
    [['story.md:20:1  expected ## and a space before the heading of a step', /^Write ## The towns$/]],
  ],
  [
    '## without a space',
    story('## The towns', '##The towns'),
    [['story.md:20:1  expected ## and a space before the heading of a step', /^Write ## The towns$/]],
  ],
  [
    'a heading two levels down',
    { ...whole, 'story.md': `${whole['story.md']}\n## How\n\n#### Where\n\nThere.\n` },
    [['story.md:31:1  warning: expected at most ###', /level/]],
  ],
  [
    'a heading without a space in a text',
    { ...whole, 'story.md': `${whole['story.md']}\n## How\n\n###Where\n\nThere.\n` },
    [['story.md:31:1  warning: expected a space behind the #', /^Write ### Where$/]],
  ],
  ['a heading without words', story('## The towns', '##'), [['story.md:20:1  warning: expected words behind ##', /rule/]]],
  [
    'a block of two backticks',
    story('```step\nid: towns', '``step\nid: towns'),
    [['story.md:22:1  expected a block that begins with ```step, found "``step"', /"```step"/]],
  ],
  [
    'a block of smart quotes',
    story('```step\nid: towns', '’’’step\nid: towns'),
    [['story.md:22:1  expected a block that begins with ```step', /"```step"/]],
  ],
  [
    'a block that is indented',
    story('```step\nid: towns', '    ```step\nid: towns'),
    [['story.md:22:1  expected a block of step at the beginning of a line', /left/]],
  ],
  [
    'a block in capitals',
    story('```step\nid: towns', '```STEP\nid: towns'),
    [['story.md:22:1  expected a block that begins with ```step', /"step"/]],
  ],
  [
    'a block of another name',
    story('```step\nid: towns', '```scene\nid: towns'),
    [['story.md:22:1  expected a block that begins with ```step', /"step"/]],
  ],
  [
    'a block that ends with two backticks',
    story('51.5]}\n```', '51.5]}\n``'),
    [['story.md:25:1  expected a line of ``` at the end of the step block', null]],
  ],
  [
    'an empty line above the front matter',
    story('---\ntitle', '\n---\ntitle'),
    [['story.md:2:1  expected the line of three hyphens at the very top', /empty line/]],
  ],
  [
    'a dash in place of three hyphens',
    story('---\ntitle', '—\ntitle'),
    [['story.md:1:1  expected a line of three hyphens at the top, found "—"', /^Write ---$/]],
  ],
  [
    'four hyphens at the end of the front matter',
    story('survey\n---', 'survey\n----'),
    [['story.md:7:1  expected a line of three hyphens at the end', /^Write ---$/]],
  ],
  ['no line above the front matter', story('---\ntitle', 'title'), [['story.md:1:1  expected a line of three hyphens above', /^Put ---/]]],
  [
    'a step without its block, also in another language',
    { ...story(/```step\nid: lake[^`]*```\n\n/, ''), ...translated, 'words.uk.csv': 'id,name\n' },
    [
      ['story.md:9:1  expected a step block under the heading "The lake"', /```step/],
      ['story.uk.md:1:1  warning: 5 names are not translated', /words\.uk\.csv/],
    ],
  ],
  [
    'a rule right under a text',
    { ...story('## The towns\n', 'One more.\n---\n\n```chart\ndata: rain.csv\n```\n\n## The towns\n'), 'rain.csv': 'label,value\na,1\n' },
    [['story.md:21:1  expected an empty line above the rule', null]],
  ],
];

testSlips(slips);
