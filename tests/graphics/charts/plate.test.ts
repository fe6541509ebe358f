import { describe, expect, it } from 'vitest';
import { layoutPlate, type PlateView } from '../../../src/graphics/charts/plate.ts';
import type { Plate } from '../../../src/story.ts';
import { languageOf } from '../../../src/words/languages.ts';
import { fact, ground } from './facts.ts';
import { all, textBoxes } from './inspect.ts';

const english = languageOf('en');

const plate: Plate = {
  area: 'taken',
  less: 'lost',
  beside: 'town',
  title: ['More than 40 per cent lost', 'less than 591 km² kept'],
  note: ['Not a position'],
  caption: '',
};
const view: PlateView = {
  at: { x: 600, y: 450 },
  kmPx: 6.5,
  phone: false,
  turned: 1,
  inner: { left: 500, top: 20, right: 1380, bottom: 870 },
};

describe('layoutPlate', () => {
  it('draws a square kilometre at the scale of the map', () => {
    const { field, cells } = layoutPlate(plate, ground, english, view);
    expect(field.pitch).toBe(6.5);
    expect(field.gap).toBeCloseTo(0.14 * 6.5, 1);
    expect(cells.count).toBe(984);
  });
  it('has a bar of its own, as long as it says', () => {
    const marks = all(layoutPlate(plate, ground, english, view).marks);
    const km = Number.parseFloat(marks.find(({ key }) => key === 'km')?.text ?? '');
    expect(String(marks.find(({ key }) => key === 'bar')?.attrs?.d)).toContain(`h${km * view.kmPx}v`);
  });
  it('stands east of its place, and west where east has no room', () => {
    expect(layoutPlate(plate, ground, english, view).box.x).toBeGreaterThan(view.at.x);
    const { box } = layoutPlate(plate, ground, english, { ...view, at: { x: 1200, y: 450 } });
    expect(box.x + box.width).toBeLessThan(1200);
  });
  it('never leaves out that it is no position, however small the area', () => {
    const small = [...ground.filter(({ id }) => id !== 'taken'), fact('taken', 64, 64, 'exact', 'km2')];
    for (const kmPx of [1, 2, 3, 6, 12]) {
      const { marks, box } = layoutPlate({ ...plate, less: null, title: ['64 km²'] }, small, english, { ...view, kmPx });
      const boxes = textBoxes(marks).filter(({ key }) => key === 'km' || key === 'note');
      expect(boxes).toHaveLength(2);
      expect(boxes[0]?.x1).toBeLessThan(boxes[1]?.x0 ?? 0);
      expect(boxes[0]?.x0).toBeGreaterThan(box.x);
    }
  });
  it('draws the whole where no part is taken off', () => {
    const facts = all(layoutPlate({ ...plate, less: null }, ground, english, view).marks).flatMap(
      ({ attrs }) => attrs?.['data-fact'] ?? [],
    );
    expect(facts).toEqual(['taken']);
  });
});
