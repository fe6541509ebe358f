import type { Camera, Size } from '../../scene/camera.ts';
import type { Scene } from '../../story.ts';
import type { Mark } from '../marks.ts';
import type { Geography } from './geography.ts';
import { groundLayers, groundMarks } from './ground.ts';
import { pathData } from './path.ts';

interface MiniMapOptions {
  tolerancePx?: number;
  digits?: number;
  /** Without borders inside countries and rivers. */
  plain?: boolean;
}

/** Lenses and locators return from step to step: what was drawn once is kept as long as its geography. */
const drawn = new WeakMap<Geography, Map<string, Mark[]>>();

/** The ground at a camera of its own: for the lens, the locator and the still pictures. */
export function miniMap(
  geo: Geography,
  scene: Pick<Scene, 'layers' | 'highlight'>,
  camera: Camera,
  size: Size,
  id: string,
  options: MiniMapOptions = {},
): Mark[] {
  const known = drawn.get(geo) ?? new Map<string, Mark[]>();
  drawn.set(geo, known);
  const key = JSON.stringify([scene.layers, scene.highlight, camera, size, id, options]);
  const marks = known.get(key) ?? drawMiniMap(geo, scene, camera, size, id, options);
  known.set(key, marks);
  return marks;
}

function drawMiniMap(
  geo: Geography,
  scene: Pick<Scene, 'layers' | 'highlight'>,
  camera: Camera,
  size: Size,
  id: string,
  { tolerancePx = 0.4, digits = 1, plain = false }: MiniMapOptions,
): Mark[] {
  const layers = groundLayers(geo, scene).filter(({ key, role }) => !plain || (!key.includes('-region') && role !== 'river'));
  const paths = new Map<unknown, string>();
  const background: Mark = {
    key: 'sea',
    tag: 'rect',
    attrs: { class: geo.layers.length ? 'f-water' : 'f-land', width: size.width, height: size.height },
  };
  return [
    background,
    ...groundMarks(layers, camera.zoom, id, ({ shape, line }) => {
      const known = paths.get(shape) ?? pathData(shape, camera, size, { tolerancePx: line ? tolerancePx : tolerancePx * 1.2, digits });
      paths.set(shape, known);
      return known;
    }),
  ];
}
