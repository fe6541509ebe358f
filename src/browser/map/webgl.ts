import type { Geometry, Position } from 'geojson';
import {
  type ExpressionSpecification,
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibreMap,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import type { Geography } from '../../graphics/map/geography.ts';
import { type GroundLayer, groundLayers } from '../../graphics/map/ground.ts';
import { lineWidths, regionDash, type Stops } from '../../graphics/map/lines.ts';
import type { Role } from '../../graphics/palette.ts';
import { type Camera, centre } from '../../scene/camera.ts';
import { type Point, project, unproject } from '../../scene/mercator.ts';
import type { Scene } from '../../story.ts';
import { pause } from '../clock.ts';
import type { Ground } from './svg.ts';

export interface WebglOptions {
  container: HTMLElement;
  geo: Geography;
  scene: Scene;
  camera: Camera;
  workerUrl: string;
  /** The reader moves it, by pointer, fingers and keys; else it only goes where it is told. */
  free: boolean;
  onLost: () => void;
}

export interface WebglGround extends Ground {
  /** To the size that its container has by now. */
  resize(): void;
  recolour(): void;
  /** Whether its frames come fast enough to fly by; measured when it is made. */
  flies: boolean;
  /** Resolves when all that it was told to show is drawn. */
  drawn(): Promise<void>;
  /** What takes the reader's fingers, and what takes the keyboard's focus inside it. */
  surface: { outer: HTMLElement; focus: HTMLElement };
  /** Where it is looked at from by now. */
  camera(): Camera;
  onLook(run: () => void): void;
  zoomBy(levels: number): void;
}

/** MapLibre as the ground: the same shapes, colours and cameras as the SVG map. Resolves when it has drawn; rejects where it cannot. */
export function createWebglGround(options: WebglOptions): Promise<WebglGround> {
  const { container, geo, camera } = options;
  const colour = (role: Role) => colourOf(container, role);
  if (!colour('land')) return Promise.reject(new Error('the page is not shown'));
  setWorkerUrl(options.workerUrl);
  const sharp = Math.min(devicePixelRatio, 2);
  let layers = groundLayers(geo, options.scene);
  const map = new MapLibreMap({
    container,
    style: style(layers, colour),
    center: centre(camera),
    zoom: camera.zoom,
    interactive: options.free,
    dragRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
    trackResize: false,
    renderWorldCopies: true,
    maxPitch: 0,
    pixelRatio: options.free ? sharp : 1,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  let gone = false;
  // Where a host has hidden the frame meanwhile no colour is known.
  const restyle = () => gone || !colour('land') || void map.setStyle(style(layers, colour), { diff: true });
  const ground: WebglGround = {
    flies: true,
    surface: { outer: map.getCanvasContainer(), focus: map.getCanvas() },
    camera() {
      const { lng, lat } = map.getCenter();
      const [x, y] = project([lng, lat]);
      return { x, y, zoom: map.getZoom() };
    },
    onLook: (run) => void map.on('move', run),
    zoomBy: (levels) => void map.easeTo({ zoom: map.getZoom() + levels }),
    async drawn() {
      // A change of style may still be on its way when the map first falls idle.
      do await new Promise<void>((done) => void map.once('idle', () => done()));
      while (!map.loaded() || !map.areTilesLoaded());
    },
    show(scene: Scene) {
      const next = groundLayers(geo, scene);
      if (next.map(({ key }) => key).join() === layers.map(({ key }) => key).join()) return;
      layers = next;
      restyle();
    },
    look: (next: Camera) => void map.jumpTo({ center: centre(next), zoom: next.zoom }),
    resize: () => gone || void map.resize(),
    recolour: () => void restyle(),
    destroy() {
      if (!gone) map.remove();
      gone = true;
    },
  };
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      clearTimeout(timeout);
      reject(reason);
      // Nobody else knows of a map that never was.
      if (!drew) ground.destroy();
    };
    let drew = false;
    const timeout = setTimeout(() => fail(new Error('the WebGL map did not draw in time')), options.free ? askedPatienceMs : patienceMs);
    map.once('idle', async () => {
      clearTimeout(timeout);
      // One that the reader has asked for need not be measured: nothing else would fly in its place.
      if (!options.free) {
        ground.flies = await isQuick(map);
        // Of few pixels even a slow card's first frames are no long wait. Of those that the screen has, one is drawn while nothing moves.
        if (sharp > 1) {
          map.setPixelRatio(sharp);
          ground.flies &&= await isQuick(map);
        }
      }
      if (gone) return;
      drew = true;
      resolve(ground);
    });
    map.once('webglcontextlost', () => {
      // A context often never comes back, and a map without one takes some calls badly: it is taken away, once its own work is done.
      setTimeout(ground.destroy);
      console.info('The graphics card has forgotten the map.');
      if (drew) options.onLost();
      else fail(new Error('its context was lost'));
    });
    map.on('error', ({ error }) => fail(error));
  });
}

/** How long its first picture is waited for, ms: longer where the reader has asked for it. */
const [patienceMs, askedPatienceMs] = [20_000, 60_000];

/** A frame that takes longer than this makes a flight stutter. */
const slowFrameMs = 40;

/** By the median of a few frames, each from its beginning to where the graphics card has drawn it. */
async function isQuick(map: MapLibreMap): Promise<boolean> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await new Promise<void>((done) => {
      map.once('render', () => done());
      map.triggerRepaint();
    });
    await cardIsDone(map);
    times.push(performance.now() - start);
  }
  return (times.sort((a, b) => a - b)[1] ?? 0) < slowFrameMs;
}

/** The card works after the page’s thread has gone on; who asks it for anything else meanwhile holds that thread until it is done. */
async function cardIsDone(map: MapLibreMap): Promise<void> {
  const card = map.getCanvas().getContext('webgl2');
  const fence = card?.fenceSync(card.SYNC_GPU_COMMANDS_COMPLETE, 0);
  card?.flush();
  while (card && fence && card.getSyncParameter(fence, card.SYNC_STATUS) === card.UNSIGNALED) await pause();
}

/**
 * A role's present colour in words that MapLibre knows. In forced colours CSS has the system's own, by name or as a mixture: what they
 * are there is asked of an element that wears them.
 */
function colourOf(container: HTMLElement, role: Role): string {
  const written = getComputedStyle(container).getPropertyValue(`--${role}`).trim();
  if (written.startsWith('#')) return written;
  const probe = container.ownerDocument.createElement('i');
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.color = written;
  container.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const [, mixed] = /^color\(srgb ([^)/]+)/.exec(color) ?? [];
  return mixed
    ? `rgb(${mixed
        .trim()
        .split(' ')
        .map((part) => Math.round(Number(part) * 255))})`
    : color;
}

function style(layers: GroundLayer[], colour: (role: Role) => string): StyleSpecification {
  const shapes = new Map(layers.map((layer) => [layer.shape, layer.key]));
  return {
    version: 8,
    sources: Object.fromEntries([...shapes].map(([shape, key]) => [key, source(shape)])),
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour(layers.length ? 'water' : 'land') } },
      ...layers.map((layer) => styleLayer(layer, shapes.get(layer.shape) ?? layer.key, colour)),
    ],
  };
}

const sources = new WeakMap<Geometry, ReturnType<typeof geojson>>();

function source(shape: Geometry): ReturnType<typeof geojson> {
  const known = sources.get(shape) ?? geojson(shape);
  sources.set(shape, known);
  return known;
}

function geojson(shape: Geometry): {
  type: 'geojson';
  data: GeoJSONSource['_data'] & Geometry;
  tolerance: number;
  maxzoom: number;
  buffer: number;
} {
  return { type: 'geojson', data: globe(shape) as never, tolerance: 0.1, maxzoom: 10, buffer: 64 };
}

/** Plane shapes back to longitude and latitude, which is what MapLibre takes. */
function globe(shape: Geometry): Geometry {
  const back = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number' ? unproject(value as unknown as Point) : (value as Position[]).map(back);
  return { ...shape, coordinates: back((shape as { coordinates: unknown }).coordinates) } as Geometry;
}

function styleLayer(layer: GroundLayer, sourceId: string, colour: (role: Role) => string): LayerSpecification {
  const base = { id: layer.key, source: sourceId, minzoom: layer.zoom[0], maxzoom: layer.zoom[1] };
  if (!layer.line) return { ...base, type: 'fill', paint: { 'fill-color': colour(layer.role), 'fill-opacity': byZoom(layer.opacity) } };
  const width = lineWidths[layer.line];
  return {
    ...base,
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour(layer.role),
      'line-width': byZoom(width),
      'line-opacity': byZoom(layer.opacity),
      ...(layer.inside ? { 'line-offset': byZoom(width.map(([zoom, value]) => [zoom, value / 2] as const)) } : {}),
      ...(layer.dashed ? { 'line-dasharray': dashes(width) } : {}),
    },
  };
}

function byZoom(stops: Stops): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** MapLibre counts dashes in line widths, ours are in pixels. */
function dashes(width: Stops): ExpressionSpecification {
  const pattern = (px: number) => ['literal', regionDash.map((length) => length / px)];
  const [first, ...rest] = width;
  return [
    'step',
    ['zoom'],
    pattern(first?.[1] ?? 1),
    ...rest.flatMap(([zoom, px]) => [zoom, pattern(px)]),
  ] as unknown as ExpressionSpecification;
}
