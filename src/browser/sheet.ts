import type { CellPlace } from '../graphics/charts/cell-marks.ts';
import { createChart, type LiveChart } from '../graphics/charts/live.ts';
import type { Size } from '../scene/camera.ts';
import { chartBox, lyingDown } from '../scene/grid.ts';
import { chartKey } from '../scene/scene-at.ts';
import type { Chart, Scene, Story } from '../story.ts';
import { say } from '../words/index.ts';
import { mayMove } from './clock.ts';
import { createTables } from './tables.ts';

/** Room that a chart's title, caption and source line take above and below its drawing, px. */
const frameworkPx = { desktop: 150, tablet: 120, phone: 34, lyingDown: 92 } as const;
const fadeMs = 400;
const morphMs = 700;

export interface Sheet {
  /** `from` is where the same cells stand on the map, px of the stage: they travel from there. */
  show(scene: Scene, visible: Size, cardPx: number, from: CellPlace | null, done: () => void): () => void;
  hide(to: CellPlace | null, done: () => void): () => void;
  /** The settled state at once: shown where the scene has a chart, gone where it has none. */
  cut(scene: Scene, visible: Size, cardPx: number): void;
}

/** A chart with its title, caption and source line. */
interface Graphic {
  key: string;
  element: HTMLElement;
  canvas: HTMLElement;
  chart: LiveChart;
  write(chart: Chart): void;
}

/** The paper that slides over the map for a chart. */
export function createSheet(stage: HTMLElement, story: Story): Sheet {
  const sheet = append(stage, 'div', 'sheet');
  createTables(stage.ownerDocument.body, story);
  let graphic: Graphic | null = null;

  /** Another chart is another element, so that none is seen to jump from the place of the one before. */
  const graphicFor = (own: Chart): Graphic => {
    if (graphic?.key === chartKey(own)) return graphic;
    graphic?.chart.destroy();
    graphic?.element.remove();
    const states = story.steps.flatMap(({ scene: { chart } }) => (chart && chartKey(chart) === chartKey(own) ? [chart] : []));
    graphic = createGraphic(sheet, states, story);
    return graphic;
  };
  const place = ({ element }: Graphic, visible: Size, cardPx: number) => {
    const { left, top, width, height, form } = chartBox(visible, cardPx);
    const centred = form === 'desktop';
    Object.assign(element.style, {
      [story.rtl ? 'right' : 'left']: `${left}px`,
      width: `${width}px`,
      top: centred ? `${visible.height / 2}px` : `${top}px`,
      translate: centred ? '0 -50%' : '',
    });
    const kind = form === 'desktop' ? 'desk' : form === 'tablet' ? 'tab' : 'phone';
    return {
      // A frame without a size has no room for anything.
      width: Math.max(160, width),
      height: Math.max(160, height - frameworkPx[lyingDown(visible) ? 'lyingDown' : form]),
      kind,
      phone: form === 'phone',
    } as const;
  };

  return {
    show(scene, visible, cardPx, from, done) {
      const { chart } = scene;
      if (!chart) return () => {};
      const own = graphicFor(chart);
      own.write(chart);
      const box = place(own, visible, cardPx);
      const moved = from && mayMove() ? from : null;
      return inTurn(
        () => {
          own.chart.show(chart, box, moved ? 'cut' : 'animate', moved ? undefined : done);
          return () => {};
        },
        () => {
          sheet.classList.add('on');
          return moved ? travel(sheet, own, moved, 'in', done) : () => {};
        },
      );
    },
    hide(to, done) {
      if (to && graphic && mayMove()) return travel(sheet, graphic, to, 'out', done);
      sheet.classList.remove('on');
      const timer = setTimeout(done, mayMove() ? fadeMs : 0);
      return () => clearTimeout(timer);
    },
    cut(scene, visible, cardPx) {
      sheet.classList.toggle('on', scene.chart !== null);
      if (!scene.chart) return;
      try {
        const own = graphicFor(scene.chart);
        own.write(scene.chart);
        own.chart.show(scene.chart, place(own, visible, cardPx), 'cut');
      } catch (error) {
        // What can't be drawn is not seen half-way.
        sheet.classList.remove('on');
        throw error;
      }
    },
  };
}

/** Each part in a task of its own, so that the page answers between them; what a part gives stops it. Gives what stops them all. */
function inTurn(...parts: (() => () => void)[]): () => void {
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout>;
  const next = ([part, ...rest]: typeof parts) => {
    if (!part) return;
    timer = setTimeout(() => {
      stop = part();
      next(rest);
    });
  };
  next(parts);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The heads of all states lie in one place, so that it is as tall as the tallest and the drawing never moves. */
function createGraphic(sheet: HTMLElement, states: Chart[], story: Story): Graphic {
  const element = append(sheet, 'div', 'graphic');
  const heads = append(element, 'div', 'chart-heads');
  for (const { title, caption } of states) {
    const head = append(heads, 'div', 'chart-head');
    append(head, 'p', 'chart-title').textContent = title;
    append(head, 'p', 'chart-caption').textContent = caption;
  }
  const canvas = append(element, 'div', 'chart-canvas');
  const foot = append(element, 'div', 'chart-foot');
  const source = append(foot, 'span', 'source');
  const data = append(foot, 'button', 'open-data');
  data.type = 'button';
  // The card has the same button in the order of reading; this one is for the pointer.
  data.tabIndex = -1;
  data.textContent = say(story, story.words.page.data);
  return {
    key: states[0] ? chartKey(states[0]) : '',
    element,
    canvas,
    chart: createChart(canvas, { facts: story.facts, language: story, motion: mayMove }),
    write(chart) {
      const index = states.findIndex(({ title, caption }) => title === chart.title && caption === chart.caption);
      for (const [i, head] of [...heads.children].entries()) head.classList.toggle('on', i === index);
      source.textContent = chart.source;
    },
  };
}

/** Cells are one drawing on the map and on the paper: only where they stand and how large they are differs. */
function travel(sheet: HTMLElement, { canvas, chart }: Graphic, elsewhere: CellPlace, way: 'in' | 'out', done: () => void): () => void {
  const cells = canvas.querySelector<SVGGElement>('.field [data-key=field]');
  const own = chart.field();
  if (!cells || !own) {
    done();
    return () => {};
  }
  const [outer, inner] = [sheet.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const scale = elsewhere.pitch / own.pitch;
  const x = elsewhere.x - (inner.left - outer.left) - scale * own.x;
  const y = elsewhere.y - (inner.top - outer.top) - scale * own.y;
  const ends = [{ transform: `translate(${x}px,${y}px) scale(${scale})` }, { transform: 'translate(0px,0px) scale(1)' }];
  sheet.classList.add(`morph-${way}`);
  const motion = { duration: morphMs, easing: 'cubic-bezier(.65,0,.35,1)', fill: 'both' } as const;
  const animation = cells.animate(way === 'in' ? ends : ends.reverse(), motion);
  const end = () => {
    animation.cancel();
    sheet.classList.remove(`morph-${way}`);
  };
  animation.onfinish = () => {
    if (way === 'out') sheet.classList.remove('on');
    end();
    done();
  };
  return () => {
    animation.onfinish = null;
    end();
  };
}

function append<K extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: K, className: string): HTMLElementTagNameMap[K] {
  const element = parent.appendChild(parent.ownerDocument.createElement(tag));
  element.className = className;
  return element;
}
