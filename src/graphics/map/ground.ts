import type { Scene } from '../../story.ts';
import type { Mark } from '../marks.ts';
import type { Role } from '../palette.ts';
import type { Geography, LayerShapes } from './geography.ts';
import { atZoom, bandFrom, bandOpacity, focusOpacity, type LineRole, lineWidths, regionDash, type Stops } from './lines.ts';
import type { PlaneShape } from './path.ts';

/** One thing to fill or stroke, in drawing order: what the SVG map, the WebGL map and the still pictures all draw. */
export interface GroundLayer {
  key: string;
  shape: PlaneShape;
  /** Colour role. */
  role: Role;
  /** Fill, or a line with its width. */
  line: LineRole | null;
  opacity: Stops;
  dashed: boolean;
  /** Drawn only inside the shape itself: a line at its inner edge. */
  inside: boolean;
  /** Zoom range, [from, to). */
  zoom: readonly [from: number, to: number];
}

type SceneGround = Pick<Scene, 'layers' | 'highlight'>;

const opaque: Stops = [[0, 1]];

/**
 * Fills from the bottom up, each layer's borders over its own fills; then the focus, rivers, the band inside its
 * edge, borders inside a country, the edge, and state borders on top of all.
 */
export function groundLayers(geo: Geography, scene: SceneGround): GroundLayer[] {
  const shown = geo.layers.filter(({ layer }) => scene.layers.includes(layer.id));
  const focus = scene.highlight.flatMap((id) => {
    const shape = geo.features.get(id);
    return shape ? [{ id, shape }] : [];
  });
  const top = (shapes: LayerShapes) => topRange(shown, shapes);
  return [
    ...shown.flatMap((shapes) => [...fills(shapes), ...coveredBorders(shapes, top(shapes)[1])]),
    ...focus.map(({ id, shape }) => layer(`focus-${id}`, shape, 'focus', { opacity: focusOpacity })),
    ...shown.flatMap(rivers),
    ...focus.map(({ id, shape }) =>
      layer(`band-${id}`, shape, 'focus-edge', { line: 'band', inside: true, opacity: [[0, bandOpacity]], zoom: [bandFrom, 24] }),
    ),
    ...shown.flatMap((shapes) => regionBorders(shapes, top(shapes), '')),
    ...focus.map(({ id, shape }) => layer(`edge-${id}`, shape, 'focus-edge', { line: 'edge' })),
    ...shown.flatMap((shapes) => stateBorders(shapes, top(shapes), '')),
  ];
}

function layer(key: string, shape: PlaneShape, role: Role, rest: Partial<GroundLayer> = {}): GroundLayer {
  return { key, shape, role, line: null, opacity: opaque, dashed: false, inside: false, zoom: [0, 24], ...rest };
}

function fills({ layer: { id, zoom }, fills: parts }: LayerShapes): GroundLayer[] {
  return parts.map(({ role, shape }) => layer(`${id}-${role}`, shape, role, { zoom }));
}

type Range = readonly [from: number, to: number];

/** The zooms at which no later, more detailed layer of areas lies over this one. */
function topRange(shown: LayerShapes[], { layer: own }: LayerShapes): Range {
  const later = shown.slice(shown.findIndex(({ layer }) => layer.id === own.id) + 1).filter(({ layer }) => layer.kind === 'areas');
  return [own.zoom[0], Math.min(own.zoom[1], ...later.map(({ layer }) => Math.max(own.zoom[0], layer.zoom[0])))];
}

/** Under a more detailed layer a coarse one's borders show only beyond its reach. */
function coveredBorders(shapes: LayerShapes, from: number): GroundLayer[] {
  const zoom: Range = [from, shapes.layer.zoom[1]];
  return from < zoom[1] ? [...regionBorders(shapes, zoom, '-covered'), ...stateBorders(shapes, zoom, '-covered')] : [];
}

function regionBorders({ layer: own, regionBorders: shape }: LayerShapes, [from, to]: Range, suffix: string): GroundLayer[] {
  const zoom: Range = [Math.max(from, own.detailZoom), to];
  const dashed = own.countryProperty !== own.idProperty;
  return shape?.coordinates.length && zoom[0] < to
    ? [layer(`${own.id}-region${suffix}`, shape, 'border-region', { line: 'border-region', dashed, zoom })]
    : [];
}

function stateBorders({ layer: own, stateBorders: shape }: LayerShapes, zoom: Range, suffix: string): GroundLayer[] {
  return shape?.coordinates.length && zoom[0] < zoom[1]
    ? [layer(`${own.id}-state${suffix}`, shape, 'border-state', { line: 'border-state', zoom })]
    : [];
}

function rivers({ layer: { id, zoom }, rivers: shape }: LayerShapes): GroundLayer[] {
  return shape ? [layer(`${id}-river`, shape, 'river', { line: 'river', zoom })] : [];
}

/** From zoom 0 is from the start: a small locator of half the world lies below it. */
export const visibleAt = ({ zoom: [from, to] }: GroundLayer, zoom: number): boolean => (!from || zoom >= from) && zoom < to;

/** What of a layer's look depends on the zoom, as SVG attributes. */
export function paintAt({ line, opacity, dashed, inside }: GroundLayer, zoom: number): Record<string, string> {
  const alpha = round(atZoom(opacity, zoom));
  if (!line) return alpha === '1' ? {} : { 'fill-opacity': alpha };
  const width = atZoom(lineWidths[line], zoom) * (inside ? 2 : 1);
  return {
    'stroke-width': round(width),
    ...(alpha === '1' ? {} : { 'stroke-opacity': alpha }),
    ...(dashed ? { 'stroke-dasharray': regionDash.join(' ') } : {}),
  };
}

const round = (value: number) => String(Number(value.toFixed(2)));

/** The ground as marks at one zoom, for pictures that do not move. `pathOf` gives a shape's path data; `id` keeps clip paths apart. */
export function groundMarks(layers: GroundLayer[], zoom: number, id: string, pathOf: (layer: GroundLayer) => string): Mark[] {
  return layers
    .filter((one) => visibleAt(one, zoom))
    .flatMap((one) => {
      const d = pathOf(one);
      if (!d) return [];
      const path: Mark = { key: one.key, tag: 'path', attrs: { class: groundClass(one), d, ...paintAt(one, zoom) } };
      if (!one.inside) return [path];
      const clip = `${id}-${one.key}`;
      const outline: Mark = { key: 'outline', tag: 'path', attrs: { d } };
      return [
        { key: clip, tag: 'clipPath', attrs: { id: clip }, children: [outline] },
        { ...path, attrs: { ...path.attrs, 'clip-path': `url(#${clip})` } },
      ];
    });
}

/** `f-ROLE` for fills, `s-ROLE` for strokes. */
export function groundClass({ line, role }: GroundLayer): string {
  return `${line ? 's' : 'f'}-${role}`;
}

/** Colours of the ground by role: needed wherever ground marks are drawn. */
export function groundCss(): string {
  const roles: Role[] = ['land', 'land-2', 'neighbour', 'water', 'focus', 'paper'];
  const strokes: Role[] = ['river', 'border-state', 'border-region', 'focus-edge'];
  return (
    roles.map((role) => `.f-${role}{fill:var(--${role})}`).join('') +
    strokes.map((role) => `.s-${role}{fill:none;stroke:var(--${role});stroke-linejoin:round}`).join('')
  );
}
