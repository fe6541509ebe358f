import { pixelOf } from '../../scene/camera.ts';
import type { Form } from '../../scene/grid.ts';
import type { Point } from '../../scene/mercator.ts';
import { type Thing, thing } from '../../scene/things.ts';
import type { Work } from '../../scene/work.ts';
import type { Scene } from '../../story.ts';
import type { Mark } from '../marks.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { type AreaRank, areaLabel, pointTest } from './area-label.ts';
import { boxAt, overlap } from './boxes.ts';
import { enlarged, type LabelPlane, type PlaceRank, placeLabel } from './labels.ts';
import { type OverlayView, wideZoom } from './overlay-view.ts';
import { viewLines } from './path.ts';
import { rings } from './rings.ts';

export const present = <T>(list: (T | null)[]): T[] => list.filter((one): one is T => one !== null);

/** The names of a scene, the first with the first choice of room: its places, what it is about, then what lies around. */
export function* layoutNames(scene: Scene, view: OverlayView, plane: LabelPlane, form: Form): Work<Mark[]> {
  const named = present(scene.labels.map((id) => thing(view.story, id)));
  const context = form === 'phone' ? [] : present(scene.context.map((id) => thing(view.story, id)));
  const dots = [...named, ...context].filter(({ kind }) => kind === 'place');
  const borders = dots.length ? yield* borderPoints(view) : [];
  const dotted: LabelPlane = {
    ...plane,
    borders,
    dots: new Map(dots.map(({ id, at }) => [id, boxAt(pixelOf(view.camera, view.size, at), 9, 9)])),
  };
  function* area(one: Thing, on: LabelPlane): Work<Mark | null> {
    return one.kind === 'feature' ? yield* areaMark(one, rankOfArea(one.id, one.feature.kind, scene), view, on) : null;
  }
  const starts = new Set(scene.arcs.filter(({ shape }) => shape === 'great-circle').map(({ from }) => from));
  const place = (one: Thing, rank: PlaceRank) => {
    if (one.kind !== 'place') return null;
    const shown = view.camera.zoom < wideZoom ? { ...one.place, local: null } : one.place;
    const mark = placeLabel(shown, rank, dotted, starts.has(one.id) ? ['bottom', 'right', 'left', 'top'] : undefined);
    return mark && starts.has(one.id) ? { ...mark, children: mark.children?.filter(({ key }) => key !== 'dot') ?? [] } : mark;
  };
  const focus = named.filter(({ id }) => scene.highlight.includes(id));
  const marks: (Mark | null)[] = named.map((one) => place(one, rankOf(one.id, scene, view, form)));
  yield;
  for (const one of focus) {
    marks.push(yield* area(one, dotted));
    yield;
  }
  marks.push(...context.map((one) => place(one, 'context')));
  const neighbours = named.filter((one) => one.kind === 'feature' && !focus.includes(one));
  if (!neighbours.length) return present(marks);
  yield;
  const ground: LabelPlane = { ...dotted, avoid: [...(plane.avoid ?? []), ...(yield* focusPoints(scene, view))] };
  for (const one of neighbours) {
    marks.push(yield* area(one, ground));
    yield;
  }
  return present(marks);
}

function rankOf(id: string, scene: Scene, view: OverlayView, form: Form): PlaceRank {
  if (scene.plate?.beside === id || scene.arcs.some(({ to, shape }) => to === id && shape === 'bow')) return 'story';
  return form === 'phone' && view.camera.zoom < wideZoom ? 'town' : 'city';
}

/** Where nothing is highlighted, the regions that are named are what the scene is about. */
function rankOfArea(id: string, kind: 'country' | 'region', { highlight }: Scene): AreaRank {
  if (highlight.includes(id)) return 'focus';
  return kind === 'region' && !highlight.length ? 'subject' : kind;
}

export function* areaMark(
  { id, feature }: Thing & { kind: 'feature' },
  rank: AreaRank,
  { geo }: OverlayView,
  plane: LabelPlane,
): Work<Mark | null> {
  const shape = geo.features.get(id);
  return shape ? yield* areaLabel(id, feature.name, shape, rank, plane) : null;
}

/** Of the states' borders; over the wide world there are more of them than names could keep clear of. */
function* borderPoints({ geo, camera, size }: OverlayView): Work<Point[]> {
  const points: Point[] = [];
  if (camera.zoom < wideZoom) return points;
  for (const { stateBorders } of geo.layers) {
    if (stateBorders) for (const line of yield* viewLines(stateBorders, camera, size, 0)) points.push(...(line.points as Point[]));
  }
  return points;
}

/** A net of points over what is highlighted: no neighbour's or country's name may stand on it. */
function* focusPoints({ highlight }: Scene, { geo, camera, size }: OverlayView): Work<Point[]> {
  const points: Point[] = [];
  for (const id of highlight) {
    const shape = geo.features.get(id);
    const outline = shape ? yield* rings(shape, camera, size) : [];
    if (!outline.length) continue;
    const holds = pointTest(outline);
    for (let x = 4; x < size.width; x += 22) {
      for (let y = 4; y < size.height; y += 12) if (holds([x, y])) points.push([x, y]);
      yield;
    }
  }
  return points;
}

/** A text at a place or feature, above it where there is room, else below. */
export function layoutAnnotations({ annotations }: Scene, view: OverlayView, plane: LabelPlane): Mark[] {
  return annotations.flatMap(({ at, text, fact }, i): Mark[] => {
    const one = thing(view.story, at);
    if (!one || !text.length) return [];
    const [x, y] = pixelOf(view.camera, view.size, one.at);
    const leading = annotationLinePx * (plane.text ?? 1);
    const width = Math.max(...text.map((line, row) => textWidth(line, enlarged(annotationStyle(row), plane))));
    const height = text.length * leading;
    const left = Math.max(plane.free[0], Math.min(plane.free[2] - width, x - width / 2));
    const tops = [y - 14 - height, y + 26];
    const free = tops.find((t) => !plane.taken.some((other) => overlap([left, t, left + width, t + height], other)));
    if (free === undefined) plane.crowded?.push(at);
    const top = free ?? tops[0] ?? y;
    plane.taken.push([left - 4, top - 2, left + width + 4, top + height + 2]);
    const lines = text.map(
      (line, row): Mark => ({
        key: `line-${row}`,
        tag: 'text',
        attrs: {
          class: row ? 'note-line' : 'note-head',
          x: Math.round(left + width / 2),
          y: Math.round(top + (row + 0.8) * leading),
          'text-anchor': 'middle',
        },
        text: line,
      }),
    );
    return [{ key: `annotation-${i}`, tag: 'g', attrs: { 'data-fact': fact }, children: lines }];
  });
}

const annotationLinePx = 18;
const annotationStyle = (row: number): TextStyle => ({ sizePx: 14, weight: row ? 400 : 600 });
