import { type Slip, testSlips } from './named-once.ts';
import { change, whole } from './whole-story.ts';

const story = (from: string | RegExp, to: string) => change('story.md', from, to);
const places = (rows: string, labels: string) => ({
  ...story('51.5]}', `51.5]}\nlabel: [aldby, ${labels}]`),
  'places.csv': `id,name,lon,lat\n${rows}`,
});
const picture = {
  ...whole,
  'story.md': `${whole['story.md']}\n\`\`\`image\nfile: shore\nalt: Reeds at the shore.\ncredit: Ada Lund\n\`\`\`\n`,
  'media/shore.jpg': 'x',
};

const slips: Slip[] = [
  [
    'a place whose longitude and latitude are swapped',
    places('aldby,Aldby,10,50\nbee,Bee,50.1,10.2\n', 'bee'),
    [['places.csv:3:9  expected "Bee" among the other places', /longitude 10\.2, latitude 50\.1/]],
  ],
  [
    'all places swapped',
    places('aldby,Aldby,50,10\nbee,Bee,50.1,10.2\nsea,Sea,50.2,10.4\n', 'bee, sea'),
    [['places.csv:1:1  expected longitude under lon', /names of the two columns/]],
  ],
  [
    'a frame with latitude first, and what it names',
    story('[9, 49.5, 13, 51.5]}', '[49.5, 9, 51.5, 13]}\nlabel: aldby'),
    [['story.md:24:17  expected longitude before latitude', /\[9, 49\.5, 13, 51\.5\]/]],
  ],
  [
    'a frame in the order west, east, south, north',
    story('[9, 49.5, 13, 51.5]}', '[9, 13, 49.5, 51.5]}\nlabel: [aldby, merrow]'),
    [['story.md:24:17  expected [west, south, east, north], found [9, 13, 49.5, 51.5]', /\[9, 49\.5, 13, 51\.5\]/]],
  ],
  [
    'a frame with north below south, and what it names',
    story('[9, 49.5, 13, 51.5]}', '[9, 51.5, 13, 49.5]}\nlabel: aldby'),
    [['story.md:24:17  expected bounds with an area', /order/]],
  ],
  [
    'a frame for phones that shows something else',
    story('51.5]}', '51.5]}\nframe-phone: {bounds: [20, 50, 21, 51]}'),
    [['story.md:25:23  warning: expected a frame that shows a part of what frame: does', /order/]],
  ],
  [
    'a frame for phones with latitude first',
    story('51.5]}', '51.5]}\nframe-phone: {bounds: [50, 10, 51, 11]}'),
    [['story.md:25:23  warning: expected a frame that shows a part of what frame: does', /\[10, 50, 11, 51\]/]],
  ],
  [
    'a map of somewhere else',
    {
      ...whole,
      'layers.yaml': `${whole['layers.yaml']}- id: wells\n  kind: water\n  file: map/wells.geojson\n`,
      'map/wells.geojson': whole['map/lake.geojson'].replaceAll('10.', '-10.'),
    },
    [['layers.yaml:7:7  warning: expected a map of what the frames show', /minus/]],
  ],
  [
    'a range with its higher number first',
    story('10,000 to 12,000', '12,000 to 10,000'),
    [['story.md:27:17  expected the lower number of "moved" first', /10,000 to 12,000/]],
  ],
  [
    'a number in a description',
    story('51.5]}', '51.5]}\ndescribe: A map with 17 wells.'),
    [['story.md:25:22  warning: expected a number that a fact holds, found "17"', /facts\.csv/]],
  ],
  [
    'a picture without its ending',
    picture,
    [['story.md:30:7  expected the whole name of a picture, found "shore"', /"media\/shore\.jpg"/]],
  ],
  [
    'an alt that any picture has',
    {
      ...picture,
      'story.md': picture['story.md'].replace('file: shore', 'file: shore.jpg').replace('Reeds at the shore.', 'photo'),
    },
    [
      ['story.md:30:7  expected a JPEG, PNG or WebP picture', /anew/],
      ['story.md:31:6  expected alt: with what is seen, found "photo"', /this one/],
    ],
  ],
  [
    'a source that only a broken block names',
    {
      ...picture,
      'story.md': picture['story.md'].replace('credit: Ada Lund', 'credit: Ada Lund\nsource: photos'),
      'sources.yaml': `${whole['sources.yaml']}photos: {title: Photographs}\n`,
    },
    [['story.md:30:7  expected the whole name of a picture', /shore/]],
  ],
  [
    'a fact that a formula shows to lack its unit',
    {
      ...whole,
      'facts.csv':
        'id,label,low,high,qualifier,unit,formula\nsize,Size,310,310,as stated,,\nshare,Share that is dry,25,,more than,%,\nmoved,People who moved,10000,12000,range,people,\ndry,Dry,,,,km2,size * share\n',
    },
    [['facts.csv:2:29  expected the unit "km2", because "dry" follows', null]],
  ],
  [
    'a share whose rest is another',
    {
      ...story('frame: {bounds: [9, 49.5, 13, 51.5]}', 'chart: {kind: share, whole: size, part: dry, rest: dry}'),
      'facts.csv': `${whole['facts.csv']}dry,Dry,77,77,exact,km2,2031,survey\n`,
    },
    [['story.md:24:52  expected what is left of "size" without "dry"', /size - dry/]],
  ],
];

testSlips(slips);
