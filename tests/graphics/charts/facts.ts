import type { DotsChart, Fact, ShareChart } from '../../../src/story.ts';

/** A fact with everything that a test does not speak of left at rest. */
export function fact(
  id: string,
  low: number | null,
  high: number | null,
  qualifier: Fact['qualifier'],
  unit: string,
  more: Partial<Fact> = {},
): Fact {
  return {
    id,
    label: id,
    low,
    high,
    qualifier,
    unit,
    date: null,
    when: '',
    speaker: 'the survey',
    source: 'survey',
    formula: null,
    words: [],
    note: '',
    decimals: 0,
    ...more,
  };
}

export const ground = [
  fact('taken', 984, 984, 'as stated', 'km2'),
  fact('lost-share', 40, null, 'more than', '%'),
  fact('lost', 393.6, null, 'more than', 'km2', { formula: 'taken * lost-share' }),
  fact('kept', null, 590.4, 'less than', 'km2', { formula: 'taken - lost' }),
];

export const people = [
  fact('sent', 10_000, 12_000, 'range', 'people', { speaker: 'Ruritania' }),
  fact('spread', 2000, 2000, 'exact', 'people', { formula: 'high(sent) - low(sent)' }),
  fact('hurt', 200, 200, 'about', 'people'),
  fact('found', 2, 2, 'exact', 'people'),
];

export const share: ShareChart = {
  kind: 'share',
  whole: 'taken',
  part: 'lost',
  rest: 'kept',
  show: 'part',
  title: 'Lost',
  caption: '',
  partLabel: ['Lost to the other side', 'Lost'],
  restLabel: ['Still kept by this side', 'Still kept'],
  edgeLabel: ['At least this far. No upper figure is given', 'At least this far'],
  source: '',
  sourceShort: '',
};

export const dots: DotsChart = {
  kind: 'dots',
  whole: 'sent',
  parts: ['hurt', 'found'],
  show: 'sent',
  title: 'Sent',
  caption: '',
  figure: [
    ['sent, says Ruritania', 'sent'],
    ['Rings: the last 2,000, the width of the range', 'rings: the last 2,000'],
  ],
  key: [
    ['hurt', 'about 200 hurt'],
    ['sent', 'at least 10,000 sent'],
    ['spread', 'up to 2,000 more, if 12,000'],
  ],
  source: '',
  sourceShort: '',
};
