import { centre, fitBounds, pixelOf, pxPerKm, type Size } from '../../scene/camera.ts';
import { type Form, formOf, lyingDown } from '../../scene/grid.ts';
import type { Box, Point } from '../../scene/mercator.ts';
import { thing } from '../../scene/things.ts';
import type { Work } from '../../scene/work.ts';
import type { Scene } from '../../story.ts';
import { layoutPlate, type PlateLayout } from '../charts/plate.ts';
import type { Mark } from '../marks.ts';
import { scaleBar } from '../scale-bar.ts';
import { type TextStyle, textWidth } from '../text-width.ts';
import { boxAt } from './boxes.ts';
import { type LabelPlane, placeLabel } from './labels.ts';
import { lensMarks, planLens } from './lens.ts';
import { growMiniMap } from './mini-map.ts';
import { areaMark, present } from './names.ts';
import { freeOf, type OverlayView, sided, wideZoom } from './overlay-view.ts';

/** A mark with the room that it takes, px. */
export interface Instrument {
  mark: Mark;
  box: Box;
}

export const plateKey = 'plate';

/** An area to the map's scale beside a place, or null. `turned` is how much of its part has been taken off, 0 … 1; 1 = settled. */
export function layoutScenePlate(scene: Scene, view: OverlayView, turned = 1): (Instrument & { layout: PlateLayout }) | null {
  const free = freeOf(view);
  const beside = scene.plate && thing(view.story, scene.plate.beside);
  if (!scene.plate || !beside) return null;
  const [x, y] = pixelOf(view.camera, view.size, beside.at);
  const layout = layoutPlate(scene.plate, view.story.facts, view.story, {
    at: { x, y },
    kmPx: pxPerKm(view.camera, beside.at[1]),
    phone: formOf(view.size) === 'phone',
    turned,
    inner: { left: free[0], top: free[1], right: free[2], bottom: free[3] },
  });
  const { box } = layout;
  const mark: Mark = { key: plateKey, tag: 'g', attrs: { class: 'plate' }, children: layout.marks };
  return { mark, box: [box.x - 8, box.y - 8, box.x + box.width + 8, box.y + box.height + 8], layout };
}

const locatorSizes: Record<Form, [width: number, height: number, right: number, top: number]> = {
  desktop: [176, 148, 64, 40],
  tablet: [140, 116, 24, 24],
  phone: [96, 84, 12, 14],
};

export function* layoutLocator(scene: Scene, view: OverlayView, form: Form): Work<Instrument | null> {
  if (!scene.locator || lyingDown(view.size)) return null;
  const [width, height, right, top] = locatorSizes[form];
  const x0 = view.size.width - right - width;
  const [x, y] = sided(view, [x0, top, x0 + width, top]);
  const size = { width, height };
  const camera = fitBounds(scene.locator, size, { left: 0, right: 0, top: 0, bottom: 0 });
  const ground = yield* growMiniMap(view.geo, { layers: scene.layers, highlight: scene.highlight }, camera, size, `${view.id}-locator`, {
    plain: true,
  });
  const plane: LabelPlane = { camera, size, free: [2, 2, width - 2, height - 2], taken: [], dots: new Map() };
  const capitals = view.story.places.filter(({ kind }) => kind === 'capital').slice(0, form === 'phone' ? 2 : 4);
  const names = present(
    capitals.map((place) => placeLabel({ ...place, local: null }, 'context', plane, ['left', 'right', 'top', 'bottom'])),
  );
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

/** An enlargement of a thing; takes its room from the plane. */
export function* layoutLens(scene: Scene, view: OverlayView, plane: LabelPlane, form: Form, points: Point[]): Work<Mark | null> {
  const target = scene.lens && thing(view.story, scene.lens.on);
  if (!target) return null;
  const places = present(scene.labels.map((id) => thing(view.story, id))).map(({ at }) =>
    boxAt(pixelOf(view.camera, view.size, at), 60, 34),
  );
  const plan = planLens(target.bounds, view.camera, view.size, form, plane.free, { boxes: [...plane.taken, ...places], points });
  if (!plan) return null;
  plane.taken.push(boxAt(plan.at, 2 * plan.radius, 2 * plan.radius), boxAt(plan.source, 2 * plan.sourceRadius, 2 * plan.sourceRadius));
  const size: Size = { width: 2 * plan.radius, height: 2 * plan.radius };
  const inner: LabelPlane = {
    camera: plan.camera,
    size,
    free: [8, 8, size.width - 8, size.height - 8],
    taken: [],
    dots: new Map(),
    radius: plan.radius,
  };
  const named = present((scene.lens?.labels ?? []).map((id) => thing(view.story, id)));
  const names = present(named.map((one) => (one.kind === 'place' ? placeLabel({ ...one.place, local: null }, 'town', inner) : null)));
  const own = target.kind === 'feature' ? yield* areaMark(target, 'lens', view, inner) : null;
  const ground = yield* growMiniMap(view.geo, { layers: scene.layers, highlight: scene.highlight }, plan.camera, size, `${view.id}-lens`);
  return {
    key: 'lens',
    tag: 'g',
    attrs: { class: 'lens' },
    children: lensMarks(plan, [...ground, ...names, ...present([own])], `${view.id}-lens`),
  };
}

/** On a phone the corner has no room for the date beside the credits. */
export function asOfMark(view: OverlayView, y: number): Instrument {
  const { asOf } = view.story;
  const box = sided(view, [12, y - 14, 24 + textWidth(asOf, asOfStyle), y + 6]);
  return { mark: { key: 'as-of', tag: 'text', attrs: { class: 'as-of', x: box[0] + 6, y }, text: asOf }, box };
}

const asOfStyle: TextStyle = { sizePx: 12, weight: 400 };

/** A scale bar stands where a reader could set out by it. */
export const hasTown = (scene: Scene, { story, camera }: OverlayView) =>
  camera.zoom >= wideZoom && [...scene.labels, ...scene.context].some((id) => thing(story, id)?.kind === 'place') && !scene.plate;

export function layoutScaleBar(view: OverlayView, form: Form): Instrument {
  const { width, height } = view.size;
  const [left, y] = form === 'desktop' ? [width - 210, height - 44] : form === 'phone' ? [18, 34] : [40, 60];
  const { px, label } = scaleBar(pxPerKm(view.camera, centre(view.camera)[1]), form === 'phone' ? 80 : 120, view.story);
  const [x] = sided(view, [left, y, left + px + 60, y]);
  const mark: Mark = {
    key: 'scale-bar',
    tag: 'g',
    attrs: { class: 'scale-bar', transform: `translate(${x} ${y})` },
    children: [
      { key: 'bar', tag: 'path', attrs: { d: `M0 -5v5h${px.toFixed(1)}v-5` } },
      {
        key: 'km',
        tag: 'text',
        attrs: { x: Number((px + 6).toFixed(1)), y: 2 },
        text: label,
      },
    ],
  };
  return { mark, box: [x - 6, y - 16, x + px + 60, y + 8] };
}
