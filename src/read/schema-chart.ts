import { z } from 'zod';
import { date, ids, lines, listOf, longAndShort, path, reference, text } from './schema-values.ts';

const shareChart = z.strictObject({
  kind: z.literal('share').describe('One square for each one of a number, of which a part has turned.'),
  whole: reference.describe('The fact that is counted out.'),
  part: reference.describe('The fact of the part that has turned.'),
  rest: reference.describe('The fact of what is left.'),
  show: z
    .enum(['whole', 'part'], { error: 'expected whole or part' })
    .default('part')
    .describe('whole: nothing has turned yet; part: the part has.'),
  title: text.optional().describe('The finding.'),
  caption: text.optional().describe('What a square is.'),
  'part-label': longAndShort.optional().describe('Name of the part, or [long, short].'),
  'rest-label': longAndShort.optional().describe('Name of the rest, or [long, short].'),
  'edge-label': longAndShort.optional().describe('Words at an open edge, or [long, short].'),
  source: text.optional().describe('The line under the chart.'),
  'source-short': text.optional().describe('The same for small screens.'),
});
const dotsChart = z.strictObject({
  kind: z.literal('dots').describe('One dot for each one of a number, with smaller numbers inside it.'),
  whole: reference.describe('The fact that is counted out.'),
  parts: ids.optional().describe('Facts inside it, largest first.'),
  show: reference.optional().describe('The fact that the lens is on.'),
  title: text.optional().describe('The finding.'),
  caption: text.optional().describe('What a dot is.'),
  figure: listOf(longAndShort, 'expected a list of lines, each text or [long, short]').optional().describe('Lines beside the lens.'),
  key: z
    .array(z.tuple([reference, text], { error: 'expected [fact, words]' }), { error: 'expected a list of [fact, words]' })
    .optional()
    .describe('Key for the field: [[fact, words], …].'),
  source: text.optional().describe('The line under the chart.'),
  'source-short': text.optional().describe('The same for small screens.'),
});
export const dataKinds = ['bars', 'line', 'area', 'timeline'] as const;
const names = listOf(text, 'expected a name or a list of names');
const scaleEnd = z.number({ error: 'expected a number such as 100' });
const chartNote = z.strictObject({
  at: text.describe('A date, or the label of a bar.'),
  text: lines.describe('Lines of text.'),
  series: text.optional().describe('The series whose line it points at.'),
  fact: reference.optional().describe('The fact that it speaks of.'),
});
/** Of a table or of facts. Which keys go with which kind is checked where the kind is known: it may follow from the table. */
const dataChart = z.strictObject({
  kind: z.enum(dataKinds).optional().describe('What is drawn; where it is not said, it follows from the table.'),
  data: path('expected the path of a table, such as rainfall.csv').optional().describe('Path of a table in the story folder.'),
  facts: ids.optional().describe('Facts, in place of a table.'),
  title: text.optional().describe('The finding.'),
  caption: text.optional().describe('What stands under it.'),
  unit: text.optional().describe('Of all numbers: mm, km2, %, people, years …'),
  x: text.optional().describe('Column of dates or labels.'),
  y: listOf(text, 'expected a column or a list of columns').optional().describe('Column of numbers, or a list of them.'),
  low: text.optional().describe('Column of the lower figures.'),
  high: text.optional().describe('Column of the upper figures.'),
  series: text.optional().describe('Column that says what a row belongs to.'),
  highlight: names.optional().describe('Series or bars that the text is about.'),
  show: names.optional().describe('Series or bars that are drawn.'),
  until: date.optional().describe('What is later is not drawn yet.'),
  from: scaleEnd.optional().describe('Lower end of the scale.'),
  to: scaleEnd.optional().describe('Upper end of the scale.'),
  annotations: listOf(chartNote, 'expected a list of {at, text, series, fact}').optional().describe('Texts at a date or a bar.'),
  source: text.optional().describe('The line under the chart.'),
  'source-short': text.optional().describe('The same for small screens.'),
});
export const chartKinds = ['share', 'dots', ...dataKinds] as const;
/** What a step may say of its chart. */
export const chart = z.discriminatedUnion('kind', [shareChart, dotsChart, dataChart], {
  error: `expected a chart with a kind: ${chartKinds.slice(0, -1).join(', ')} or ${chartKinds.at(-1)}`,
});
