/** A story with every kind of file in it. */
export const whole = {
  'story.md': `---
title: A lake dries out
standfirst: More than 25 per cent of it is gone.
published: 2031-05-02
locale: en-GB
source: survey
---

## The lake

\`\`\`step
id: lake
frame: [aldby, merrow]
highlight: merrow
label: [aldby, merrow]
\`\`\`

The lake has [310 km²](fact:size), of which [more than 25 per cent](fact:share) is dry: on 11 January 2031, at 14:30, the 3rd survey since 1998 began.

## The towns

\`\`\`step
id: towns
frame: {bounds: [9, 49.5, 13, 51.5]}
\`\`\`

Since the 1990s [10,000 to 12,000](fact:moved) people have moved. See [the lake](#lake "Back").
`,
  'facts.csv': `id,label,low,high,qualifier,unit,date,source
size,Size,310,310,as stated,km2,2031-05,survey
share,Share that is dry,25,,more than,%,2031-05-01,survey
moved,People who moved,10000,12000,range,people,2031,survey
`,
  'sources.yaml': 'survey:\n  title: A survey\n  date: 2031-05\n',
  'places.csv': 'id,name,lon,lat\naldby,Aldby,10,50\n',
  'layers.yaml': `- id: lakes
  kind: areas
  file: map/lake.geojson
  id-property: code
  features:
    merrow: {match: L1, name: Lake Merrow}
`,
  'map/lake.geojson': `{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"code": "L1"}, "geometry": {"type": "Polygon", "coordinates": [[[10.1, 50], [10.6, 50], [10.6, 50.4], [10.1, 50]]]}}
]}
`,
};

/** The same with one text in place of another. */
export function change(file: keyof typeof whole, from: string | RegExp, to: string): Record<string, string> {
  return { ...whole, [file]: whole[file].replace(from, to) };
}
