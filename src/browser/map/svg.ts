import type { Geography } from '../../graphics/map/geography.ts';
import { type GroundLayer, groundClass, groundLayers, paintAt, visibleAt } from '../../graphics/map/ground.ts';
import { worldPath } from '../../graphics/map/path.ts';
import { draw } from '../../graphics/marks.ts';
import { type Camera, type Size, worldPx } from '../../scene/camera.ts';
import { finish, type Work } from '../../scene/work.ts';
import type { Scene } from '../../story.ts';

/** The map under the names and instruments. Both the SVG and the WebGL map are one. */
export interface Ground {
  /** Draws a scene's layers and highlight. */
  show(scene: Scene): void;
  look(camera: Camera): void;
  resize(size: Size): void;
  destroy(): void;
}

export interface SvgGround extends Ground {
  /** Makes the paths of the scenes' layers ahead of their drawing. */
  prepare(scenes: Scene[]): Work<void>;
  /** In flight the faintest lines, dashed and costly to paint, are left out. */
  rest(still: boolean): void;
}

/**
 * The map as SVG: paths drawn once in the pixels of one zoom, and moved by a single transform. Lines keep their width
 * by vector-effect, so a flight sets one attribute a frame.
 */
export function createSvgGround(element: SVGSVGElement, geo: Geography, reference: Camera): SvgGround {
  const paths = drawnPaths(reference);
  function* makePath({ shape }: GroundLayer): Work<string> {
    const known = paths.get(shape) ?? (yield* worldPath(shape, reference));
    paths.set(shape, known);
    return known;
  }
  const pathOf = (layer: GroundLayer) => finish(makePath(layer));
  let layers: GroundLayer[] = [];
  let size: Size = { width: 0, height: 0 };
  let current: Camera | null = null;
  let drawn: Element[] = [];
  let paints: string[] = [];
  let still = true;

  const show = (scene: Scene) => {
    layers = groundLayers(geo, scene);
    element.classList.toggle('sea', layers.length > 0);
    draw(element, [
      { key: 'clips', tag: 'defs', children: layers.filter(({ inside }) => inside).map((layer) => clip(layer, pathOf(layer))) },
      { key: 'world', tag: 'g', children: layers.map((layer) => path(layer, pathOf(layer))) },
    ]);
    drawn = [...(element.lastElementChild?.children ?? [])];
    paints = [];
    if (current) look(current);
  };

  const look = (camera: Camera) => {
    current = camera;
    const scale = 2 ** (camera.zoom - reference.zoom);
    const x = (reference.x - camera.x) * worldPx(camera) + size.width / 2;
    const y = (reference.y - camera.y) * worldPx(camera) + size.height / 2;
    element.lastElementChild?.setAttribute('transform', `matrix(${scale} 0 0 ${scale} ${x} ${y})`);
    layers.forEach((layer, i) => {
      const shown = visibleAt(layer, camera.zoom) && (still || !layer.dashed);
      const attrs = { display: shown ? null : 'none', ...(shown ? paintAt(layer, camera.zoom) : {}) };
      const paint = JSON.stringify(attrs);
      if (paint === paints[i]) return;
      paints[i] = paint;
      const node = drawn[i];
      if (!shown) node?.setAttribute('display', 'none');
      else node?.removeAttribute('display');
      for (const [name, value] of Object.entries(attrs)) if (value !== null) node?.setAttribute(name, value);
    });
  };

  return {
    *prepare(scenes) {
      for (const scene of scenes) {
        try {
          for (const layer of groundLayers(geo, scene)) if (!paths.has(layer.shape)) yield* makePath(layer);
        } catch {
          // What can't be made fails again when its own scene is shown, and no other.
        }
        yield;
      }
    },
    rest(now) {
      still = now;
      if (current) look(current);
    },
    show,
    look,
    resize(next) {
      size = next;
      if (current) look(current);
    },
    destroy: () => element.replaceChildren(),
  };
}

/** Paths by shape, for each reference: a ground made of more data finds those of the one before it. */
const known = new Map<string, WeakMap<object, string>>();

function drawnPaths(reference: Camera): WeakMap<object, string> {
  const key = JSON.stringify(reference);
  const paths = known.get(key) ?? new WeakMap<object, string>();
  known.set(key, paths);
  return paths;
}

const clipId = ({ key }: GroundLayer) => `ground-${key}`;

function clip(layer: GroundLayer, d: string) {
  return { key: layer.key, tag: 'clipPath', attrs: { id: clipId(layer) }, children: [{ key: 'outline', tag: 'path', attrs: { d } }] };
}

function path(layer: GroundLayer, d: string) {
  return {
    key: layer.key,
    tag: 'path',
    attrs: { class: groundClass(layer), d, 'clip-path': layer.inside ? `url(#${clipId(layer)})` : null },
  };
}
