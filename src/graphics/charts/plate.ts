import type { Plate } from '../../story.ts';
import type { Language } from '../../words/index.ts';
import type { Mark } from '../marks.ts';
import { scaleBar } from '../scale-bar.ts';
import { type CellPlace, cellGroups, cellOutline } from './cell-marks.ts';
import { type CellGrid, cellGrid, noTurn, turnOf } from './cells.ts';
import { allFacts, type Facts, factOf, litOutline, px, textMark, textWidth } from './text.ts';

export interface PlateView {
  /** The dot of the place that the plate stands beside, px. */
  at: { x: number; y: number };
  /** Length of a kilometre on the map there, px. */
  kmPx: number;
  phone: boolean;
  /** How far the part has been taken off, 0 … 1. */
  turned: number;
  /** The rectangle that the plate should not leave, px. */
  inner: { left: number; top: number; right: number; bottom: number };
}

export interface PlateLayout {
  marks: Mark[];
  box: { x: number; y: number; width: number; height: number };
  /** Where its cells stand, so that they can travel to a chart's. */
  field: CellPlace;
  cells: CellGrid;
}

/** Room for words above and below the cells, and the margin at their sides, px. */
const rooms = { wide: { side: 18, top: 58, bottom: 34, gap: 52 }, phone: { side: 9, top: 44, bottom: 26, gap: 25 } };

/** An area in cells of the map's own scale, framed: an instrument beside a place, not a territory. */
export function layoutPlate(plate: Plate, facts: Facts, language: Language, view: PlateView): PlateLayout {
  const whole = factOf(facts, plate.area);
  const cells = cellGrid(whole.high ?? whole.low ?? 1);
  const pitch = view.kmPx * Math.sqrt(cells.cellValue);
  const room = view.phone ? rooms.phone : rooms.wide;
  const field = { width: cells.columns * pitch, height: cells.rows * pitch };
  const heads = plate.title.slice(0, 2);
  const words = Math.max(field.width, ...heads.map((text, i) => textWidth(text, headSize(i, view.phone), i === 0)));
  const foot = footOf(plate, view, words, language);
  const width = Math.max(words, foot.width);
  const box = placeBox({ width: width + 2 * room.side, height: field.height + room.top + room.bottom }, room, view);
  const place: CellPlace = {
    x: px(box.x + room.side),
    y: px(box.y + room.top),
    pitch: px(pitch),
    gap: px(Math.max(view.phone ? 0.6 : 0.8, pitch * 0.14)),
  };
  const marks: Mark[] = [
    { key: 'leader', tag: 'path', attrs: { class: 'chart-line', d: leader(view, box) } },
    {
      key: 'frame',
      tag: 'rect',
      attrs: { class: 'plate-frame', x: px(box.x), y: px(box.y), width: px(box.width), height: px(box.height) },
    },
    ...heads.map((text, i) => head(text, i, view.phone, place.x, place.y)),
    fieldMark(plate, facts, cells, place, view.turned),
    ...footMarks(foot, view, place, { bottom: place.y + field.height, right: box.x + box.width - room.side }),
  ];
  return { marks, box, field: place, cells };
}

const headSize = (line: number, phone: boolean) => (line === 0 ? (phone ? 12.5 : 16) : phone ? 11 : 13);

function head(text: string, line: number, phone: boolean, x: number, fieldTop: number): Mark {
  const y = fieldTop - (line === 0 ? (phone ? 26 : 31) : 11);
  return textMark(`head-${line}`, text, x, y, line === 0 ? 'plate-title' : 'plate-line');
}

/** East of the place; where that would leave the free rectangle, west of it; then pushed inside. */
function placeBox(size: { width: number; height: number }, room: (typeof rooms)['wide'], { at, inner }: PlateView) {
  const east = at.x + room.gap;
  const west = at.x - room.gap - size.width;
  const wanted = east + size.width <= inner.right || west < inner.left ? east : west;
  const x = Math.max(inner.left, Math.min(inner.right - size.width, wanted));
  const y = Math.max(inner.top, Math.min(inner.bottom - size.height, at.y - size.height / 2));
  return { x, y, ...size };
}

function leader({ at }: PlateView, box: { x: number; y: number; width: number; height: number }): string {
  const east = box.x > at.x;
  const end = east ? box.x : box.x + box.width;
  const y = Math.max(box.y + 6, Math.min(box.y + box.height - 6, at.y));
  return `M${px(at.x + (east ? 8 : -8))} ${px(at.y)}L${px(end)} ${px(y)}`;
}

function fieldMark(plate: Plate, facts: Facts, cells: CellGrid, place: CellPlace, turned: number): Mark {
  const whole = factOf(facts, plate.area);
  const turn = plate.less ? turnOf(factOf(facts, plate.less), whole, cells) : noTurn;
  const { rest, part } = cellGroups(cells, { ...place, turn, turned: plate.less ? turned : 0 });
  const first = cells.count - turn.sure - turn.maybe;
  const partGroup: Mark[] =
    plate.less && part.length
      ? [
          {
            key: 'part',
            tag: 'g',
            attrs: { 'data-fact': plate.less, 'data-also': shares(plate.less, facts) },
            children: [litOutline(cellOutline(cells, place, first, cells.count)), ...part],
          },
        ]
      : [];
  return {
    key: 'field',
    tag: 'g',
    attrs: { 'data-fact': plate.area, class: 'plate-field' },
    children: [litOutline(cellOutline(cells, place, 0, cells.count)), ...rest, ...partGroup],
  };
}

/** The facts that a derived one is computed from mean the same cells where they are shares of the whole. */
function shares(id: string, facts: Facts): string | null {
  const names: string[] = factOf(facts, id).formula?.match(/[a-z][a-z0-9-]*/g) ?? [];
  return (
    allFacts(facts)
      .filter((fact) => fact.unit === '%' && names.includes(fact.id))
      .map((fact) => fact.id)
      .join(' ') || null
  );
}

interface Foot {
  barPx: number;
  label: string;
  note: string;
  /** Room that bar, label and note need in one line. */
  width: number;
}

/** The plate's own scale bar and its note, which is never left out: the frame widens for it. */
function footOf(plate: Plate, { kmPx, phone }: PlateView, width: number, language: Language): Foot {
  const size = phone ? 11 : 12;
  const { px: barPx, label } = scaleBar(kmPx, width * 0.35, language);
  const note = plate.note.join(' ');
  return { barPx, label, note, width: barPx + 6 + textWidth(label, size) + 8 + textWidth(note, size) };
}

function footMarks(
  { barPx, label, note }: Foot,
  view: PlateView,
  { x }: CellPlace,
  { bottom, right }: { bottom: number; right: number },
): Mark[] {
  const y = bottom + (view.phone ? 15 : 16);
  return [
    { key: 'bar', tag: 'path', attrs: { class: 'chart-line', d: `M${px(x + 0.5)} ${px(bottom + 8)}v4h${px(barPx)}v-4` } },
    textMark('km', label, x + barPx + 6, y, 'plate-foot'),
    textMark('note', note, right, y, 'plate-foot', { anchor: 'end' }),
  ];
}
