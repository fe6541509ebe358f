import { type Camera, fitBounds, type Padding, pixelOf, type Size, worldPx } from '../../scene/camera.ts';
import { coverPadding } from '../../scene/grid.ts';
import { projectBounds } from '../../scene/mercator.ts';
import type { Scene, Story } from '../../story.ts';
import { type Mark, toMarkup } from '../marks.ts';
import type { Role } from '../palette.ts';
import { covers } from './coverage.ts';
import type { Geography } from './geography.ts';
import { groundLayers, groundMarks } from './ground.ts';
import { layoutOverlay } from './overlay.ts';
import { pathData } from './path.ts';

/** Width of the cover picture's frame in its own units; about a pixel each on a large screen. */
const frameUnits = 760;

/** The size by which names are laid out on a wide and on a tall screen. */
const references = { wide: { width: 1440, height: 900 }, tall: { width: 390, height: 844 } } as const satisfies Record<string, Size>;

export interface CoverPicture {
  markup: string;
  /** Width ÷ height of the frame: the page's CSS fits a box of this shape as the camera would fit the bounds. */
  ratio: number;
}

/**
 * The cover's map, inline in the page: one geometry for every screen. Its view box is the frame, which CSS fits into
 * the free part of the screen as `fitBounds` would, and it overflows to the screen's edges. Names are placed in
 * per cent of the frame, so that they keep their size.
 */
export function coverPicture(scene: Scene, story: Story, geo: Geography): CoverPicture {
  const [left, top, right, bottom] = projectBounds(scene.frame);
  const ratio = (right - left) / (bottom - top);
  const frame: Size = { width: frameUnits, height: frameUnits / ratio };
  const camera = fitBounds(scene.frame, frame, { left: 0, right: 0, top: 0, bottom: 0 });
  const marks = [...ground(scene, geo, camera, frame, story), ...labels(scene, story, geo, 'wide'), ...labels(scene, story, geo, 'tall')];
  return { markup: toMarkup(marks), ratio };
}

/** The layers without those that a finer one covers wherever the picture is seen. */
function bareLayers(geo: Geography, scene: Scene, camera: Camera, size: Size): string[] {
  const drawn = geo.layers
    .map(({ layer }) => layer)
    .filter(({ id, zoom }) => scene.layers.includes(id) && camera.zoom >= zoom[0] && camera.zoom < zoom[1]);
  const finest = drawn.findLastIndex((layer) => layer.kind === 'areas' && covers(layer, camera, size));
  return drawn.filter(({ kind }, i) => kind !== 'areas' || i >= finest).map(({ id }) => id);
}

/** Where the finest layer holds some countries only, what lies between them is other land; else it is sea. */
function backdrop(geo: Geography, scene: Scene, shown: string[]): Role {
  if (!geo.layers.length) return 'land';
  const dropped = geo.layers.some(({ layer }) => layer.kind === 'areas' && scene.layers.includes(layer.id) && !shown.includes(layer.id));
  return dropped ? 'neighbour' : 'water';
}

/** Land, highlight and state borders alone: what the first flight can carry. */
function ground(scene: Scene, geo: Geography, camera: Camera, frame: Size, { rtl }: Story): Mark[] {
  // Beyond this the title's veil is opaque, or the screen ends.
  const { width, height } = frame;
  // A narrow frame stands in the middle of its part of a wide screen.
  const own: Padding = {
    left: Math.max(width * 0.5, height * 0.82 - width * 0.5),
    right: Math.max(width * 0.36, height * 0.9 - width * 0.5),
    top: height * 0.7,
    bottom: height * 0.8,
  };
  const reach = rtl ? { ...own, left: own.right, right: own.left } : own;
  const size: Size = { width: width + reach.left + reach.right, height: height + reach.top + reach.bottom };
  const world = worldPx(camera);
  const wide: Camera = {
    zoom: camera.zoom,
    x: camera.x + (reach.right - reach.left) / 2 / world,
    y: camera.y + (reach.bottom - reach.top) / 2 / world,
  };
  const shown = bareLayers(geo, scene, wide, size);
  const layers = groundLayers(geo, { ...scene, layers: shown }).filter(
    ({ role, line }) => !['river', 'border-region', 'water'].includes(role) && line !== 'band',
  );
  const children = groundMarks(layers, camera.zoom, 'cover', ({ shape }) =>
    pathData(shape, wide, size, { tolerancePx: 1.9, marginPx: 0, digits: 0 }),
  );
  const sea: Mark = {
    key: 'sea',
    tag: 'rect',
    attrs: { class: `f-${backdrop(geo, scene, shown)}`, width: Math.ceil(size.width), height: Math.ceil(size.height) },
  };
  const inner: Mark = {
    key: 'g',
    tag: 'g',
    attrs: { transform: `translate(${Math.round(-reach.left)} ${Math.round(-reach.top)})` },
    children: [sea, ...children],
  };
  return [
    {
      key: 'ground',
      tag: 'svg',
      attrs: { class: 'cover-ground', viewBox: `0 0 ${frame.width} ${Math.round(frame.height)}` },
      children: [inner],
    },
  ];
}

function labels(scene: Scene, story: Story, geo: Geography, form: 'wide' | 'tall'): Mark[] {
  const size = references[form];
  const padding = coverPadding(size);
  const camera = fitBounds(scene.frame, size, padding, story.rtl);
  const overlay = layoutOverlay(scene, { story, geo, camera, size, padding, id: `cover-${form}`, bare: true });
  const [x0, y0] = pixelOf(camera, size, [scene.frame[0], scene.frame[3]]);
  const [x1, y1] = pixelOf(camera, size, [scene.frame[2], scene.frame[1]]);
  const frame: Size = { width: x1 - x0, height: y1 - y0 };
  const children = overlay.labels.map((mark) => inPercent(mark, [x0, y0], frame));
  return [{ key: form, tag: 'svg', attrs: { class: `cover-names map ${form}` }, children }];
}

/** Moves a mark's own position, in pixels, to per cent of the frame: a nested svg carries what is placed relative to it. */
function inPercent(mark: Mark, [left, top]: [number, number], frame: Size): Mark {
  const translate = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(String(mark.attrs?.transform ?? ''));
  const [x, y] = translate ? [Number(translate[1]), Number(translate[2])] : [Number(mark.attrs?.x), Number(mark.attrs?.y)];
  const percent = { x: `${(((x - left) / frame.width) * 100).toFixed(2)}%`, y: `${(((y - top) / frame.height) * 100).toFixed(2)}%` };
  if (!translate) return { ...mark, attrs: { ...mark.attrs, ...percent } };
  return { key: mark.key, tag: 'svg', attrs: percent, children: mark.children ?? [] };
}
