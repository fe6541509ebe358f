import { type Slip, testSlips } from './named-once.ts';
import { change, whole } from './whole-story.ts';

const story = (from: string | RegExp, to: string) => change('story.md', from, to);
const layers = (from: string | RegExp, to: string) => change('layers.yaml', from, to);
const sources = (text: string) => ({ ...whole, 'sources.yaml': text });

const slips: Slip[] = [
  [
    'smart quotes round a title',
    story('title: A lake dries out', 'title: “A lake dries out”'),
    [['story.md:2:8  warning: expected straight quotes or none', /meant to be seen/]],
  ],
  [
    'smart quotes round a title with a colon',
    story('title: A lake dries out', 'title: “Lake: it dries”'),
    [['story.md:2:8  expected straight quotes, found “', /^Write "/]],
  ],
  [
    'smart quotes in a list',
    story('label: [aldby, merrow]', 'label: [“{size} lake”, merrow]'),
    [['story.md:15:9  expected straight quotes', /^Write "/]],
  ],
  [
    'a brace without quotes',
    story('A lake dries out', '{size} dries out'),
    [['story.md:2:15  expected nothing behind } in this line', /quotes/]],
  ],
  [
    'an apostrophe in single quotes',
    story('A lake dries out', "'It's dry'"),
    [["story.md:2:12  expected nothing behind ' in this line", /written twice/]],
  ],
  [
    'a semicolon behind a list',
    story('label: [aldby, merrow]', 'label: [aldby, merrow];'),
    [['story.md:15:23  expected nothing behind ] in this line, found ";"', /quotes/]],
  ],
  [
    'a line without a key',
    story('---\ntitle', '---\nA note to myself\ntitle'),
    [['story.md:2:1  expected a key, a colon and a space, found "A note to myself"', /For example/]],
  ],
  [
    'stars in place of hyphens',
    story('label: [aldby, merrow]', 'label:\n  * aldby\n  * merrow'),
    [['story.md:16:3  expected a hyphen before each part of a list, found *', /^Write - aldby$/]],
  ],
  [
    'hyphens without a space',
    story('label: [aldby, merrow]', 'label:\n  -aldby\n  -merrow'),
    [['story.md:16:3  expected a place or feature, found "-aldby -merrow"', /hyphen and a space/]],
  ],
  [
    'an alias',
    story(
      'frame: [aldby, merrow]\nhighlight: merrow\nlabel: [aldby, merrow]',
      'frame: &both [aldby, merrow]\nhighlight: merrow\nlabel: *both',
    ),
    [['story.md:15:8  expected a value, found the YAML alias "*both"', /Write the value out/]],
  ],
  [
    'a key with a name of another program',
    story('locale: en-GB', 'language: en-GB'),
    [['story.md:5:1  unknown key "language"', /"locale"/]],
  ],
  [
    'a key of a step in the front matter',
    story('locale: en-GB', 'locale: en-GB\nhighlight: merrow'),
    [['story.md:6:1  unknown key "highlight"', /defaults:/]],
  ],
  ['a title in a step', story('id: lake\n', 'id: lake\ntitle: The lake\n'), [['story.md:13:1  unknown key "title"', /## heading/]]],
  ['a misspelt key that is needed', layers('match: L1', 'mach: L1'), [['layers.yaml:6:14  unknown key "mach"', /"match"/]]],
  [
    'bounds without their name',
    story('{bounds: [9, 49.5, 13, 51.5]}', '[9, 49.5, 13, 51.5]'),
    [['story.md:24:8  expected ids, found a list of numbers', /\{bounds: \[9, 49\.5, 13, 51\.5\]\}/]],
  ],
  [
    'bounds with decimal commas',
    story('[9, 49.5, 13, 51.5]', '[9,0, 49,5, 13,0, 51,5]'),
    [['story.md:24:17  expected four numbers: [west, south, east, north], in degrees, found a list of 8', /point/]],
  ],
  [
    'bounds with a sign of degrees',
    story('51.5]', '51.5°]'),
    [['story.md:24:31  expected a latitude in degrees, found "51.5°"', /^Write 51\.5$/]],
  ],
  ['the name of a language', story('locale: en-GB', 'locale: english'), [['story.md:5:9  expected a language tag', /"en"/]]],
  ['a language that is none', story('locale: en-GB', 'locale: xx'), [['story.md:5:9  expected a language tag', null]]],
  ['a day without its hyphens', story('2031-05-02', '20310502'), [['story.md:4:12  expected a date', /"2031-05-02"/]]],
  [
    'a chart that is a word',
    story('id: towns', 'id: towns\nchart: bars'),
    [['story.md:24:8  expected a chart with a kind', /\{kind: bars, …\}/]],
  ],
  [
    'an address without its protocol',
    sources('survey:\n  title: A survey\n  date: 2031-05\n  address: example.org/a\n'),
    [['sources.yaml:4:12  expected an address', /"https:\/\/example\.org\/a"/]],
  ],
  [
    'another property than the map has',
    layers('id-property: code', 'id-property: iso'),
    [['layers.yaml:4:16  expected a property of the features in map/lake.geojson, which have code', null]],
  ],
  [
    'a colour in place of areas',
    layers('  features:', '  colours: {land: "#eeeeee"}\n  features:'),
    [['layers.yaml:5:19  expected a value of "code"', /colours/]],
  ],
  [
    'keys of areas in a layer of another kind',
    layers('kind: areas', 'kind: water'),
    [['layers.yaml:2:9  expected areas, because the layer has id-property:, features:', /areas only/]],
  ],
  [
    'a local language that is none',
    layers('name: Lake Merrow', 'name: Lake Merrow, local: Merruvuohki, lang: sami'),
    [['layers.yaml:6:70  expected a language tag', null]],
  ],
];

testSlips(slips);
