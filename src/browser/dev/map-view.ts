import { type Geography, geography } from '../../graphics/map/geography.ts';
import { growOverlay } from '../../graphics/map/overlay.ts';
import { draw, type Mark } from '../../graphics/marks.ts';
import { type Camera, pixelOf, type Size, worldPx } from '../../scene/camera.ts';
import { type Thing, thing } from '../../scene/things.ts';
import { finish } from '../../scene/work.ts';
import type { LngLat, Scene, Story } from '../../story.ts';
import { createSvgGround, type SvgGround } from '../map/svg.ts';
import { loadGeo, type StoryData } from '../parts.ts';
import { makeSvg } from './make.ts';
import { listenForMoves } from './moves.ts';
import { fitted, nearest, panned, placeAt, square, zoomed } from './view.ts';

export interface MapView {
  element: HTMLElement;
  camera(): Camera;
  size(): Size;
  /** Draws a step's scene; where `anew`, in its own view, else in the one that the editor has gone to. */
  show(data: StoryData, scene: Scene, anew: boolean): Promise<void>;
  /** Back to the view that the scene's frame gives. */
  reset(): void;
  /** Marks a spot; null takes the mark away. */
  mark(at: LngLat | null): void;
}

export interface MapViewOptions {
  onPick(at: LngLat): void;
  onMove(): void;
  /** An annotation was dropped: its number in the scene, and the place or feature nearest to it. */
  onDrop(index: number, at: Thing): void;
}

/** When the names are laid out again after a move, ms. */
const restMs = 160;

/** The story's own map, to be moved freely: by dragging, the wheel, and keys. */
export function createMapView({ onPick, onMove, onDrop }: MapViewOptions): MapView {
  const element = document.createElement('div');
  element.className = 'map-view';
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', 'The map. Arrow keys move it, plus and minus zoom, Enter chooses its middle.');
  const [groundElement, overlay, tools] = ['ground', 'overlay map', 'tools'].map((className) => makeSvg('svg', { class: className })) as [
    SVGSVGElement,
    SVGSVGElement,
    SVGSVGElement,
  ];
  element.append(groundElement, overlay, tools);

  let story: Story | null = null;
  let geo: Geography = { layers: [], features: new Map() };
  let ground: SvgGround | null = null;
  let scene: Scene | null = null;
  let camera: Camera = { x: 0.5, y: 0.5, zoom: 0 };
  let laidOut = camera;
  let marked: LngLat | null = null;
  let dragged: { index: number; at: readonly [number, number] } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const size = (): Size => ({ width: element.clientWidth, height: element.clientHeight });

  const rest = () => {
    if (!scene || !story) return;
    laidOut = camera;
    overlay.style.transform = '';
    // What readers' screens add to it tells nothing of the view.
    const plain = { ...scene, lens: null, locator: null };
    const { lines, labels, instruments } = finish(
      growOverlay(plain, { story, geo, camera, size: size(), padding: square(size()), id: 'edit' }),
    );
    draw(overlay, [...lines, ...labels, ...instruments]);
  };
  const look = (next: Camera) => {
    camera = next;
    ground?.look(camera);
    const scale = 2 ** (camera.zoom - laidOut.zoom);
    const { width, height } = size();
    const x = (laidOut.x - camera.x) * worldPx(camera) + (width / 2) * (1 - scale);
    const y = (laidOut.y - camera.y) * worldPx(camera) + (height / 2) * (1 - scale);
    overlay.style.transform = `matrix(${scale},0,0,${scale},${x},${y})`;
    clearTimeout(timer);
    timer = setTimeout(rest, restMs);
    drawTools();
    onMove();
  };
  const targets = (): Thing[] =>
    [...(story?.places ?? []), ...(story?.features ?? [])].flatMap(({ id }) => (story && thing(story, id)) ?? []);
  const drawTools = () => {
    const padding = square(size());
    const { width, height } = size();
    const marks: Mark[] = [
      box('always-seen', padding.left, padding.top, width - padding.left - padding.right, height - padding.top - padding.bottom),
    ];
    if (dragged && story) {
      const to = nearest(targets(), camera, size(), dragged.at);
      for (const one of targets()) marks.push(ring(`target-${one.id}`, pixelOf(camera, size(), one.at), one === to || one.id === to?.id));
      if (to) marks.push(line('leash', dragged.at, pixelOf(camera, size(), to.at)));
    }
    if (marked) marks.push(cross('picked', pixelOf(camera, size(), marked)));
    draw(tools, marks);
  };
  const reset = () => scene && look(fitted(scene.frame, size()));

  listenForMoves(element, {
    press: (target) => {
      const key = target.closest('[data-key^="annotation-"]')?.getAttribute('data-key');
      return key ? Number(key.slice('annotation-'.length)) : null;
    },
    pan: (dx, dy) => look(panned(camera, dx, dy)),
    zoom: (by, at) => look(zoomed(camera, by, size(), at)),
    pick: (at) => onPick(placeAt(camera, size(), at)),
    drag(index, at) {
      dragged = { index, at };
      drawTools();
    },
    drop(index, at) {
      dragged = null;
      drawTools();
      const to = at && nearest(targets(), camera, size(), at);
      if (to) onDrop(index, to);
    },
    reset,
    middle: () => [size().width / 2, size().height / 2],
  });
  new ResizeObserver(() => {
    ground?.resize(size());
    look(camera);
  }).observe(element);

  return {
    element,
    camera: () => camera,
    size,
    async show(data, next, anew) {
      [story, scene] = [data.story, next];
      const shapes = await shapesOf(data);
      if (scene !== next) return;
      if (shapes !== geo || !ground) {
        geo = shapes;
        ground = createSvgGround(groundElement, geo, reference);
        ground.resize(size());
      }
      ground.show(next);
      if (anew) reset();
      else look(camera);
      rest();
    },
    reset,
    mark(at) {
      marked = at;
      drawTools();
    },
  };
}

/** What the map's numbers are counted from, as the stage's are: whatever paths it has drawn are there. */
const reference: Camera = { x: 0.5, y: 0.35, zoom: 11 };

const shapes = new WeakMap<StoryData, Promise<Geography>>();

function shapesOf(data: StoryData): Promise<Geography> {
  const begun = shapes.get(data) ?? readShapes(data);
  shapes.set(data, begun);
  return begun;
}

async function readShapes({ story, parts }: StoryData): Promise<Geography> {
  const groups = [await loadGeo(parts, 'near'), await loadGeo(parts, 'wide')];
  const layers = groups.flatMap((group) => Object.entries(group));
  return geography(story.layers, new Map(layers.map(([id, json]) => [id, JSON.parse(json)])));
}

type Pixel = readonly [number, number];

const box = (key: string, x: number, y: number, width: number, height: number): Mark => ({
  key,
  tag: 'rect',
  attrs: { class: key, x, y, width, height },
});
const ring = (key: string, [cx, cy]: Pixel, near: boolean): Mark => ({
  key,
  tag: 'circle',
  attrs: { class: near ? 'target near' : 'target', cx, cy, r: near ? 11 : 6 },
});
const line = (key: string, [x1, y1]: Pixel, [x2, y2]: Pixel): Mark => ({ key, tag: 'line', attrs: { class: key, x1, y1, x2, y2 } });
const cross = (key: string, [x, y]: Pixel): Mark => ({
  key,
  tag: 'path',
  attrs: { class: key, d: `M${x - 14} ${y}H${x + 14}M${x} ${y - 14}V${y + 14}` },
});
