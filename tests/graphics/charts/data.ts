import type { Bar, BarsChart, ChartPoint, ChartSeries, ChartValue, LineChart, Qualifier, TimelineChart } from '../../../src/story.ts';

const frame = { drawing: 'rain.csv', file: 'rain.csv', title: 'Rain', caption: '', source: '', sourceShort: '', sources: [] };

/** A number without a doubt. */
export const exactly = (value: number): ChartValue => ({ value, low: value, high: value, qualifier: 'exact', decimals: 0 });

/** A number between bounds; null where it is open. */
export const between = (low: number | null, high: number | null, qualifier: Qualifier, value: number | null = null): ChartValue => ({
  value,
  low,
  high,
  qualifier,
  decimals: 0,
});

export const bar = (label: string, value: ChartValue, more: Partial<Bar> = {}): Bar => ({
  ...value,
  fact: null,
  group: '',
  label,
  said: `${value.value ?? value.low ?? value.high} mm`,
  note: '',
  source: '',
  shown: true,
  lit: true,
  ...more,
});

export const barsOf = (bars: Bar[], more: Partial<BarsChart> = {}): BarsChart => ({
  kind: 'bars',
  ...frame,
  unit: 'mm',
  bars,
  to: null,
  annotations: [],
  ...more,
});

/** One of each way to be uncertain. */
export const uncertainBars = barsOf(
  [
    bar('Strelsau', exactly(400)),
    bar('Zenda on the Upper Marches', between(200, 300, 'range')),
    bar('Hentzau', between(250, null, 'more than'), { said: 'more than 250 mm' }),
    bar('Tarlenheim', between(null, 120, 'less than'), { said: 'less than 120 mm' }),
    bar('Hofbau', { ...exactly(180), qualifier: 'about' }, { said: 'about 180 mm' }),
    bar('Festenburg', between(80, 160, 'exact', 100), { said: '100 mm (80 to 160)', lit: false }),
    bar('Elphberg', between(null, null, 'in words'), { said: 'hardly any' }),
  ],
  { annotations: [{ at: 'Strelsau', series: '', text: ['The wettest town of the country'], fact: null }] },
);

export const point = (date: string, value: ChartValue): ChartPoint => ({ ...value, date, note: '', source: '' });

export const series = (name: string, points: ChartPoint[], more: Partial<ChartSeries> = {}): ChartSeries => ({
  name,
  points,
  shown: true,
  lit: true,
  ...more,
});

export const lineOf = (all: ChartSeries[], more: Partial<LineChart> = {}): LineChart => ({
  kind: 'line',
  ...frame,
  unit: 'mm',
  series: all,
  from: null,
  to: null,
  until: null,
  annotations: [],
  ...more,
});

/** Months with a rough figure, an open one, a gap and a band. */
export const months = lineOf(
  [
    series('', [
      point('2030-09', exactly(72)),
      point('2030-10', { ...exactly(95), qualifier: 'about' }),
      point('2030-11', between(118, null, 'more than')),
      point('2030-12', between(null, null, 'exact')),
      point('2031-01', exactly(142)),
      point('2031-02', between(150, 190, 'range')),
      point('2031-03', between(95, 160, 'exact', 120)),
    ]),
  ],
  {
    annotations: [
      { at: '2030-10', series: '', text: ['The gauge was cleaned'], fact: null },
      { at: '2031-01', series: '', text: ['The river passes its mark'], fact: 'seen' },
      { at: '2031-03', series: '', text: ['Measured by radar from here on'], fact: null },
    ],
  },
);

const town = (name: string, start: number) =>
  series(
    name,
    ['2026', '2027', '2028', '2029', '2030'].map((date, i) => point(date, exactly(start + i * 9))),
  );

/** Lines that end close to each other. */
export const towns = lineOf([
  town('Strelsau', 600),
  town('Zenda upon Eider', 604),
  town('Hentzau', 608),
  town('Tarlenheim', 480),
  town('Hofbau', 599),
]);

export const timeline: TimelineChart = {
  kind: 'timeline',
  ...frame,
  unit: '',
  until: null,
  events: [
    { fact: null, date: '2031-01-28', text: 'Rain begins over the Upper Marches', note: '', source: '' },
    { fact: 'seen', date: '2031-02-03', text: 'The river Eider passes the mark of 1987 at Strelsau', note: '', source: '' },
    { fact: null, date: '2031-02-04', text: 'The bridge at Zenda is closed', note: 'Reopened in April', source: '' },
    { fact: null, date: '2031-02-05', text: 'Fields in the north are under water', note: '', source: '' },
    { fact: null, date: '2031-02', text: 'The water board counts the damage', note: '', source: '' },
    { fact: null, date: '2031-03-20', text: 'The last road is open again', note: '', source: '' },
  ],
};
