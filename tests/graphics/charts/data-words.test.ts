import { describe, expect, it } from 'vitest';
import { chartTable, describeChart } from '../../../src/graphics/charts/index.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { bar, barsOf, exactly, months, timeline, towns, uncertainBars } from './data.ts';
import { fact } from './facts.ts';

const english = languageOf('en-GB');
const describeIt = (chart: Parameters<typeof describeChart>[0]) => describeChart(chart, [], english);

describe('describeChart', () => {
  it('lists bars with how exact they are, how that is drawn, and what is written beside them', () => {
    expect(describeIt(uncertainBars)).toBe(
      '7 bars, from zero. Strelsau: 400 mm; Zenda on the Upper Marches: 200 mm; Hentzau: more than 250 mm; Tarlenheim: less than 120 mm; ' +
        'Hofbau: about 180 mm; Festenburg: 100 mm (80 to 160); Elphberg: hardly any. ' +
        'A dot and a ring mark the lower and the upper figure. A bar that ends in shrinking steps has no upper figure. ' +
        'A hollow bar is an upper figure alone. An end that fades is approximate. Strelsau: The wettest town of the country.',
    );
  });
  it('says the longest and the shortest of many bars', () => {
    const many = Array.from({ length: 20 }, (_, i) => bar(`Town ${i}`, exactly(i + 1)));
    expect(describeIt(barsOf(many))).toBe(
      '20 bars, from zero. The longest three and the shortest: Town 19: 20 mm; Town 18: 19 mm; Town 17: 18 mm; Town 0: 1 mm.',
    );
  });
  it('says nothing of a bar that is not drawn yet', () => {
    const chart = barsOf([bar('first', exactly(1)), bar('second', exactly(2), { shown: false })]);
    expect(describeIt(chart)).toBe('One bar, from zero. first: 1 mm.');
  });
  it('says where a line begins and ends, how low and how high it goes, and what is unsure in it', () => {
    expect(describeIt(months)).toBe(
      'A line over time, from September 2030 to March 2031. ' +
        'First 72 mm (September 2030), last 120 mm (95\u00a0to\u00a0160) (March 2031); lowest 72 mm (September 2030), highest 150 to 190 mm (February 2031). ' +
        'The band lies between the lower and the upper figure. Rings are figures that are not exact. Where the line is broken, no figure is given. ' +
        'October 2030: The gauge was cleaned. January 2031: The river passes its mark. March 2031: Measured by radar from here on.',
    );
  });
  it('says of a line no more than has been drawn', () => {
    expect(describeIt({ ...months, until: '2030-10' })).toBe(
      'A line over time, from September 2030 to October 2030. ' +
        'First 72 mm (September 2030), last about 95 mm (October 2030); lowest 72 mm (September 2030), highest about 95 mm (October 2030). ' +
        'Rings are figures that are not exact. October 2030: The gauge was cleaned.',
    );
  });
  it('names each of several lines that the text is about', () => {
    const said = describeIt({ ...towns, series: towns.series.map((one, i) => ({ ...one, lit: i < 2 })) });
    expect(said).toContain('5 lines over time, from 2026 to 2030.');
    expect(said).toContain('Strelsau: first 600 mm (2026), last 636 mm (2030)');
    expect(said).not.toContain('Hentzau');
  });
  it('tells the events that have come, by their dates', () => {
    expect(describeIt({ ...timeline, until: '2031-02-03' })).toBe(
      'A timeline of 2 events. 28 January 2031: Rain begins over the Upper Marches. 3 February 2031: The river Eider passes the mark of 1987 at Strelsau.',
    );
    expect(describeIt(timeline)).toMatch(/A ring or a stretch instead of a dot: the day is not given\.$/);
  });
});

describe('chartTable', () => {
  it('has all rows of a table, with the columns that say anything', () => {
    expect(chartTable(uncertainBars, [], english)).toEqual({
      columns: ['What', 'Figure', 'How exact'],
      rows: [
        ['Strelsau', '400 mm', ''],
        ['Zenda on the Upper Marches', '200 mm', 'a range'],
        ['Hentzau', 'more than 250 mm', 'a lower bound; no upper figure is given'],
        ['Tarlenheim', 'less than 120 mm', 'an upper bound; no lower figure is given'],
        ['Hofbau', 'about 180 mm', 'about: not an exact count'],
        ['Festenburg', '100 mm (80 to 160)', 'an estimate between a lower and an upper figure'],
        ['Elphberg', 'hardly any', 'in words only; no number is given'],
      ],
    });
  });
  it('has a line’s rows to its end, also where it is drawn in part', () => {
    const { columns, rows } = chartTable({ ...months, until: '2030-10' }, [], english);
    expect(columns).toEqual(['When', 'Figure', 'How exact']);
    expect(rows).toHaveLength(7);
    expect(rows[3]).toEqual(['December 2030', '', '']);
  });
  it('has a series’ name in its rows, and notes where there are any', () => {
    expect(chartTable(towns, [], english).columns).toEqual(['When', 'Series', 'Figure']);
    expect(chartTable({ ...timeline, events: timeline.events.map((one) => ({ ...one, fact: null })) }, [], english).columns).toEqual([
      'When',
      'What',
      'Note',
    ]);
  });
  it('says of facts who says so', () => {
    const rain = fact('rain', 5, 5, 'exact', 'mm', { label: 'Rain', when: '2031' });
    const chart = barsOf([bar('Rain', exactly(5), { fact: 'rain' })], { file: null });
    expect(chartTable(chart, [rain], english).rows).toEqual([['Rain', '5 mm', 'exact', 'the survey', '2031']]);
  });
});
