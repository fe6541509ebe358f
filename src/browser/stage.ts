import type { Topology } from 'topojson-specification';
import { type Geography, growGeography } from '../graphics/map/geography.ts';
import { layoutOverlay, type Overlay } from '../graphics/map/overlay.ts';
import { draw } from '../graphics/marks.ts';
import { type Camera, fitBounds, flight, type Padding, type Size, sameCamera } from '../scene/camera.ts';
import { easeInOut } from '../scene/ease.ts';
import { coverPadding, formOf, scenePadding } from '../scene/grid.ts';
import { sceneAt, scenesOf, viewKey } from '../scene/scene-at.ts';
import type { Scene, Story } from '../story.ts';
import { inSmallSteps, mayMove, tween, whenIdle } from './clock.ts';
import { createLazySheet } from './lazy-sheet.ts';
import { createSvgGround, type Ground, type SvgGround } from './map/svg.ts';
import type { Sheet } from './sheet.ts';

export interface StageOptions {
  story: Story;
  /** Height of each step's card, px, by scene index; 0 where it has none. */
  cardPx: (index: number) => number;
  /** The screen as it is with a phone's bars shown. */
  visible: () => Size;
  onState: (state: 'flying' | 'settled') => void;
  /** Brings the charts' code; asked for when a chart is near. */
  loadSheet: (element: HTMLElement) => Promise<Sheet>;
  onChartsFail: (error: unknown) => void;
}

export interface Stage {
  show(index: number, how: 'fly' | 'cut'): void;
  /** A step that scrubs: the change to its scene stands where the scroll does, 0 … 1. */
  scrub(index: number, progress: number): void;
  /** Draws the map with more of its data, a little at a time. */
  addGeo(topologies: Record<string, Topology>): Promise<void>;
  resize(): void;
  /** What is drawn and how, for a second map to be laid over it. */
  view(): { scene: Scene; camera: Camera; geo: Geography };
  /** Hands the ground over to another map of the same camera; null gives it back. */
  take(ground: Ground | null): void;
  still(): boolean;
  destroy(): void;
}

/** The pinned graphic: ground, names and instruments, and the sheet that charts are drawn on. */
export function createStage(element: HTMLElement, options: StageOptions): Stage {
  const { story } = options;
  const scenes = scenesOf(story);
  const svg = (className: string) => element.appendChild(svgElement(element.ownerDocument, className));
  const webglElement = element.appendChild(element.ownerDocument.createElement('div'));
  webglElement.className = 'webgl';
  const groundElement = svg('ground');
  const overlayElement = svg('overlay map');
  const sheet = createLazySheet(() => options.loadSheet(element), options.onChartsFail);
  const cover = element.querySelector('.cover-picture');

  const topologies = new Map<string, Topology>();
  let geo: Geography = { layers: [], features: new Map() };
  let ground: SvgGround | null = null;
  let other: Ground | null = null;
  let index = -1;
  let camera: Camera | null = null;
  let stop = () => {};
  let busy = false;
  /** Whether map data has come in mid-flight, after the names were laid out without it. */
  let stale = false;

  const size = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
  const scene = (): Scene => scenes[Math.max(0, index)] ?? story.cover;

  /** A run of steps in one view is padded for its tallest card, so that nothing jumps within it. */
  const padding = (i: number): Padding => {
    const visible = options.visible();
    const below = Math.max(0, size().height - visible.height);
    const own = i === 0 ? coverPadding(visible) : scenePadding(visible, tallestCard(i));
    return { ...own, bottom: own.bottom + below };
  };
  const tallestCard = (i: number): number => {
    const key = (j: number) => (scenes[j] ? viewKey(scenes[j]) : '');
    const same = (j: number) => key(j) === key(i);
    let [from, to] = [i, i];
    while (from > 1 && same(from - 1)) from--;
    while (to < scenes.length - 2 && same(to + 1)) to++;
    return Math.max(...Array.from({ length: to - from + 1 }, (_, k) => options.cardPx(from + k)));
  };
  const target = (i: number): Camera => {
    const one = scenes[i] ?? story.cover;
    const phone = formOf(options.visible()) === 'phone';
    return fitBounds((phone && one.framePhone) || one.frame, size(), padding(i));
  };

  const look = (next: Camera) => {
    camera = next;
    (other ?? ground)?.look(next);
  };
  const overlays = new Map<string, Overlay>();
  /** Settled overlays are kept: a reader who goes back finds them laid out. */
  const overlayAt = (i: number, at: Camera, turned = 1): Overlay => {
    const view = { story, geo, camera: at, size: size(), padding: padding(i), id: 'live', turned, bare: i === 0 };
    const key = JSON.stringify([i, at, view.size, view.padding]);
    const known = turned === 1 ? overlays.get(key) : undefined;
    const overlay = known ?? layoutOverlay(scenes[i] ?? story.cover, view);
    if (turned === 1) overlays.set(key, overlay);
    return overlay;
  };
  const drawOverlay = (overlay: Overlay) =>
    draw(overlayElement, [
      {
        key: 'all',
        tag: 'g',
        children: [
          { key: 'lines', tag: 'g', children: overlay.lines },
          { key: 'labels', tag: 'g', children: overlay.labels },
          { key: 'instruments', tag: 'g', children: overlay.instruments },
        ],
      },
    ]);
  const away = (hidden: boolean) => overlayElement.firstElementChild?.setAttribute('class', hidden ? 'away' : '');
  const settle = () => {
    busy = false;
    overlayElement.classList.remove('arriving');
    ground?.rest(true);
    if (stale && camera) drawOverlay(overlayAt(index, camera));
    stale = false;
    options.onState('settled');
    ahead();
  };
  /** While nothing moves, the next step's names are laid out, so that a flight need not stop for them. */
  const ahead = () => {
    const next = index + 1;
    if (!scenes[next] || scenes[next].chart || !geo.layers.length) return;
    whenIdle(() => {
      if (!busy && index + 1 === next) overlayAt(next, target(next));
    });
  };
  const redraw = () => {
    if (index < 0) return;
    stop();
    camera = target(index);
    ground?.resize(size());
    ground?.show(scene());
    other?.resize(size());
    other?.show(scene());
    look(camera);
    drawOverlay(overlayAt(index, camera));
    away(false);
    stop = sheet.cut(scene(), options.visible(), tallestCard(index), settle);
  };

  const fly = (to: number) => {
    const end = target(to);
    const path = flight(camera ?? end, end, size());
    ground?.show(scene());
    ground?.rest(false);
    other?.show(scene());
    away(true);
    let arrived = false;
    const lines = scenes[to]?.arcs.length ? lineMs : 0;
    stop = tween(
      path.durationMs,
      (t) => {
        look(path.at(easeInOut(t)));
        if (t > 0.72 && !arrived) {
          arrived = true;
          drawOverlay(overlayAt(to, end));
          overlayElement.classList.add('arriving');
          away(false);
        }
        if (arrived) follow(camera ?? end, end);
      },
      () => {
        follow(end, end);
        const timer = setTimeout(settle, lines && mayMove() ? lines : 0);
        stop = () => clearTimeout(timer);
      },
    );
  };

  /** Names fade in while the camera still glides: they ride on its last stretch. */
  const follow = (now: Camera, end: Camera) => {
    const { width, height } = size();
    const scale = 2 ** (now.zoom - end.zoom);
    const world = 512 * 2 ** now.zoom;
    const x = (end.x - now.x) * world + (width / 2) * (1 - scale);
    const y = (end.y - now.y) * world + (height / 2) * (1 - scale);
    overlayElement.style.transform = sameCamera(now, end) ? '' : `matrix(${scale},0,0,${scale},${x},${y})`;
  };

  return {
    show(next, how) {
      // There and back before the scroll had slowed: nothing has changed.
      if (next === index) return busy ? undefined : options.onState('settled');
      const before = index;
      index = next;
      if (scenes.slice(next, next + nearSteps + 1).some(({ chart }) => chart)) sheet.prepare();
      stop();
      overlayElement.style.transform = '';
      overlayElement.classList.remove('arriving');
      if (next > 0 || before > 0) cover?.classList.add('gone');
      if (before < 0 || how === 'cut' || !mayMove()) return redraw();
      busy = true;
      options.onState('flying');
      const [old, now] = [scenes[before] ?? story.cover, scene()];
      if (now.chart) {
        const from = sameCells(old, now) && camera ? (overlayAt(before, camera).plate?.field ?? null) : null;
        away(true);
        stop = sheet.show(now, options.visible(), tallestCard(next), from, settle);
        return;
      }
      const end = target(next);
      if (old.chart) {
        ground?.show(now);
        other?.show(now);
        look(end);
        const overlay = overlayAt(next, end);
        const to = sameCells(now, old) ? (overlay.plate?.field ?? null) : null;
        drawOverlay(overlay);
        away(to !== null);
        stop = sheet.hide(to, () => {
          away(false);
          settle();
        });
        return;
      }
      if (camera && sameCamera(camera, end)) {
        ground?.show(now);
        other?.show(now);
        look(end);
        away(false);
        const turning = Boolean(now.plate?.less && old.plate && !old.plate.less);
        if (turning) {
          stop = tween(900, (t) => drawOverlay(overlayAt(next, end, t)), settle);
        } else {
          drawOverlay(overlayAt(next, end));
          settle();
        }
        return;
      }
      fly(next);
    },
    scrub(next, progress) {
      const moment = sceneAt(story, { step: next, progress });
      if (moment.scene.chart || moment.before.chart) return this.show(next, 'fly');
      stop();
      index = next;
      ground?.show(moment.scene);
      other?.show(moment.scene);
      const end = target(next);
      look(flight(target(next - 1), end, size()).at(moment.progress));
      const near = moment.progress > 0.7;
      if (near) drawOverlay(overlayAt(next, end, (moment.progress - 0.7) / 0.3));
      away(!near);
      follow(camera ?? end, end);
      cover?.classList.add('gone');
      settle();
    },
    async addGeo(more) {
      for (const [id, topology] of Object.entries(more)) topologies.set(id, topology);
      const grown = await inSmallSteps(growGeography(story.layers, story.features, topologies));
      const next = createSvgGround(groundElement, grown, reference);
      next.resize(size());
      await inSmallSteps(next.prepare([story.cover, ...scenes]));
      geo = grown;
      overlays.clear();
      ground = next;
      if (index >= 0 && !busy) redraw();
      else if (camera) {
        stale = true;
        ground.show(scene());
        ground.look(camera);
      }
      // The drawing has the finer detail that the first picture had to leave out.
      cover?.classList.add('gone');
    },
    resize: redraw,
    view: () => ({ scene: scene(), camera: camera ?? target(0), geo }),
    take(next) {
      other = next;
      groundElement.classList.toggle('gone', next !== null);
      if (!next && camera) {
        ground?.show(scene());
        ground?.look(camera);
      }
    },
    still: () => !busy,
    destroy: () => stop(),
  };
}

/** What the SVG map's numbers are counted from: the middle of the world's busier half keeps them short. */
const reference: Camera = { x: 0.5, y: 0.35, zoom: 8 };

/** Charts are fetched this many steps ahead. */
const nearSteps = 2;

/** Time that a line takes to draw itself, after the flight's end; ms. */
const lineMs = 1000;

/** Whether a chart shows the very cells that a plate on the map has shown. */
const sameCells = (map: Scene, paper: Scene): boolean => paper.chart?.kind === 'share' && map.plate?.area === paper.chart.whole;

function svgElement(document: Document, className: string): SVGSVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('class', className);
  return element;
}
