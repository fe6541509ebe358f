import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ChartBox, chartMarkup, chartTable, describeChart } from '../../../src/graphics/charts/index.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { dots, fact, ground, people, share } from './facts.ts';

const english = languageOf('en');

const facts = [...ground, ...people];
const desk: ChartBox = { width: 812, height: 762, kind: 'desk', phone: false };
const bytes = (markup: string) => gzipSync(markup).length;

describe('describeChart', () => {
  it('says what a share chart shows and why its edge is soft', () => {
    expect(describeChart(share, facts, english)).toBe(
      'A field of 984 squares, one for each square kilometre. Counting from the right, 394 are empty: lost. ' +
        'In the six columns beside them the squares shrink towards that edge, because no upper limit is given. The rest are filled.',
    );
  });
  it('says that all are filled before the part has turned', () => {
    expect(describeChart({ ...share, show: 'whole' }, facts, english)).toBe(
      'A field of 984 squares, one for each square kilometre. All are filled.',
    );
  });
  it('says nothing of a soft edge where the part is exact', () => {
    const exact = [...ground.filter(({ id }) => id !== 'lost'), fact('lost', 300, 300, 'exact', 'km2')];
    expect(describeChart(share, exact, english)).toBe(
      'A field of 984 squares, one for each square kilometre. Counting from the right, 300 are empty: lost. The rest are filled.',
    );
  });
  it('says how the dots of a range are drawn', () => {
    expect(describeChart(dots, facts, english)).toBe(
      'Twelve blocks of 1,000 dots. Ten are solid; two are open rings, the width of the range given by Ruritania.',
    );
  });
  it('says where a part lies, by the form that it is drawn in', () => {
    expect(describeChart({ ...dots, show: 'hurt' }, facts, english)).toBe(
      'At the foot of the tenth block four rows, about 200 dots, turn dark; the edge of the group fades.',
    );
    expect(describeChart({ ...dots, show: 'found' }, facts, english)).toBe(
      'Two dots in the accent colour, in the tenth block, ringed and enlarged in a lens.',
    );
    expect(describeChart({ ...dots, show: 'found' }, facts, english, true)).toBe(
      'Two dots in the accent colour, in the ninth block, ringed and enlarged in a lens.',
    );
  });
});

describe('chartTable', () => {
  it('has a row for each figure: how much, how exact, who says so', () => {
    const { rows } = chartTable(share, facts, english);
    expect(rows.map(([, value, exact]) => [value, exact])).toEqual([
      ['984\u00a0km² (380 square miles)', 'as stated'],
      ['more than 393\u00a0km² (151 square miles)', 'a lower bound; no upper figure is given; derived'],
      ['less than 591\u00a0km² (228 square miles)', 'an upper bound; no lower figure is given; derived'],
    ]);
  });
});

describe('chartMarkup', () => {
  it('draws the settled share chart in little more than a kilobyte', () => {
    expect(bytes(chartMarkup(share, facts, english, desk))).toBeLessThan(1200);
  });
  it('draws 12,000 dots in a kilobyte and a half', () => {
    for (const show of ['sent', 'hurt', 'found']) expect(bytes(chartMarkup({ ...dots, show }, facts, english, desk))).toBeLessThan(1500);
  });
  it('has no style attribute and no element for each dot', () => {
    const markup = chartMarkup({ ...dots, show: 'found' }, facts, english, desk);
    expect(markup).not.toContain('style=');
    expect(markup.match(/</g)?.length).toBeLessThan(170);
  });
});
