import type { Topology } from 'topojson-specification';
import { type Geography, growGeography } from '../graphics/map/geography.ts';
import { type Camera, flight, type Size, sameCamera } from '../scene/camera.ts';
import { easeInOut } from '../scene/ease.ts';
import { sceneAt, scenesOf } from '../scene/scene-at.ts';
import type { Scene, Story } from '../story.ts';
import { inSmallSteps, mayMove, pause, tween, whenIdle } from './clock.ts';
import { createLazySheet } from './lazy-sheet.ts';
import { createSvgGround, type Ground, type SvgGround } from './map/svg.ts';
import { createOverlays } from './overlays.ts';
import type { Sheet } from './sheet.ts';
import { createViews } from './views.ts';

export interface StageOptions {
  story: Story;
  /** Height of each step's card, px, by scene index; 0 where it has none. */
  cardPx: (index: number) => number;
  /** The screen as it is with a phone's bars shown. */
  visible: () => Size;
  /** Nothing lies over the graphic. */
  alone?: boolean;
  onState: (state: 'flying' | 'settled') => void;
  /** Brings the charts' code; asked for when a chart is near. */
  loadSheet: (element: HTMLElement) => Promise<Sheet>;
  onChartsFail: (error: unknown) => void;
}

export interface Stage {
  show(index: number, how: 'fly' | 'cut'): void;
  /** A step that scrubs: the change to its scene stands where the scroll does, 0 … 1. */
  scrub(index: number, progress: number): void;
  /** Draws the map with more of its data, a little at a time. Until the first has come, the cover's picture stands for it. */
  addGeo(topologies: ReadonlyMap<string, Topology>): Promise<void>;
  /** The map data will not come: nothing waits for it any more. */
  doWithoutGeo(): void;
  /** The scene can't be drawn: nothing waits for it any more, and nothing goes on from it. */
  giveUp(): void;
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
  const views = createViews(element, { scenes, ...options });
  const overlays = createOverlays(svg('overlay map'), story, scenes, views);
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
  /** The scene that was given up, until another is shown. */
  let lost = -1;
  /** The first scene shown: a reader who came by a link has not seen the cover. */
  let opened = -1;
  /** Counts what has been shown, so that what was laid out for a scene that has gone again is not drawn. */
  let turn = 0;
  /** Whether map data has come in mid-flight, after the names were laid out without it. */
  let stale = false;
  /** Whether all map data has come that will. */
  let given = false;

  const sceneOf = (i: number): Scene => scenes[Math.max(0, i)] ?? story.cover;
  const look = (next: Camera) => {
    camera = next;
    (other ?? ground)?.look(next);
  };
  const showGround = (scene: Scene) => {
    ground?.show(scene);
    other?.show(scene);
  };
  /** Runs when the scene's names are laid out: at once where they are, and not at all where another scene has come. */
  const withNames = (run: (overlay: NonNullable<ReturnType<typeof overlays.known>>) => void) => {
    const known = overlays.known(index);
    if (known) return run(known);
    const own = turn;
    void overlays.prepare(index).then(
      (overlay) => {
        if (own === turn) run(overlay);
      },
      (error) => {
        if (own === turn) throw error;
      },
    );
  };
  const settle = () => {
    busy = false;
    overlays.arrive(false);
    ground?.rest(true);
    if (stale) withNames(overlays.draw);
    stale = false;
    options.onState('settled');
    ahead();
  };
  /** While nothing moves, the next step's names are laid out, so that a flight need not wait for them. */
  const ahead = () => {
    const next = index + 1;
    if (!scenes[next] || scenes[next].chart || !ground) return;
    whenIdle(() => {
      if (!busy && index + 1 === next) void overlays.prepare(next);
    });
  };
  /** Takes away a chart that the scene before still showed, whose own way out may not have begun when the reader went on. */
  const leaveSheet = () => void sheet.hide(null, () => {});
  /** The settled state, without a way to it. */
  const redraw = () => {
    if (index < 0) return;
    stop();
    turn++;
    // On the cover its picture is all there is to see, and a map without its data is none.
    busy = false;
    if (!ground && !sceneOf(index).chart) {
      leaveSheet();
      return index === 0 || given ? settle() : undefined;
    }
    busy = true;
    camera = views.camera(index);
    ground?.resize(views.size());
    other?.resize(views.size());
    showGround(sceneOf(index));
    look(camera);
    overlays.follow(camera, camera);
    overlays.hide(true);
    stop = sheet.cut(sceneOf(index), options.visible(), views.tallestCard(index), () => {
      if (!ground) return settle();
      withNames((overlay) => {
        overlays.draw(overlay);
        overlays.hide(false);
        settle();
      });
    });
  };

  const fly = () => {
    leaveSheet();
    const end = views.camera(index);
    const path = flight(camera ?? end, end, views.size());
    showGround(sceneOf(index));
    ground?.rest(false);
    overlays.hide(true);
    void overlays.prepare(index);
    let arrived = false;
    const arrive = () => {
      const overlay = overlays.known(index);
      if (arrived || !overlay) return;
      arrived = true;
      overlays.draw(overlay);
      overlays.arrive(true);
      overlays.hide(false);
    };
    const land = () => {
      overlays.follow(end, end);
      withNames(() => {
        arrive();
        const timer = setTimeout(settle, sceneOf(index).arcs.length && mayMove() ? lineMs : 0);
        stop = () => clearTimeout(timer);
      });
    };
    stop = tween(
      path.durationMs,
      (t) => {
        look(path.at(easeInOut(t)));
        if (t > 0.72) arrive();
        if (arrived) overlays.follow(camera ?? end, end);
      },
      land,
    );
  };

  const toChart = (before: number) => {
    const [old, now] = [sceneOf(before), sceneOf(index)];
    const from = sameCells(old, now) ? (overlays.known(before)?.plate?.field ?? null) : null;
    overlays.hide(true);
    stop = sheet.show(now, options.visible(), views.tallestCard(index), from, settle);
  };
  const fromChart = (before: number) => {
    const [old, now] = [sceneOf(before), sceneOf(index)];
    showGround(now);
    look(views.camera(index));
    withNames((overlay) => {
      const to = sameCells(now, old) ? (overlay.plate?.field ?? null) : null;
      overlays.draw(overlay);
      overlays.hide(to !== null);
      stop = sheet.hide(to, () => {
        overlays.hide(false);
        settle();
      });
    });
  };
  /** Another scene in the same view. */
  const stay = (before: number) => {
    leaveSheet();
    const [old, now] = [sceneOf(before), sceneOf(index)];
    showGround(now);
    look(views.camera(index));
    const turning = Boolean(now.plate?.less && old.plate && !old.plate.less);
    withNames((overlay) => {
      const turn = overlays.turning(index, overlay);
      overlays.hide(false);
      if (turning) stop = tween(900, turn, settle);
      else settle();
    });
  };

  return {
    show(next, how) {
      // There and back before the scroll had slowed: nothing has changed.
      if (next === index) return busy ? undefined : options.onState('settled');
      const before = index;
      index = next;
      lost = -1;
      if (before < 0) opened = next;
      if (scenes.slice(next, next + nearSteps + 1).some(({ chart }) => chart)) sheet.prepare();
      stop();
      turn++;
      overlays.arrive(false);
      if (ground && (next > 0 || before > 0)) cover?.classList.add('gone');
      // Whoever brings the map data is told that it is wanted.
      if (!ground) options.onState('flying');
      if (before < 0 || how === 'cut' || !mayMove() || !ground) return redraw();
      busy = true;
      options.onState('flying');
      const end = views.camera(next);
      overlays.follow(end, end);
      if (sceneOf(next).chart) toChart(before);
      else if (sceneOf(before).chart) fromChart(before);
      else if (camera && sameCamera(camera, end)) stay(before);
      else fly();
    },
    scrub(next, progress) {
      const moment = sceneAt(story, { step: next, progress });
      if (moment.scene.chart || moment.before.chart || !ground) return this.show(next, 'fly');
      if (next === lost || (next === index && progress === 1 && !busy)) return;
      // From wherever the reader comes: nothing of another scene is left.
      if (next !== index) this.show(next, 'cut');
      stop();
      turn++;
      options.onState('flying');
      busy = true;
      showGround(moment.scene);
      const end = views.camera(next);
      look(flight(views.camera(next - 1), end, views.size()).at(moment.progress));
      const near = moment.progress > 0.7;
      withNames((overlay) => {
        overlays.turning(index, overlay)((moment.progress - 0.7) / 0.3);
        overlays.hide(!near);
        overlays.follow(camera ?? end, end);
        const timer = setTimeout(settle, scrubbedMs);
        stop = () => clearTimeout(timer);
      });
    },
    async addGeo(more) {
      for (const [id, topology] of more) topologies.set(id, topology);
      const grown = await inSmallSteps(growGeography(story.layers, topologies));
      const next = createSvgGround(groundElement, grown, reference);
      next.resize(views.size());
      await inSmallSteps(next.prepare([story.cover, ...scenes]));
      const first = !ground;
      if (first) {
        // Under the cover's picture still, and a task each: the first camera makes the browser lay the page out, the first drawing its elements.
        views.camera(Math.max(0, index));
        await pause();
        try {
          next.show(sceneOf(index));
        } catch {
          // It fails again below, as the fault of its scene.
        }
        await pause();
      }
      geo = grown;
      overlays.renew(geo);
      ground = next;
      try {
        // From the cover's picture to where the reader has got to meanwhile.
        if (first && index > 0 && mayMove() && !sceneOf(index).chart && opened === 0) {
          busy = true;
          turn++;
          camera = views.camera(0);
          ground.show(sceneOf(index));
          ground.look(camera);
          fly();
        } else if (index >= 0 && !busy) redraw();
        else if (camera) {
          stale = true;
          ground.show(sceneOf(index));
          ground.look(camera);
        }
      } catch (error) {
        // What fails is the scene: the data is there.
        reportError(error);
      }
      // The drawing has the finer detail that the first picture had to leave out.
      cover?.classList.add('gone');
    },
    doWithoutGeo() {
      given = true;
      redraw();
    },
    giveUp() {
      stop();
      turn++;
      busy = false;
      // Nothing is known of what is drawn: whatever comes next is made anew, also the same scene.
      lost = Math.max(index, lost);
      index = -1;
      options.onState('settled');
    },
    resize() {
      views.renew();
      redraw();
    },
    view() {
      const at = Math.max(index, lost, 0);
      return { scene: sceneOf(at), camera: (index < 0 ? null : camera) ?? views.camera(at), geo };
    },
    take(next) {
      other = next;
      groundElement.classList.toggle('gone', next !== null);
      if (!next && camera) {
        ground?.show(sceneOf(index));
        ground?.look(camera);
      }
    },
    still: () => !busy,
    destroy() {
      stop();
      turn++;
    },
  };
}

/** What the SVG map's numbers are counted from: the middle of the world's busier half keeps them short. */
const reference: Camera = { x: 0.5, y: 0.35, zoom: 11 };

/** Charts are fetched this many steps ahead. */
const nearSteps = 2;

/** Without another scroll for this long, a scene that follows the scroll stands still; ms. */
const scrubbedMs = 120;

/** Time that a line takes to draw itself, after the flight's end; ms. */
const lineMs = 1000;

/** Whether a chart shows the very cells that a plate on the map has shown. */
const sameCells = (map: Scene, paper: Scene): boolean => paper.chart?.kind === 'share' && map.plate?.area === paper.chart.whole;

function svgElement(document: Document, className: string): SVGSVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('class', className);
  return element;
}
