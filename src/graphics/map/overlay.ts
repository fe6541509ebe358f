import { type Camera, centre, fitBounds, type Padding, pixelOf, pxPerKm, type Size } from '../../scene/camera.ts';
import { asOf } from '../../scene/describe.ts';
import { coverFree, type Form, formOf, freeBox, lyingDown } from '../../scene/grid.ts';
import type { Box, Point } from '../../scene/mercator.ts';
import { type Thing, thing } from '../../scene/things.ts';
import type { Scene, Story } from '../../story.ts';
import { layoutPlate, type PlateLayout } from '../charts/plate.ts';
import type { Mark } from '../marks.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { type ArcEnd, layoutArc } from './arcs.ts';
import { boxAt, overlap } from './boxes.ts';
import type { Geography } from './geography.ts';
import { type AreaRank, areaLabel, type LabelPlane, type PlaceRank, placeLabel, pointInside } from './labels.ts';
import { lensMarks, planLens, scaleBar } from './lens.ts';
import { miniMap } from './mini-map.ts';
import { rings } from './rings.ts';

export interface OverlayView {
  story: Story;
  geo: Geography;
  camera: Camera;
  size: Size;
  padding: Padding;
  /** Keeps the ids of clip paths and masks apart where several overlays are on one page. */
  id: string;
  /** How much of the plate's part has been taken off, 0 … 1; 1 = settled. */
  turned?: number;
  /** Names only, without locator and scale bar: the cover's map is a picture, not an instrument. */
  bare?: boolean;
}

/** All that lies over the ground, at one camera: names, lines and instruments. */
export interface Overlay {
  lines: Mark[];
  instruments: Mark[];
  labels: Mark[];
  plate: PlateLayout | null;
}

/** Zoom below which a frame is wide: names are fewer and no scale bar is drawn. */
const wideZoom = 4.6;

export function layoutOverlay(scene: Scene, view: OverlayView): Overlay {
  const form = formOf(view.size);
  const plane: LabelPlane = {
    camera: view.camera,
    size: view.size,
    free: view.bare ? coverFree(view.size) : freeBox(view.size, view.padding),
    taken: [cornerBox(view.size)],
    dots: new Map(),
  };
  const locator = scene.locator && !view.bare ? layoutLocator(scene, view, form) : null;
  const bar = hasTown(scene, view) && !view.bare ? layoutScaleBar(view, form) : null;
  const plate = layoutScenePlate(scene, view, plane.free, form);
  plane.taken.push(...[locator?.box, bar?.box, plate?.box].filter((box): box is Box => Boolean(box)));
  const arcs = layoutArcs(scene, view, plane.free, form);
  plane.taken.push(...arcs.flatMap(({ taken }) => taken));
  plane.avoid = arcs.flatMap(({ points }) => points);
  const lens = layoutLens(scene, view, plane, form, plane.avoid);
  return {
    lines: arcs.map(({ marks }, i) => ({ key: `arc-${i}`, tag: 'g', children: marks })),
    instruments: pick([
      lens,
      plate?.mark ?? null,
      locator?.mark ?? null,
      bar?.mark ?? null,
      form === 'phone' && view.story.asOf && !view.bare ? asOfMark(view, bar ? 54 : 28) : null,
    ]),
    labels: [...layoutAnnotations(scene, view, plane), ...layoutLabels(scene, view, plane, form)],
    plate: plate?.layout ?? null,
  };
}

/** The map's credits stand in the lower right corner. */
const cornerBox = ({ width, height }: Size): Box => [width - 380, height - 26, width, height];

const pick = <T>(list: (T | null)[]): T[] => list.filter((one): one is T => one !== null);

function layoutLabels(scene: Scene, view: OverlayView, plane: LabelPlane, form: Form): Mark[] {
  const named = pick(scene.labels.map((id) => thing(view.story, id)));
  const context = form === 'phone' ? [] : pick(scene.context.map((id) => thing(view.story, id)));
  const dots = [...named, ...context].filter(({ kind }) => kind === 'place');
  const dotted: LabelPlane = { ...plane, dots: new Map(dots.map(({ id, at }) => [id, boxAt(pixelOf(view.camera, view.size, at), 9, 9)])) };
  const area = (one: Thing) => (one.kind === 'feature' ? areaMark(one, rankOfArea(one.id, one.feature.kind, scene), view, dotted) : null);
  const ground: LabelPlane = { ...dotted, avoid: [...(plane.avoid ?? []), ...focusPoints(scene, view)] };
  const neighbour = (one: Thing) =>
    one.kind === 'feature' ? areaMark(one, rankOfArea(one.id, one.feature.kind, scene), view, ground) : null;
  const starts = new Set(scene.arcs.filter(({ shape }) => shape === 'great-circle').map(({ from }) => from));
  const place = (rank: (id: string) => PlaceRank) => (one: Thing) => {
    if (one.kind !== 'place') return null;
    const shown = view.camera.zoom < wideZoom ? { ...one.place, local: null } : one.place;
    const mark = placeLabel(shown, rank(one.id), dotted, starts.has(one.id) ? ['bottom', 'right', 'left', 'top'] : undefined);
    return mark && starts.has(one.id) ? { ...mark, children: mark.children?.filter(({ key }) => key !== 'dot') ?? [] } : mark;
  };
  const focus = named.filter(({ id }) => scene.highlight.includes(id));
  return pick([
    ...named.map(place((id) => rankOf(id, scene, view, form))),
    ...focus.map(area),
    ...context.map(place(() => 'context')),
    ...named.filter((one) => !focus.includes(one)).map(neighbour),
  ]);
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

function areaMark({ id, feature }: Thing & { kind: 'feature' }, rank: AreaRank, { geo }: OverlayView, plane: LabelPlane): Mark | null {
  const shape = geo.features.get(id);
  return shape ? areaLabel(id, feature.name, shape, rank, plane) : null;
}

/** A net of points over what is highlighted: no neighbour's or country's name may stand on it. */
function focusPoints({ highlight }: Scene, { geo, camera, size }: OverlayView): Point[] {
  return highlight.flatMap((id) => {
    const shape = geo.features.get(id);
    const outline = shape ? rings(shape, camera, size) : [];
    const points: Point[] = [];
    for (let x = 4; x < size.width; x += 22)
      for (let y = 4; y < size.height; y += 12) if (pointInside([x, y], outline)) points.push([x, y]);
    return points;
  });
}

/** A text at a place or feature, above it where there is room, else below. */
function layoutAnnotations({ annotations }: Scene, view: OverlayView, plane: LabelPlane): Mark[] {
  return annotations.flatMap(({ at, text, fact }, i): Mark[] => {
    const one = thing(view.story, at);
    if (!one || !text.length) return [];
    const [x, y] = pixelOf(view.camera, view.size, one.at);
    const width = Math.max(...text.map((line, row) => textWidth(line, annotationStyle(row))));
    const height = text.length * annotationLinePx;
    const left = Math.max(plane.free[0], Math.min(plane.free[2] - width, x - width / 2));
    const tops = [y - 14 - height, y + 26];
    const top = tops.find((t) => !plane.taken.some((other) => overlap([left, t, left + width, t + height], other))) ?? tops[0] ?? y;
    plane.taken.push([left - 4, top - 2, left + width + 4, top + height + 2]);
    const lines = text.map(
      (line, row): Mark => ({
        key: `line-${row}`,
        tag: 'text',
        attrs: {
          class: row ? 'note-line' : 'note-head',
          x: Math.round(left + width / 2),
          y: Math.round(top + (row + 0.8) * annotationLinePx),
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

function layoutArcs(scene: Scene, view: OverlayView, free: Box, form: Form) {
  const end = (id: string): ArcEnd | null => {
    const one = thing(view.story, id);
    return one && { at: one.at, area: one.kind === 'feature' };
  };
  return scene.arcs.flatMap((arc, i) => {
    const [from, to] = [end(arc.from), end(arc.to)];
    const around = { camera: view.camera, size: view.size, phone: form === 'phone' || lyingDown(view.size), free };
    return from && to ? [layoutArc(arc, from, to, around, `${view.id}-arc-${i}`)] : [];
  });
}

function layoutLens(scene: Scene, view: OverlayView, plane: LabelPlane, form: Form, points: Point[]): Mark | null {
  const target = scene.lens && thing(view.story, scene.lens.on);
  if (!target) return null;
  const places = pick(scene.labels.map((id) => thing(view.story, id))).map(({ at }) => boxAt(pixelOf(view.camera, view.size, at), 60, 34));
  const plan = planLens(target.bounds, view.camera, view.size, form, plane.free, { boxes: [...plane.taken, ...places], points });
  if (!plan) return null;
  plane.taken.push(boxAt(plan.at, 2 * plan.radius, 2 * plan.radius), boxAt(plan.source, 2 * plan.sourceRadius, 2 * plan.sourceRadius));
  const size: Size = { width: 2 * plan.radius, height: 2 * plan.radius };
  const inner: LabelPlane = { camera: plan.camera, size, free: [8, 8, size.width - 8, size.height - 8], taken: [], dots: new Map() };
  const named = pick((scene.lens?.labels ?? []).map((id) => thing(view.story, id)));
  const names = pick(named.map((one) => (one.kind === 'place' ? placeLabel({ ...one.place, local: null }, 'town', inner) : null)));
  const own = target.kind === 'feature' ? areaMark(target, 'lens', view, inner) : null;
  const ground = miniMap(view.geo, { layers: scene.layers, highlight: scene.highlight }, plan.camera, size, `${view.id}-lens`);
  return {
    key: 'lens',
    tag: 'g',
    attrs: { class: 'lens' },
    children: lensMarks(plan, [...ground, ...names, ...pick([own])], `${view.id}-lens`),
  };
}

function layoutScenePlate(scene: Scene, view: OverlayView, free: Box, form: Form): { mark: Mark; box: Box; layout: PlateLayout } | null {
  const beside = scene.plate && thing(view.story, scene.plate.beside);
  if (!scene.plate || !beside) return null;
  const [x, y] = pixelOf(view.camera, view.size, beside.at);
  const layout = layoutPlate(scene.plate, view.story.facts, view.story.locale, {
    at: { x, y },
    kmPx: pxPerKm(view.camera, beside.at[1]),
    phone: form === 'phone',
    turned: view.turned ?? 1,
    inner: { left: free[0], top: free[1], right: free[2], bottom: free[3] },
  });
  const { box } = layout;
  const mark: Mark = { key: 'plate', tag: 'g', attrs: { class: 'plate' }, children: layout.marks };
  return { mark, box: [box.x - 8, box.y - 8, box.x + box.width + 8, box.y + box.height + 8], layout };
}

const locatorSizes: Record<Form, [width: number, height: number, right: number, top: number]> = {
  desktop: [176, 148, 64, 40],
  tablet: [140, 116, 24, 24],
  phone: [96, 84, 12, 14],
};

function layoutLocator(scene: Scene, view: OverlayView, form: Form): { mark: Mark; box: Box } | null {
  if (!scene.locator || view.size.height < 480) return null;
  const [width, height, right, top] = locatorSizes[form];
  const [x, y] = [view.size.width - right - width, top];
  const size = { width, height };
  const camera = fitBounds(scene.locator, size, { left: 0, right: 0, top: 0, bottom: 0 });
  const ground = miniMap(view.geo, { layers: scene.layers, highlight: scene.highlight }, camera, size, `${view.id}-locator`, {
    plain: true,
  });
  const plane: LabelPlane = { camera, size, free: [2, 2, width - 2, height - 2], taken: [], dots: new Map() };
  const capitals = view.story.places.filter(({ kind }) => kind === 'capital').slice(0, form === 'phone' ? 2 : 4);
  const names = pick(capitals.map((place) => placeLabel({ ...place, local: null }, 'context', plane, ['left', 'right', 'top', 'bottom'])));
  const frame: Mark = {
    key: 'frame',
    tag: 'rect',
    attrs: { class: 'locator-frame', x: 0.5, y: 0.5, width: width - 1, height: height - 1 },
  };
  const mark: Mark = {
    key: 'locator',
    tag: 'g',
    attrs: { class: 'locator', transform: `translate(${x} ${y})` },
    children: [
      {
        key: 'clip',
        tag: 'clipPath',
        attrs: { id: `${view.id}-locator-clip` },
        children: [{ key: 'area', tag: 'rect', attrs: { width, height } }],
      },
      { key: 'map', tag: 'g', attrs: { 'clip-path': `url(#${view.id}-locator-clip)` }, children: ground },
      ...names,
      frame,
    ],
  };
  return { mark, box: [x - 6, y - 6, x + width + 6, y + height + 6] };
}

/** On a phone the corner has no room for the date beside the credits. */
function asOfMark({ story }: OverlayView, y: number): Mark {
  return { key: 'as-of', tag: 'text', attrs: { class: 'as-of', x: 18, y }, text: asOf(story) };
}

const hasTown = (scene: Scene, { story, camera }: OverlayView) =>
  camera.zoom >= wideZoom && [...scene.labels, ...scene.context].some((id) => thing(story, id)?.kind === 'place') && !scene.plate;

function layoutScaleBar(view: OverlayView, form: Form): { mark: Mark; box: Box } {
  const { width, height } = view.size;
  const [x, y] = form === 'desktop' ? [width - 210, height - 44] : form === 'phone' ? [18, 34] : [40, 60];
  const { km, px } = scaleBar(view.camera, centre(view.camera)[1], form === 'phone' ? 80 : 120);
  const mark: Mark = {
    key: 'scale-bar',
    tag: 'g',
    attrs: { class: 'scale-bar', transform: `translate(${x} ${y})` },
    children: [
      { key: 'bar', tag: 'path', attrs: { d: `M0 -5v5h${px.toFixed(1)}v-5` } },
      { key: 'km', tag: 'text', attrs: { x: Number((px + 6).toFixed(1)), y: 2 }, text: `${km} km` },
    ],
  };
  return { mark, box: [x - 6, y - 16, x + px + 60, y + 8] };
}
