import type { Camera, Size } from '../../scene/camera.ts';
import { finish, type Work } from '../../scene/work.ts';
import type { Scene } from '../../story.ts';
import type { Mark } from '../marks.ts';
import type { Geography } from './geography.ts';
import { groundLayers, groundMarks, visibleAt } from './ground.ts';
import { growPath } from './path.ts';

interface MiniMapOptions {
  tolerancePx?: number;
  digits?: number;
  /** Without borders inside countries and rivers. */
  plain?: boolean;
}

/** Lenses and locators return from step to step: what was drawn once is kept as long as its geography. */
const drawn = new WeakMap<Geography, Map<string, Mark[]>>();

/** The ground at a camera of its own: for the lens, the locator and the still pictures. */
export function* growMiniMap(
  geo: Geography,
  scene: Pick<Scene, 'layers' | 'highlight'>,
  camera: Camera,
  size: Size,
  id: string,
  options: MiniMapOptions = {},
): Work<Mark[]> {
  const known = drawn.get(geo) ?? new Map<string, Mark[]>();
  drawn.set(geo, known);
  const key = JSON.stringify([scene.layers, scene.highlight, camera, size, id, options]);
  const marks = known.get(key) ?? (yield* drawMiniMap(geo, scene, camera, size, id, options));
  known.set(key, marks);
  return marks;
}

export const miniMap = (...view: Parameters<typeof growMiniMap>): Mark[] => finish(growMiniMap(...view));

function* drawMiniMap(
  geo: Geography,
  scene: Pick<Scene, 'layers' | 'highlight'>,
  camera: Camera,
  size: Size,
  id: string,
  { tolerancePx = 0.4, digits = 1, plain = false }: MiniMapOptions,
): Work<Mark[]> {
  const layers = groundLayers(geo, scene).filter(({ key, role }) => !plain || (!key.includes('-region') && role !== 'river'));
  const paths = new Map<unknown, string>();
  const background: Mark = {
    key: 'sea',
    tag: 'rect',
    attrs: { class: geo.layers.length ? 'f-water' : 'f-land', width: size.width, height: size.height },
  };
  for (const { shape, line } of layers.filter((layer) => visibleAt(layer, camera.zoom))) {
    if (paths.has(shape)) continue;
    paths.set(shape, yield* growPath(shape, camera, size, { tolerancePx: line ? tolerancePx : tolerancePx * 1.2, digits }));
    yield;
  }
  return [background, ...groundMarks(layers, camera.zoom, id, ({ shape }) => paths.get(shape) ?? '')];
}
