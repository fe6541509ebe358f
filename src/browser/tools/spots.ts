import type { MultiPolygon, Position } from 'geojson';
import { boxAt, overlap } from '../../graphics/map/boxes.ts';
import type { Geography } from '../../graphics/map/geography.ts';
import { type Camera, pixel, type Size } from '../../scene/camera.ts';
import { type Box, type Point, project } from '../../scene/mercator.ts';
import type { Feature, Place, Scene, Story } from '../../story.ts';
import { say } from '../../words/index.ts';
import { element } from './element.ts';

/** A name on the free map: beside its dot for a place, alone for an area. */
interface Spot {
  button: HTMLElement;
  name: HTMLElement;
  tip: HTMLElement;
  isPlace: boolean;
  /** On the unit square. */
  at: Point;
  /** Corners that the name may have, from the spot, px: the first that has room is taken. */
  corners: Point[];
  /** Of name and tip, px. */
  sizes: [name: Size, tip: Size];
}

/** Half of a dot with the room around it, and what is kept free between a dot and its name, px. */
const [dotPx, gapPx] = [5, 9];

/** Puts the story's places and areas on the free map, and gives what moves them with it. Those of the scene have the first choice of room. */
export function createSpots(surface: HTMLElement, story: Story, geo: Geography, scene: Scene): (camera: Camera, size: Size) => void {
  const order = [...scene.highlight, ...scene.labels, ...scene.context];
  const rank = ({ id }: { id: string }) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  const things = [...story.places, ...story.features].sort((a, b) => rank(a) - rank(b));
  const spots = things.flatMap((one): Spot[] => {
    const shape = geo.features.get(one.id);
    const at = 'at' in one ? project(one.at) : shape ? middle(shape) : null;
    return at ? [createSpot(surface, one, at, story, scene)] : [];
  });
  return (camera, size) => {
    const seen = spots.flatMap((spot) => {
      const [x, y] = pixel(camera, size, spot.at);
      spot.button.hidden = x < 0 || y < 0 || x > size.width || y > size.height;
      return spot.button.hidden ? [] : [{ ...spot, x, y }];
    });
    const taken = seen.filter(({ isPlace }) => isPlace).map(({ x, y }) => boxAt([x, y], 2 * dotPx, 2 * dotPx));
    for (const { button, name, tip, corners, sizes, x, y } of seen) {
      const [own, tipSize] = sizes;
      const boxes = corners.map(([left, top]): Box => [x + left, y + top, x + left + own.width, y + top + own.height]);
      const free = boxes.findIndex((box) => !taken.some((other) => overlap(box, other)));
      const [box, corner] = [boxes[free], corners[free]];
      if (box) taken.push(box);
      button.style.transform = `translate(${x}px,${y}px)`;
      button.classList.toggle('crowded', !corner);
      name.style.transform = corner ? `translate(${corner[0]}px,${corner[1]}px)` : '';
      const left = Math.max(0, Math.min(size.width - tipSize.width, x - tipSize.width / 2)) - x;
      tip.style.transform = `translate(${left}px,${y < tipSize.height + 16 ? 16 : -16 - tipSize.height}px)`;
    }
  };
}

function createSpot(surface: HTMLElement, one: Place | Feature, at: Point, story: Story, scene: Scene): Spot {
  const words = [one.name, one.local, say(story, story.words.kind[one.kind])].filter(Boolean).join(' · ');
  const button = surface.appendChild(element('button', `spot ${one.kind}`));
  button.classList.toggle('lit', scene.highlight.includes(one.id));
  button.setAttribute('aria-label', words);
  const name = button.appendChild(element('span', 'name', one.name));
  const tip = button.appendChild(element('span', 'tip', words));
  const [own, tipSize] = [name, tip].map(({ offsetWidth: width, offsetHeight: height }) => ({ width, height })) as [Size, Size];
  const { width, height } = own;
  const beside: Point[] = [
    [gapPx, -height / 2],
    [-gapPx - width, -height / 2],
    [-width / 2, gapPx],
  ];
  const around = [0, -20, 20, -40, 40].map((down): Point => [-width / 2, down - height / 2]);
  const isPlace = 'at' in one;
  return { button, name, tip, isPlace, at, corners: isPlace ? beside : around, sizes: [own, tipSize] };
}

/** A point well inside the largest part of a shape: the middle of the widest stretch half-way down. */
function middle({ coordinates }: MultiPolygon): Point | null {
  const box = (ring: Position[]) => {
    const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
    return { low: Math.min(...ys), high: Math.max(...ys), area: (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys)) };
  };
  const [largest] = coordinates.map((rings) => ({ rings, ...box(rings[0] ?? []) })).sort((a, b) => b.area - a.area);
  if (!largest) return null;
  const y = (largest.low + largest.high) / 2;
  const crossings = largest.rings
    .flatMap((ring) => ring.flatMap((point, i) => crossing(point, ring[(i + 1) % ring.length] ?? point, y)))
    .sort((a, b) => a - b);
  let widest: [number, number] | null = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const stretch: [number, number] = [crossings[i] ?? 0, crossings[i + 1] ?? 0];
    if (!widest || stretch[1] - stretch[0] > widest[1] - widest[0]) widest = stretch;
  }
  return widest && [(widest[0] + widest[1]) / 2, y];
}

/** Where a side of a ring crosses a level, as a list of none or one. */
function crossing([xa = 0, ya = 0]: Position, [xb = 0, yb = 0]: Position, y: number): number[] {
  return ya > y === yb > y ? [] : [xa + ((xb - xa) * (y - ya)) / (yb - ya)];
}
