import { type Form, formOf, lyingDown } from '../../scene/grid.ts';
import type { Box } from '../../scene/mercator.ts';
import { thing } from '../../scene/things.ts';
import { finish, type Work } from '../../scene/work.ts';
import type { Scene } from '../../story.ts';
import type { PlateLayout } from '../charts/plate.ts';
import type { Mark } from '../marks.ts';
import { type ArcEnd, layoutArc } from './arcs.ts';
import { asOfMark, hasTown, layoutLens, layoutLocator, layoutScaleBar, layoutScenePlate } from './instruments.ts';
import type { LabelPlane } from './labels.ts';
import { layoutAnnotations, layoutNames, present } from './names.ts';
import { freeOf, type OverlayView, sided } from './overlay-view.ts';

/** All that lies over the ground, at one camera: names, lines and instruments. */
export interface Overlay {
  lines: Mark[];
  instruments: Mark[];
  labels: Mark[];
  /** How much larger than usual the labels are. */
  text: number;
  plate: PlateLayout | null;
}

export const layoutOverlay = (scene: Scene, view: OverlayView): Overlay => finish(growOverlay(scene, view));

/**
 * The same in small steps, between which a page may answer its reader. Labels are as much larger as the reader's text, or half of
 * that, where as many of them then have room of their own as at their usual size.
 */
export function* growOverlay(scene: Scene, view: OverlayView): Work<Overlay> {
  const usual = yield* overlayAt(1, scene, view);
  const { text = 1 } = view;
  for (const larger of text > 1 ? [text, (1 + text) / 2] : []) {
    const grown = yield* overlayAt(larger, scene, view);
    if (grown.crowded.length <= usual.crowded.length) return grown;
  }
  return usual;
}

function* overlayAt(text: number, scene: Scene, view: OverlayView): Work<Overlay & { crowded: string[] }> {
  const form = formOf(view.size);
  const plane: LabelPlane = {
    camera: view.camera,
    size: view.size,
    free: freeOf(view),
    taken: [cornerBox(view)],
    dots: new Map(),
    text,
    crowded: [],
  };
  const locator = scene.locator && !view.bare ? yield* layoutLocator(scene, view, form) : null;
  const bar = hasTown(scene, view) && !view.bare ? layoutScaleBar(view, form) : null;
  const plate = layoutScenePlate(scene, view);
  const asOf = form === 'phone' && view.story.asOf && !view.bare ? asOfMark(view, bar ? 54 : 28) : null;
  plane.taken.push(...[locator?.box, bar?.box, plate?.box, asOf?.box].filter((box): box is Box => Boolean(box)));
  const arcs = layoutArcs(scene, view, plane.free, form);
  plane.taken.push(...arcs.flatMap(({ taken }) => taken));
  plane.avoid = arcs.flatMap(({ points }) => points);
  yield;
  const lens = yield* layoutLens(scene, view, plane, form, plane.avoid);
  return {
    lines: arcs.map(({ marks }, i) => ({ key: `arc-${i}`, tag: 'g', children: marks })),
    instruments: present([lens, plate?.mark ?? null, locator?.mark ?? null, bar?.mark ?? null, asOf?.mark ?? null]),
    labels: [...layoutAnnotations(scene, view, plane), ...(yield* layoutNames(scene, view, plane, form))],
    plate: plate?.layout ?? null,
    text,
    crowded: plane.crowded ?? [],
  };
}

/** The map's credits stand in the lower corner, on the side where the card is not. */
function cornerBox(view: OverlayView): Box {
  const { width, height } = view.size;
  return sided(view, [width - 380, height - 26, width, height]);
}

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
