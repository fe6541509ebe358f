import { quantize } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import { covers } from '../graphics/map/coverage.ts';
import { type Camera, fitBounds, type Size } from '../scene/camera.ts';
import { coverPadding, scenePadding } from '../scene/grid.ts';
import { type Point, project } from '../scene/mercator.ts';
import { thing } from '../scene/things.ts';
import type { Bounds, Layer, LngLat, Story } from '../story.ts';

/** Screens that a story is drawn for, with the height that a card takes there. */
const screens: { size: Size; cardPx: number }[] = [
  { size: { width: 1920, height: 1080 }, cardPx: 300 },
  { size: { width: 820, height: 1180 }, cardPx: 260 },
  { size: { width: 390, height: 844 }, cardPx: 340 },
];

/** The largest lens and locator, px. */
const instruments = { lens: { width: 256, height: 256 }, locator: { width: 176, height: 148 } };

/**
 * A layer as fine as it is ever seen: to a pixel at the closest zoom at which some scene shows it bare. What a finer
 * layer covers there does not count.
 */
export function simplifyLayer(topology: Topology, layer: Layer, story: Story): Topology {
  const zoom = closestZoom(layer, story);
  if (zoom === null || !topology.arcs.length) return topology;
  const world = 512 * 2 ** zoom;
  const area = ([a, b, c]: [Point, Point, Point]) => {
    const [p, q, r] = [a, b, c].map((at) => project(at as unknown as LngLat)) as [Point, Point, Point];
    return (Math.abs((q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])) / 2) * world ** 2;
  };
  const weighed: unknown = simplify(presimplify(topology as never, area as never) as never, pixelArea);
  const kept: unknown =
    layer.kind === 'rivers' ? weighed : filter(weighed as never, filterWeight(weighed as never, pixelArea * 2, ringArea(world)));
  const degrees = layer.bounds[2] - layer.bounds[0];
  return quantize(kept as never, Math.max(1e3, Math.round((world * stepsPerPx * degrees) / 360))) as Topology;
}

/** A triangle of this area bends a line by about a pixel. */
const pixelArea = 2;
const stepsPerPx = 1.5;

/** Area of a ring in px². */
function ringArea(world: number) {
  return (ring: unknown): number => {
    const points = (ring as LngLat[]).map((at) => project(at));
    let twice = 0;
    points.forEach(([x, y], i) => {
      const [px, py] = points[(i || points.length) - 1] ?? [0, 0];
      twice += px * y - x * py;
    });
    return (Math.abs(twice) / 2) * world ** 2;
  };
}

function closestZoom(layer: Layer, story: Story): number | null {
  const zooms = views(story)
    .filter(({ camera, layers }) => layers.includes(layer.id) && camera.zoom >= layer.zoom[0] && camera.zoom < layer.zoom[1])
    .filter(
      ({ camera, size, layers }) =>
        !isCovered(
          layer,
          camera,
          size,
          story.layers.filter(({ id }) => layers.includes(id)),
        ),
    )
    .map(({ camera }) => camera.zoom);
  return zooms.length ? Math.max(...zooms) : null;
}

interface View {
  camera: Camera;
  size: Size;
  layers: string[];
}

/** Every camera under which the story's map is drawn. */
function views(story: Story): View[] {
  const scenes = [{ scene: story.cover, cover: true }, ...story.steps.map(({ scene }) => ({ scene, cover: false }))];
  return scenes.flatMap(({ scene, cover }) => {
    const { layers } = scene;
    const frames = screens.map(({ size, cardPx }) => {
      const frame = (size.width < 640 && scene.framePhone) || scene.frame;
      const padding = cover ? coverPadding(size) : scenePadding(size, cardPx);
      return { size, layers, camera: fitBounds(frame, size, padding, story.rtl) };
    });
    const inset = (bounds: Bounds, size: Size): View => ({
      size,
      layers,
      camera: fitBounds(bounds, size, { left: 0, right: 0, top: 0, bottom: 0 }),
    });
    const target = scene.lens && thing(story, scene.lens.on);
    return [
      ...frames,
      ...(target ? [inset(target.bounds, instruments.lens)] : []),
      ...(scene.locator ? [inset(scene.locator, instruments.locator)] : []),
    ];
  });
}

/** Whether a finer layer of areas is drawn over all of the view. */
function isCovered(layer: Layer, camera: Camera, size: Size, shown: Layer[]): boolean {
  return shown
    .slice(shown.findIndex(({ id }) => id === layer.id) + 1)
    .filter(({ kind, zoom }) => kind === 'areas' && camera.zoom >= zoom[0] && camera.zoom < zoom[1])
    .some((later) => covers(later, camera, size));
}
