import { describe, expect, it } from 'vitest';
import { layoutShare } from '../../../src/graphics/charts/share.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { fact, ground, share } from './facts.ts';
import { all, overlaps, textBoxes } from './inspect.ts';

const english = languageOf('en');

const texts = (width: number, phone: boolean, facts = ground) =>
  Object.fromEntries(
    all(layoutShare(share, facts, english, { width, phone }, 1).marks)
      .filter(({ tag }) => tag === 'text')
      .map(({ key, text }) => [key, text]),
  );

describe('layoutShare', () => {
  it('says both bounds, both units and that they are derived where there is room', () => {
    expect(texts(812, false)).toEqual({
      rest: 'Still kept by this side',
      'rest-amount': 'less than 591\u00a0km² (228 square miles), derived',
      part: 'Lost to the other side',
      'part-amount': 'more than 393\u00a0km² (151 square miles), derived',
      edge: 'At least this far. No upper figure is given',
    });
  });
  it('says the short words on a phone', () => {
    expect(texts(358, true)).toEqual({
      rest: 'Still kept',
      'rest-amount': 'less than 591\u00a0km²',
      part: 'Lost',
      'part-amount': 'more than 393\u00a0km²',
      edge: 'At least this far',
    });
  });
  it('fits its box without an overlap at every width', () => {
    for (let width = 280; width <= 1200; width += 23) {
      const phone = width < 600;
      const { marks, field, cells, height } = layoutShare(share, ground, english, { width, phone }, 1);
      expect(cells.columns * field.pitch).toBeLessThanOrEqual(width);
      const boxes = textBoxes(marks);
      expect(overlaps(boxes), `${width}`).toEqual([]);
      for (const box of boxes)
        expect(box.x0 >= -1 && box.x1 <= width + 1 && box.y0 >= 0 && box.y1 <= height, `${width} ${box.key}`).toBe(true);
    }
  });
  it('keeps to a height that it is given', () => {
    for (let height = 160; height <= 700; height += 60) {
      expect(layoutShare(share, ground, english, { width: 800, height, phone: false }, 1).height).toBeLessThanOrEqual(height);
    }
  });
  it('draws no arrow and no open bracket for an exact part', () => {
    const exact = [
      ...ground.filter(({ id }) => id !== 'lost' && id !== 'kept'),
      fact('lost', 300, 300, 'exact', 'km2'),
      fact('kept', 684, 684, 'exact', 'km2'),
    ];
    const keys = all(layoutShare(share, exact, english, { width: 812, phone: false }, 1).marks).map(({ key }) => key);
    expect(keys).not.toContain('arrow');
    expect(keys).not.toContain('open');
  });
  it('marks the share that the part is computed from as the same cells', () => {
    const part = all(layoutShare(share, ground, english, { width: 812, phone: false }, 1).marks).find(
      ({ attrs }) => attrs?.['data-fact'] === 'lost',
    );
    expect(part?.attrs?.['data-also']).toBe('lost-share');
  });
  it('names the whole alone before anything has turned', () => {
    const marks = layoutShare({ ...share, show: 'whole' }, ground, english, { width: 812, phone: false }, 0).marks;
    expect(all(marks).flatMap(({ text }) => (text ? [text] : []))).toEqual(['taken', '984\u00a0km² (380 square miles)']);
  });
});
