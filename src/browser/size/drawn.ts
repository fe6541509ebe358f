import type { Geography } from '../../graphics/map/geography.ts';
import { miniMap } from '../../graphics/map/mini-map.ts';
import { draw } from '../../graphics/marks.ts';
import { type Camera, type Size, worldPx } from '../../scene/camera.ts';
import type { Scene } from '../../story.ts';
import type { SizeGround } from './index.ts';

/** Where WebGL can't be had: the same map as a drawing, moved by the buttons and the arrow keys. */
export function createDrawnGround(container: HTMLElement, geo: Geography, first: Scene): SizeGround {
  const svg = container.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  svg.setAttribute('aria-hidden', 'true');
  container.tabIndex = 0;
  container.setAttribute('role', 'group');
  let camera: Camera = { x: 0.5, y: 0.5, zoom: 0 };
  let scene = first;
  let followed = () => {};
  const redraw = () => {
    const size: Size = { width: container.clientWidth, height: container.clientHeight };
    svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    draw(svg, miniMap(geo, scene, camera, size, 'size'));
    followed();
  };
  const look = (next: Camera) => {
    camera = next;
    redraw();
  };
  const steps: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  container.addEventListener('keydown', (event) => {
    const by = steps[event.key];
    if (!by || event.target !== container) return;
    event.preventDefault();
    look({ ...camera, x: camera.x + (by[0] * stepPx) / worldPx(camera), y: camera.y + (by[1] * stepPx) / worldPx(camera) });
  });
  return {
    outer: container,
    focus: container,
    camera: () => camera,
    look,
    show(next) {
      scene = next;
      redraw();
    },
    onLook(run) {
      followed = run;
    },
    resize: redraw,
    // Its colours are the page's own.
    recolour() {},
    zoomBy: (levels) => look({ ...camera, zoom: camera.zoom + levels }),
    destroy() {},
  };
}

/** How far an arrow key moves the map, px. */
const stepPx = 100;
