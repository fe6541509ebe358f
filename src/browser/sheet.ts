import type { CellPlace } from '../graphics/charts/cell-marks.ts';
import { createChart } from '../graphics/charts/live.ts';
import type { Size } from '../scene/camera.ts';
import { chartBox } from '../scene/grid.ts';
import type { Chart, Scene, Story } from '../story.ts';
import { mayMove } from './clock.ts';

/** Room that a chart's title, caption and source line take above and below its drawing, px. */
const frameworkPx = { desktop: 150, tablet: 120, phone: 34 } as const;

const fadeMs = 400;
const morphMs = 700;

export interface Sheet {
  /** `from` is where the same cells stand on the map, px of the stage: they travel from there. */
  show(scene: Scene, visible: Size, cardPx: number, from: CellPlace | null, done: () => void): () => void;
  hide(to: CellPlace | null, done: () => void): () => void;
  /** The settled state at once: shown where the scene has a chart, gone where it has none. */
  cut(scene: Scene, visible: Size, cardPx: number): void;
}

/** The paper that slides over the map for a chart: title, caption, drawing, source. */
export function createSheet(stage: HTMLElement, story: Story): Sheet {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, parent: HTMLElement): HTMLElementTagNameMap[K] => {
    const element = parent.appendChild(stage.ownerDocument.createElement(tag));
    element.className = className;
    return element;
  };
  const sheet = make('div', 'sheet', stage);
  const graphic = make('div', 'graphic', sheet);
  const title = make('p', 'chart-title', graphic);
  const caption = make('p', 'chart-caption', graphic);
  const canvas = make('div', 'chart-canvas', graphic);
  const foot = make('div', 'chart-foot', graphic);
  const source = make('span', 'source', foot);
  const data = make('button', 'open-data', foot);
  data.type = 'button';
  data.tabIndex = -1;
  data.textContent = 'Data';
  const chart = createChart(canvas, { facts: story.facts, locale: story.locale, motion: mayMove });

  const write = (own: Chart) => {
    title.textContent = own.title;
    caption.textContent = own.caption;
    source.textContent = own.source;
  };
  const place = (visible: Size, cardPx: number) => {
    const { left, top, width, height, form } = chartBox(visible, cardPx);
    const centred = form === 'desktop';
    Object.assign(graphic.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: centred ? `${visible.height / 2}px` : `${top}px`,
      translate: centred ? '0 -50%' : '',
    });
    const kind = form === 'desktop' ? 'desk' : form === 'tablet' ? 'tab' : 'phone';
    return { width, height: Math.max(160, height - frameworkPx[form]), kind, phone: form === 'phone' } as const;
  };
  const after = (ms: number, done: () => void) => {
    const timer = setTimeout(done, mayMove() ? ms : 0);
    return () => clearTimeout(timer);
  };

  /** Cells are one drawing on the map and on the paper: only where they stand and how large they are differs. */
  const travel = (elsewhere: CellPlace, way: 'in' | 'out', done: () => void): (() => void) => {
    const cells = canvas.querySelector<SVGGElement>('.field [data-key=field]');
    const own = chart.field();
    if (!cells || !own) return finish(done);
    const [outer, inner] = [stage.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const scale = elsewhere.pitch / own.pitch;
    const x = elsewhere.x - (inner.left - outer.left) - scale * own.x;
    const y = elsewhere.y - (inner.top - outer.top) - scale * own.y;
    const ends = [{ transform: `translate(${x}px,${y}px) scale(${scale})` }, { transform: 'translate(0px,0px) scale(1)' }];
    sheet.classList.add(`morph-${way}`);
    const animation = cells.animate(way === 'in' ? ends : ends.reverse(), {
      duration: morphMs,
      easing: 'cubic-bezier(.65,0,.35,1)',
      fill: 'both',
    });
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
  };
  const finish = (done: () => void) => {
    done();
    return () => {};
  };

  return {
    show(scene, visible, cardPx, from, done) {
      if (!scene.chart) return () => {};
      write(scene.chart);
      const box = place(visible, cardPx);
      sheet.classList.add('on');
      if (from && mayMove()) {
        chart.show(scene.chart, box, 'cut');
        return travel(from, 'in', done);
      }
      chart.show(scene.chart, box, 'animate', done);
      return () => {};
    },
    hide(to, done) {
      if (to && mayMove()) return travel(to, 'out', done);
      sheet.classList.remove('on');
      return after(fadeMs, done);
    },
    cut(scene, visible, cardPx) {
      sheet.classList.toggle('on', scene.chart !== null);
      if (!scene.chart) return;
      write(scene.chart);
      chart.show(scene.chart, place(visible, cardPx), 'cut');
    },
  };
}
